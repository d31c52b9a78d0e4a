"""What the reader put right: which corrections there are, what they do to entities, and how they are kept."""
