"""The tables of expressions of time in sentences, and what is found of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from articles.model import Article
from reader.entities.analysis import analyse
from reader.entities.model import Entity, Kind
from reader.entities.rules import RuleRecogniser

FOLDER = Path(__file__).with_name("date_cases")
RECOGNISER = RuleRecogniser()


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence in an article published on a day (None: not known), and each expression with what it means."""

    published: datetime.date | None
    sentence: str
    expected: tuple[str, ...]


def cases(name: str) -> list[Case]:
    """The cases of a table: published day, sentence, and expressions, with tabs between; "-" is none."""
    read = []
    for line in (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            day, sentence, *expected = line.split("\t")
            published = None if day == "-" else datetime.date.fromisoformat(day)
            read.append(Case(published, sentence, tuple(each for each in expected if each != "-")))
    return read


def told(case: Case) -> tuple[str, ...]:
    """What is found in a case's sentence, written as in the table, in the order of the sentence."""
    found = analyse(Article("Título", case.sentence, published=case.published), RECOGNISER)
    rows = [
        (mention.span.start, f"{mention.text} = {_meaning(entity)}")
        for entity in found
        if entity.kind is Kind.DATE
        for mention in entity.mentions
    ]
    return tuple(row for _, row in sorted(rows))


def _meaning(entity: Entity) -> str:
    parts = [entity.date or "?", entity.precision or "none", entity.doubt or ""]
    return " ".join(parts).strip()


def main() -> None:
    """Print how many of each table are right, and those that are not."""
    import sys

    for name in sys.argv[1:] or ["development", "held-out"]:
        table = cases(name)
        wrong = [case for case in table if told(case) != case.expected]
        for case in wrong:
            print(case.published, case.sentence)
            print("    wanted", *case.expected, sep="\n        ")
            print("    found ", *told(case), sep="\n        ")
        print(f"{name}: {len(table) - len(wrong)} of {len(table)} right")


if __name__ == "__main__":
    main()
