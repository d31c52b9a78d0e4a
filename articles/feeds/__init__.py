"""Feeds: what a site publishes, read, kept and refreshed; its items become articles of the library."""
