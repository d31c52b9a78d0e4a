"""Tests of the formats that articles are read from."""
