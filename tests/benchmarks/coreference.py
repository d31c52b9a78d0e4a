"""B³ and CEAF-e of the merging, on the texts annotated in ``tests/entities/data``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from reader.entities.analysis import analyse
from reader.entities.merging import merge
from reader.entities.model import Entity, Kind, Recogniser
from reader.entities.rules import RuleRecogniser
from tests.entities.gold import Document, GoldEntity, documents
from tests.entities.scoring import Cluster, Score, b_cubed, ceaf_e

KINDS = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


def clusters(entities: Iterable[Entity | GoldEntity]) -> list[Cluster]:
    """The entities of the kinds that are annotated, as the places of their mentions."""
    return [
        frozenset((mention.span.start, mention.span.end) for mention in entity.mentions)
        for entity in entities
        if entity.kind in KINDS
    ]


def answer(document: Document, recogniser: Recogniser | None) -> tuple[Entity, ...]:
    """The entities of a document: of what is recognised in it, or, without a recogniser, of the annotated mentions."""
    if recogniser is not None:
        return analyse(document.article, recogniser)
    return merge(document.mentions, document.article.body, document.article.published)


def report(name: str, chosen: list[Document], recogniser: Recogniser | None, errors: bool) -> None:
    """Print a line of figures for some documents; with ``errors``, what was put together wrongly, or not at all."""
    b3, ceaf = Score(), Score()
    matched = alike = 0
    for document in chosen:
        true = clusters(document.entities)
        entities = answer(document, recogniser)
        said = clusters(entities)
        kinds = {mention.span: entity.kind for entity in entities for mention in entity.mentions}
        found = [mention for mention in document.mentions if mention.span in kinds]
        matched += len(found)
        alike += sum(kinds[mention.span] is mention.kind for mention in found)
        b3 += b_cubed(said, true)
        ceaf += ceaf_e(said, true)
        if errors:
            _show(document, said, true)
    print(
        f"{name:28} {len(chosen):3} texts {b3.true:4.0f} mentions {ceaf.true:4.0f} entities   "
        f"kinds right {alike} of {matched}   "
        + "   ".join(
            f"{name} {s.precision:.3f} {s.recall:.3f} F1 {s.f1:.3f}" for name, s in (("B³", b3), ("CEAF-e", ceaf))
        )
    )


def _show(document: Document, said: list[Cluster], true: list[Cluster]) -> None:
    body = document.article.body
    where = {mention: at for at, cluster in enumerate(true) for mention in cluster}
    for cluster in said:
        if len({where[mention] for mention in cluster if mention in where}) > 1:
            print("  one of several  ", document.id, sorted({body[a:b] for a, b in cluster}))
    where = {mention: at for at, cluster in enumerate(said) for mention in cluster}
    for cluster in true:
        parts = {where.get(mention, -1) for mention in cluster}
        if len(parts - {-1}) > 1:
            print("  several of one  ", document.id, sorted({body[a:b] for a, b in cluster}))
        missed = sorted({body[a:b] for a, b in cluster if (a, b) not in where})
        if missed:
            print("  not recognised  ", document.id, missed)


def main() -> None:
    """Print the figures, with the annotated mentions and with those of the rules."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="the texts kept apart too: look once, when all is done")
    parser.add_argument("--errors", action="store_true", help="print what was merged wrongly")
    options = parser.parse_args()
    everything = list(documents())
    recogniser = RuleRecogniser()
    for kind, used in (("annotated mentions", None), ("mentions of the rules", recogniser)):
        print(kind)
        tuned = [each for each in everything if each.split == "tune"]
        for name, chosen in (
            ("bundled articles", [each for each in tuned if each.source == "bundled"]),
            ("others tuned on", [each for each in tuned if each.source != "bundled"]),
            ("held out", [each for each in everything if each.split == "held-out"] if options.held_out else []),
        ):
            if chosen:
                report(name, chosen, used, options.errors)


if __name__ == "__main__":
    main()
