"""Engines over a network, against a real server on loopback."""
