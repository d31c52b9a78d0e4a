"""Tests of the page: pure text in, lines out."""
