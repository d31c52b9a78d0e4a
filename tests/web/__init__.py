"""A web site on loopback for tests: it serves what it is given, counts, and misbehaves by name."""
