"""From what an article names to how its names are rendered: where entities and translation meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.entities import capitals, royal, staying
from reader.entities.common import looks_common
from reader.entities.cues import PARTICLES
from reader.entities.english import named, territory
from reader.entities.english_setting import setting_of
from reader.entities.gazetteer import fold
from reader.entities.model import EnglishFrom, Entity, Kind
from reader.entities.name_tables import table
from reader.translation.glossary.model import Glossary, Term, TermKind, TermOrigin

_KINDS = {
    Kind.PERSON: TermKind.PERSON,
    Kind.PLACE: TermKind.PLACE,
    Kind.ORGANISATION: TermKind.ORGANISATION,
    Kind.EVENT: TermKind.NAME,
    Kind.WORK: TermKind.NAME,
    Kind.OTHER: TermKind.NAME,
}
_MOST_FORMS = 40
"""Forms of one entity that become terms; an article that writes a name in more ways is no article."""
_LONGEST = 100  # characters of a form
_EXPLAINED = re.compile(r" \([^()]*\)\Z")  # "Planalto (Brazilian presidency)" is for who reads the list of names
_SIGNS = re.compile(r"[\n\t\"“”«»()\[\]:;!?/]")  # a form with one of these is no name that a translation could hold


def terms_of(entities: Iterable[Entity], language: str = "pt") -> tuple[Term, ...]:
    """The terms of all forms by which an article names people, places, organisations and other things.

    A name that is known to have another English gets it, each form its own: "Serguei Choigu" is "Sergei Shoigu", and
    "Choigu" "Shoigu". People and places keep their names where nothing speaks against it. Not sure is what may be
    called otherwise in English (a prophet, a town far from Portuguese), and what a rule makes of an organisation.
    Kings and popes whom Portuguese calls by a given name of its own ("Carlos III") have no term unless they are of
    Portugal or Brazil: the engine knows them.
    A place that says in Portuguese words what it is ("Praça da República") has no term: English says that in its own.
    Dates and quantities are no names, nor are events and works that no table knows.

    Args:
        entities: All of an article, with the reader's corrections.
        language: The article's language: ``pt-BR``, ``pt-PT``, or ``pt`` where it is not known.

    Returns:
        One for each form, the sure before the others of the same form.
    """
    entities = [each for each in entities if each.kind in _KINDS]
    namer = _Namer(entities, language)
    best: dict[str, Term] = {}
    for entity in entities:
        for term in namer.terms(entity):
            known = best.get(term.source)
            if known is None or (term.sure and not known.sure):
                best[term.source] = term
    return tuple(best.values())


def glossary_of(entities: Iterable[Entity], own_terms: Iterable[Term] = (), language: str = "pt") -> Glossary:
    """An article's glossary: the reader's own terms, and those of its names where the reader said nothing.

    Args:
        entities: As for ``terms_of``.
        own_terms: The reader's, for the article and for all articles.
        language: As for ``terms_of``.
    """
    return Glossary((*terms_of(entities, language), *own_terms))


class _Namer:
    """Names the forms of an article's entities in English."""

    def __init__(self, entities: Sequence[Entity], language: str) -> None:
        self._setting = setting_of(entities, language)
        self._at_home = staying.at_home(setting_of(entities))  # without what the spelling says of the article
        self._thrones = royal.thrones_of(entities)
        abroad = [mention.span.start for each in entities if royal.is_abroad(each) for mention in each.mentions]
        self._before_abroad = {start - len(" da ") for start in abroad}

    def terms(self, entity: Entity) -> Iterator[Term]:
        """A term for each form of an entity, and for a person's without the title before it."""
        forms = (entity.name, *entity.aliases)[:_MOST_FORMS]
        if entity.kind is Kind.PERSON:
            forms = tuple(piece for form in forms for piece in capitals.pieces(form))
        elif entity.kind is Kind.PLACE:
            forms += tuple(longer for form in forms if (longer := staying.cut_short(form)))
        for form in forms:
            source = " ".join(form.split()).strip(" .,'’–—-")
            if entity.kind is Kind.PERSON:
                source = _without_particles(source)
                if royal.crowned(source, entity.roles) and not royal.is_foreign(source):
                    source = royal.without_realm(source)[0]  # English says "of Portugal"
                if _is_epithet(source, entity):
                    continue
            if not source or len(source) > _LONGEST or _SIGNS.search(source) or not any(map(str.isalpha, source)):
                continue
            if (found := self._rendered(source, entity)) is not None:
                yield Term(source, found[0], _KINDS[entity.kind], TermOrigin.ENTITY, found[1])
            if entity.kind is Kind.PERSON:
                yield from self._without_title(source, entity)

    def _without_title(self, source: str, entity: Entity) -> Iterator[Term]:
        """Who is named with a title may be named without it elsewhere."""
        rest = source.split()
        while len(rest) > 1 and staying.titled(rest[0]):
            rest = rest[1:]
        bare = " ".join(rest)
        if bare != source and (found := self._rendered(bare, entity)) is not None:
            yield Term(bare, found[0], TermKind.PERSON, TermOrigin.ENTITY, found[1])

    def _rendered(self, form: str, entity: Entity) -> tuple[str, bool] | None:
        """The English of one form, and whether it is sure; None where nothing is to be said of it."""
        english, kind = entity.english, entity.kind
        if english and entity.english_from is EnglishFrom.READER:
            if form == entity.name:
                return english, True
            if part := _part(form, entity.name, english):
                return part, True
        found = named(form, kind, self._setting, entity.roles)
        if found is not None:
            by_rule = found.source is EnglishFrom.RULE and kind is not Kind.PERSON
            said = _EXPLAINED.sub("", found.text)
            return said, not by_rule and not _is_only_a_place(form, kind) and not _is_a_word(form, kind)
        if kind is Kind.PERSON:
            return self._person(form, entity)
        if kind is Kind.PLACE:
            if staying.is_described(form) or self._has_a_place(form):
                return None
            return form, staying.place(form, at_home=self._at_home)
        if english and form == entity.name:
            return english, False
        return (form, False) if kind is Kind.ORGANISATION else None

    def _person(self, form: str, entity: Entity) -> tuple[str, bool] | None:
        """A person of whom no table knows: the name stays, or is a part of one that is known."""
        if part := _part(form, entity.name, entity.english or ""):
            return part, True
        if royal.crowned(form, entity.roles):
            # "D. Luís I" is held by "Luís I": the engine may have made "King" of what stands before it.
            ours = self._thrones.keeps(form, entity.roles) and not staying.titled(form.partition(" ")[0])
            return (form, True) if ours else None
        if " " not in form:
            fuller = [other for other in (entity.name, *entity.aliases) if form in other.split()]
            if any(self._stays(each, entity) for each in fuller if each != form):
                return form, True
        place = named(form, Kind.PLACE, self._setting)
        if place is not None and place.text != form and place.source is not EnglishFrom.RULE:
            # A place that was taken for a person, or a person of a place's name: nobody has one of several words.
            return (place.text, True) if " " in form and not staying.is_surname(form) else (form, False)
        sure = staying.person(form, at_home=self._at_home)
        if not sure and any(mention.span.end in self._before_abroad for mention in entity.mentions):
            return None  # "Catarina da Rússia"
        return (form, sure) if sure or form[:1].isupper() else None

    def _has_a_place(self, form: str) -> bool:
        """Whether a place's name of several words has another's in it that English calls otherwise."""
        words = form.replace("-", " ").split()
        parts = [named(word, Kind.PLACE, self._setting) for word in words] if len(words) > 1 else []
        return any(part is not None and part.text != word for part, word in zip(parts, words, strict=False))

    def _stays(self, name: str, entity: Entity) -> bool:
        found = named(name, Kind.PERSON, self._setting, entity.roles)
        return found.text == name if found is not None else staying.person(name, at_home=self._at_home)


