"""How names and terms are rendered in English: the reader's own first, then what an article's names are called."""
