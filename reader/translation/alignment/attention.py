"""Word alignment by the local model: where its last layer looks while it is made to write the English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.translation.alignment import rule
from reader.translation.alignment.lexical import LexicalAligner, made
from reader.translation.alignment.model import Alignment
from reader.translation.alignment.stretches import stretches
from reader.translation.alignment.words import Words, of_source, of_target
from reader.translation.marian import files
from reader.translation.marian.network import Student
from reader.translation.marian.protobuf import pieces
from reader.translation.marian.vocabulary import Pieces, Vocabulary
from reader.translation.marian.weights import Weights

MADE_BY = "attention"

MOST_WORDS = 1_000
"""A pair with more words on one side is aligned by their look."""

_MOST_PIECES = 400  # of a stretch on one side: what has more is no prose
_AT_ONCE = 800  # pieces of both sides that go through the network together; more is not quicker, and takes memory


@dataclass(frozen=True, slots=True)
class _Job:
    """A stretch of a pair, in pieces.

    Attributes:
        pair: The index of its pair.
        first: The indices of its first words in the pair.
    """

    pair: int
    first: tuple[int, int]
    words: tuple[Words, Words]
    pieces: tuple[Pieces, Pieces]


class AttentionAligner:
    """Aligns any English with its Portuguese, whoever wrote it: 13 ms for a sentence of 25 words, 60 MB.

    Long sentences are cut in both languages where that crosses the fewest words that look alike. What the network
    cannot hold is aligned by the look of its words, and says so.

    Raises:
        StudentUnusable: The model's files are not there, or others than those that are known.
    """

    def __init__(self) -> None:
        found = files.find()
        self._vocabulary = Vocabulary(pieces(found.pieces))
        self._student = Student(Weights(found.weights))
        self._otherwise = LexicalAligner()
        self.version = f"{MADE_BY} {rule.REVISION}, {files.KNOWN_AS}, {self._otherwise.version}"

    def align(self, source: str, target: str) -> Alignment:
        """See ``Aligner``."""
        return self.align_many([(source, target)])[0]

    def align_many(self, pairs: Sequence[tuple[str, str]]) -> list[Alignment]:
        """See ``Aligner``."""
        words = [(of_source(source), of_target(target)) for source, target in pairs]
        found: list[set[tuple[int, int]] | None] = [set() for _ in pairs]
        jobs: list[_Job] = []
        for number, (source, target) in enumerate(words):
            new = list(self._jobs(number, source, target))
            if any(max(len(each.ids) for each in job.pieces) > _MOST_PIECES for job in new) or (
                max(len(source.spans), len(target.spans)) > MOST_WORDS
            ):
                found[number] = None
            else:
                jobs += new
        for batch in _batches(jobs):
            for job, chosen in zip(batch, self._links(batch), strict=True):
                links = found[job.pair]
                if links is not None:
                    links |= {(one + job.first[0], other + job.first[1]) for one, other in chosen}
        return [
            self._otherwise.align(*pair) if links is None else made(source.spans, target.spans, list(links), MADE_BY)
            for pair, (source, target), links in zip(pairs, words, found, strict=True)
        ]

    def _jobs(self, number: int, source: Words, target: Words) -> Iterator[_Job]:
        if not source.spans or not target.spans or max(len(source.spans), len(target.spans)) > MOST_WORDS:
            return
        for stretch in stretches(source, target):
            both = source.part(*stretch.source), target.part(*stretch.target)
            cut = self._vocabulary.cut(both[0].text), self._vocabulary.cut(both[1].text)
            if cut[1].ids:
                yield _Job(number, (stretch.source[0], stretch.target[0]), both, cut)

    def _links(self, batch: Sequence[_Job]) -> list[set[tuple[int, int]]]:
        states = self._student.read([job.pieces[0].ids for job in batch])
        looks = self._student.looks(states, [job.pieces[1].ids for job in batch])
        return [
            rule.links(look, *job.words, job.pieces[0].spans, job.pieces[1].spans)
            for look, job in zip(looks, batch, strict=True)
        ]


def _batches(jobs: Sequence[_Job]) -> Iterator[list[_Job]]:
    """The jobs in order, as many at once as memory is to be spent on."""
    batch: list[_Job] = []
    size = 0
    for job in jobs:
        more = sum(len(each.ids) for each in job.pieces)
        if batch and size + more > _AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(job)
        size += more
    if batch:
        yield batch
