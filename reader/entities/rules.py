"""Recognising by rules and gazetteers: no model, no file, nothing to fetch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.model import Span
from reader.entities.document import Usage
from reader.entities.evidence import KINDS, ORGANISATION, PERSON, Scores, Weigher
from reader.entities.gazetteer import fold, gazetteer
from reader.entities.model import Kind, Mention
from reader.entities.runs import Run, RunFinder
from reader.entities.special import find_special, together
from reader.entities.tokens import Token, is_shouted, tokens

VERSION = "3"
"""Changed whenever the mentions of some text change."""

STEP = 3_000
"""Characters read between two yields of ``recognise_in_steps``: some 5 ms of work."""

_PRIOR: Scores = (1.0, 0.6, 0.5, 0.3)  # of a name of which nothing is known
_MOST_HINTS = 3.0  # times the mean of what stands around a name, however often it occurs
_PART_OF_PERSON = 3.0
_LONG_FORM = 3.0


@dataclass(slots=True)
class _Name:
    """What is known of one name over the document."""

    own: Scores
    around: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0, 0.0])
    count: int = 0
    long_form: str | None = None

    def scores(self) -> list[float]:
        """The scores of the kinds. Many weak hints count for more than one, but not for as much as their sum."""
        weight = min(1 + (self.count - 1) ** 0.5, _MOST_HINTS) / self.count
        return [own + hint * weight + prior for own, hint, prior in zip(self.own, self.around, _PRIOR, strict=True)]


class RuleRecogniser:
    """The ``Recogniser`` that rests on rules: capitals, the words around them, and tables of names."""

    name = "rules"
    version = VERSION

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        """The mentions of each sentence of one document; see ``Recogniser``."""
        for found in self.recognise_in_steps(sentences):
            if found is not None:
                return found
        return []

    def recognise_in_steps(self, sentences: Sequence[str]) -> Iterator[list[list[Mention]] | None]:
        """The same in small steps: None after each of some ``STEP`` characters, at last the mentions."""
        document = _Document()
        for read in (document.count, document.judge):
            done = 0
            for sentence in sentences:
                read(sentence)
                done += len(sentence)
                if done >= STEP:
                    done = 0
                    yield None
        kinds = document.kinds()
        yield None
        result: list[list[Mention]] = []
        done = 0
        for sentence, special, runs in zip(sentences, document.special, document.found, strict=True):
            names = [Mention(span, kinds[name], span.of(sentence)) for span, name in runs]
            result.append(together(special, names))
            done += len(sentence)
            if done >= STEP:
                done = 0
                yield None
        yield result


class _Document:
    """Reads a document's sentences twice: what is written how, then what could be a name and of what kind."""

    def __init__(self) -> None:
        self._gazetteer = gazetteer()
        self._usage = Usage()
        self._finder = RunFinder(self._gazetteer, self._usage)
        self._weigher = Weigher(self._gazetteer)
        self._names: dict[str, _Name] = {}
        self.special: list[list[Mention]] = []
        self.found: list[list[tuple[Span, str]]] = []

    def _is_known(self, word: str) -> bool:
        name = fold(word)
        return name in self._gazetteer.places or name in self._gazetteer.organisations

    def count(self, sentence: str) -> None:
        """Count how a sentence writes its words."""
        words = tokens(sentence, self._is_known)
        self._usage.read(words, is_shouted(words))

    def judge(self, sentence: str) -> None:
        """Find what may be a name in a sentence, and gather what speaks for each kind."""
        words = tokens(sentence, self._is_known)
        shouted = is_shouted(words)
        special = find_special(sentence)
        found: list[tuple[Span, str]] = []
        at = 0
        for run in self._finder.find(sentence, words, shouted):
            span = Span(words[run.first].start, _end(sentence, words, run))
            while at < len(special) and special[at].span.end <= span.start:
                at += 1
            if at < len(special) and special[at].span.start < span.end:
                short = _before(words, run, special[at].span.start)
                if short is None:
                    continue
                run = short
                span = Span(words[run.first].start, words[run.last - 1].end)
            name = fold(span.of(sentence))
            known = self._names.get(name)
            if known is None:
                known = self._names[name] = _Name(self._weigher.own(words, run, span.of(sentence), shouted))
            known.count += 1
            for kind, value in enumerate(self._weigher.around(sentence, words, run)):
                known.around[kind] += value
            if found and sentence[found[-1][0].end : span.start] == " (" and sentence[span.end : span.end + 1] == ")":
                known.long_form = found[-1][1]
            found.append((span, name))
        self.special.append(special)
        self.found.append(found)

    def kinds(self) -> dict[str, Kind]:
        """The one kind of each name of the document."""
        scores = {name: known.scores() for name, known in self._names.items()}
        parts = {
            part
            for name, score in scores.items()
            if " " in name and max(score) == score[PERSON]
            for part in (name.split()[0], name.split()[-1])
        }
        for name, score in scores.items():
            if name in parts:
                score[PERSON] += _PART_OF_PERSON
            long_form = self._names[name].long_form
            if long_form is not None and is_acronym(name, long_form):
                score[ORGANISATION] += _LONG_FORM * (max(scores[long_form]) == scores[long_form][ORGANISATION])
        return {name: KINDS[score.index(max(score))] for name, score in scores.items()}


def is_acronym(short: str, long: str) -> bool:
    """Whether the letters of a folded name are the first letters of another's words, small words left out or not."""
    words = long.replace("-", " ").split()
    letters = [word[0] for word in words]
    main = [word[0] for word in words if len(word) > 3 or not word.isalpha() or len(words) == 1]
    plain = short.replace(".", "")
    return len(plain) > 1 and plain in {"".join(letters), "".join(main)}


def _before(words: list[Token], run: Run, limit: int) -> Run | None:
    """What of a run ends before ``limit``: "Sukhoi" of "Sukhoi Su-35"."""
    last = run.last
    while last > run.first and (words[last - 1].end > limit or not words[last - 1].capital):
        last -= 1
    return Run(run.first, last) if last > run.first else None


def _end(sentence: str, words: list[Token], run: Run) -> int:
    """Where a run ends; the full stop of ``Jr.``, ``Inc.`` and of initials is part of it."""
    last = words[run.last - 1]
    dotted = last.lower in {"jr", "inc", "ltd", "corp", "cia"} and run.last - run.first > 1
    dotted = dotted or (len(last.text) == 1 and last.capital and run.last - run.first > 1)
    return last.end + 1 if dotted and sentence[last.end : last.end + 1] == "." else last.end
