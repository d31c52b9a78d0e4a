"""How a document writes its words: in lower case, or with a capital where nothing asks for one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reader.entities.tokens import Token


@dataclass(slots=True)
class Usage:
    """How words are written over a document.

    Attributes:
        small: Lower-case occurrences, by lower-case word.
        named: Occurrences with a capital in the middle of a sentence, by the word as written.
    """

    small: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)

    def read(self, words: list[Token], shouted: bool) -> None:
        """Count the words of one sentence; a sentence all in capitals says nothing."""
        if shouted:
            return
        for word in words:
            if not word.capital:
                self.small[word.text] += 1
            elif not word.opens:
                self.named[word.text] += 1

    def is_small(self, word: Token) -> bool:
        """Whether the document writes this word mostly in lower case."""
        return self.small[word.lower] > self.named[word.text]
