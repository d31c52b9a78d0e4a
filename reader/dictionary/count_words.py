"""Makes the table of how common Portuguese lemmas are: ``python -m reader.dictionary.count_words`` (extra "train")."""

from __future__ import annotations

import lzma
import math
from collections import defaultdict

from reader.dictionary.commonness import TABLE
from reader.dictionary.lemmatizer import InProcess

KEPT = 40_000
"""Lemmas that are kept, the commonest."""


def build() -> bytes:
    """The table, packed: lines of a lemma, a tab and ten times its Zipf value, sorted."""
    import wordfreq

    words = [
        word
        for word in wordfreq.top_n_list("pt", 200_000)
        if word[0].isalpha() and word[-1].isalpha() and all(sign.isalpha() or sign in "-'" for sign in word)
    ]
    shares: dict[str, float] = defaultdict(float)
    for word, (lemma, _) in zip(words, InProcess().lemmas(words), strict=True):
        share = wordfreq.word_frequency(word, "pt")
        shares[lemma.casefold()] += share
        if lemma.casefold() != word and word[-1:] != "s":
            shares.setdefault(word, share)  # of its own where the table takes it for a form: "casa" of "casar"
    commonest = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))[:KEPT]
    lines = sorted(f"{word}\t{round(10 * (math.log10(share) + 9))}" for word, share in commonest if share > 0)
    return lzma.compress(("\n" + "\n".join(lines) + "\n").encode(), preset=9 | lzma.PRESET_EXTREME)


if __name__ == "__main__":
    TABLE.write_bytes(build())
