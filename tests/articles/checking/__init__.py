"""Tests of articles.checking."""
