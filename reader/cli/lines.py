"""One line in, one line out: translating and recognising for pipes and for measuring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articles.cleaning import clean, mask
from articles.sentences import sentence_spans
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.english import Line, stand_in
from reader.cli.sources import batches_of, lines_of
from reader.entities.model import Mention, Recogniser
from reader.i18n import ngettext
from reader.translation.guards import MAX_SENTENCE

_UPCOMING = 8  # lines that the engine may be told of
_NAMED = 20  # lines that a warning lists by their numbers


def translate_lines(name: str, parts: Composition) -> int:
    """Write one line of English for each line; a line that cannot be translated comes back as it is.

    Each answer is written before more is read than was there already; of what was there, several lines are worked at
    at once where that pays.

    Args:
        name: A file, or - for standard input.
        parts: Gives the engine and the memory.

    Returns:
        1 where lines were left in Portuguese because the engine cannot run at all, else 0.
    """
    failed: list[int] = []
    doubted: list[int] = []
    why = ""
    english, glossary = parts.translation.of_lines()
    for number, (source, upcoming) in enumerate(_with_upcoming(name), 1):
        said = english.of_line(source, glossary(source), upcoming) if source else Line("", None)
        if said.problem is not None:
            failed.append(number)
            why = said.problem.message
        if said.unsure:
            doubted.append(number)
        output.put_data(said.text + "\n")
        output.flush()
    english.close()
    if doubted:
        what = ngettext(
            "a name is not sure in {count} line: {numbers}",
            "names are not sure in {count} lines: {numbers}",
            len(doubted),
        )
        output.complain(what.format(count=len(doubted), numbers=_numbers(doubted)))
    gone = english.unavailable
    if failed:
        advice = f"; {gone.advice}" if gone is not None else ""
        output.complain(_warning(failed, why) + advice)
    elif english.stood_in is not None:
        output.complain(stand_in(english.stood_in))
    return 1 if failed and gone is not None else 0


def _with_upcoming(name: str) -> Iterator[tuple[str, list[str]]]:
    """Each line, clean, with those after it that are there already."""
    for batch in batches_of(name):
        sources = [" ".join(clean(line).split()) for line in batch]
        for at, source in enumerate(sources):
            yield source, [each for each in sources[at + 1 : at + 1 + _UPCOMING] if each and len(each) <= MAX_SENTENCE]


def _warning(failed: Sequence[int], why: str) -> str:
    what = ngettext(
        "{count} line was left in Portuguese: {numbers}; because {why}",
        "{count} lines were left in Portuguese: {numbers}; the last one because {why}",
        len(failed),
    )
    return what.format(count=len(failed), numbers=_numbers(failed), why=why)


def _numbers(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:_NAMED])) + (", …" if len(lines) > _NAMED else "")


def recognise_lines(name: str, parts: Composition) -> int:
    """Write one JSON object with the mentions of each line, offsets in characters of that line.

    Args:
        name: A file, or - for standard input.
        parts: Gives the recogniser.
    """
    for line in lines_of(name):
        mentions = mentions_in(mask(line), parts.recogniser)
        found = [
            {"start": each.span.start, "end": each.span.end, "kind": each.kind.value, "text": each.text}
            for each in mentions
        ]
        output.put_data(output.as_json({"mentions": found}) + "\n")
        output.flush()
    return 0


def mentions_in(text: str, recogniser: Recogniser) -> list[Mention]:
    """The mentions of a text that is no article, spans in characters of the text."""
    spans = list(sentence_spans(text, 0, len(text)))
    found = recogniser.recognise([span.of(text) for span in spans])
    return [
        Mention(each.span.shifted(span.start), each.kind, each.text)
        for span, mentions in zip(spans, found, strict=True)
        for each in mentions
    ]
