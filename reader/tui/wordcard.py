"""What the card of a word says, line by line: in a few lines beside the text, or all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.cleaning import clean_line
from reader.dictionary.model import Lookup, Sense
from reader.i18n import _
from reader.tui.page.cells import wrap
from reader.vocabulary.model import Context, SavedWord
from reader.vocabulary.saving import meaning_of
from reader.vocabulary.telling import commonness, part_name, status_name

Part = tuple[str, str]
"""A stretch of text and the name of its ink; "" for the ground's own."""

Line = tuple[Part, ...]

_LONG = 2_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A word that is looked at, and what is known of it so far.

    Attributes:
        form: The word as it stands in the text.
        lookup: What looking it up gave; None while it is looked up, and where nobody looks words up.
        waiting: Whether it is being looked up.
        became: What it became in the sentence's English; "" where that is not known.
        by: Who made that English: "local", an engine's name, or "human"; "" for nobody.
        saved: The word as the reader saved it; None where it is not saved.
    """

    form: str
    lookup: Lookup | None = None
    waiting: bool = False
    became: str = ""
    by: str = ""
    saved: SavedWord | None = None

    @property
    def expression(self) -> Lookup | None:
        """The expression that the word is part of, if it is."""
        return self.lookup if self.lookup is not None and self.lookup.expression else None


def heading(seen: Seen) -> str:
    """The word, its lemma and word class: "trocaram ← trocar · verb"."""
    lookup = seen.lookup
    if lookup is None:
        return line(seen.form) + (" …" if seen.waiting else "")
    lemmas = [each for each in lookup.lemmas[:3] if each.casefold() != lookup.text.casefold()]
    said = line(lookup.text) + (f" ← {line(', '.join(lemmas))}" if lemmas else "")
    part = part_name(lookup.part_of_speech) or (_("name") if lookup.name else "")
    return f"{said} · {part}" if part else said


def state(seen: Seen) -> str:
    """How common it is and how far the reader is with it."""
    zipf = seen.lookup.zipf if seen.lookup is not None else None
    figure = f"{commonness(zipf)} {zipf:.1f}" if zipf is not None else ""
    kept = status_name(seen.saved.status) if seen.saved is not None else ""
    return " · ".join(filter(None, (figure, f"✓ {kept}" if kept else "")))


def few_lines(seen: Seen, width: int, height: int) -> list[Line]:
    """The card beside the text: at most ``height`` lines of ``width`` cells; what is left out leaves an ellipsis."""
    context = [tuple(_context(seen))] if seen.became else []
    room = height - len(context)
    lines: list[Line] = []
    if seen.lookup is not None:
        lines += [*_parts(seen.lookup, width), *_senses(seen.lookup.senses, width, room, named=False)]
        alone = seen.lookup.word
        if alone is not None and seen.lookup.expression:
            lines = lines[: max(1, room - 1)]
            lines.append((*_alone(alone),))
        if not lines and not seen.became:
            lines.append(((_("no entry in a dictionary"), "quiet"),))
    elif not seen.waiting and not seen.became:
        lines.append(((_("no dictionary and no English of this word yet"), "quiet"),))
    if len(lines) > room:
        lines = [*lines[: room - 1], (*lines[room - 1], (" …", "quiet"))]
    return [_cut(each, width) for each in [*lines, *context]]


def all_lines(seen: Seen, sentence: str, span: tuple[int, int], english: str, width: int) -> list[Line]:
    """The whole card: everything all dictionaries say, by dictionary, and the sentence with its English."""
    lines: list[Line] = [((heading(seen), "bold"),), *([((state(seen), "quiet"),)] if state(seen) else []), ()]
    if seen.lookup is not None:
        lines += _all_of(seen.lookup, width)
        if seen.lookup.word is not None:
            alone = Seen(seen.lookup.word.text, seen.lookup.word)
            lines += [((_("The word alone"), "quiet"),), ((heading(alone), "bold"),)]
            lines += [*_all_of(seen.lookup.word, width)]
        for problem in seen.lookup.problems:
            lines += [*_wrapped(line(problem), width, "quiet"), ()]
    if seen.became:
        lines += [*_wrapped("".join(text for text, _ink in _context(seen)), width), ()]
    lines += [((_("The sentence"), "quiet"),), *_marked(sentence, span, width)]
    if english:
        lines += [*_wrapped(english, width, "english"), ((f"— {seen.by}", "quiet"),)]
    lines.append(())
    if seen.saved is not None:
        lines += _met(seen.saved, sentence, width)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _all_of(lookup: Lookup, width: int) -> Iterator[Line]:
    yield from _parts(lookup, width)
    dictionary = None
    for sense in lookup.senses:
        if sense.dictionary != dictionary:
            dictionary = sense.dictionary
            yield ()
            yield ((line(dictionary) or _("an engine"), "quiet"),)
        yield from _sense(sense, width)
    for part in lookup.parts:
        if part.senses:
            yield ()
            yield ((line(part.form), "bold"), (f" ← {line(part.lemma)}" if part.lemma != part.form else "", ""))
            for sense in part.senses:
                yield from _sense(sense, width)
    if not lookup.senses and not any(part.senses for part in lookup.parts):
        yield ((_("no entry in a dictionary"), "quiet"),)
    yield ()


def _sense(sense: Sense, width: int) -> Iterator[Line]:
    said = " · ".join(filter(None, (line(sense.headword), part_name(sense.part_of_speech), line(sense.grammar))))
    yield ((said, "open"),)
    for number, meaning in enumerate(sense.meanings, 1):
        yield from _wrapped(f"{number}. {line(meaning)}", width, indent=2)


def _senses(senses: tuple[Sense, ...], width: int, most: int, *, named: bool) -> list[Line]:
    lines: list[Line] = []
    for sense in senses:
        lead = part_name(sense.part_of_speech) if len(senses) > 1 else ""
        lead = " ".join(filter(None, (line(sense.dictionary) if named else "", lead, line(sense.grammar))))
        body = "; ".join(line(each) for each in sense.meanings)
        if body:
            lines += _wrapped(f"{lead}: {body}" if lead else body, width)
        if len(lines) > most:
            break
    return lines


def _parts(lookup: Lookup, width: int) -> list[Line]:
    if not lookup.parts:
        return []
    said = []
    for part in lookup.parts:
        form = line(part.form) + (f" ({line(part.lemma)})" if part.lemma != part.form else "")
        meaning = line(meaning_of(part))
        said.append(f"{form}: {meaning}" if meaning else form)
    return _wrapped("  +  ".join(said), width)


def _alone(lookup: Lookup) -> Iterator[Part]:
    meaning = next((sense.meanings[0] for sense in lookup.senses if sense.meanings), "")
    yield (_("alone: {word}").format(word=heading(Seen(lookup.text, lookup))), "quiet")
    if meaning:
        yield (f": {line(meaning)}", "")


def _context(seen: Seen) -> Iterator[Part]:
    yield (_("in this sentence:") + " ", "quiet")
    yield (line(seen.became), "")
    if seen.by:
        yield (f" · {line(seen.by)}", "quiet")


def sentence_lines(context: Context, width: int) -> list[Line]:
    """A sentence in which a word was saved, with its English and its article."""
    about = " · ".join(filter(None, (line(context.title), line(context.source), context.published)))
    english = _wrapped(line(context.english), width, "english") if context.english else []
    return [*_marked(context.sentence, (context.span.start, context.span.end), width), *english, ((about, "quiet"),)]


def _met(saved: SavedWord, sentence: str, width: int) -> Iterator[Line]:
    others = [each for each in saved.contexts if each.sentence != sentence]
    if not others:
        return
    yield ((_("Saved before in"), "quiet"),)
    for each in others:
        yield from _marked(each.sentence, (each.span.start, each.span.end), width)
        about = " · ".join(filter(None, (line(each.title), line(each.source), each.made[:10])))
        yield ((f"— {about}", "quiet"),)


def _marked(text: str, span: tuple[int, int], width: int) -> Iterator[Line]:
    """A text with a stretch of it marked."""
    text = masked(text)
    for start, end in wrap(text, max(8, width)):
        first, last = (min(max(at, start), end) for at in span)
        parts = ((text[start:first], ""), (text[first:last], "named"), (text[last:end], ""))
        yield tuple(part for part in parts if part[0])


def _wrapped(text: str, width: int, ink: str = "", indent: int = 0) -> list[Line]:
    room = max(8, width - indent)
    return [((" " * indent + text[start:end], ink),) for start, end in wrap(text, room)]


def _cut(parts: Line, width: int) -> Line:
    """A line that fits; what it loses at its end leaves an ellipsis."""
    from reader.tui.page.cells import width_of

    if sum(width_of(text) for text, _ink in parts) <= width:
        return parts
    kept: list[Part] = []
    room = width - 1
    for text, ink in parts:
        while text and width_of(text) > room:
            text = text[:-1]
        kept.append((text, ink))
        room -= width_of(text)
        if room <= 0:
            break
    return (*kept, ("…", "quiet"))


def line(text: str) -> str:
    """Text from outside, as it may stand in a line of the card."""
    return clean_line(text, _LONG)


def masked(text: str) -> str:
    """A sentence on one line, character for character."""
    from articles.cleaning import mask

    return mask(text.replace("\n", " "))
