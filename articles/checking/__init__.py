"""Verifying the library, and mending what can be."""
