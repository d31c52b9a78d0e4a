"""The style sheets of the screen, and nothing else."""
