"""The command ``word``: what is known of a word, in a sentence or alone."""

from __future__ import annotations

import argparse
from typing import Any

from articles.cleaning import clean_line
from articles.errors import Problem
from articles.model import Span
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.dictionaries import how_to_add
from reader.dictionary.model import Lookup, Part, PartOfSpeech, Sense
from reader.i18n import _


def word(options: argparse.Namespace, parts: Composition) -> int:
    """Print what is known of a word.

    Raises:
        Problem: The sentence does not hold it.
    """
    asked = clean_line(options.word, 300).strip()
    sentence = clean_line(options.sentence, 5_000) if options.sentence else asked
    lookups = parts.dictionary
    found = lookups.look_up(sentence, _place(asked, sentence))
    if options.format == "json":
        output.put_json({**_row(found), "dictionaries": lookups.names, "problems": list(found.problems)})
    else:
        _put(found)
        if not lookups.names:
            output.complain(how_to_add())
    for each in found.problems:
        output.complain(each)
    return 0


def _place(asked: str, sentence: str) -> Span:
    import re

    pattern = re.escape(asked)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", sentence) or re.search(
        rf"(?<!\w){pattern}(?!\w)", sentence, re.IGNORECASE
    )
    if found is None:
        raise Problem(_("the sentence does not hold “{word}”").format(word=asked))
    return Span(found.start(), found.end())


def _put(found: Lookup, indent: str = "") -> None:
    head = [", ".join(found.lemmas)]
    if found.part_of_speech is not None:
        head.append(class_name(found.part_of_speech))
    if found.name:
        head.append(_("name"))
    if found.zipf is not None:
        head.append(_("commonness {zipf} of 8").format(zipf=f"{found.zipf:.1f}"))
    output.put(f"{indent}{output.one_line(found.text)}: {output.one_line(' · '.join(head))}")
    for part in found.parts:
        said = part.form if part.form == part.lemma else f"{part.form} ({part.lemma})"
        output.put(f"{indent}  + {output.one_line(said)}{': ' + part.note if part.note else ''}")
        if part.senses and part.lemma not in found.lemmas:
            for sense in part.senses:
                _put_sense(sense, indent + "    ")
    for sense in found.senses:
        _put_sense(sense, indent + "  ")
    if found.word is not None:
        _put(found.word, indent + "  ")


def _put_sense(sense: Sense, indent: str) -> None:
    said = [sense.headword]
    if sense.part_of_speech is not None:
        said.append(class_name(sense.part_of_speech))
    said += [each for each in (sense.grammar, sense.dictionary) if each]
    output.put(indent + output.one_line(" · ".join(said)))
    for meaning in sense.meanings:
        output.put(f"{indent}  - {output.one_line(meaning)}")


def class_name(kind: PartOfSpeech) -> str:
    """A word class in the reader's language."""
    names = {
        PartOfSpeech.NOUN: _("noun"),
        PartOfSpeech.PROPER_NOUN: _("proper noun"),
        PartOfSpeech.VERB: _("verb"),
        PartOfSpeech.ADJECTIVE: _("adjective"),
        PartOfSpeech.ADVERB: _("adverb"),
        PartOfSpeech.PRONOUN: _("pronoun"),
        PartOfSpeech.DETERMINER: _("determiner"),
        PartOfSpeech.ADPOSITION: _("preposition"),
        PartOfSpeech.CONJUNCTION: _("conjunction"),
        PartOfSpeech.NUMERAL: _("numeral"),
        PartOfSpeech.INTERJECTION: _("interjection"),
        PartOfSpeech.PHRASE: _("expression"),
        PartOfSpeech.OTHER: _("other"),
    }
    return names[kind]


def _row(found: Lookup) -> dict[str, Any]:
    return {
        "text": found.text,
        "span": [found.span.start, found.span.end],
        "lemmas": list(found.lemmas),
        "part_of_speech": found.part_of_speech,
        "name": found.name,
        "zipf": found.zipf,
        "parts": [_part(each) for each in found.parts],
        "senses": [_sense(each) for each in found.senses],
        "expression": found.expression,
        "word": _row(found.word) if found.word is not None else None,
    }


def _part(part: Part) -> dict[str, Any]:
    said = {"form": part.form, "lemma": part.lemma, "piece": part.piece, "note": part.note or None}
    return {**said, "senses": [_sense(each) for each in part.senses]}


def _sense(sense: Sense) -> dict[str, Any]:
    return {
        "headword": sense.headword,
        "part_of_speech": sense.part_of_speech,
        "grammar": sense.grammar or None,
        "meanings": list(sense.meanings),
        "dictionary": sense.dictionary or None,
    }
