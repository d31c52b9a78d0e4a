"""Finding by what other rooms know of the articles: who is named in them, and their English."""
