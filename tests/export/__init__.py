"""Export: what leaves the library, in formats that others read."""
