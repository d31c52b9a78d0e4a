"""The command ``translate``: an article's English, or a line for a line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.english import EnglishArticle, Said, stand_in
from reader.i18n import _, ngettext
from reader.translation.alignment.model import Alignment
from reader.translation.engine import Translation
from reader.translation.service import NO_ENGINE

_NAMED = 5  # names that a warning tells


def translate(options: argparse.Namespace, parts: Composition) -> int:
    """Print the English; where it comes from is told on stderr, so that stdout holds nothing else.

    Raises:
        Problem: There is no such article, or not one sentence could be translated.
    """
    if options.lines is not None:
        from reader.cli.lines import translate_lines

        return translate_lines(options.lines, parts)
    from reader.cli import glossing
    from reader.cli.sources import find, is_id

    article = find(options.article, parts)
    glossary = glossing.of_article(article, parts, stored=is_id(options.article))
    english = parts.translation.english.of_article(article, glossary)
    if options.format == "json":
        output.put_json(english_object(english))
    else:
        paragraphs = [english.text(said) for _, said in english.paragraphs]
        output.put("\n\n".join([english.title.text, *paragraphs]))
    warn(english)
    if options.format == "text":
        output.complain(_("English: {origin}").format(origin=english.origin()))
    return 0


def warn(english: EnglishArticle) -> None:
    """Tell why sentences have no English, when some have none, or only a draft in place of the engine's work."""
    problems = english.problems()
    if english.stood_in is not None and not problems:
        output.complain(stand_in(english.stood_in))
    if problems:
        count = len(problems)
        what = ngettext("{count} sentence has no English: {why}", "{count} sentences have no English: {why}", count)
        output.complain(what.format(count=count, why=problems[0]))
    if doubted := english.doubted():
        names = list(dict.fromkeys(name for each in doubted for name in each))
        what = ngettext(
            "in {count} sentence the names are not sure: {names}",
            "in {count} sentences the names are not sure: {names}",
            len(doubted),
        )
        said = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
        output.complain(what.format(count=len(doubted), names=said))


def english_object(english: EnglishArticle) -> dict[str, Any]:
    """The article and its English for JSON; ``start`` and ``end`` are characters of its body.

    Says for each sentence which words became which, so this loads the local model's weights where they are there.
    """
    from reader.cli.describe import article_object

    title, *sentences = _with_alignment(list(english.said()))
    places = [number for number, (_, said) in enumerate(english.paragraphs) for _each in said]
    return {
        "article": article_object(english.article),
        "title": title,
        "sentences": [{"paragraph": number, **each} for number, each in zip(places, sentences, strict=True)],
    }


def _with_alignment(said: Sequence[Said]) -> list[dict[str, Any]]:
    """The sentences for JSON; those without English have no alignment."""
    import os

    # The matrices are small: a second thread of the arithmetic costs more than it brings. Heard before numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from reader.translation.alignment.choosing import aligner

    pairs = [(each.source, each.answer.target) for each in said if isinstance(each.answer, Translation)]
    made = iter(aligner().align_many(pairs) if pairs else ())
    return [_said(each, next(made) if isinstance(each.answer, Translation) else None) for each in said]


def _said(said: Said, alignment: Alignment | None) -> dict[str, Any]:
    answer = said.answer if isinstance(said.answer, Translation) else None
    return {
        "start": said.span.start if said.span else None,
        "end": said.span.end if said.span else None,
        "source": said.source,
        "english": answer.target if answer else None,
        "origin": answer.origin.value if answer else None,
        "engine": answer.engine if answer else None,
        "version": answer.version if answer else None,
        "author": answer.author if answer else "",
        "created": answer.created if answer and answer.engine != NO_ENGINE else None,
        "alignment": [
            [each.source.start, each.source.end, each.target.start, each.target.end] for each in alignment.links
        ]
        if alignment
        else None,
        "alignment_by": alignment.made_by if alignment else None,
        "unsure": list(answer.unsure) if answer else [],
    }
