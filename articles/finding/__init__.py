"""Finding articles: the search language, what it asks of the library, and where in an article it found it."""
