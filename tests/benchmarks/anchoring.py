"""How often marks are found again in a changed text: at the right place, at a wrong one, or not at all.

``make bench BENCH=anchoring ARGS="--marks 12"``. Random stretches, short ones and long ones, of articles that are then
changed in a known way, so that it is known where each stretch ought to be. Two ways: carried (the old text is there),
and found (only the words and what is around them, as from a file). For each threshold the marks of every second article
are counted; what holds with the chosen ones is counted on the others. Without ``../shared`` there are only the bundled
articles. Right: more than half of what is found and meant is the same. Wrong: any other place, and any place for words
that are gone.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from articles import anchoring, carrying
from articles.anchoring import Words, find
from articles.bundled import bundled
from articles.carrying import Carrier
from articles.model import Span, paragraph_spans
from articles.sentences import sentence_spans

SHARED = Path(__file__).resolve().parents[3] / "shared"
THRESHOLDS = (0.4, 0.5, 0.6, 0.7, 0.8)
HEADS = "  right  wrong   lost"
SPARE = "Enquanto isso, os vizinhos fizeram outra festa no jardim da escola, com música antiga e bolos de laranja."

Edit = tuple[int, int, str]
Changed = tuple[str, Span | None]
Counts = Counter[tuple[str, str]]
Change = Callable[[random.Random, str, Span], Changed]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--marks", type=int, default=2, help="stretches of each article and kind of change")
    parser.add_argument("--errors", action="store_true", help="print what came to a wrong place, on the second half")
    options = parser.parse_args()
    texts = list(_texts())
    halves = texts[0::2], texts[1::2]
    print(f"{len(texts)} articles, {options.marks} marks for each kind of change ({len(CHANGES)}), short and long")
    chosen = anchoring.ALIKE
    for name in ("carried", "found"):
        print(f"\n{name}, {len(halves[0])} articles to choose by: long words, short words\nthreshold" + HEADS * 2)
        for threshold in THRESHOLDS:
            kinds = _counted(halves[0], name, threshold, options.marks)
            print(f"      {threshold:.2f}{_both(kinds.values())}")
        kinds = _counted(halves[1], name, chosen, options.marks, show=options.errors)
        print(f"\n{name}, the other {len(halves[1])}, at {chosen}")
        for kind, counts in kinds.items():
            print(f"  {kind:<36}{_both([counts])}")
        print(f"  {'all':<36}{_both(kinds.values())}")


def _both(kinds: Iterable[Counts]) -> str:
    counts = sum(kinds, Counter())
    return "".join(
        f"{counts[length, became]:7}" for length in ("long", "short") for became in ("right", "wrong", "lost")
    )


def _counted(texts: Sequence[str], way: str, threshold: float, marks: int, *, show: bool = False) -> dict[str, Counts]:
    anchoring.ALIKE = carrying.ALIKE = threshold
    kinds: dict[str, Counts] = {}
    for number, body in enumerate(texts):
        for kind, change in CHANGES.items():
            chance = random.Random(f"{number} {kind}")
            for each in range(2 * marks):
                span = _short(chance, body) if each % 2 else _long(chance, body)
                old, span = _twice(chance, body, span) if change is _gone else (body, span)
                new, meant = change(chance, old, span)
                words = Words.of(span, old)
                found = Carrier(old, new).carry(words) if way == "carried" else find(words, new)
                became = _became(found, meant)
                kinds.setdefault(kind, Counter())["short" if len(span) < anchoring.SHORT else "long", became] += 1
                if show and became == "wrong":
                    there = found.of(new) if found else None
                    print(f"    {kind}: {words.quote!r} -> {there!r}, not {meant.of(new) if meant else None!r}")
    return kinds


def _became(found: Span | None, meant: Span | None) -> str:
    if found is None:
        return "right" if meant is None else "lost"
    if meant is None:
        return "wrong"
    common = min(found.end, meant.end) - max(found.start, meant.start)
    return "right" if 2 * common > max(found.end, meant.end) - min(found.start, meant.start) else "wrong"


def _texts() -> Iterator[str]:
    yield from (each.article.body for each in bundled())
    for path in sorted(SHARED.glob("seeds/*.txt")):
        yield path.read_text(encoding="utf-8")
    flores = SHARED / "data" / "flores-dev" / "dev.pt"
    if flores.exists():
        yield from _blocks(flores.read_text(encoding="utf-8").splitlines(), 12)
    bosque = SHARED / "data" / "ner" / "uner-bosque-dev.jsonl"
    if bosque.exists():
        yield from _blocks([json.loads(line)["text"] for line in bosque.open(encoding="utf-8")], 10)


def _blocks(lines: Sequence[str], most: int) -> Iterator[str]:
    """Texts of 24 sentences each, three to a paragraph."""
    for at in range(0, 24 * most, 24):
        yield "\n\n".join(" ".join(lines[first : first + 3]) for first in range(at, at + 24, 3))


def _short(chance: random.Random, body: str) -> Span:
    """One to four words of a paragraph, of at least four letters together."""
    paragraph = chance.choice([each for each in paragraph_spans(body) if len(each) > 60])
    words = list(re.finditer(r"\w[\w-]*", paragraph.of(body)))
    first = chance.randrange(len(words) - 4)
    last = first + chance.randrange(4)
    while words[last].end() - words[first].start() < 4:
        last += 1
    return Span(paragraph.start + words[first].start(), paragraph.start + words[last].end())


def _long(chance: random.Random, body: str) -> Span:
    """A sentence of at least six words, now and then with the next one."""
    paragraph = chance.choice([each for each in paragraph_spans(body) if len(each) > 60])
    spans = [
        each
        for each in sentence_spans(body, paragraph.start, paragraph.end)
        if len(each.of(body).split()) > 5 and each.end
    ] or [paragraph]
    at = chance.randrange(len(spans))
    last = spans[min(len(spans) - 1, at + (chance.random() < 0.25))]
    return Span(spans[at].start, last.end)


def _edited(body: str, span: Span, edits: Sequence[Edit]) -> Changed:
    """The text with parts replaced, and where the span is then; None where nothing of it is left."""
    parts, at, start, end = [], 0, span.start, span.end
    for low, high, text in sorted(edits):
        parts += [body[at:low], text]
        at = high
        shift = len(text) - (high - low)
        if high <= span.start:
            start, end = start + shift, end + shift
        elif low < span.end:
            end += shift
    return "".join([*parts, body[at:]]), Span(start, end) if start < end else None


def _words(body: str, span: Span) -> list[Span]:
    return [Span(span.start + each.start(), span.start + each.end()) for each in re.finditer(r"\w+", span.of(body))]


def _typography(_chance: random.Random, body: str, span: Span) -> Changed:
    signs = {"“": '"', "”": '"', '"': "”", "–": "-", "—": "-", "’": "'", "…": "..."}
    edits = [(at, at + 1, signs[sign]) for at, sign in enumerate(body) if sign in signs]
    return _edited(body, span, edits)


def _letter(chance: random.Random, body: str, span: Span) -> Changed:
    at = chance.choice([at for at in range(span.start, span.end) if body[at].isalpha()])
    return _edited(body, span, [(at, at + 1, chance.choice("aeiourst"))])


def _more(chance: random.Random, body: str, span: Span) -> Changed:
    word = chance.choice(_words(body, span)[1:] or [Span(span.end, span.end)])
    return _edited(body, span, [(word.start, word.start, "também " if word else "")])


def _less(chance: random.Random, body: str, span: Span) -> Changed:
    words = _words(body, span)
    word = chance.choice(words[1:-1] or [Span(span.start, span.start)])
    return _edited(body, span, [(word.start, word.end, "")])


def _cut(_chance: random.Random, body: str, span: Span) -> Changed:
    words = _words(body, span)
    if len(words) < 3:
        return body, span
    return _edited(body, span, [(words[len(words) * 2 // 3].start, span.end, "")])


def _third(chance: random.Random, body: str, span: Span) -> Changed:
    others = SPARE.split()
    edits = [(each.start, each.end, chance.choice(others)) for each in _words(body, span)[1::3]]
    return _edited(body, span, edits)


def _rewritten(_chance: random.Random, body: str, span: Span) -> Changed:
    new, _ = _edited(body, span, [(span.start, span.end, SPARE)])
    return new, None


def _swapped(chance: random.Random, body: str, span: Span) -> Changed:
    paragraphs = [each.of(body) for each in paragraph_spans(body)]
    own = next(at for at, each in enumerate(paragraph_spans(body)) if each.start <= span.start < each.end)
    shift = span.start - list(paragraph_spans(body))[own].start
    order = list(range(len(paragraphs)))
    chance.shuffle(order)
    start = sum(len(paragraphs[each]) + 2 for each in order[: order.index(own)]) + shift
    return "\n\n".join(paragraphs[each] for each in order), Span(start, start + len(span))


def _paragraph_gone(_chance: random.Random, body: str, span: Span) -> Changed:
    own = next(each for each in paragraph_spans(body) if each.start <= span.start < each.end)
    new, _ = _edited(body, span, [(own.start, own.end, SPARE)])
    return new, None


def _repeated(chance: random.Random, body: str, span: Span) -> Changed:
    at = chance.choice([each.start for each in paragraph_spans(body)])
    return _edited(body, span, [(at, at, f"Em resumo: {span.of(body)}\n\n")])


def _moved(chance: random.Random, body: str, span: Span) -> Changed:
    """The words go where they were and stand in a sentence of their own elsewhere: the same ones if they are many."""
    at = chance.choice([each.start for each in paragraph_spans(body) if not each.start <= span.start < each.end])
    before = "Em resumo: "
    with_both, there = _edited(body, span, [(at, at, f"{before}{span.of(body)}\n\n")])
    assert there is not None
    new, _ = _edited(with_both, there, [(there.start, there.end, "ontem")])
    start = at + len(before) - (len(span) - 5 if at > span.start else 0)
    return new, Span(start, start + len(span)) if len(span.of(body).split()) > 5 else None


def _gone(_chance: random.Random, body: str, span: Span) -> Changed:
    """Only the marked words go; see ``_twice``."""
    new, _ = _edited(body, span, [(span.start, span.end, "ontem")])
    return new, None


def _twice(chance: random.Random, body: str, span: Span) -> tuple[str, Span]:
    """A text in which the marked words stand a second time."""
    at = chance.choice([each.start for each in paragraph_spans(body) if not each.start <= span.start < each.end])
    new, there = _edited(body, span, [(at, at, f"Em resumo: {span.of(body)}\n\n")])
    assert there is not None
    return new, there


def _much(chance: random.Random, body: str, span: Span) -> Changed:
    """A paragraph before, signs changed, and a word of the marked ones, as where a newsroom goes on writing."""
    own = _words(body, span)
    word = chance.choice(own)
    edits = [(0, 0, f"{SPARE}\n\n")]
    edits += [(at, at + 1, '"') for at, sign in enumerate(body) if sign in "“”" and not word.start <= at < word.end]
    if len(own) > 2:
        edits.append((word.start, word.end, "talvez"))
    return _edited(body, span, edits)


CHANGES: dict[str, Change] = {
    "typography": _typography,
    "a letter corrected": _letter,
    "a word more": _more,
    "a word less": _less,
    "a third cut off": _cut,
    "a third of the words changed": _third,
    "rewritten altogether": _rewritten,
    "paragraphs in another order": _swapped,
    "paragraph replaced": _paragraph_gone,
    "repeated elsewhere": _repeated,
    "moved into another paragraph": _moved,
    "there twice, the marked one gone": _gone,
    "a paragraph before, signs, a word": _much,
}


if __name__ == "__main__":
    main()
