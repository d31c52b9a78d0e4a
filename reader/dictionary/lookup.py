"""Looks a word up where it stands: its parts, what it is a form of, the expression it is in, what dictionaries say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from articles.model import Span
from reader.dictionary import commonness
from reader.dictionary.clitics import without_pronouns
from reader.dictionary.compounds import compound_parts
from reader.dictionary.contractions import contractions, elided
from reader.dictionary.expressions import expression_at, own
from reader.dictionary.forms import bases
from reader.dictionary.lemmatizer import Lemmatizer
from reader.dictionary.model import Lookup, Part, PartOfSpeech, Piece, Sense
from reader.dictionary.shelf import OpenAll, Shelf
from reader.dictionary.small import SMALL
from reader.dictionary.words import Words, nominal_place, verbal_place, words_of

_VERB_ENDINGS = ("ar", "er", "ir", "or", "ôr")


class WordLookups:
    """Looks words up in dictionaries, by a table of lemmas and by rules. Thread-safe.

    Args:
        lemmatizer: Says what words are forms of; closed with this.
        dictionaries: Opens what is installed; called with the first word.
    """

    def __init__(self, lemmatizer: Lemmatizer, dictionaries: OpenAll) -> None:
        self._lemmatizer = lemmatizer
        self._shelf = Shelf(dictionaries)
        self._table = lru_cache(maxsize=4_000)(self._ask)

    @property
    def names(self) -> list[str]:
        """What the dictionaries are called."""
        return [each.name for each in self._shelf.all()]

    def close(self) -> None:
        """End the process of lemmas and close the dictionaries."""
        self._lemmatizer.close()
        self._shelf.close()

    def lemmas(self, words: Sequence[str]) -> list[str]:
        """The likeliest lemma of each word; see ``Lookups``."""
        plain = [_plain(word) for word in words]
        asked: list[str] = []
        for word in plain:
            if "-" in word and (clitic := without_pronouns(word, lambda form: form.endswith("r"))) is not None:
                asked.append(clitic.lemma or clitic.form)
            else:
                asked.append(word)
        distinct = list(dict.fromkeys(asked))
        found = dict(zip(distinct, self._lemmatizer.lemmas(distinct), strict=True))
        return [SMALL_LEMMAS.get(word) or found[word][0] or word for word in asked]

    def look_up(self, sentence: str, at: Span) -> Lookup:
        """What is known of the word at a place; see ``Lookups``."""
        found = self._look_up(sentence, at)
        return replace(found, problems=self._shelf.problems) if self._shelf.problems else found

    def _look_up(self, sentence: str, at: Span) -> Lookup:
        words = words_of(sentence)
        place = words.at(at)
        if place is None:
            span = Span(min(at.start, len(sentence)), min(max(at.start, at.end), len(sentence)))
            text = span.of(sentence)
            return Lookup(span, text, (text,))
        word = self._word(words, place)
        found = expression_at(words.plain, words.apart, place, self._verb, self._is_expression)
        if found is None or (word.name and not words.shouted and found.first == found.last):
            return word
        span = Span(words.spans[found.first].start, words.spans[found.last].end)
        senses = [*self._shelf.senses((found.name,))]
        if found.name in own():  # after those of the dictionaries
            senses.append(Sense(found.name, PartOfSpeech.PHRASE, "", (own()[found.name],), ""))
        parts: tuple[Part, ...] = ()
        if found.left:
            contraction = contractions()[words.plain[found.last]]
            parts = (Part(found.name, found.name, Piece.WORD), contraction.parts[1])
        kind = next((each.part_of_speech for each in senses if each.part_of_speech), None) or PartOfSpeech.PHRASE
        return Lookup(span, span.of(sentence), (found.name,), kind, tuple(senses), parts, expression=True, word=word)

    # One word

    def _word(self, words: Words, place: int) -> Lookup:
        span, written, plain = words.spans[place], words.written[place], words.plain[place]
        text = span.of(words.sentence)
        contraction = contractions().get(plain)
        if contraction is not None and not (plain == "nos" and verbal_place(words, place)):
            lemma, _ = self._table(plain)
            senses = self._shelf.senses((plain, lemma) if plain == "consigo" else (plain,))
            zipf = commonness.zipf(plain)
            kind = PartOfSpeech.PRONOUN if contraction.parts[0].piece is Piece.PRONOUN else PartOfSpeech.ADPOSITION
            return Lookup(span, text, (plain,), kind, senses, contraction.parts, zipf=zipf)
        if (clitic := without_pronouns(plain, self._known)) is not None and not self._shelf.has(plain):
            lemma = clitic.lemma or self._verb(clitic.form)
            if lemma.endswith(_VERB_ENDINGS) or clitic.form == "eis":
                senses = self._shelf.senses((lemma,))
                verb = Part(clitic.form, lemma, Piece.WORD, senses)
                ending = (Part(clitic.ending, clitic.ending, Piece.ENDING),) if clitic.ending else ()
                zipf = commonness.zipf(lemma)
                parts = (verb, *clitic.pronouns, *ending)
                return Lookup(span, text, (lemma,), PartOfSpeech.VERB, senses, parts, zipf=zipf)
        if (pair := elided(plain)) is not None and not self._shelf.has(plain):
            first, rest = pair
            lemma = self._candidates(rest, words, place)[0]
            senses = self._shelf.senses((lemma,))
            parts = (Part(first, first, Piece.ADPOSITION), Part(rest, lemma, Piece.WORD, senses))
            return Lookup(span, text, (lemma,), _kind(senses), senses, parts, zipf=commonness.zipf(lemma))
        return self._plain_word(words, place, span, written, plain)

    def _plain_word(self, words: Words, place: int, span: Span, written: str, plain: str) -> Lookup:
        text = span.of(words.sentence)
        capital = written[:1].isupper() and not words.shouted
        name = capital and not words.begins(place)
        if capital and (self._shelf.senses((written,), exact=True) and not self._shelf.senses((plain,), exact=True)):
            name = True
        elif capital and not name and not self._known(plain):
            name = not any(self._known(each) for each in bases(plain))
        if name:
            as_name = self._shelf.senses((written,), exact=True)
            as_word = () if as_name else self._shelf.senses((self._candidates(plain, words, place)[0],))
            noun = PartOfSpeech.PROPER_NOUN
            return Lookup(span, text, (written,), noun, as_name or as_word, self._members(plain), name=True)
        lemmas = self._candidates(plain, words, place)
        senses = self._shelf.senses(lemmas)
        kind = SMALL.get(plain) or self._likeliest(plain, lemmas[0], senses, words, place)
        return Lookup(span, text, lemmas, kind, senses, self._members(plain), zipf=commonness.zipf(lemmas[0]))

    def _members(self, plain: str) -> tuple[Part, ...]:
        if "-" not in plain:
            return ()
        parts = compound_parts(plain, lambda form: self._base(form)[0])
        return tuple(replace(each, senses=() if each.note else self._shelf.senses((each.lemma,))) for each in parts)

    def _candidates(self, plain: str, words: Words, place: int) -> tuple[str, ...]:
        """What a word may be a form of, the likeliest here first."""
        if plain in SMALL_LEMMAS:
            return (SMALL_LEMMAS[plain],)
        if plain in SMALL:
            return (plain,)
        first, others = self._base(plain)
        found = list(dict.fromkeys((first, *others)))
        verbs = [each for each in found if each.endswith(_VERB_ENDINGS) and each != plain]
        rest = [each for each in found if each not in verbs]
        if verbs and rest:
            if nominal_place(words, place):
                found = [*rest, *verbs]
            elif verbal_place(words, place):
                found = [*verbs, *rest]
        return tuple(found)

    def _base(self, plain: str) -> tuple[str, list[str]]:
        """The lemma by the table, or by rules where the table or the dictionaries do not know it; and others."""
        lemma, known = self._table(plain)
        others = [each.casefold() for each in self._shelf.bases(plain) if " " not in each]
        if self._shelf.has(plain) and plain != lemma:
            others.append(plain)
        if not known and self._shelf.has(plain):
            return plain, others
        if self._shelf.has(lemma) or (not self._shelf.all() and known):
            return lemma, others
        if others:
            return others[0], [lemma, *others] if known else others
        for each in bases(plain):
            if self._shelf.has(each):
                return each, []
            again, table_knows = self._table(each)
            if table_knows and self._shelf.has(again):
                return again, []
        if "-" in plain:
            return self._compound(plain), []
        if not known:
            for each in bases(plain):
                again, table_knows = self._table(each)
                if table_knows:
                    return again, []
        return (lemma if known else plain), []

    def _compound(self, plain: str) -> str:
        """The singular of a compound."""
        *heads, last = plain.split("-")
        singular = self._base(last)[0] if last else last
        first = self._base(heads[0])[0] if heads and heads[0] else ""
        middle = heads[1:]
        tries = ["-".join((*heads, singular)), "-".join((first, *middle, last)), "-".join((first, *middle, singular))]
        for each in tries:
            if self._shelf.has(each):
                return each
        return tries[0]

    def _likeliest(
        self, plain: str, lemma: str, senses: tuple[Sense, ...], words: Words, place: int
    ) -> PartOfSpeech | None:
        kinds = [each.part_of_speech for each in senses if each.part_of_speech and each.headword.casefold() == lemma]
        if lemma.endswith(_VERB_ENDINGS) and lemma != plain and (not kinds or PartOfSpeech.VERB in kinds):
            return PartOfSpeech.VERB
        if nominal_place(words, place) and PartOfSpeech.NOUN in kinds:
            return PartOfSpeech.NOUN
        if verbal_place(words, place) and PartOfSpeech.VERB in kinds:
            return PartOfSpeech.VERB
        if plain.endswith("mente"):
            return PartOfSpeech.ADVERB
        return kinds[0] if kinds else _kind(senses)

    # What is known

    def _ask(self, word: str) -> tuple[str, bool]:
        lemma, known = self._lemmatizer.lemmas([word])[0]
        return (lemma or word, known)

    def _known(self, form: str) -> bool:
        return form in SMALL or self._table(form)[1] or self._shelf.has(form)

    def _verb(self, form: str) -> str:
        """The infinitive of a form of a verb, any other word as it is."""
        lemma, known = self._table(form)
        if known and lemma.endswith(_VERB_ENDINGS):
            return lemma
        for base in self._shelf.bases(form):
            if base.endswith(_VERB_ENDINGS) and " " not in base:
                return base
        return lemma if lemma.endswith(_VERB_ENDINGS) else form

    def _is_expression(self, name: str) -> bool:
        return name in own() or self._shelf.has(name)


SMALL_LEMMAS = {
    **dict.fromkeys(("a", "os", "as"), "o"),
    **dict.fromkeys(("uma", "uns", "umas"), "um"),
    **dict.fromkeys(("lhes",), "lhe"),
    **dict.fromkeys(("esta", "estes", "estas"), "este"),
    **dict.fromkeys(("essa", "esses", "essas"), "esse"),
    **dict.fromkeys(("aquela", "aqueles", "aquelas"), "aquele"),
    **dict.fromkeys(("minha", "meus", "minhas"), "meu"),
    **dict.fromkeys(("tua", "teus", "tuas"), "teu"),
    **dict.fromkeys(("sua", "seus", "suas"), "seu"),
    **dict.fromkeys(("nossa", "nossos", "nossas"), "nosso"),
    **dict.fromkeys(("ela", "eles", "elas"), "ele"),
}
"""Small words that tables of lemmas mix up."""


def _kind(senses: tuple[Sense, ...]) -> PartOfSpeech | None:
    return next((each.part_of_speech for each in senses if each.part_of_speech), None)


def _plain(word: str) -> str:
    return word.replace("\u00ad", "").replace("’", "'").casefold()
