"""Terms, and which of them a sentence holds."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.model import Span
from reader.translation.glossary.wording import APOSTROPHES, HYPHENS, Words, one_form

_SHORTEST_LOUD = 4  # letters of a name that is found in capitals: "UE" may stand for another word


class TermKind(enum.StrEnum):
    """What a term names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"
    TERM = "term"
    """A word of a subject, no name: found whatever its capitals are."""


class TermOrigin(enum.StrEnum):
    """Who says how a term is rendered, the one that wins last."""

    ENTITY = "entity"
    """The article's names, as the sidebar shows them."""
    LIBRARY = "library"
    """The reader's own, for all articles."""
    ARTICLE = "article"
    """The reader's own, for one article."""

    @property
    def rank(self) -> int:
        """Higher wins: 0 for an entity's, 1 for the library's, 2 for the article's."""
        return ("entity", "library", "article").index(self.value)


@dataclass(frozen=True, slots=True)
class Term:
    """A Portuguese name or term and its English.

    Attributes:
        source: As the article writes it; clean, on one line.
        target: How it is to be rendered; the same as ``source`` for a name that stays.
        kind: What it names.
        origin: Who says so.
        sure: Whether the English is known, rather than only translated: what is not sure is never forced on a
            sentence.
    """

    source: str
    target: str
    kind: TermKind = TermKind.NAME
    origin: TermOrigin = TermOrigin.LIBRARY
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A term where it stands in a sentence; ``span`` is characters of the sentence."""

    span: Span
    term: Term


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term ready to be compared: its words as they are written, and what stands around them."""

    term: Term
    words: str
    before: str
    after: str


