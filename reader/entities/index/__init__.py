"""Which entities occur in which articles of the library, kept in step with analyses and corrections.

Two names count as one entity of the library where kind and folded name are the same, or, for places and organisations,
the English name that a table gives them ("Moscou", "Moscovo"). Beside it stands what the reader's corrections say:

- An article's row names what was *recognised*, and each such name points to the entity of the library that it is, after
  the corrections for the library. So a correction that changes a name in 50,000 articles moves one pointer, holds at
  once, and is undone by moving it back.
- Only articles with corrections of their own have rows for what came out of all of them; those are few.
- What is added for the library changes the rows of the articles in which the words stand: those wait in a list and are
  worked through in bounded steps (``EntityIndex.catch_up``). Answers say how many are still waiting.

How many articles and mentions an entity has is kept, not counted.
"""
