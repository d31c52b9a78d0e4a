"""The reader's own words in the text: who translated what was unfolded, and what is known of the article."""

from __future__ import annotations

from collections.abc import Sequence

from articles.cleaning import mask
from articles.model import Span
from reader.i18n import _
from reader.translation.engine import Origin, Translation
from reader.tui.page.cells import wrap
from reader.tui.page.document import Document
from reader.tui.page.english import English
from reader.tui.page.rows import Piece, Row, Voice


def labels(english: English, segments: Sequence[str], width: int, which: Span) -> list[Row]:
    """Who translated what was unfolded, or why it is not there: one short row of the reader's own words."""
    said: list[str] = []
    for segment in segments[which.start : which.end]:
        label = _label(english.of(segment), english.failure(segment))
        if label not in said:
            said.append(label)
    text = mask("  ".join(said))
    return [Row((Piece(2, Voice.FURNITURE, 0, text[start:end]),)) for start, end in wrap(text, max(1, width - 2))]


def _label(translation: Translation | None, failure: str | None) -> str:
    if translation is not None:
        origin = {"human": _("human"), "refined": _("refined"), "draft": _("draft")}[translation.origin.value]
        if translation.origin is Origin.HUMAN:
            return " · ".join(filter(None, [f"— {origin}", translation.author]))
        doubt = _("not sure: {names}").format(names=", ".join(translation.unsure)) if translation.unsure else ""
        return " · ".join(filter(None, [f"— {origin}", translation.engine, doubt]))
    return f"— {failure}" if failure is not None else _("— translating…")


def particulars(document: Document, width: int) -> list[Row]:
    """Under the title: who wrote it, where and when it was published."""
    article = document.article
    known = [article.byline, article.source, document.date]
    text = mask(" · ".join(part for part in known if part))
    return [Row((Piece(0, Voice.FURNITURE, 0, text[start:end]),)) for start, end in wrap(text, width)]