class Glossary:
    """Terms, ready to be found in sentences. Immutable; safe to use from several threads.

    A name stands in a sentence where its words do with the same capitals (the first letter of a sentence apart), a
    ``TermKind.TERM`` whatever the capitals, but not as a part of a word joined by a hyphen or an apostrophe. Between
    words a hyphen is as good as a space; kinds of space and apostrophe, and composed or decomposed letters, do not
    matter. How long that takes depends on the sentence, not on how many terms there are.

    Args:
        terms: Of those with the same source, the one of the highest origin counts, and of these the last.
        base: Terms that hold too, where none of these stands at the same place and is of an origin at least as high:
            so that many terms are made ready once for many glossaries.
    """

    def __init__(self, terms: Iterable[Term] = (), base: Glossary | None = None) -> None:
        best: dict[tuple[str, str], _Entry] = {}
        index: dict[str, list[_Entry]] = {}
        lengths: dict[str, set[int]] = {}
        for term in terms:
            words = Words(term.source)
            if not words.count:
                continue
            last = words.count - 1
            core = words.folded(0, last)
            entry = _Entry(term, words.exact(0, last), words.before().lstrip(), words.after().rstrip())
            key = core, f"{entry.before}\t{entry.after}\t{'' if term.kind is TermKind.TERM else entry.words}"
            if key in best and term.origin.rank < best[key].term.origin.rank:
                continue
            if key in best:
                index[core].remove(best[key])
            best[key] = entry
            index.setdefault(core, []).append(entry)
            lengths.setdefault(words.folded(0, 0), set()).add(words.count)
        self._own = tuple(each.term for each in best.values())
        self._base = base or None
        self._index = {core: tuple(entries) for core, entries in index.items()}
        self._lengths = {first: tuple(sorted(counts, reverse=True)) for first, counts in lengths.items()}

    def __bool__(self) -> bool:
        return bool(self._own or self._base)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms that may be found; of those with the same source the one that wins."""
        best: dict[str, Term] = {}
        layer: Glossary | None = self
        while layer is not None:
            for term in layer._own:
                key = identity(term)
                if key not in best or term.origin.rank > best[key].origin.rank:
                    best[key] = term
            layer = layer._base
        return tuple(best.values())

    def hits(self, sentence: str) -> tuple[Hit, ...]:
        """The terms that stand in a sentence, in order and never overlapping; at each place the longest.

        A sentence that is all in capitals has its names in capitals too. Of two equally long
        the one of the higher origin wins; then a name before a ``TermKind.TERM``.
        """
        words = Words(sentence)
        found: list[Hit] = []
        end = 0  # of the last one
        for first in range(words.count):
            if words.start(first) < end:
                continue
            best: tuple[tuple[int, int, bool], Span, Term] | None = None
            for span, term in self._at(words, first):
                rank = len(span), term.origin.rank, term.kind is not TermKind.TERM
                if span.start >= end and (best is None or rank > best[0]):
                    best = rank, span, term
            if best is not None:
                end = best[1].end
                found.append(Hit(Span(words.place(best[1].start), words.place(end)), best[2]))
        return tuple(found)

    def digest(self, sentence: str) -> str:
        """What names the terms that touch a sentence and their English: 16 hexadecimal digits; "" for none."""
        return digest(self.hits(sentence))

    def _at(self, words: Words, first: int) -> Iterator[tuple[Span, Term]]:
        """The terms that stand there with this as their first word, of these and of those below."""
        start = words.folded(first, first)
        layer: Glossary | None = self
        while layer is not None:
            for count in layer._lengths.get(start, ()):
                last = first + count - 1
                entries = layer._index.get(words.folded(first, last), ()) if last < words.count else ()
                for entry in entries:
                    span = _span(words, first, last, entry)
                    if span is not None:
                        yield span, entry.term
            layer = layer._base


EMPTY = Glossary()
"""No terms at all."""


def digest(hits: Sequence[Hit]) -> str:
    """What names these terms and their English: 16 hexadecimal digits; "" where there are none."""
    if not hits:
        return ""
    import hashlib  # loads a cryptographic library: only where there is a term

    said = "\n".join(sorted({f"{(t := hit.term).source}\t{t.target}\t{t.kind.value}\t{t.sure}" for hit in hits}))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def identity(term: Term) -> str:
    """By what two terms are the same one: a name's words with their capitals, a ``TermKind.TERM`` without.

    "" where the source has no word: such a term is never found.
    """
    words = Words(term.source)
    if not words.count:
        return ""
    said = words.folded if term.kind is TermKind.TERM else words.exact
    sign = "term" if term.kind is TermKind.TERM else "name"
    return f"{sign}:{words.before().lstrip()}{said(0, words.count - 1)}{words.after().rstrip()}"


def _span(words: Words, first: int, last: int, entry: _Entry) -> Span | None:
    """Where a term stands, given that its words are these but for capitals; None if it does not."""
    if entry.term.kind is not TermKind.TERM and not _same_name(words, first, last, entry.words):
        return None
    text = words.text
    start, end = words.start(first) - len(entry.before), words.end(last) + len(entry.after)
    if start < 0 or one_form(text[start : words.start(first)]) != entry.before:
        return None
    if one_form(text[words.end(last) : end]) != entry.after:
        return None
    if entry.term.kind is TermKind.TERM and (_joined(text, start - 1, -1) or _joined(text, end, 1)):
        return None
    return Span(start, end)


def _same_name(words: Words, first: int, last: int, name: str) -> bool:
    here = words.exact(first, last)
    if here == name:
        return True
    if here.isupper() and len(here) >= _SHORTEST_LOUD and here == name.upper() and words.is_loud():
        return True
    return first == 0 and name[:1].islower() and here[:1].lower() == name[:1] and here[1:] == name[1:]


def _joined(text: str, sign: int, step: int) -> bool:
    """Whether the character there joins what stands before it to what stands after it: "franco-atirador"."""
    if not 0 <= sign < len(text) or text[sign] not in HYPHENS + APOSTROPHES:
        return False
    beyond = sign + step
    return 0 <= beyond < len(text) and (text[beyond].isalnum() or text[beyond] == "_")
