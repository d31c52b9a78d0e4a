"""The process that finds names."""
