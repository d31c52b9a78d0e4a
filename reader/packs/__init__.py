"""Translation packs: an article with all that was made of it, in one file."""
