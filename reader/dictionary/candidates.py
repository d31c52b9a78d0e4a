"""What a word may be a form of, and of which class it is, the likeliest in its place first."""

from __future__ import annotations

from functools import lru_cache

from reader.dictionary import places
from reader.dictionary.forms import bases, diminutive, modern, superlative
from reader.dictionary.lemmatizer import Lemmatizer
from reader.dictionary.model import PartOfSpeech
from reader.dictionary.shelf import Shelf
from reader.dictionary.small import SMALL, SMALL_LEMMAS
from reader.dictionary.verbs import SER_OR_IR, SHARED, VERB_ENDINGS, conjugated, helper_before, masculine, participle_of
from reader.dictionary.words import Words, nominal_place, verbal_place

_COMPARATIVES = {"melhor": "bom", "pior": "mau", "maior": "grande", "menor": "pequeno"}
_COMPARATIVES |= {f"{form}es": base for form, base in _COMPARATIVES.items()}

Guess = tuple[tuple[str, ...], PartOfSpeech | None]
"""Lemmas, the likeliest first, and the likeliest class."""


class Candidates:
    """Finds lemmas by the table, the dictionaries and rules. Thread-safe.

    Args:
        lemmatizer: Gives the table.
        shelf: The dictionaries.
    """

    def __init__(self, lemmatizer: Lemmatizer, shelf: Shelf) -> None:
        self._lemmatizer = lemmatizer
        self._shelf = shelf
        self.table = lru_cache(maxsize=4_000)(self._ask)
        self._kinds = lru_cache(maxsize=4_000)(self._ask_kinds)

    def here(self, words: Words, place: int, plain: str = "") -> Guess:
        """Lemmas and class of a word where it stands.

        Args:
            words: The sentence's.
            place: Which word.
            plain: What to look for in its stead, in small letters.
        """
        plain = plain or words.plain[place]
        if plain in SMALL_LEMMAS or plain in SMALL:
            return (SMALL_LEMMAS.get(plain, plain),), SMALL.get(plain)
        if plain in SHARED and plain != "fora":
            order = SHARED[plain]
            if plain in SER_OR_IR and places.goes(words, place, self._infinitive):
                order = order[::-1]
            return order, PartOfSpeech.VERB
        if plain in _COMPARATIVES:
            before = places.word_before(words, place)
            adverb = (
                not plain.endswith("es") and self._verbal(before) and not helper_before(words.plain, words.apart, place)
            )
            base = "bem" if adverb and plain == "melhor" else _COMPARATIVES[plain]
            return (plain.removesuffix("es"), base), PartOfSpeech.ADVERB if adverb else PartOfSpeech.ADJECTIVE
        first, others = self.base(plain)
        found = list(dict.fromkeys((first, *others)))
        if plain.endswith("mente") and len(plain) > 7 and not self.is_verb(first):
            return tuple(dict.fromkeys((plain, *found))), self._class(plain, plain, words, place)
        if (participle := self._participle(plain, found, words, place)) is not None:
            return participle
        lone = nominal_place(words, place) and places.before_no_noun(words, place, self._noun, self._verbal)
        if lone and (noun := self._own_noun(plain, first)) and noun != first:
            return tuple(dict.fromkeys((noun, *found))), PartOfSpeech.NOUN
        verbs = [each for each in found if each != plain and self.is_verb(each)]
        if not verbs:
            subject = places.word_before(words, place)
            verbs = [each for each in conjugated(subject, plain) if each != plain and self.is_verb(each)][:1]
            found = [*verbs, *found]
        rest = [each for each in found if each not in verbs]
        if verbs and rest:
            if nominal_place(words, place):
                found = [*rest, *verbs]
            elif verbal_place(words, place):
                found = [*verbs, *rest]
        return tuple(found), self._class(plain, found[0], words, place)

    def base(self, plain: str) -> tuple[str, list[str]]:
        """The lemma by the table, or by rules where the table or the dictionaries do not know it; and others."""
        lemma, known = self.table(plain)
        others = [each.casefold() for each in self._shelf.bases(plain) if " " not in each]
        for today, surely in () if lemma.endswith(VERB_ENDINGS) and lemma != plain else modern(plain):
            found = self._shelf.has(today) or (surely and self.table(today)[1])
            if today in others or ((surely or not self._shelf.has(plain)) and found):
                return today, [plain] if self._shelf.has(plain) else []
        if diminutive(plain) and others:
            small = set(bases(plain))
            if (base := next((each for each in others if each in small), "")) and base not in (plain, f"{plain}s"):
                return base, [lemma if lemma != base else plain, *others]
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
            again, table_knows = self.table(each)
            if table_knows and self._shelf.has(again):
                return again, []
        if "-" in plain:
            return self._compound(plain), []
        if not known:
            for each in bases(plain):
                again, table_knows = self.table(each)
                if table_knows:
                    return again, []
        return (lemma if known else plain), []

    def known(self, form: str) -> bool:
        """Whether a form is one of Portuguese, as far as anything here knows."""
        return form in SMALL or self.table(form)[1] or self._shelf.has(form)

    def verb(self, form: str) -> str:
        """The infinitive of a form of a verb, any other word as it is."""
        if form in SHARED:
            return SHARED[form][0]
        lemma, known = self.table(form)
        if known and lemma.endswith(VERB_ENDINGS):
            return lemma
        for base in self._shelf.bases(form):
            if base.endswith(VERB_ENDINGS) and " " not in base:
                return base
        return lemma if lemma.endswith(VERB_ENDINGS) else form

    def is_verb(self, infinitive: str) -> bool:
        """Whether a word is the infinitive of a verb."""
        if not infinitive.endswith(VERB_ENDINGS) or infinitive in SMALL:
            return False
        if kinds := self._kinds(infinitive):
            return PartOfSpeech.VERB in kinds
        gerund = "pondo".join((infinitive[:-3], "")) if infinitive.endswith(("por", "pôr")) else f"{infinitive[:-1]}ndo"
        return infinitive == "ver" or self.table(gerund) == (infinitive, True)  # "mulher" and "flor" have none

    def pronoun_nos(self, words: Words, place: int) -> bool:
        """Whether "nos" is the pronoun here."""
        return places.pronoun_nos(words, place, self._verbal, self._noun)

    # Rules

    def _participle(self, plain: str, found: list[str], words: Words, place: int) -> Guess | None:
        """What a participle is where something before it, or what follows, says so."""
        verbs = tuple(dict.fromkeys(each for each in participle_of(plain) if self.is_verb(each)))
        if not verbs:
            return None
        adjective = masculine(plain)
        helper = helper_before(words.plain, words.apart, place)
        kinds = self._kinds(adjective)
        as_verb = tuple(dict.fromkeys((*verbs, adjective, *found))), PartOfSpeech.VERB
        as_adjective = tuple(dict.fromkeys((adjective, *verbs, *found))), PartOfSpeech.ADJECTIVE
        by = places.next_word(words, place) in ("por", "pelo", "pela", "pelos", "pelas")
        if helper == "state":
            return as_adjective if PartOfSpeech.ADJECTIVE in kinds or not kinds else as_verb
        if helper == "passive" or (by and not nominal_place(words, place)):
            return as_verb
        if places.after_noun(words, place, self._noun, self._verbal) and adjective != "passado":
            plainly = PartOfSpeech.ADJECTIVE in kinds and not places.followed_up(words, place)
            return as_adjective if plainly else as_verb
        return None

    def _own_noun(self, plain: str, lemma: str) -> str:
        """What a word is as a noun where the table takes it for a form of another: "a seca", "a retirada"; "" else."""
        if plain in (f"{lemma}s", f"{lemma}es"):
            return ""  # "as partes" are each a "parte", whatever else has that name
        if (diminutive(plain) and lemma in set(bases(plain))) or any(lemma == today for today, _ in modern(plain)):
            return ""
        own = next((each for each in (plain, plain.removesuffix("s")) if self._has_noun(each)), "")
        if own and (PartOfSpeech.NOUN not in self._kinds(lemma) or (own == plain and not lemma.endswith("o"))):
            return own
        made = plain.endswith(("ada", "ida", "ída", "adas", "idas", "ídas")) and PartOfSpeech.NOUN not in self._kinds(
            lemma
        )
        classless = (
            not self._kinds(lemma) and not self._kinds(plain) and plain.removesuffix("s")[-1:] in ("a", "o", "e")
        )
        if classless and plain != lemma and self.is_verb(lemma):
            return plain.removesuffix("s")
        return plain.removesuffix("s") if made and any(map(self.is_verb, participle_of(plain))) else ""

    def _class(self, plain: str, lemma: str, words: Words, place: int) -> PartOfSpeech | None:
        kinds = self._kinds(lemma)
        if superlative(plain):
            return PartOfSpeech.ADJECTIVE
        if lemma != plain and self.is_verb(lemma):
            return PartOfSpeech.VERB
        if nominal_place(words, place) and PartOfSpeech.NOUN in kinds:
            lone = places.before_no_noun(words, place, self._noun, self._verbal)
            return PartOfSpeech.NOUN if lone or PartOfSpeech.ADJECTIVE not in kinds else PartOfSpeech.ADJECTIVE
        if {PartOfSpeech.ADJECTIVE, PartOfSpeech.NOUN} <= set(kinds) and places.after_noun(
            words, place, self._noun, self._verbal
        ):
            return PartOfSpeech.ADJECTIVE
        if verbal_place(words, place) and PartOfSpeech.VERB in kinds:
            return PartOfSpeech.VERB
        if plain.endswith("mente"):
            return PartOfSpeech.ADVERB
        if not kinds and "-" in lemma:  # "ex-presidente" is what "presidente" is
            kinds = self._kinds(lemma.rpartition("-")[2])
        if kinds:
            return kinds[0]
        lone = nominal_place(words, place) and places.before_no_noun(words, place, self._noun, self._verbal)
        return PartOfSpeech.NOUN if lone else None

    def _compound(self, plain: str) -> str:
        """The singular of a compound."""
        *heads, last = plain.split("-")
        singular = self.base(last)[0] if last else last
        first = self.base(heads[0])[0] if heads and heads[0] else ""
        middle = heads[1:]
        tries = ["-".join((*heads, singular)), "-".join((first, *middle, last)), "-".join((first, *middle, singular))]
        for each in tries:
            if self._shelf.has(each):
                return each
        plural = heads[0].endswith("s") and last.endswith("s") if len(heads) == 1 else False
        return tries[2] if plural and not self._verbal(heads[0]) else tries[0]

    # What is known

    def _ask(self, word: str) -> tuple[str, bool]:
        lemma, known = self._lemmatizer.lemmas([word])[0]
        return (lemma or word, known)

    def _ask_kinds(self, lemma: str) -> tuple[PartOfSpeech, ...]:
        senses = [each for each in self._shelf.senses((lemma,)) if each.part_of_speech]
        own = [each for each in senses if each.headword.casefold() == lemma] or senses
        return tuple(dict.fromkeys(each.part_of_speech for each in own if each.part_of_speech))

    def _infinitive(self, form: str) -> bool:
        return form.endswith(("ar", "er", "ir", "ôr")) and self.is_verb(form)

    def _verbal(self, form: str) -> bool:
        """Whether a form is most likely a verb's."""
        return bool(form) and form not in SMALL and (form in SHARED or self.is_verb(self.table(form)[0]))

    def _noun(self, form: str) -> bool:
        """Whether a form may be a noun; what nothing knows may be one."""
        kinds = self._kinds(self.table(form)[0])
        return PartOfSpeech.NOUN in kinds or not kinds

    def _has_noun(self, form: str) -> bool:
        return self._shelf.has(form) and PartOfSpeech.NOUN in self._kinds(form)
