"""Measurements: scripts with a main(), run by make bench, not by pytest."""
