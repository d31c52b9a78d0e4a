"""Tests of fetching, against a real server on loopback."""
