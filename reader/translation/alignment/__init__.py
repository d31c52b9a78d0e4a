"""Which words of a sentence became which words of its English."""
