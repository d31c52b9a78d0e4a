"""What is translated: FLORES dev from beside the checkout, two files of your own, or FLORES made difficult."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FLORES = Path(__file__).parents[3] / "shared" / "data" / "flores-dev"
STORED = {"Firefox tiny (stored output)": "dev.bergamot-tiny.en", "Google (stored output)": "dev.google.en"}


@dataclass(frozen=True, slots=True)
class Texts:
    """Sentences and their references, line by line.

    Attributes:
        name: What the table calls them.
        stored: What other systems said of them, by the system's name.
    """

    name: str
    sources: tuple[str, ...]
    references: tuple[str, ...]
    stored: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def first(self, count: int) -> Texts:
        """The same, but no more than so many lines."""
        stored = tuple((name, said[:count]) for name, said in self.stored)
        return Texts(self.name, self.sources[:count], self.references[:count], stored)


def flores() -> Texts | None:
    """FLORES dev with the stored outputs; None where it does not lie beside the checkout."""
    if not (FLORES / "dev.pt").exists():
        return None
    stored = tuple((name, lines(FLORES / file)) for name, file in STORED.items() if (FLORES / file).exists())
    return Texts("FLORES dev", lines(FLORES / "dev.pt"), lines(FLORES / "dev.en"), stored)


def files(source: Path, reference: Path) -> Texts:
    """Two files with as many lines each.

    Raises:
        SystemExit: They have not.
    """
    texts = Texts(source.name, lines(source), lines(reference))
    if len(texts.sources) != len(texts.references):
        raise SystemExit(f"{source} has {len(texts.sources)} lines, {reference} {len(texts.references)}")
    return texts


def lines(path: Path) -> tuple[str, ...]:
    """The lines of a file in UTF-8."""
    return tuple(path.read_text("utf-8").rstrip("\n").split("\n"))


def difficulties(texts: Texts) -> list[Texts]:
    """What a press text has and FLORES has not: capitals, quotes of print, endless sentences, addresses, pt numbers."""
    pt, en = texts.sources, texts.references
    quoted = [at for at, text in enumerate(pt) if text.count('"') == 2 and en[at].count('"') == 2]
    runs = [[(7 * start + step) % len(pt) for step in range(size)] for size in (3, 5, 9) for start in range(20)]
    some = range(0, min(len(pt), 600), 6)
    return [
        Texts("quoted with “ ”", tuple(map(_curly, _at(pt, quoted))), _at(en, quoted)),
        Texts("in capitals", tuple(text.upper() for text in pt[:150]), tuple(text.upper() for text in en[:150])),
        Texts(
            "50 to 300 words",
            tuple(_run(pt, run, ", e ") for run in runs),
            tuple(_run(en, run, ", and ") for run in runs),
        ),
        Texts(
            "with an address",
            tuple(f"{pt[at].rstrip('.')} (leia em https://www.jornal.exemplo/2023/{at}-a_b?x=1)." for at in some),
            tuple(f"{en[at].rstrip('.')} (read at https://www.jornal.exemplo/2023/{at}-a_b?x=1)." for at in some),
        ),
        Texts(
            "with prices and units",
            tuple(f"{pt[at].rstrip('.')}, a R$ {at + 1}.250,50 por {at + 2},5 km²." for at in some),
            tuple(f"{en[at].rstrip('.')}, at R$ {at + 1},250.50 for {at + 2}.5 km²." for at in some),
        ),
    ]  # fmt: skip


def _at(texts: tuple[str, ...], places: list[int]) -> tuple[str, ...]:
    return tuple(texts[at] for at in places)


def _curly(text: str) -> str:
    before, inside, after = text.split('"')
    return f"{before}“{inside}”{after}"


def _run(texts: tuple[str, ...], run: list[int], by: str) -> str:
    """One endless sentence made of several."""
    return by.join(texts[at].rstrip(". ").replace(". ", ", ") for at in run) + "."
