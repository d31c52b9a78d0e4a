"""Looks a word up where it stands: its parts, what it is a form of, the expression it is in, what dictionaries say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articles.model import Span
from reader.dictionary import commonness, places
from reader.dictionary.candidates import Candidates
from reader.dictionary.clitics import without_pronouns
from reader.dictionary.compounds import compound_parts
from reader.dictionary.contractions import PRONOUN_NOTES, contractions, elided
from reader.dictionary.expressions import expression_at, own
from reader.dictionary.forms import bases
from reader.dictionary.lemmatizer import Lemmatizer
from reader.dictionary.model import Lookup, Part, PartOfSpeech, Piece, Sense
from reader.dictionary.shelf import OpenAll, Shelf
from reader.dictionary.small import SMALL, SMALL_LEMMAS
from reader.dictionary.verbs import BEFORE_INFINITIVES, LIGHT, SER_OR_IR, VERB_ENDINGS
from reader.dictionary.words import Words, words_of


class WordLookups:
    """Looks words up in dictionaries, by a table of lemmas and by rules. Thread-safe.

    Args:
        lemmatizer: Says what words are forms of; closed with this.
        dictionaries: Opens what is installed; called with the first word.
    """

    def __init__(self, lemmatizer: Lemmatizer, dictionaries: OpenAll) -> None:
        self._lemmatizer = lemmatizer
        self._shelf = Shelf(dictionaries)
        self._candidates = Candidates(lemmatizer, self._shelf)

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
        joined: list[str] = []

        def known(name: str, first: int, last: int) -> bool:
            if name not in own() and not self._shelf.has(name):
                return False
            if self._is_expression(name, places.next_word(words, last)):
                return True
            if first == place and name not in joined:
                joined.append(name)
            return False

        found = expression_at(words.plain, words.apart, place, self._candidates.verb, known)
        if found is None or (word.name and not words.shouted and found.first == found.last):
            return self._with_companions(word, joined)
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

    def _is_expression(self, name: str, after: str) -> bool:
        """Whether words that a dictionary has an entry for are one expression here.

        A verb and the preposition it takes ("gostar de"), or a verb and its object ("jogar xadrez"), are none: what the
        dictionary says of them is told with the verb.
        """
        if name in BEFORE_INFINITIVES:
            return self._candidates.is_verb(after) and not after.endswith(("or", "ôr"))
        if name in own() or name.count(" ") != 1:
            return True
        verb, _, other = name.partition(" ")
        if verb.endswith("-se") or not self._candidates.is_verb(verb):
            return not verb.endswith("-se") or SMALL.get(other) is not PartOfSpeech.ADPOSITION
        return verb in LIGHT and SMALL.get(other) is not PartOfSpeech.ADPOSITION and other != "a"

    def _with_companions(self, word: Lookup, names: Sequence[str]) -> Lookup:
        """A verb, and after its own senses those that it has with the preposition or object that stands here."""
        more: list[Sense] = []
        for name in names:
            if name.partition(" ")[0].removesuffix("-se") != word.lemmas[0]:
                continue  # the word is likelier another than this verb
            companion = f"with “{name.partition(' ')[2]}”"
            for sense in self._shelf.senses((name,)):
                grammar = ", ".join(filter(None, (companion, sense.grammar)))
                more.append(replace(sense, part_of_speech=PartOfSpeech.VERB, grammar=grammar))
        return replace(word, senses=(*word.senses, *more)) if more else word

    # One word

    def _word(self, words: Words, place: int) -> Lookup:
        span, written, plain = words.spans[place], words.written[place], words.plain[place]
        text = span.of(words.sentence)
        if plain == "nos" and self._candidates.pronoun_nos(words, place):
            senses = tuple(
                each
                for each in self._shelf.senses(("nos", "nós"))
                if each.part_of_speech in (PartOfSpeech.PRONOUN, None) and each.headword.casefold() in ("nos", "nós")
            )
            part = Part("nos", "nos", Piece.PRONOUN, note=PRONOUN_NOTES["nos"])
            return Lookup(span, text, ("nos",), PartOfSpeech.PRONOUN, senses, (part,), zipf=commonness.zipf("nos"))
        if (contraction := contractions().get(plain)) is not None:
            lemma, _ = self._candidates.table(plain)
            senses = self._shelf.senses((plain, lemma) if plain == "consigo" else (plain,))
            zipf = commonness.zipf(plain)
            kind = PartOfSpeech.PRONOUN if contraction.parts[0].piece is Piece.PRONOUN else PartOfSpeech.ADPOSITION
            return Lookup(span, text, (plain,), kind, senses, contraction.parts, zipf=zipf)
        if (clitic := without_pronouns(plain, self._candidates.known)) is not None and not self._shelf.has(plain):
            lemma = clitic.lemma or self._candidates.verb(clitic.form)
            if clitic.form in SER_OR_IR and any(each.form in ("se", "me", "te", "nos") for each in clitic.pronouns):
                lemma = "ir"  # "foi-se"
            if lemma.endswith(VERB_ENDINGS) or clitic.form == "eis":
                senses = self._ranked((lemma,), PartOfSpeech.VERB)
                verb = Part(clitic.form, lemma, Piece.WORD, senses)
                ending = (Part(clitic.ending, clitic.ending, Piece.ENDING),) if clitic.ending else ()
                zipf = commonness.zipf(lemma)
                parts = (verb, *clitic.pronouns, *ending)
                return Lookup(span, text, (lemma,), PartOfSpeech.VERB, senses, parts, zipf=zipf)
        if (pair := elided(plain)) is not None and (self._candidates.known(pair[1]) or not self._shelf.has(plain)):
            first, rest = pair
            lemmas, kind_here = self._candidates.here(words, place, rest)
            senses = self._ranked(lemmas, kind_here)
            parts = (Part(first, first, Piece.ADPOSITION), Part(rest, lemmas[0], Piece.WORD, senses))
            return Lookup(span, text, lemmas[:1], kind_here, senses, parts, zipf=commonness.zipf(lemmas[0]))
        return self._plain_word(words, place, span, written, plain)

    def _plain_word(self, words: Words, place: int, span: Span, written: str, plain: str) -> Lookup:
        text = span.of(words.sentence)
        capital = written[:1].isupper() and not words.shouted
        name = capital and not words.begins(place)
        if capital and (self._shelf.senses((written,), exact=True) and not self._shelf.senses((plain,), exact=True)):
            name = True
        elif capital and not name and not self._candidates.known(plain):
            name = not any(self._candidates.known(each) for each in bases(plain))
        lemmas, kind = self._candidates.here(words, place)
        if name:
            as_name = self._shelf.senses((written,), exact=True)
            as_word = () if as_name else self._ranked(lemmas[:1], kind)
            noun = PartOfSpeech.PROPER_NOUN
            return Lookup(span, text, (written,), noun, as_name or as_word, self._members(lemmas[0]), name=True)
        senses = self._ranked(lemmas, kind)
        kind = kind or _kind(senses)
        return Lookup(span, text, lemmas, kind, senses, self._members(lemmas[0]), zipf=commonness.zipf(lemmas[0]))

    def _ranked(self, lemmas: Sequence[str], kind: PartOfSpeech | None) -> tuple[Sense, ...]:
        """What the dictionaries say of lemmas, that of the likeliest lemma and class first."""

        def rank(sense: Sense) -> int:
            if sense.headword.casefold() != lemmas[0]:
                return 4 if sense.part_of_speech is kind else 5
            if sense.part_of_speech is kind:
                return 0
            return 1 if sense.part_of_speech is None else 2

        return tuple(sorted(self._shelf.senses(lemmas), key=rank))

    def _members(self, lemma: str) -> tuple[Part, ...]:
        if "-" not in lemma:
            return ()
        parts = compound_parts(lemma, lambda form: self._candidates.base(form)[0])
        return tuple(replace(each, senses=() if each.note else self._shelf.senses((each.lemma,))) for each in parts)


def _kind(senses: tuple[Sense, ...]) -> PartOfSpeech | None:
    return next((each.part_of_speech for each in senses if each.part_of_speech), None)


def _plain(word: str) -> str:
    return word.replace("\u00ad", "").replace("’", "'").casefold()
