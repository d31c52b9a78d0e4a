"""Notes that are being typed: what each is kept under."""

from __future__ import annotations

from articles.model import Span


def draft_name(article_id: str, span: Span) -> str:
    """What the note to a stretch is kept under while it is typed."""
    return f"note:{article_id}:{span.start}:{span.end}"
