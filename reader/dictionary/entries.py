"""What an entry says, made into senses: tags taken out, word classes told apart, one meaning a line."""

from __future__ import annotations

import html
import re

from articles.cleaning import clean_line
from reader.dictionary.dictd import bare
from reader.dictionary.model import PartOfSpeech, Sense

MEANINGS = 200
"""Lines taken of one entry."""

LINE = 2_000
"""Characters taken of one line."""

_LONGEST = 1 << 18  # characters of an entry that are looked at

_CLASSES = {
    PartOfSpeech.NOUN: "noun n s subst substantivo sn sm sf smf nm nf nmf",
    PartOfSpeech.PROPER_NOUN: "name proper pn np prop propn",
    PartOfSpeech.VERB: "verb v vt vi vr vtr vti vp vb verbo vbl aux",
    PartOfSpeech.ADJECTIVE: "adj adjective adjetivo a participle",
    PartOfSpeech.ADVERB: "adv adverb advérbio",
    PartOfSpeech.PRONOUN: "pron pronoun pronome",
    PartOfSpeech.DETERMINER: "det determiner article art artigo",
    PartOfSpeech.ADPOSITION: "prep preposition preposição prepos adposition postp",
    PartOfSpeech.CONJUNCTION: "conj conjunction conjunção",
    PartOfSpeech.NUMERAL: "num numeral number",
    PartOfSpeech.INTERJECTION: "intj interj interjection int interjeição",
    PartOfSpeech.PHRASE: "phrase proverb prep_phrase idiom loc locution expr adv_phrase",
    PartOfSpeech.OTHER: "abbrev abbr abbreviation contraction character symbol particle suffix prefix infix affix "
    "letter circumfix interfix punct",
}
_CLASS = {name: kind for kind, names in _CLASSES.items() for name in names.split()}
_GENDERS = {
    **dict.fromkeys(("m", "masc", "masculine", "sm", "nm"), "m"),
    **dict.fromkeys(("f", "fem", "feminine", "sf", "nf"), "f"),
    **dict.fromkeys(("mf", "m/f", "smf", "nmf", "c", "common"), "m/f"),
    **dict.fromkeys(("pl", "plural"), "pl"),
    **dict.fromkeys(("sg", "sing", "singular"), "sg"),
    **dict.fromkeys(("vt", "vtr", "transitive"), "transitive"),
    **dict.fromkeys(("vi", "intransitive"), "intransitive"),
    **dict.fromkeys(("vr", "vp", "reflexive"), "reflexive"),
}
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|$)|<(script|style|rref|iframe)\b[^>]*>.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL
)
_BREAK = re.compile(
    r"<\s*/?\s*(?:br|p|div|li|ol|ul|dl|dd|dt|tr|table|h[1-6]|blockquote|hr|def|ar|blockq|section|article)\b[^<>]*>",
    re.IGNORECASE,
)
_HEAD_TAG = re.compile(r"<k\b[^<>]*>[^<>]*</k\s*>", re.IGNORECASE)  # XDXF: the headword again
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_NUMBER = re.compile(r"^(?:\(?\d{1,3}[.)]|[a-z]\)|[•◦▪*–-])\s+")
_SOUND = re.compile(r"\s*(?:/[^/\n]{1,200}/|\[[^\]\n]{1,200}\])")
_ANGLES = re.compile(r"<([^<>]{1,80})>")


def senses(headword: str, pieces: tuple[tuple[bool, str], ...], dictionary: str) -> tuple[Sense, ...]:
    """The senses of an entry.

    Args:
        headword: As the index has it; the entry may write it better.
        pieces: Its texts, each with whether tags are markup in it.
        dictionary: The dictionary's name.
    """
    lines: list[str] = []
    for markup, text in pieces:
        lines += _lines(text[:_LONGEST], markup=markup)
    return _grouped(headword, lines[: 4 * MEANINGS], dictionary)


def _lines(text: str, *, markup: bool) -> list[str]:
    if markup:
        text = _HIDDEN.sub(" ", text)
        text = _HEAD_TAG.sub("", text)
        text = _BREAK.sub("\n", text)
        text = html.unescape(_TAG.sub("", text))
    cleaned = (clean_line(line, LINE).strip() for line in text.splitlines())
    return [line for line in cleaned if line]


def _grouped(headword: str, lines: list[str], dictionary: str) -> tuple[Sense, ...]:
    word, grammar, kind = headword, "", None
    if lines:
        own, said = _head(lines[0])
        if own and bare(own) == bare(headword) and (len(lines) > 1 or said):  # else it is the meaning: "táxi", "taxi"
            word, lines = own, lines[1:]
            kind, grammar = _labels(said)
    word = clean_line(word, LINE)
    found: list[Sense] = []
    meanings: list[str] = []

    def end() -> None:
        if meanings or (kind is not None and not lines):
            found.append(Sense(word, kind, grammar, tuple(meanings), dictionary))
            meanings.clear()

    taken = 0
    for line in lines:
        if (label := _label(line)) is not None:
            end()
            kind, grammar = label
        elif taken < MEANINGS:
            taken += 1
            meanings.append(_NUMBER.sub("", line) or line)
    end()
    return tuple(found)


def _head(line: str) -> tuple[str, str]:
    """The word that a first line begins with, without its sound; and what it says of its grammar."""
    said = " ".join(_ANGLES.findall(line))
    rest = _ANGLES.sub("", line)
    return _SOUND.sub("", rest).strip(" ,;:"), said


def _label(line: str) -> tuple[PartOfSpeech, str] | None:
    """The word class and grammar that a whole line names; None where it says anything else."""
    said = line.strip("<>()[]{}.: ")
    words = re.split(r"[\s,;.]+", said.casefold())
    if len(words) > 4 or not said or words[0] == "a":
        return None
    if not all(each in _CLASS or each in _GENDERS for each in words if each):
        return None
    kind, grammar = _labels(said)
    return (kind, grammar) if kind is not None else None


def _labels(said: str) -> tuple[PartOfSpeech | None, str]:
    kind: PartOfSpeech | None = None
    grammar: list[str] = []
    for each in re.split(r"[\s,;.]+", said.casefold()):
        kind = kind or _CLASS.get(each)
        if each in _GENDERS and _GENDERS[each] not in grammar:
            grammar.append(_GENDERS[each])
        if each == "proper":
            kind = PartOfSpeech.PROPER_NOUN
    return kind, ", ".join(grammar)
