"""Looking words up."""
