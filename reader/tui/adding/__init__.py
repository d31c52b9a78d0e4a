"""Bringing articles in from the screen."""
