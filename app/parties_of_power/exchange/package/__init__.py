"""The whole study as a data package (Frictionless): exact tables, the long form, and a script for R."""
