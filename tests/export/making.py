"""Articles to export: with every kind of markup, several parts, names, marks, mixed English; and hostile ones."""

from __future__ import annotations

import datetime

from articles.formats import read_article
from articles.marks import Mark
from articles.model import Article, Span
from articles.sentences import sentence_spans
from reader.entities.analysis import analyse
from reader.entities.rules import RuleRecogniser
from reader.export.gathering import gather
from reader.export.model import Exported
from reader.translation.engine import Origin, Translation

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)

RICH = """\
---
title: Kim visita <fábrica> & "aviões"
byline: Ana Souza
source: Folha do Teste
url: https://example.org/kim?a=1&b=2#x
published: 2023-09-15
language: pt-BR
tags: [mundo, "aviação & guerra"]
---

O líder Kim Jong Un visitou **nesta sexta-feira (15)** uma *fábrica* na Rússia. Ele viu o [novo *avião*](https://example.org/a).

## Um intertítulo

> Foi um bom encontro, disse Vladimir Putin.
>
> E foi breve.

![Kim olha um caça](foto.jpg)

- primeiro item
- segundo item, com `código`

3. terceiro
4. quarto

```
if x < 3:
    y = "&amp;"
```

Minha terra tem palmeiras,\\
Onde canta o sabiá.

مرحبا بالعالم, disse ele. Uma família: 👨‍👩‍👧 e um café.
"""

BOOK = """\
---
title: Um livro
language: pt-PT
---

Antes de tudo.

# Capítulo um

O presidente Lula falou em Lisboa.

## Um intertítulo

Mais texto.

# Capítulo dois

O fim.
"""

ORIGINS = (Origin.DRAFT, Origin.REFINED, Origin.HUMAN)


def article(text: str = RICH) -> Article:
    """An article of Markdown."""
    return read_article(text.encode(), "article.md")


def translated(text: str, number: int) -> Translation:
    """A translation of a sentence, of one of three origins."""
    origin = ORIGINS[number % 3]
    engine = ("local", "google", "human")[number % 3]
    return Translation(text, f"English of: {text}", origin, engine, "1.2" if engine == "local" else "", NOON, author="")


def english(_article: Article, sources: object) -> dict[str, Translation]:
    """English for all but each fifth sentence."""
    assert isinstance(sources, list)
    return {each: translated(each, number) for number, each in enumerate(sources) if number % 5 != 4}


def marks(made: Article) -> list[Mark]:
    """The first sentence with a note, and a stretch over the end of a paragraph."""
    spans = sentence_spans(made.body)
    first, later = spans[0], Span(spans[1].start + 3, min(len(made.body), spans[1].end + 8))
    return [
        Mark(first, first.of(made.body), "green", "uma nota\nde duas linhas <b>", "2026-11-20T10:00:00+00:00", 1),
        Mark(later, later.of(made.body), "", "", "2026-11-21T10:00:00+00:00", 2),
    ]


def exported(text: str = RICH, *, bilingual: bool = True, bare: bool = False) -> Exported:
    """An article with all that goes out with it."""
    made = article(text)
    if bare:
        return gather(made, english if bilingual else None)
    return gather(made, english if bilingual else None, analyse(made, RuleRecogniser()), marks(made))
