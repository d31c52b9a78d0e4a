"""The command ``edit``: a person's English of sentences, set, taken away, listed, undone and done again."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import Any

from articles.cleaning import clean_line
from articles.model import Article
from articles.sentences import sentences
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID
from reader.i18n import _
from reader.translation.edited import BadEdit, Below, Edit
from reader.translation.edits import LONGEST
from reader.translation.engine import Origin, Translation
from reader.translation.memory import key_of

_INDENT = "      "


def edit(options: argparse.Namespace, parts: Composition) -> int:
    """Do what is asked with a person's English.

    Raises:
        Problem: There is no such article or sentence, or nothing to undo.
    """
    from reader.cli.sources import find

    article = find(options.article, parts) if options.article is not None else None
    ident = article.id if article is not None else None
    store = parts.translation.edits
    match options.do:
        case "sentences" if article is not None:
            return _sentences(article, parts, options.format)
        case "set":
            source = _sentence(options.words[0], article)
            return _done(store.save(source, options.words[1], parts.config.author, ident), options.format)
        case "drop":
            return _done(store.drop(_sentence(options.words[0], article), parts.config.author, ident), options.format)
        case "history":
            return _list(store.history(_sentence(options.words[0], article)), options.format)
        case "undo":
            return _list([store.undo(ident)], options.format)
        case "redo":
            return _list([store.redo(ident)], options.format)
        case _:
            return _list(store.entries(ident), options.format)


def _of_article(article: Article) -> list[str]:
    """The title and the sentences of an article: what ``--article`` numbers."""
    return [article.title, *(each.span.of(article.body) for each in sentences(article))]


def _sentence(asked: str, article: Article | None) -> str:
    """The sentence that a word of the command line means.

    Raises:
        BadEdit: The article has no such sentence.
    """
    if article is None:
        return clean_line(asked, limit=LONGEST)
    known = _of_article(article)
    if asked.isascii() and asked.isdecimal() and len(asked) < 10:
        if int(asked) < len(known):
            return known[int(asked)]
        message = _("the article has sentences 0 to {last}, and no {number}").format(last=len(known) - 1, number=asked)
    else:
        key = key_of(clean_line(asked, limit=LONGEST))
        found = next((each for each in known if key_of(each) == key), None)
        if found is not None:
            return found
        message = _("the article has no such sentence")
    raise BadEdit(message, _("reader edit sentences --article {id} shows them").format(id=article.id[:SHORT_ID]))


def _sentences(article: Article, parts: Composition, form: str) -> int:
    known = _of_article(article)
    english = parts.translation.memory.lookup(known)
    if form == "json":
        rows = ((number, source, english.get(source)) for number, source in enumerate(known))
        output.put_json([_sentence_object(*row) for row in rows])
        return 0
    lines: list[str] = []
    for number, source in enumerate(known):
        lines.append(f"{number:>4}  {output.one_line(source)}")
        if source in english:
            lines.append(f"{_INDENT}{english[source].target}  ({_by(english[source])})")
    output.put("\n".join(lines))
    return 0


def _sentence_object(number: int, source: str, english: Translation | None) -> dict[str, Any]:
    return {
        "number": number,
        "source": source,
        "english": english.target if english else None,
        "origin": english.origin.value if english else None,
        "engine": english.engine if english else None,
        "version": english.version if english else None,
        "author": english.author if english else None,
    }


def _done(made: Edit | None, form: str) -> int:
    if made is None:
        output.complain(_("nothing to change: that is what people have said of it already"))
        if form == "json":
            output.put_json([])
        return 0
    return _list([made], form)


def _list(edits: Sequence[Edit], form: str) -> int:
    if form == "json":
        output.put_json([edit_object(each) for each in edits])
    elif edits:
        output.put("\n".join(line for each in edits for line in _lines(each)))
    else:
        output.complain(_("no English was edited"))
    return 0


def edit_object(made: Edit) -> dict[str, Any]:
    """An edit for JSON; ``english`` is null where a person's was taken away, ``below`` where nothing was there."""
    below = made.below
    return {
        "number": made.number,
        "source": made.source,
        "english": made.target or None,
        "author": made.author,
        "article": made.article,
        "made": made.made,
        "undone": made.undone,
        "final": made.final,
        "below": {
            "english": below.target,
            "origin": below.origin.value,
            "engine": below.engine,
            "version": below.version,
            "author": below.author,
        }
        if below
        else None,
    }


def _lines(made: Edit) -> Iterator[str]:
    facts = [
        f"{made.number:>4}  {made.made.isoformat(sep=' ', timespec='minutes')[:16]}",
        made.author,
        _("over: {what}").format(what=_by(made.below)) if made.below else "",
        f"--article {made.article[:SHORT_ID]}" if made.article else "",
        _("undone") if made.undone else "",
    ]
    yield "  ".join(each for each in facts if each)
    yield _INDENT + output.one_line(made.source)
    yield _INDENT + (made.target or _("(taken away)"))


def _by(said: Translation | Below) -> str:
    """Who said it, in a few words."""
    if said.origin is Origin.HUMAN:
        return ", ".join(each for each in (_("human"), said.author) if each)
    words = _("refined by {engine}") if said.origin is Origin.REFINED else _("draft by {engine}")
    return words.format(engine=f"{said.engine} {said.version}".rstrip())
