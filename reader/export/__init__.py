"""Articles with their English, names and notes as files for other programs."""
