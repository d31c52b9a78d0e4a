"""The command line's grammar told to others: to shells that complete it, and to man."""