def _is_only_a_place(form: str, kind: Kind) -> bool:
    """Whether an organisation has only a place's English: a club keeps the name that the town does not."""
    if kind is not Kind.ORGANISATION or fold(form) in table("organisations"):
        return False
    return fold(form) in table("places") or territory(form) is not None


def _is_a_word(form: str, kind: Kind) -> bool:
    """Whether a place is called by a common word ("Norte", "Terra"): the engine knows what is meant."""
    return kind is not Kind.PERSON and " " not in form and looks_common(form.lower())


def _without_particles(name: str) -> str:
    """A person's name without a particle that was taken with it: "Carlos Gustavo da"."""
    words = name.split()
    while len(words) > 1 and words[-1] in PARTICLES:
        words.pop()
    return " ".join(words)


def _is_epithet(form: str, entity: Entity) -> bool:
    """Whether a form is what a king was called beside his name: "a Louca", "o Formoso"."""
    if form == entity.name or not royal.crowned(entity.name, entity.roles) or royal.crowned(form, ("rei",)):
        return False
    words = form.split()
    return len(words) == 1 and fold(form) not in fold(entity.name).split()


def _part(form: str, name: str, english: str) -> str | None:
    """The English of a form whose words are some of the name's, where name and English go word by word."""
    words, said = name.split(), english.split()
    if len(words) != len(said):
        return None
    by_word = {fold(word): each for word, each in zip(words, said, strict=True)}
    parts = [by_word.get(fold(word)) for word in form.split()]
    known = [part for part in parts if part is not None]
    return " ".join(known) if len(known) == len(parts) else None
