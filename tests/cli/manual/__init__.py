"""Tests of what tells others about the command line."""
