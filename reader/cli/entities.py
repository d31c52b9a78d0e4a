"""The command ``entities``: who, where and when in an article, or the mentions of each line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from articles.errors import ArticleNotFound, StorageError
from articles.model import Article
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.naming import TRANSLATED, with_english
from reader.entities.headings import HEADINGS
from reader.entities.model import EnglishFrom, Entity, Kind
from reader.i18n import _


def entities(options: argparse.Namespace, parts: Composition) -> int:
    """Print an article's entities, grouped by kind; or the library's, or where those of a name occur.

    Raises:
        Problem: There is no such article, and no such name.
    """
    if options.lines is not None:
        from reader.cli import lines

        return lines.recognise_lines(options.lines, parts)
    from reader.cli.sources import find, is_id
    from reader.entities.foreign import foreign

    if options.all:
        from reader.cli.occurrences import library

        return library(options, parts)
    try:
        article = find(options.article, parts, options.published)
    except ArticleNotFound:
        from reader.cli.occurrences import occurrences

        return occurrences(options, parts)
    if said := foreign(article):
        output.complain(said)
    found = with_english(entities_of(article, parts, stored=is_id(options.article)), parts)
    if options.format == "json":
        from reader.cli.describe import article_object

        output.put_json({"article": article_object(article), "entities": [entity_object(each) for each in found]})
    elif found:
        output.put("\n".join(entity_lines(found)))
    else:
        output.complain(_("nothing found that has a name; reader show prints the text"))
    return 0


def entities_of(article: Article, parts: Composition, *, stored: bool) -> Sequence[Entity]:
    """The entities of an article, those of the library's with the reader's corrections.

    Args:
        article: The article.
        parts: Gives the recogniser and the library.
        stored: Whether the article is the library's: then it is analysed once, and what was found is kept.
    """
    from reader.entities.analysis import analyse

    if not stored:
        return analyse(article, parts.recogniser)
    from reader.entities.corrections.apply import correct

    return correct(recognised(article, parts), parts.corrections.of(article.id), article.body)


def recognised(article: Article, parts: Composition) -> Sequence[Entity]:
    """The entities of an article of the library as they were recognised, now or before."""
    from reader.entities.analysis import analyse

    known = parts.analyses.get(article.id, parts.recogniser, article.published)
    if known is None:
        known = tuple(analyse(article, parts.recogniser))
        try:
            parts.analyses.put(article.id, parts.recogniser, article.published, known)
        except StorageError as error:  # a disk that is full does not keep anybody from reading
            output.complain(_("what was found is not kept: {why}").format(why=error))
    return known


def entity_object(entity: Entity) -> dict[str, Any]:
    """An entity for JSON; null where something is not known, offsets are characters of the article's body."""
    return {
        "name": entity.name,
        "kind": entity.kind.value,
        "english": entity.english,
        "english_from": entity.english_from,
        "role": entity.role,
        "roles": list(entity.roles),
        "date": entity.date,
        "precision": entity.precision,
        "doubt": entity.doubt,
        "value": entity.value,
        "aliases": list(entity.aliases),
        "mentions": [{"start": each.span.start, "end": each.span.end, "text": each.text} for each in entity.mentions],
    }


def entity_lines(found: Sequence[Entity]) -> Iterator[str]:
    """The entities as lines for people: a heading for each kind, the most mentioned first, dates in order."""
    first = True
    for kind, heading in HEADINGS.items():
        group = [each for each in found if each.kind is kind]
        if not group:
            continue
        if not first:
            yield ""
        first = False
        yield f"{_(heading)} ({len(group)})"
        if kind is Kind.DATE:
            from reader.entities.dating.order import LAST, in_time

            group.sort(key=lambda each: in_time(each.date) if each.date else LAST)
        else:
            group.sort(key=lambda each: -len(each.mentions))
        for each in group:
            yield f"  {_line(each)}"


def _line(entity: Entity) -> str:
    from reader.tui.doubts import doubt_text

    told = None
    if entity.value is not None:
        from reader.entities.values import tell
        from reader.i18n import language

        told = tell(entity.value, language())
    english = entity.english
    if english and entity.english_from is EnglishFrom.TRANSLATED:
        english = TRANSLATED + english
    known = [english, entity.date, told, entity.role, doubt_text(entity.doubt) if entity.doubt else None]
    line = " · ".join([entity.name, *(each for each in known if each)])
    if len(entity.mentions) > 1:
        line += f" ({len(entity.mentions)})"
    if not entity.aliases:
        return line
    return _("{line}; also {names}").format(line=line, names=", ".join(entity.aliases))
