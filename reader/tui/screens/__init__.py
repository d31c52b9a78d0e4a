"""The screens: reading, help and the small dialogs."""
