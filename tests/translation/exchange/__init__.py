"""The memory as a tool, in a real library."""
