"""Electronic books (EPUB 2 and 3): one book is one article, its chapters are its parts."""
