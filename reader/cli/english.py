"""The English of an article or a line as the command line prints it, and where it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.errors import Problem, StorageError
from articles.model import Article, Paragraph, Span
from articles.sentences import sentence_spans
from reader.cli import output
from reader.i18n import _
from reader.translation.engine import EngineError, EngineUnavailable, Origin, Translation
from reader.translation.glossary.model import Glossary
from reader.translation.guards import MAX_SENTENCE
from reader.translation.pairs import english_of
from reader.translation.service import NO_ENGINE, TranslationService

UNTRANSLATED = "[pt] "
"""What stands before a sentence that could not be translated."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and its English or why there is none.

    Attributes:
        span: Where it stands in the body; None for the title.
        source: The original.
        answer: Its translation, or what went wrong.
    """

    span: Span | None
    source: str
    answer: Translation | EngineError

    @property
    def text(self) -> str:
        """What is printed: the English, or the original with a sign before it."""
        return self.answer.target if isinstance(self.answer, Translation) else UNTRANSLATED + self.source


class Line(NamedTuple):
    """A line's English, or the line itself and what went wrong; and the names that the English may not carry."""

    text: str
    problem: EngineError | None
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EnglishArticle:
    """An article and its English, sentence by sentence.

    Attributes:
        article: The original.
        title: Its title.
        paragraphs: Its paragraphs, each with its sentences; none lacks a sentence.
        stood_in: Why drafts stand in for the engine's work; None where none does.
    """

    article: Article
    title: Said
    paragraphs: tuple[tuple[Paragraph, tuple[Said, ...]], ...]
    stood_in: EngineError | None = None

    def said(self) -> Iterator[Said]:
        """The title and all sentences, in order."""
        yield self.title
        for _paragraph, sentences in self.paragraphs:
            yield from sentences

    def text(self, sentences: tuple[Said, ...]) -> str:
        """The English of a paragraph's sentences; a line that the original breaks is broken here too."""
        parts: list[str] = []
        end = 0
        for each in sentences:
            if parts and each.span:
                parts.append("\n" if "\n" in self.article.body[end : each.span.start] else " ")
            parts.append(each.text)
            end = each.span.end if each.span else end
        return "".join(parts)

    def problems(self) -> list[EngineError]:
        """Why sentences have no English, one for each of those."""
        return [each.answer for each in self.said() if not isinstance(each.answer, Translation)]

    def doubted(self) -> list[tuple[str, ...]]:
        """The names that the English does not surely carry, for each sentence that has any."""
        return [
            each.answer.unsure for each in self.said() if isinstance(each.answer, Translation) and each.answer.unsure
        ]

    def origin(self) -> str:
        """Who translated how many sentences, on one line: "human (12), draft by local 0.2.0 (3)"."""
        made = [each.answer for each in self.said() if isinstance(each.answer, Translation)]
        counted = Counter(_by(each) for each in made if each.engine != NO_ENGINE)
        parts = [f"{by} ({number})" for by, number in counted.most_common()]
        failed = len(self.problems())
        if failed:
            what = _("not translated, marked {sign} ({count})")
            parts.append(what.format(sign=UNTRANSLATED.strip(), count=failed))
        return ", ".join(parts) or _("nothing to translate")


def _by(translation: Translation) -> str:
    if translation.origin is Origin.HUMAN:
        return _("human")
    said = _("refined by {engine}") if translation.origin is Origin.REFINED else _("draft by {engine}")
    return said.format(engine=f"{translation.engine} {translation.version}".rstrip())


class English:
    """Translates whole articles and single lines, with progress on stderr where somebody looks at it.

    Args:
        service: Translates sentences, and keeps what it made.
    """

    def __init__(self, service: TranslationService) -> None:
        self._service = service
        self.unavailable: EngineUnavailable | None = None
        """Why the engine cannot run, once a line has shown that; it is not asked again."""

    def of_article(self, article: Article, glossary: Callable[[], Glossary] | None = None) -> EnglishArticle:
        """The English of an article, with its title's.

        Args:
            article: The article.
            glossary: Gives the terms that its English is held to; not asked where persons translated all of it.

        Raises:
            EngineError: Not one sentence could be translated; the first one's reason.
        """
        paragraphs = list(article.paragraphs())
        cut = [list(_sentences(article, each)) for each in paragraphs]
        sources = [article.title, *(span.of(article.body) for spans in cut for span in spans)]
        held_to = glossary() if glossary is not None and self._needs_terms(sources) else None
        progress = output.Progress(_("translating"), len(sources))
        try:
            made = english_of(self._service, sources, lambda done, _: progress.at(done), held_to)
            answers = iter([each for _, each in made])
        finally:
            progress.over()
            self._service.flush()
        found = EnglishArticle(
            article,
            Said(None, article.title, next(answers)),
            tuple(
                (paragraph, tuple(Said(span, span.of(article.body), next(answers)) for span in spans))
                for paragraph, spans in zip(paragraphs, cut, strict=True)
            ),
            self._service.stood_in,
        )
        problems = found.problems()
        if problems and not any(
            isinstance(each.answer, Translation) and each.answer.engine != NO_ENGINE for each in found.said()
        ):
            raise problems[0]
        return found

    def _needs_terms(self, sources: Sequence[str]) -> bool:
        """Whether something is not a person's word: only that is held to terms."""
        try:
            known = self._service.recall(sources, stale=True)
        except StorageError:
            return True
        as_they_are = {
            each for each, found in known.items() if found.origin is Origin.HUMAN or found.engine == NO_ENGINE
        }
        return not as_they_are.issuperset(sources)

    def close(self) -> None:
        """Try once more to keep what could not be kept."""
        self._service.flush()

    @property
    def stood_in(self) -> EngineError | None:
        """Why drafts stood in for the engine's work; None where none did."""
        return self._service.stood_in

    def of_line(self, line: str, glossary: Glossary | None = None, upcoming: Sequence[str] = ()) -> Line:
        """The English of a segment; or the segment as it is, and why.

        Args:
            line: Clean text on one line; what is too long for an engine is cut into its sentences.
            glossary: The terms that it is held to; None for none.
            upcoming: Lines that will be asked for next.
        """
        segments = [line] if len(line) <= MAX_SENTENCE else [span.of(line) for span in sentence_spans(line)]
        if self.unavailable is not None:
            gone = self.unavailable
            answers: list[Translation | EngineError] = [self._service.draft(each, gone) or gone for each in segments]
        else:
            answers = [each for _, each in english_of(self._service, segments, None, glossary, upcoming)]
            self.unavailable = self._service.unavailable
        for answer in answers:
            if not isinstance(answer, Translation):
                return Line(line, answer)
        made = [each for each in answers if isinstance(each, Translation)]
        unsure = tuple(name for each in made for name in each.unsure)
        return Line(" ".join(each.target for each in made), None, unsure)


def stand_in(why: EngineError) -> str:
    """What to tell where drafts stand in for the work of an engine: that must not pass for it."""
    return str(Problem(_("{why}: drafts stand in").format(why=why.message), why.advice))


def _sentences(article: Article, paragraph: Paragraph) -> Iterator[Span]:
    yield from sentence_spans(article.body, paragraph.span.start, paragraph.span.end)
