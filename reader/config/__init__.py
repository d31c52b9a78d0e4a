"""What the reader chose: read strictly from ``config.toml``, with every mistake named by its line."""
