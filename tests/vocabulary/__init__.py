"""Tests of saved words."""
