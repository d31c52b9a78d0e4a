"""Bytes and text in their formats, turned into articles."""
