"""An item of a feed to an article of the library."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from dataclasses import dataclass

from articles.cleaning import clean_line
from articles.feeds.fragments import Body, body_of
from articles.feeds.model import Entry, Wholeness
from articles.formats.frontmatter import normal_language
from articles.formats.languages import guess_language
from articles.formats.titles import title_from
from articles.model import PARAGRAPH_BREAK, Article, Markup

SUMMARY_TAG = "summary"
"""The tag of an article that has only what the feed says of it."""

_FEW_WORDS = 12  # a summary so short may stand under any title ("Comments"): it needs its own to be told from others
_WHOLE_WORDS = 40  # a text in full has more, unless it says that it was cut
_LONG_SUMMARY = 250  # words: what has so many where a summary is expected is the text

_word = re.compile(r"[^\W_]\S*")


@dataclass(frozen=True, slots=True)
class Draft:
    """The article that an item is to become.

    Attributes:
        article: The article, but for its language: finding that out costs more than all the rest, and of most items
            of a feed nothing has changed.
        declared: The language that the feed declares; "" where it does not.
        wholeness: How much of its text it has.
        digest: Says what the feed said of it: the same for the same words.
    """

    article: Article
    declared: str
    wholeness: Wholeness
    digest: str

    def finished(self) -> Article:
        """The article with its language."""
        return dataclasses.replace(self.article, language=_language(self.declared, self.article.body))


def draft_of(entry: Entry, source: str, tags: tuple[str, ...] = ()) -> Draft | None:
    """The article that an item is to become; None where it has no words at all.

    Args:
        entry: The item.
        source: The publication: the title of the feed.
        tags: The tags that the reader gives to all of the feed's.
    """
    body, wholeness = _body(entry)
    if not body.text and not entry.title:
        return None
    title = entry.title or title_from(body.text)
    if wholeness is Wholeness.SUMMARY and _count(body.text) < _FEW_WORDS:
        body = under_title(body, title)
    mark = (SUMMARY_TAG,) if wholeness is Wholeness.SUMMARY else ()
    article = Article(
        title=title,
        body=body.text,
        byline=entry.byline,
        source=clean_line(source, 300) or None,
        url=entry.url,
        published=entry.day,
        moment=entry.moment,
        tags=tuple(dict.fromkeys((*tags, *mark, *entry.tags))),
        markup=body.markup,
    )
    said = f"{title}\0{body.text}".encode("utf-8", "surrogatepass")
    return Draft(article, entry.language, wholeness, hashlib.sha256(said).hexdigest()[:32])


def under_title(body: Body, title: str) -> Body:
    """The body with the title as its first paragraph: what tells two short texts apart."""
    if body.text.startswith(title):
        return body
    if not body.text:
        return Body(title)
    by = len(title) + len(PARAGRAPH_BREAK)
    moved = tuple(Markup(each.span.shifted(by), each.kind, each.value) for each in body.markup)
    return Body(title + PARAGRAPH_BREAK + body.text, moved, body.cut)


def _body(entry: Entry) -> tuple[Body, Wholeness]:
    full = body_of(entry.content, entry.title) if entry.content else Body("")
    short = body_of(entry.summary, entry.title) if entry.summary else Body("")
    if full.text and (not full.cut or len(full.text) > len(short.text)) and len(full.text) >= len(short.text):
        whole = not full.cut and _count(full.text) >= _WHOLE_WORDS
        return full, Wholeness.WHOLE if whole else Wholeness.SUMMARY
    whole = not short.cut and _count(short.text) >= _LONG_SUMMARY
    return short, Wholeness.WHOLE if whole else Wholeness.SUMMARY


def _count(text: str) -> int:
    return sum(1 for _ in _word.finditer(text))


def _language(declared: str, text: str) -> str:
    """What the text looks like; where that is only "Portuguese", the variant that the feed declares."""
    guessed = guess_language(text)
    if guessed != "pt" or not declared:
        return guessed
    try:
        tag = normal_language(declared)
    except ValueError:
        return guessed
    return tag if tag.split("-")[0] == "pt" else guessed
