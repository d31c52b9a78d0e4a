"""A terminal reader for Portuguese-language articles."""

__version__ = "0.1.0"
