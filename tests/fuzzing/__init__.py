"""Random and hostile input at length: scripts with a main(), run by make fuzz."""
