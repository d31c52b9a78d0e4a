"""An article laid out in cells: pure text in, lines out, no Textual."""
