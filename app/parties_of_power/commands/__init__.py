"""The command line without a window: one module for each command."""
