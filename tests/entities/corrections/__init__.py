"""The tests of what the reader put right."""
