"""Where text comes from and is kept: the article model, its formats and the library's store."""
