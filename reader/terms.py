"""From what an article names to how its names are rendered: where entities and translation meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.entities.common import GRAMMAR, looks_common
from reader.entities.cues import COURTESY, PARTICLES, is_title
from reader.entities.english import Named, named
from reader.entities.english_setting import Setting, setting_of
from reader.entities.gazetteer import fold
from reader.entities.model import EnglishFrom, Entity, Kind
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
_KNOWN = frozenset({EnglishFrom.CLDR, EnglishFrom.TABLE, EnglishFrom.GAZETTEER, EnglishFrom.READER})
_SORTS = frozenset(
    fold(word)
    for word in (
        "praça", "rua", "avenida", "largo", "ponte", "aeroporto", "estádio", "palácio", "bairro", "igreja", "catedral",
        "museu", "hospital", "parque", "torre", "ilha", "ilhas", "lago", "golfo", "estreito", "península", "deserto",
        "floresta", "região", "província", "distrito", "cidade", "ginásio", "teatro", "rodovia", "estrada", "usina",
        "represa", "barragem", "túnel", "viaduto", "terminal", "estação", "cemitério", "edifício", "mar", "oceano",
        "canal", "baía", "cabo", "costa", "montanhas", "cordilheira", "vale", "zona", "fronteira", "base", "prisão",
        "penitenciária", "palacete", "mosteiro", "convento", "capela", "santuário", "centro", "campo", "biblioteca",
        "arquipélago", "república", "reino", "império", "estado", "município", "condado", "comarca", "universidade",
        "escola", "faculdade", "instituto", "colégio", "hotel", "restaurante", "mercado", "complexo", "parlamento",
    )
)  # fmt: skip
"""First words, folded, of a place's name that say what sort of place it is: English may translate them."""
_SIGNS = re.compile(r"[\n\t\"“”«»()\[\]:;!?/]")  # a form with one of these is no name that a translation could hold


def terms_of(entities: Iterable[Entity], language: str = "pt") -> tuple[Term, ...]:
    """The terms of all forms by which an article names people, places, organisations and other things.

    A name that is known to have another English gets it, each form its own: "Serguei Choigu" is "Sergei Shoigu", and
    "Choigu" "Shoigu". People and places keep their names where nothing speaks against it; what says in Portuguese words
    what it is ("Praça da República") is not sure, nor is the English of an organisation that was made by a rule.
    Dates and quantities are no names, nor are events and works that no table knows.

    Args:
        entities: All of an article, with the reader's corrections.
        language: The article's language: ``pt-BR``, ``pt-PT``, or ``pt`` where it is not known.

    Returns:
        One for each form, the sure before the others of the same form.
    """
    entities = [each for each in entities if each.kind in _KINDS]
    setting = setting_of(entities, language)
    best: dict[str, Term] = {}
    for entity in entities:
        for term in _terms(entity, setting):
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


def _terms(entity: Entity, setting: Setting) -> Iterator[Term]:
    for form in (entity.name, *entity.aliases)[:_MOST_FORMS]:
        source = " ".join(form.split()).strip(" .,'’")
        if not source or len(source) > _LONGEST or _SIGNS.search(source) or not any(map(str.isalpha, source)):
            continue
        found = _rendered(source, entity, setting)
        if found is not None:
            target, sure = found
            yield Term(source, target, _KINDS[entity.kind], TermOrigin.ENTITY, sure)
        if entity.kind is Kind.PERSON:
            yield from _without_title(source, entity, setting)


def _without_title(source: str, entity: Entity, setting: Setting) -> Iterator[Term]:
    """Who is named with a title may be named without it elsewhere."""
    rest = source.split()
    while len(rest) > 1 and _titled(rest[0]):
        rest = rest[1:]
        bare = " ".join(rest)
        if not _titled(rest[0]) and (found := _rendered(bare, entity, setting)) is not None:
            yield Term(bare, found[0], TermKind.PERSON, TermOrigin.ENTITY, found[1])


def _titled(word: str) -> bool:
    return is_title(word.lower()) or fold(word).rstrip(".") in COURTESY


def _rendered(form: str, entity: Entity, setting: Setting) -> tuple[str, bool] | None:
    """The English of one form, and whether it is sure; None where nothing is to be said of it."""
    english = entity.english
    if english and (entity.english_from is EnglishFrom.READER or entity.kind not in _STAYING):
        if form == entity.name:
            return english, entity.english_from in _KNOWN
        if entity.english_from is EnglishFrom.READER and (part := _part(form, entity.name, english)):
            return part, True
    found = named(form, entity.kind, setting, entity.roles)
    if found is not None:
        return found.text, _is_sure(found, entity.kind)
    if entity.kind is Kind.PERSON:
        if part := _part(form, entity.name, english or ""):
            return part, True
        return form, _is_bare_name(form)
    if entity.kind is Kind.PLACE:
        return form, _is_bare_name(form) and not _says_what_it_is(form)
    return (form, False) if entity.kind is Kind.ORGANISATION else None


_STAYING = frozenset({Kind.PERSON, Kind.PLACE})


def _is_sure(found: Named, kind: Kind) -> bool:
    return found.source in _KNOWN or kind in _STAYING


def _part(form: str, name: str, english: str) -> str | None:
    """The English of a form whose words are some of the name's, where name and English go word by word."""
    words, said = name.split(), english.split()
    if len(words) != len(said):
        return None
    by_word = {fold(word): each for word, each in zip(words, said, strict=True)}
    parts = [by_word.get(fold(word)) for word in form.split()]
    known = [part for part in parts if part is not None]
    return " ".join(known) if len(known) == len(parts) else None


def _says_what_it_is(form: str) -> bool:
    """Whether a place's name is made of common words, so that English may say it with its own."""
    first, *rest = form.split()
    if fold(first) in _SORTS and rest:
        return True
    return looks_common(first.lower()) and (not rest or any(looks_common(word.lower()) for word in rest))


def _is_bare_name(form: str) -> bool:
    """Whether a form is capitalised words and particles alone, no title and no word of grammar before them."""
    words: Sequence[str] = form.replace("-", " ").split()
    if not words or _titled(words[0]) or words[0].lower() in GRAMMAR or fold(words[0]) in PARTICLES:
        return False
    return all(word[:1].isupper() or word.lower() in PARTICLES for word in words)
