"""The hand-made coreference annotation (``data/README.md``), with the texts it speaks of."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from articles.bundled import bundled
from articles.model import Article, Span
from reader.entities.model import Kind, Mention

DATA = Path(__file__).parent / "data" / "coreference.json"
SHARED = Path(__file__).parents[3] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One entity: its kind, and the mentions as annotated."""

    kind: Kind
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """An annotated text.

    Attributes:
        id: Its name in its source.
        source: "bundled", "bosque-train" or "flores-dev".
        split: "tune", or "held-out": looked at once, when all was done.
        article: The text.
        entities: In the order of their first mentions.
        written: The texts of the mentions as the annotation has them; empty where it has only offsets.
    """

    id: str
    source: str
    split: str
    article: Article
    entities: tuple[GoldEntity, ...]
    written: tuple[str, ...]

    @property
    def mentions(self) -> list[Mention]:
        """All mentions, in the order of the text."""
        return sorted(mention for entity in self.entities for mention in entity.mentions)


def documents(shared: Path | None = SHARED) -> Iterator[Document]:
    """The annotated documents; of the bundled articles alone where the folder ``shared/data`` is not there."""
    articles = {each.name: each.article for each in bundled()}
    if shared is not None and shared.is_dir():
        articles |= {f"bosque-train/{key}": Article(key, body) for key, body in _bosque(shared).items()}
        lines = (shared / "flores-dev" / "dev.pt").read_text("utf-8").split("\n")
    else:
        lines = []
    for row in json.loads(DATA.read_text("utf-8")):
        name, source = row["id"], row["source"]
        if source == "flores-dev" and lines:
            first, last = map(int, name.split("-"))
            article: Article | None = Article(name, "\n".join(line.strip() for line in lines[first - 1 : last]))
        else:
            article = articles.get(name if source == "bundled" else f"{source}/{name}")
        if article is not None:
            yield _document(row, article)


def _bosque(shared: Path) -> dict[str, str]:
    """The extracts of Bosque: the sentences whose ids differ in what follows the last hyphen, a line for each."""
    found: dict[str, list[str]] = {}
    for line in (shared / "ner" / "uner-bosque-train.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["id"].rpartition("-")[0], []).append(row["text"])
    return {key: "\n".join(texts) for key, texts in found.items()}


def _document(row: dict, article: Article) -> Document:
    entities, written = [], []
    for entity in row["entities"]:
        kind = Kind(entity["kind"])
        spans = []
        for start, end in entity["mentions"]:
            if isinstance(end, str):
                written.append(end)
                end = start + len(end)
            spans.append(Span(start, end))
        entities.append(GoldEntity(kind, tuple(Mention(span, kind, span.of(article.body)) for span in spans)))
    if article.published is None:
        article = Article(article.title, article.body, published=datetime.date(1995, 1, 1))
    return Document(row["id"], row["source"], row["split"], article, tuple(entities), tuple(written))
