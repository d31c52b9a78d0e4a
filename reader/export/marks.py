"""Marks and notes for taking along: as Markdown under their articles, and complete as JSON."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.anchoring import Words, find
from articles.cleaning import clean, clean_line
from articles.marks import Listed, Mark
from articles.model import Article, Span
from articles.sentences import sentence_spans
from reader.colours import colour_name
from reader.export.commonmark import escaped
from reader.i18n import _
from reader.translation.engine import Origin, Translation

VERSION = 1
"""The version of the JSON document."""

_UNSAFE = re.compile(r"[<>\\\s]")  # what may not stand in an address between angle brackets


@dataclass(frozen=True, slots=True)
class Shown:
    """A mark with what stands around it.

    Attributes:
        listed: The mark, and what is known of its article.
        sentences: The sentences in which its words stand; none where the article has the words no more.
        english: The English that is kept of them, by the sentence.
    """

    listed: Listed
    sentences: tuple[str, ...]
    english: Mapping[str, Translation]


def gathered(
    listed: Iterable[Listed],
    article_of: Callable[[str], Article],
    english_of: Callable[[Sequence[str]], Mapping[str, Translation]],
) -> Iterator[Shown]:
    """The marks with their sentences, in the order given; those of one article should stand together.

    Args:
        listed: The marks.
        article_of: Gives an article by its whole id.
        english_of: Gives the English that is kept of sentences; no engine is asked.
    """
    for article_id, some in itertools.groupby(listed, key=lambda each: each.mark.article):
        body = article_of(article_id).body
        marks = [(each, _sentences(each.mark, body)) for each in some]
        kept = english_of(list(dict.fromkeys(sentence for _each, found in marks for sentence in found)))
        for each, sentences in marks:
            yield Shown(each, sentences, {key: kept[key] for key in sentences if key in kept})


def origin_of(translation: Translation) -> str:
    """Who made the English, in the interface's language; "" where there was nothing to translate."""
    if translation.origin is Origin.HUMAN:
        return _("human")
    by = clean_line(f"{translation.engine} {translation.version}".rstrip())
    said = _("refined by {engine}") if translation.origin is Origin.REFINED else _("draft by {engine}")
    return said.format(engine=by)


def as_markdown(shown: Iterable[Shown]) -> Iterator[str]:
    """The marks as Markdown, article by article, in pieces; every piece ends in a line feed."""
    yield f"# {escaped(_('Marks and notes'))}\n"
    for _key, some in itertools.groupby(shown, key=_article_key):
        marks = list(some)
        yield "\n".join(["", *_heading(marks[0].listed), ""])
        for each in marks:
            yield "\n".join(["", *_entry(each), ""])


def as_object(shown: Shown) -> dict[str, Any]:
    """All that is known of a mark, for JSON; ``start`` and ``end`` are characters of the article's text."""
    mark, listed = shown.listed.mark, shown.listed
    return {
        "article": {
            "id": mark.article,
            "title": clean_line(listed.title),
            "source": clean_line(listed.source) or None,
            "day": listed.day or None,
            "url": clean_line(listed.url) or None,
            "older": listed.older,
        },
        "start": mark.span.start,
        "end": mark.span.end,
        "quote": mark.quote,
        "prefix": mark.prefix,
        "suffix": mark.suffix,
        "colour": mark.colour,
        "note": clean(mark.note),
        "made": mark.made,
        "first": mark.first or None,
        "lost": mark.lost or None,
        "sentences": [_sentence_object(sentence, shown.english.get(sentence)) for sentence in shown.sentences],
    }


def _sentence_object(sentence: str, english: Translation | None) -> dict[str, Any]:
    return {
        "source": sentence,
        "english": clean(english.target) if english is not None else None,
        "origin": english.origin.value if english is not None else None,
        "engine": english.engine if english is not None else None,
        "version": (english.version or None) if english is not None else None,
    }


def _sentences(mark: Mark, body: str) -> tuple[str, ...]:
    span: Span | None = mark.span
    if mark.span.of(body) != mark.quote:
        span = find(Words(mark.quote, mark.span.start, mark.prefix, mark.suffix), body)
    if span is None:
        return ()
    first = body.rfind("\n", 0, span.start) + 1  # a line feed always ends a sentence
    last = body.find("\n", span.end)
    around = sentence_spans(body, first, len(body) if last < 0 else last)
    return tuple(each.of(body) for each in around if each.start < span.end and each.end > span.start)


def _article_key(shown: Shown) -> tuple[str, bool]:
    return shown.listed.mark.article, shown.listed.older


def _heading(listed: Listed) -> Iterator[str]:
    yield f"## {_line(listed.title)}"
    known = [_line(each) for each in (listed.source, listed.day) if each]
    if listed.url:
        address = _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), listed.url)
        known.append(f"<{clean_line(address, 4_000)}>")
    if listed.older:
        known.append(_line(_("an older version, which has a newer one")))
    yield ""
    yield " · ".join(known) or "–"


def _entry(shown: Shown) -> Iterator[str]:
    mark = shown.listed.mark
    yield from (f"> {line}".rstrip() for line in escaped(clean(mark.quote)).split("\n"))
    said = [_line(colour_name(mark.colour)), mark.made[:10]]
    if mark.lost:
        said.append(_line(_("lost: the newer version does not have these words")))
    yield ">"
    yield f"> — {' · '.join(said)}"
    if mark.first and mark.first != mark.quote:
        yield ""
        yield _line(_("marked as: {words}").format(words=mark.first))
    if mark.note:
        yield ""
        yield escaped(clean(mark.note))
    for sentence in shown.sentences:
        english = shown.english.get(sentence)
        if english is not None:
            yield ""
            yield f"*{_line(english.target)}* ({_line(origin_of(english))})"


def _line(text: str) -> str:
    return escaped(clean_line(text, 10_000))
