"""What a word may be a form of, by rules: diminutives, superlatives, adverbs, plurals, and spellings of before."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PLAIN = str.maketrans("áâãàéêíóôúç", "aaaaeeioouc")
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # plurals and genders
    ("ões", ("ão",)),
    ("ães", ("ão",)),
    ("ãos", ("ão",)),
    ("ais", ("al",)),
    ("éis", ("el", "eil")),
    ("eis", ("il", "el")),
    ("óis", ("ol",)),
    ("uis", ("ul",)),
    ("is", ("il",)),
    ("ns", ("m",)),
    ("res", ("r",)),
    ("zes", ("z",)),
    ("ses", ("s",)),
    ("eses", ("ês",)),
    ("esas", ("ês",)),
    ("esa", ("ês",)),
    ("ãs", ("ã", "ão")),
    ("oras", ("or",)),
    ("ora", ("or",)),
    ("ona", ("ão",)),
    ("eias", ("eu",)),
    ("eia", ("eu",)),
    ("as", ("a", "o")),
    ("os", ("o",)),
    ("es", ("e", "")),
    ("a", ("o",)),
    ("s", ("",)),
)
_SMALL = re.compile(r"^(?P<stem>.{2,}?)(?P<z>z?)(?:inh|it)(?P<end>[oa])s?$|^(?P<stem2>.{3,}?)(?:ões|ão|ona|onas)$")
_OLD = (
    (re.compile("cç"), "ç"),
    (re.compile("ct(?=[aeiouáéíóúâêôãõ])"), "t"),
    (re.compile("pt(?=[aeiouáéíóúâêôãõ])"), "t"),
    (re.compile("pç"), "ç"),
    (re.compile("éi(?=[ao])"), "ei"),
    (re.compile("ói(?=[ao])"), "oi"),
    (re.compile("ü"), "u"),
    (re.compile("ôo"), "oo"),
    (re.compile("êem"), "eem"),
    (re.compile("ph"), "f"),
    (re.compile("mn(?=[eio])"), "n"),
    (re.compile("é(?=[mn])"), "ê"),
    (re.compile("ê(?=[mn])"), "é"),
    (re.compile("ó(?=[mn])"), "ô"),
    (re.compile("ô(?=[mn])"), "ó"),
    (re.compile("(?<=[aeiou])ç(?=ã)"), "cç"),
    (re.compile("(?<=[aeiou])t(?=[oa]s?$)"), "ct"),
)


def bases(word: str) -> Iterator[str]:
    """What a word in small letters may be a form of, the likeliest first; to be checked against what is known."""
    yield from spellings(word)
    yield from _inflected(word)
    if word.endswith("mente") and len(word) > 7:
        stem = word[:-5]
        yield from (stem, stem[:-1] + "o" if stem.endswith("a") else stem)
        yield from _accented(stem)
        yield from _accented(stem[:-1] + "o" if stem.endswith("a") else stem)
    if (found := re.match(r"^(.{2,}?)íssim[oa]s?$", word)) is not None:
        stem = found[1]
        for each in (stem, *_superlative(stem)):
            yield from (each + "o", each + "e", each)
            yield from _accented(each + "o")
    if (found := _SMALL.match(word)) is not None:
        stem = found["stem"] or found["stem2"]
        if found["stem2"]:
            yield from (stem + "o", stem + "a", stem + "e")
            return
        ends = (stem,) if found["z"] else (stem + found["end"], stem + "o", stem + "a", stem + "e", stem)
        back = {"qu": "c", "gu": "g", "c": "ç"}
        for old, new in back.items():
            if stem.endswith(old):
                ends = (*ends, stem.removesuffix(old) + new + found["end"])
        for each in ends:
            yield each
            yield from _accented(each)
        if found["z"]:
            yield from (stem + "z" + found["end"], stem + "o", stem + "m")
            yield from (stem + "z",)
            if stem.endswith("õe"):
                yield stem[:-2] + "ão"
            if stem.endswith("i"):
                yield stem[:-1] + "l"


def spellings(word: str) -> Iterator[str]:
    """The same word in the spelling of before or after 1990, or of the other side of the Atlantic."""
    for pattern, new in _OLD:
        changed = pattern.sub(new, word)
        if changed != word:
            yield changed
    if word.startswith("h"):
        yield word[1:]


_SURELY_OLD = re.compile("cç|pç|éi(?=[ao])|ói(?=[ao])|ôo|êem|ü|ph")


def modern(word: str) -> Iterator[tuple[str, bool]]:
    """The spelling of today of an older one, and whether nobody writes the older one any more, on either side."""
    for pattern, new in _OLD[:11]:
        changed = pattern.sub(new, word)
        if changed != word:
            yield changed, _SURELY_OLD.search(word) is not None


def superlative(word: str) -> bool:
    """Whether it ends as the absolute superlatives of adjectives do."""
    return re.search(r"(?:íssim|ílim|érrim)[oa]s?$", word) is not None


def diminutive(word: str) -> bool:
    """Whether it ends as diminutives do."""
    return re.search(r"inh[oa]s?$", word) is not None


def _inflected(word: str) -> Iterator[str]:
    for ending, bases_ in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from (word[: -len(ending)] + base for base in bases_)


def _superlative(stem: str) -> Iterator[str]:
    for old, new in (("bil", "vel"), ("c", "z"), ("qu", "c"), ("gu", "g"), ("an", "ão"), ("n", "m"), ("íl", "il")):
        if stem.endswith(old):
            yield stem.removesuffix(old) + new


def _accented(word: str) -> Iterator[str]:
    """The word with one vowel accented: "rapido" is "rápido", "cafe" is "café"."""
    for at, sign in enumerate(word):
        for plain, written in (("a", "áâã"), ("e", "éê"), ("i", "í"), ("o", "óôõ"), ("u", "ú")):
            if sign == plain:
                yield from (word[:at] + each + word[at + 1 :] for each in written)
