"""The hand-judged special mentions (``data/README.md``): titles, products, events, quantities and sums of money."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.entities import units
from reader.entities.model import Kind
from reader.entities.quantities import quantity_value
from reader.entities.special import find_special
from reader.entities.works import find_works

DATA = Path(__file__).parent / "data"
SHARED = Path(__file__).parents[3] / "shared" / "data"
KINDS = ("title", "product", "event", "quantity", "money")
Found = tuple[int, int, str | None]


@dataclass(slots=True)
class Tally:
    """What was found of one kind.

    Attributes:
        right: Found as it should be: characters, kind, and for quantities the value.
        wrong: Found where something else stands, or nothing.
        missed: Should be found, and is not, or not so.
        cases: The judged ones.
        errors: What went wrong, for people.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    cases: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what is found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what should be found that is."""
        return self.right / max(1, self.right + self.missed)


def texts(shared: Path = SHARED) -> dict[str, str]:
    """The sentences that the judgements speak of, by their source and their name there."""
    lines = (shared / "flores-dev" / "dev.pt").read_text("utf-8").split("\n")
    found = {f"flores-dev:{number}": line for number, line in enumerate(lines)}
    for split in ("train", "dev"):
        for line in (shared / "ner" / f"uner-bosque-{split}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            found[f"uner-bosque-{split}:{row['id']}"] = row["text"]
    return found


def judged() -> list[dict[str, Any]]:
    """The mentions that were found at first sight, each with its verdict."""
    return [json.loads(line) for line in (DATA / "special.jsonl").read_text("utf-8").splitlines()]


def annotated() -> tuple[list[int], list[dict[str, Any]]]:
    """Lines of FLORES dev that were read whole, and all that is special in them."""
    first, *rest = (DATA / "special_recall.jsonl").read_text("utf-8").splitlines()
    return json.loads(first)["read"], [json.loads(line) for line in rest]


def found_in(sentence: str) -> dict[str, list[Found]]:
    """The special mentions of a sentence as they are found today, by kind."""
    forms = {special.span.start: special.form for special in find_works(sentence)}
    found: dict[str, list[Found]] = {kind: [] for kind in KINDS}
    for mention in find_special(sentence):
        value = None
        if mention.kind is Kind.QUANTITY:
            value = quantity_value(mention.text)
            unit = (value or "").rpartition(" ")[2].partition("/")[0]
            kind = "money" if unit in units.currencies() else "quantity"
        elif mention.kind is Kind.WORK:
            kind = forms.get(mention.span.start, "title")
        elif mention.kind is Kind.EVENT:
            kind = "event"
        else:
            continue
        found[kind].append((mention.span.start, mention.span.end, value))
    return found


def should_be(case: dict[str, Any]) -> Found | None:
    """What is right where a judged mention stands; None where there should be none."""
    if case.get("right", True):
        return case["start"], case["end"], case.get("value")
    want = case.get("want")
    return None if want is None else (want[0], want[1], want[2] if len(want) > 2 else None)


def judge(sentences: dict[str, str], first_sight: bool = False, draw: int = 0) -> dict[str, Tally]:
    """What is found today where something was found at first sight.

    Args:
        sentences: From ``texts``.
        first_sight: Take what was found then, not what is found today.
        draw: Only the cases of this draw, 1 or 2; all for 0.
    """
    tallies = {kind: Tally() for kind in KINDS}
    for case in judged():
        if draw not in (0, case["draw"]):
            continue
        tally = tallies[case["kind"]]
        tally.cases += 1
        text = sentences[case["text"]]
        seen = (case["start"], case["end"], case.get("value"))
        right = should_be(case)
        reach = right or seen
        now = [seen] if first_sight else found_in(text)[case["kind"]]
        there = [each for each in now if each[0] < max(reach[1], seen[1]) and min(reach[0], seen[0]) < each[1]]
        if right is not None and right in there:
            tally.right += 1
            continue
        tally.wrong += bool(there)
        tally.missed += right is not None
        for start, end, value in there:
            tally.errors.append(f"{text[start:end]} {value or ''}: {case.get('why', 'was right once')}".strip())
        if not there and right is not None:
            tally.errors.append(f"not found: {text[right[0] : right[1]]}")
    return tallies


def recall(sentences: dict[str, str]) -> dict[str, Tally]:
    """What is found in the sentences that were read whole."""
    lines, gold = annotated()
    tallies = {kind: Tally() for kind in KINDS}
    for number in lines:
        name = f"flores-dev:{number}"
        text = sentences[name]
        found = found_in(text)
        for kind in KINDS:
            here = [each for each in gold if each["text"] == name and each["kind"] == kind]
            may = {(each["start"], each["end"], each.get("value")) for each in here if "optional" in each}
            true = {(each["start"], each["end"], each.get("value")) for each in here} - may
            ours = set(found[kind]) - may
            tally = tallies[kind]
            tally.cases += len(true)
            tally.right += len(true & ours)
            tally.wrong += len(ours - true)
            tally.missed += len(true - ours)
            tally.errors += [f"not found: {text[start:end]}" for start, end, _ in sorted(true - ours, key=str)]
            tally.errors += [f"{text[start:end]} {value or ''}".strip() for start, end, value in ours - true]
    return tallies


def counts(draw: int) -> Counter[tuple[str, bool]]:
    """How many cases of a draw were judged, by kind and verdict."""
    return Counter((case["kind"], case["right"]) for case in judged() if case["draw"] == draw)
