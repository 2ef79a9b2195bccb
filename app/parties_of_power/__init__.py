"""Parties of Power: a desktop workbench for comparing parties of power across states."""

__version__ = "0.1.0"
