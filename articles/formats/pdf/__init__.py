"""PDF documents with text in them."""
