"""What the library pane lists: views, how they are sorted and grouped, and which row is which article."""
