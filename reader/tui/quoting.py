"""A passage as it is quoted: with where it comes from, and in both languages with who translated it."""

from __future__ import annotations

from collections.abc import Iterable

from articles.cleaning import clean, clean_line
from articles.model import Article
from reader.i18n import _
from reader.translation.engine import Origin, Translation
from reader.tui.page.page import Page
from reader.tui.page.peeking import Cursor


def with_source(quote: str, article: Article) -> str:
    """The passage in quotation marks, and where it comes from: author, title, source, date and address."""
    return f"“{clean(quote)}”\n{source_of(article)}"


def source_of(article: Article) -> str:
    """Where a passage comes from: a line of author, title, source and date, and one with the address."""
    from reader.tui.telling import date_text  # Babel: not before the first picture

    date = date_text(article.published.isoformat()) if article.published is not None else ""
    parts = [article.byline or "", f"“{article.title}”", article.source or "", date]
    line = "— " + ", ".join(clean_line(part, 300) for part in parts if part)
    return f"{line}\n{clean_line(article.url, 2_000)}" if article.url else line


def in_both(page: Page, cursors: Iterable[Cursor]) -> tuple[str, int]:
    """Whole sentences in Portuguese, then in English, then who translated them, then where they come from.

    Returns:
        The text, and how many of the sentences have no English yet.
    """
    portuguese: list[str] = []
    english: list[str] = []
    makers: list[str] = []
    missing, last = 0, -1
    for cursor in cursors:
        source = page.document.segments(cursor.block)[cursor.sentence]
        known = page.english.of(source)
        gap = "" if last < 0 else " " if cursor.block == last or page.document.joined(cursor.block) else "\n\n"
        portuguese.append(gap + source)
        english.append(gap + (known.target if known is not None else "[…]"))
        missing += known is None
        if known is not None and (maker := maker_of(known)) not in makers:
            makers.append(maker)
        last = cursor.block
    said = _("English: {makers}").format(makers="; ".join(makers) if makers else "–")
    parts = ["".join(portuguese), "".join(english), f"{said}\n{source_of(page.document.article)}"]
    return clean("\n\n".join(parts)), missing


def maker_of(translation: Translation) -> str:
    """Who translated: "draft, local 1.0", "refined, google", "human, Ana"; and that a name in it is in doubt."""
    words = {Origin.HUMAN: _("human"), Origin.REFINED: _("refined"), Origin.DRAFT: _("draft")}
    said = [words[translation.origin]]
    if translation.origin is Origin.HUMAN:
        said += [translation.author] if translation.author else []
    else:
        said.append(f"{translation.engine} {translation.version}".strip())
    if translation.unsure and translation.origin is not Origin.HUMAN:
        said.append(_("not sure: {names}").format(names=", ".join(translation.unsure)))
    return clean_line(", ".join(said), 200)
