"""Engines on other machines, and the care that each of them needs."""
