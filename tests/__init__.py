"""The tests, room by room; packages, so that two rooms may each have a test_model.py."""
