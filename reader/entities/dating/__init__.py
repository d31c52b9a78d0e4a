"""Dates: where expressions of time stand, and what they mean on the day of publication."""
