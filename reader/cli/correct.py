"""The command ``correct``: the reader's corrections of names, made, listed, undone and done again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from articles.model import Article, Span
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import SHORT_ID
from reader.entities.corrections.model import (
    Add,
    BadCorrection,
    Correction,
    Hide,
    Merge,
    Quote,
    Rename,
    Retype,
    Scope,
    Split,
    Target,
)
from reader.entities.corrections.store import Entry
from reader.entities.gazetteer import fold
from reader.entities.model import Entity, Kind
from reader.i18n import _

_STEP = 50  # waiting articles that are looked at together


def correct(options: argparse.Namespace, parts: Composition) -> int:
    """Make a correction, undo one, do it again, or list them.

    Raises:
        Problem: There is no such entity, article or correction, or several entities are called so.
    """
    article = parts.articles.get(options.article) if options.article is not None else None
    ident = article.id if article is not None else None
    if options.do is None:
        return _list(parts.corrections.entries(ident), options.format)
    if options.do == "undo":
        number = int(options.words[0]) if options.words else None
        entry = parts.corrections.undo(ident) if number is None else parts.corrections.revoke(number)
    elif options.do == "redo":
        entry = parts.corrections.redo(ident)
    else:
        entry = parts.corrections.record(_Asked(options, parts, article).correction(), ident)
    while parts.index.catch_up(_STEP):
        pass
    return _list([entry], options.format)


class _Asked:
    """A correction in the words of a command line.

    Args:
        article: In which it is to hold; None for the library.
    """

    def __init__(self, options: argparse.Namespace, parts: Composition, article: Article | None) -> None:
        self._options = options
        self._parts = parts
        self._article = article
        self._scope = Scope.LIBRARY if article is None else Scope.ARTICLE
        self._kind = Kind(options.kind) if options.kind else None

    def correction(self) -> Correction:
        """What is asked for."""
        first, *rest = self._options.words
        if self._options.do == "add":
            kind = Kind(rest[0])
            name = self._options.entity or first
            return Add(self._quote(first), Target(kind, name), self._scope)
        target = self._target(first, self._kind)
        match self._options.do:
            case "rename":
                return Rename(target, rest[0], self._options.english, self._scope)
            case "english":
                return Rename(target, None, rest[0], self._scope)
            case "merge":
                return Merge(target, self._target(rest[0], None, target.kind), self._scope)
            case "retype":
                return Retype(target, Kind(rest[0]), self._scope)
            case "split":
                return Split(target, self._places(), rest[0])
            case _:
                return Hide(target, self._scope)

    def _target(self, name: str, kind: Kind | None, likely: Kind | None = None) -> Target:
        """The entity of a name; of several the one of the likely kind."""
        article = self._article
        found = self._in_library(name, kind) if article is None else self._in_article(article, name, kind)
        if len(found) > 1 and likely is not None:
            found = [each for each in found if each.kind is likely] or found
        if len(found) > 1:
            kinds = ", ".join(f"{each.name} ({each.kind.value})" for each in found)
            message = _("several are called {name}: {which}").format(name=repr(name), which=kinds)
            raise BadCorrection(message, _("say which by --kind, or give the whole name"))
        if found:
            return found[0]
        if (kind or likely) and self._article is None:  # nothing is called so yet: it will hold when something is
            return Target(kind or likely or Kind.OTHER, name)
        message = _("nothing is called {name} there").format(name=repr(name))
        raise BadCorrection(message, _("reader entities shows the names; --kind corrects what is still to come"))

    def _in_article(self, article: Article, name: str, kind: Kind | None) -> list[Target]:
        from reader.cli.entities import entities_of

        found = [each for each in entities_of(article, self._parts, stored=True) if kind is None or each.kind is kind]
        folded = fold(name)
        exact = [each for each in found if folded in (fold(each.name), fold(each.date or ""), fold(each.value or ""))]
        return [Target.of(each, article.body) for each in exact or [each for each in found if _called(each, folded)]]

    def _in_library(self, name: str, kind: Kind | None) -> list[Target]:
        known = self._parts.index.find(name, kind)
        itself = [each for each in known if self._parts.index.is_name(each.kind, name)]
        return [Target(each.kind, name) for each in itself] or [Target(each.kind, each.name) for each in known]

    def _quote(self, words: str) -> Quote:
        """The words as a place: of an article where it is said or where they first stand, of the library anywhere."""
        body = self._article.body if self._article is not None else words
        at = self._options.at[0] if self._options.at else body.find(words)
        if at < 0 or body[at : at + len(words)] != words:
            message = _("the words {words} do not stand there").format(words=repr(words))
            raise BadCorrection(message, _("copy them from the article: reader show prints it"))
        return Quote.of(Span(at, at + len(words)), body)

    def _places(self) -> tuple[Quote, ...]:
        body = self._article.body if self._article is not None else ""
        ends = [(at, _word_end(body, at)) for at in self._options.at]
        return tuple(Quote.of(Span(at, end), body) for at, end in ends)


def _called(entity: Entity, folded: str) -> bool:
    return folded in {fold(form) for form in (*entity.aliases, entity.english or "")}


def _word_end(body: str, at: int) -> int:
    """Where the word that stands there ends."""
    end = at
    while end < len(body) and body[end].isalnum():
        end += 1
    return end


def _list(entries: Sequence[Entry], form: str) -> int:
    if form == "json":
        output.put_json([entry_object(each) for each in entries])
    elif entries:
        output.put("\n".join(map(_line, entries)))
    else:
        output.complain(_("no correction was made"))
    return 0


def entry_object(entry: Entry) -> dict[str, Any]:
    """A correction for JSON; ``article`` is the id of the one in which it was made, or null."""
    made = entry.correction
    said: dict[str, Any] = {
        "number": entry.number,
        "do": type(made).__name__.lower(),
        "scope": entry.scope.value,
        "article": entry.article,
        "kind": made.target.kind.value,
        "name": made.target.name,
        "made": entry.made,
        "undone": entry.undone,
    }
    match made:
        case Rename(_, name, english, _):
            said |= {"to": name, "english": english}
        case Merge(_, into, _):
            said |= {"to": into.name, "to_kind": into.kind.value}
        case Split(_, quotes, name, _):
            said |= {"to": name, "places": [{"start": each.start, "text": each.text} for each in quotes]}
        case Retype(_, kind, _):
            said |= {"to_kind": kind.value}
        case Add(quote, _, _):
            said |= {"words": quote.text}
    return said


def _line(entry: Entry) -> str:
    """A correction as a line, in the words of the command."""
    said = entry_object(entry)
    to = [said[each] for each in ("to", "to_kind", "words") if said.get(each)]
    english = [f"--english {said['english']}"] if said.get("english") is not None else []
    where = f"--article {entry.article[:SHORT_ID]}" if entry.scope is Scope.ARTICLE and entry.article else "library"
    parts = [
        f"{entry.number:>4}",
        said["do"],
        f"{said['name']} ({said['kind']})",
        *(["→", *to] if to else []),
        *english,
    ]
    undone = [_("undone")] if entry.undone else []
    return "  ".join([" ".join(parts), where, *undone])
