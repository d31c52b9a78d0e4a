"""Fetching what the reader asked for, and nothing else, with an end to everything."""
