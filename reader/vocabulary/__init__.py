"""The words that the reader saved: how well each is known, and cards to learn them from."""
