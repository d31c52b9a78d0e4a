"""Contractions of prepositions with articles, pronouns and adverbs, and of two pronouns: a table made by rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reader.dictionary.model import Part, Piece

_ARTICLES = dict.fromkeys(("o", "a", "os", "as"), "o") | dict.fromkeys(("um", "uma", "uns", "umas"), "um")
_PRONOUNS = dict.fromkeys(("ele", "ela", "eles", "elas"), "ele")
for _stem in ("est", "ess", "aquel"):
    _PRONOUNS |= {f"{_stem}{end}": f"{_stem}e" for end in ("e", "a", "es", "as")}
for _stem in ("outr", "algum", "aqueloutr", "estoutr", "essoutr"):
    _ends = ("", "a", "uns", "as") if _stem == "algum" else ("o", "a", "os", "as")
    _PRONOUNS |= {("alguns" if end == "uns" else _stem + end): _stem + _ends[0] for end in _ends}
_PRONOUNS |= {each: each for each in ("isto", "isso", "aquilo", "alguém", "algo", "outrem")}
_ADVERBS = ("aqui", "ali", "aí", "acolá", "onde", "além", "aquém")
_PERSONS = {
    "comigo": ("mim", "me"),
    "contigo": ("ti", "you"),
    "consigo": ("si", "himself, herself, themselves, you"),
    "conosco": ("nós", "us"),
    "connosco": ("nós", "us"),
    "convosco": ("vós", "you"),
}
_NOTES = {
    "de": "of, from",
    "em": "in, on, at",
    "a": "to, at",
    "por": "by, for, through",
    "para": "to, for",
    "com": "with",
    "entre": "between, among",
    "o": "the",
    "um": "a, some",
    "ele": "he, she, it, they",
    "este": "this",
    "esse": "that",
    "aquele": "that (over there)",
    "isto": "this",
    "isso": "that",
    "aquilo": "that (thing)",
    "outro": "other, another",
    "algum": "some",
    "aqui": "here",
    "ali": "there",
    "aí": "there",
    "onde": "where",
}
PRONOUN_NOTES = {
    "me": "me",
    "te": "you",
    "se": "himself, herself, itself, themselves; one",
    "lhe": "to him, to her, to you",
    "lhes": "to them, to you",
    "nos": "us",
    "vos": "you",
    "o": "him, it, you",
    "a": "her, it, you",
    "os": "them, you",
    "as": "them, you",
}
"""What pronouns that hang on verbs mean."""

TWO_PRONOUNS = {
    first + last: (whole, last)
    for first, whole in (("m", "me"), ("t", "te"), ("lh", "lhe"))
    for last in ("o", "a", "os", "as")
}
"""Two pronouns written as one: "lho" is "lhe" and "o"."""


@dataclass(frozen=True, slots=True)
class Contraction:
    """What a contracted word is made of.

    Attributes:
        preposition: The first word: "em".
        rest: The second: "aquela".
        parts: Both, explained.
    """

    preposition: str
    rest: str
    parts: tuple[Part, ...]


@cache
def contractions() -> dict[str, Contraction]:
    """All of them, by the contracted word in small letters."""
    table: dict[str, Contraction] = {}

    def put(written: str, preposition: str, rest: str, lemma: str, piece: Piece, note: str = "") -> None:
        first = Part(preposition, preposition, Piece.ADPOSITION, note=_NOTES[preposition])
        table.setdefault(
            written,
            Contraction(preposition, rest, (first, Part(rest, lemma, piece, note=note or _NOTES.get(lemma, "")))),
        )

    for word, lemma in _ARTICLES.items():
        put(f"d{word}", "de", word, lemma, Piece.ARTICLE)
        put(f"n{word}", "em", word, lemma, Piece.ARTICLE)
        for written in (f"pr{word}", f"pr'{word}", f"p'r{word}"):
            put(written, "para", word, lemma, Piece.ARTICLE)
        for written in (f"co'{word}", f"c'{word}"):
            put(written, "com", word, lemma, Piece.ARTICLE)
    for word in ("o", "a", "os", "as"):
        put(f"pel{word}", "por", word, "o", Piece.ARTICLE)
    for written, word in (("pra", "a"), ("pras", "as"), ("pro", "o"), ("pros", "os")):
        put(written, "para", word, "o", Piece.ARTICLE)
    for written, word in (("ao", "o"), ("aos", "os"), ("à", "a"), ("às", "as")):
        put(written, "a", word, "o", Piece.ARTICLE)
    for word, lemma in _PRONOUNS.items():
        put(f"d{word}", "de", word, lemma, Piece.PRONOUN)
        put(f"n{word}", "em", word, lemma, Piece.PRONOUN)
        if word.startswith("aqu"):
            put(f"à{word[1:]}", "a", word, lemma, Piece.PRONOUN)
            put(f"pr{word}", "para", word, lemma, Piece.PRONOUN)
    for word in _ADVERBS:
        put(f"d{word}", "de", word, word, Piece.WORD)
    put("aonde", "a", "onde", "onde", Piece.WORD)
    put("dentre", "de", "entre", "entre", Piece.ADPOSITION)
    for written, (word, note) in _PERSONS.items():
        put(written, "com", word, word, Piece.PRONOUN, note)
    for written, (whole, last) in TWO_PRONOUNS.items():
        if written not in ("ma", "mas", "to", "ta", "mo", "tos", "tas", "mos"):  # other words, or hardly ever alone
            table[written] = Contraction(whole, last, (pronoun(whole), pronoun(last)))
    return table


def pronoun(form: str) -> Part:
    """A pronoun that hangs on a verb, explained."""
    lemma = {"a": "o", "os": "o", "as": "o", "lhes": "lhe"}.get(form, form)
    return Part(form, lemma, Piece.PRONOUN, note=PRONOUN_NOTES.get(form, ""))


_ELIDED = {"d": "de", "n": "em", "co": "com", "c": "com", "pr": "para", "s": "se", "m": "me", "t": "te", "qu": "que"}


def elided(word: str) -> tuple[str, str] | None:
    """The words of one with an apostrophe: "d'água" is "de" and "água"; None where it is no such word."""
    head, sign, rest = word.partition("'")
    return (_ELIDED[head], rest) if sign and head in _ELIDED and rest else None
