"""The local engine's own network, read from its package and run in numpy, for what the package does not tell.

The package says what a sentence is in English, and nothing of how it came to it. Here any pair of sentences can be
put through the same weights, to see where the network looks. Nothing here is imported by the screen's process.
"""
