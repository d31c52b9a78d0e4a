"""What the measurements share; nothing here is run by itself."""
