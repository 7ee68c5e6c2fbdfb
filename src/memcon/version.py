"""The version of memcon."""

__version__ = "0.1.0"
