"""Looking up a word: what stands there, what it is a form of, and what dictionaries say of it."""
