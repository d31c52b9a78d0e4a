"""The tests of the index of the library's entities."""
