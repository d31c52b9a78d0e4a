"""Choosing an engine: its settings, its key, where it sends what, and whether the reader said yes to that."""
