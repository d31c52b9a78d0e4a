"""Tests of finding by names and English."""
