"""The widgets the reading screen is made of."""
