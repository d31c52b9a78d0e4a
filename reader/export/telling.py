"""What an export says of itself in words: source and dates, who made the English, who, where and when."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reader.entities.headings import HEADINGS
from reader.entities.model import EnglishFrom, Entity, Kind
from reader.export.model import Exported
from reader.i18n import _N, _, language, ngettext
from reader.translation.engine import Origin, Translation

KIND = {
    Kind.PERSON: _N("person"),
    Kind.ORGANISATION: _N("organisation"),
    Kind.PLACE: _N("place"),
    Kind.DATE: _N("date"),
    Kind.QUANTITY: _N("quantity"),
    Kind.WORK: _N("work"),
    Kind.EVENT: _N("event"),
    Kind.OTHER: _N("other"),
}


def by(made: Translation) -> str:
    """Who made a sentence's English: "draft by local 1.2"."""
    if made.origin is Origin.HUMAN:
        return _("by {author}").format(author=made.author) if made.author else _("by a person")
    engine = f"{made.engine} {made.version}".rstrip()
    said = _("refined by {engine}") if made.origin is Origin.REFINED else _("draft by {engine}")
    return said.format(engine=engine)


def english_told(exported: Iterable[Exported]) -> str:
    """Who made the English, in a line: "English: 34 sentences drafted by local 1.2, 3 refined by google; 2 missing"."""
    made: Counter[tuple[Origin, str]] = Counter()
    missing = 0
    for each in exported:
        missing += each.missing
        made.update(_maker(said.made) for said in each.sentences() if said.made is not None)
    return english_counted(made, missing)


def english_counted(made: Counter[tuple[Origin, str]], missing: int) -> str:
    """The same of what was counted."""
    parts = []
    for number, ((origin, who), count) in enumerate(made.most_common()):
        parts.append(_share(origin, who, count, first=number == 0))
    if missing:
        parts.append(
            ngettext("{count} sentence without English", "{count} sentences without English", missing).format(
                count=missing
            )
        )
    return _("English: {parts}").format(parts=", ".join(parts) or _("none needed"))


def makers(exported: Exported) -> Counter[tuple[Origin, str]]:
    """How many sentences of it were made by whom."""
    return Counter(_maker(said.made) for said in exported.sentences() if said.made is not None)


def _maker(made: Translation) -> tuple[Origin, str]:
    if made.origin is Origin.HUMAN:
        return made.origin, made.author
    return made.origin, f"{made.engine} {made.version}".rstrip()


def _share(origin: Origin, who: str, count: int, *, first: bool) -> str:
    if first:
        said = {
            Origin.DRAFT: ngettext("{count} sentence drafted by {who}", "{count} sentences drafted by {who}", count),
            Origin.REFINED: ngettext("{count} sentence refined by {who}", "{count} sentences refined by {who}", count),
            Origin.HUMAN: ngettext("{count} sentence by {who}", "{count} sentences by {who}", count),
        }[origin]
    else:
        said = {
            Origin.DRAFT: ngettext("{count} drafted by {who}", "{count} drafted by {who}", count),
            Origin.REFINED: ngettext("{count} refined by {who}", "{count} refined by {who}", count),
            Origin.HUMAN: ngettext("{count} by {who}", "{count} by {who}", count),
        }[origin]
    return said.format(count=count, who=who or _("a person"))


def facts(exported: Exported) -> list[tuple[str, str]]:
    """What is known of an article beside its title, each with its name; the address comes last."""
    article = exported.article
    published = article.published.isoformat() if article.published else None
    if article.moment is not None:
        published = article.moment.isoformat(timespec="minutes")
    known = [
        (_("Author"), article.byline),
        (_("Source"), article.source),
        (_("Published"), published),
        (_("Language"), article.language),
        (_("Tags"), ", ".join(article.tags)),
        (_("Address"), article.url),
    ]
    return [(name, text) for name, text in known if text]


def exported_told(now: datetime.datetime) -> str:
    """When and with what it was exported."""
    from reader import __version__

    return _("Exported on {day} with reader {version}").format(day=now.date().isoformat(), version=__version__)


def grouped(entities: Sequence[Entity]) -> Iterator[tuple[Kind, list[Entity]]]:
    """The names by kind: the most mentioned first, dates in order of time."""
    from reader.entities.dating.order import LAST, in_time

    for kind in HEADINGS:
        group = [each for each in entities if each.kind is kind]
        if kind is Kind.DATE:
            group.sort(key=lambda each: in_time(each.date) if each.date else LAST)
        else:
            group.sort(key=lambda each: -len(each.mentions))
        if group:
            yield kind, group


def entity_told(entity: Entity) -> str:
    """What is known of a name beside itself: its English, its day, its role; "" where nothing is."""
    english = entity.english
    if english and entity.english_from is EnglishFrom.TRANSLATED:
        english = f"~{english}"
    value = None
    if entity.value is not None:
        from reader.entities.values import tell

        value = tell(entity.value, language())
    return " · ".join(filter(None, (english, entity.date, value, entity.role)))


def entity_line(entity: Entity) -> str:
    """A name on one line, with what is known of it, how often it is mentioned, and its other forms."""
    line = " · ".join(filter(None, (entity.name, entity_told(entity))))
    if len(entity.mentions) > 1:
        line += f" ({len(entity.mentions)})"
    return _("{line}; also {names}").format(line=line, names=", ".join(entity.aliases)) if entity.aliases else line
