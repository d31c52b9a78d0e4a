"""The article's own words for who is named: "o porta-voz do Kremlin, Dmitri Peskov" → "porta-voz do Kremlin"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from articles.model import Span
from reader.entities.common import GRAMMAR
from reader.entities.model import Kind
from reader.entities.role_words import PLAIN_FIRMS, is_firm, is_nation, is_role
from reader.entities.tokens import Token, tokens
from reader.entities.wordlist import words

LONGEST_ROLE = 12
"""Words; a longer apposition is a clause, not a role."""

_AROUND = 200  # characters before and after the name that are read
_LINKS = words("do da dos das de e para no na nos nas em à ao às aos o a os as pelo pela pelos pelas com")
_INSIDE = words(
    """
    novo nova novos novas antigo antiga velho velha grande alto alta primeiro primeira segundo segunda
    terceiro terceira último última atual actual único única próprio própria maior menor melhor então geral
    futuro futura jovem conhecido conhecida famoso famosa veterano veterana célebre renomado renomada
    """
)
_TELLING = frozenset({"então", "antigo", "antiga", "futuro", "futura", "ex", "novo", "nova", "atual", "actual"})
_CALLED = words("chamado chamada conhecido conhecida denominado denominada")
_ARTICLES = frozenset({"o", "a", "um", "uma"})
_DETERMINERS = words(
    """
    o a os as um uma do da dos das ao à pelo pela no na seu sua meu minha nosso nossa cujo cuja este esta
    esse essa aquele aquela num numa segundo conforme e
    """
)
_PREPOSITIONS = words("de do da dos das com por para em no na pelo pela e ou contra sobre a ao à entre como que")
_ENDS = (",", ".", ";", ":", "!", "?", ")", " que ", " e ", " (", " —", " –", "»", "”", '"', "\n")
# Between the name and what follows it: an age, "(foto)", a party and a state.
_ASIDE = re.compile(r"(?:, (?:de )?\d{1,3}(?: anos)?(?=[,.])| \([^()]{1,40}\)){1,2}")
_TO_ROLE = re.compile(
    r"(?:, (?:(?:que|quem) (?:também |ainda |hoje |já )?(?:é|era|foi) (?:também )?|(?:à|na) época |hoje |agora )?"
    r"| [–—-] | (?:é|era) )(?:(?:o|a|um|uma|seu|sua) )?(?=\w)"
)
_VERB = re.compile(r"(?:[^\W\d_]ou|aram|eram|iram|avam|ndo)\Z")
_CLOSES = re.compile(r"(?:, (?:de )?\d{1,3}(?: anos)?| \([^()]{1,40}\))?(?:[,.;:!?)\n»”\"]| \(| [–—e-] |\Z)")


def find_role(sentence: str, name: Span, kind: Kind = Kind.PERSON) -> str | None:
    """The fullest role that a sentence gives the one named at ``name``; None where it gives none."""
    return next(iter(fullest_first(find_roles(sentence, name, kind))), None)


def find_roles(sentence: str, name: Span, kind: Kind = Kind.PERSON) -> tuple[str, ...]:
    """The roles that a sentence gives the person or organisation named at ``name``, in the order of the text.

    Read are "o presidente Vladimir Putin", "o porta-voz do Kremlin, Dmitri Peskov," and "Dmitri Peskov (foto), 56,
    porta-voz do Kremlin e diplomata,", "que é ministro", "o croata Goran Ivanisevic", "a estatal russa Gazprom". The
    words are the sentence's own, without the article before them; "ex-", "então" and "antigo" stay.
    """
    from_ = max(0, name.start - _AROUND)
    sentence, name = sentence[from_ : name.end + _AROUND], name.shifted(-from_)
    found = tokens(sentence)
    first = next((i for i, word in enumerate(found) if word.end > name.start), len(found))
    is_head = is_firm if kind is Kind.ORGANISATION else is_role
    roles = [*_before(sentence, found, first, name, is_head), *_after(sentence, found, first, name, is_head)]
    if kind is Kind.ORGANISATION:
        roles = [role for role in roles if role.lower() not in PLAIN_FIRMS]
    return tuple(dict.fromkeys(roles))


def fullest_first(roles: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Roles by how much they say, each once: "ministro" goes where "ministro da Saúde" is said."""
    order = sorted(dict.fromkeys(roles), key=lambda role: -len(role.split()))
    kept: list[tuple[str, list[str]]] = []
    for role in order:
        its = role.lower().split()
        if not any(_runs_in(its, others) for _, others in kept):
            kept.append((role, its))
    return tuple(role for role, _ in kept)


def _runs_in(few: list[str], many: list[str]) -> bool:
    """Whether words follow each other in others, or are their first and a later one ("líder cubano")."""
    return any(many[at : at + len(few)] == few for at in range(len(many) - len(few) + 1))


def _before(sentence: str, found: list[Token], first: int, name: Span, is_head: Callable[[str], bool]) -> Iterator[str]:
    """The role in the phrase that ends right before the name, or one comma before it."""
    if first == 0:
        return
    gap = sentence[found[first - 1].end : name.start]
    if gap not in {" ", ", "} or found[first - 1].lower in GRAMMAR - _INSIDE:
        return
    start = first - 1
    while start > 0 and first - start < LONGEST_ROLE and _goes_on(sentence, found, start):
        start -= 1
    heads = [at for at in range(start, first) if is_head(found[at].lower)]
    if is_head is is_firm:  # "o Banco do Brasil, a Petrobras": a list of names
        heads = [at for at in heads if not found[at].capital]
    end = found[first - 2 if found[first - 1].lower in _CALLED and first > 1 else first - 1].end
    if gap == ", ":  # the whole phrase is the role, if it is one: "o pai do líder,", but not "que é ministro,"
        if found[start].capital and not found[start].opens:
            return
        heads = [at for at in heads if _is_determined(found, at)]
        if heads and _CLOSES.match(sentence, name.end):
            yield from _apart(sentence, found, _told(found, heads[0], start), first - 1, is_head)
    elif heads:  # without a comma only the last head stands beside the name: "o filho do presidente Lula"
        head = heads[-1]
        while head > start:  # "o escritor e jornalista Rui Melo", "o deputado socialista Rui Melo"
            back = 2 if found[head - 1].lower == "e" and head - 2 >= start else 1
            if not is_head(found[head - back].lower):
                break
            head -= back
        yield sentence[found[_told(found, head, start)].start : end]
    elif is_head is is_role and is_nation(found[first - 1].lower) and _is_determined(found, first - 1):
        yield sentence[found[first - 1].start : end]


def _told(found: list[Token], head: int, start: int) -> int:
    """Where a role begins: with "então" or "antigo" before its head, which are part of what it says."""
    while head > start and found[head - 1].lower in _TELLING:
        head -= 1
    return head


def _goes_on(sentence: str, found: list[Token], at: int) -> bool:
    """Whether the word before ``at`` is of the same phrase."""
    before, word = found[at - 1], found[at]
    if sentence[before.end : word.start] != " ":
        return False
    if before.lower in _LINKS or before.lower in _INSIDE:
        # "e o presidente", "com o presidente": an article after a link begins a phrase of its own.
        return word.lower not in _ARTICLES and word.lower not in {"os", "as"}
    return before.lower not in GRAMMAR


def _is_determined(found: list[Token], at: int) -> bool:
    """Whether a head has its article, or needs none because the sentence begins with it."""
    while at > 0 and not found[at].opens and found[at - 1].lower in _INSIDE:
        at -= 1
    return found[at].opens or found[at - 1].lower in _DETERMINERS


def _after(sentence: str, found: list[Token], first: int, name: Span, is_head: Callable[[str], bool]) -> Iterator[str]:
    """The roles of the apposition that follows the name, or of "é" and "que é"."""
    aside = _ASIDE.match(sentence, name.end)
    at = aside.end() if aside else name.end
    link = _TO_ROLE.match(sentence, at)
    if link is None:
        return
    if link[0].startswith((" é", " era")) and first and found[first - 1].lower in _PREPOSITIONS:
        return  # "o filho de Rui Melo é professor"
    start = next((i for i in range(first, len(found)) if found[i].start >= link.end()), len(found))
    head = start
    while head + 1 < len(found) and found[head].lower in _INSIDE:
        head += 1
    if head >= len(found) or not is_head(found[head].lower) or (is_head is is_firm and found[head].capital):
        return
    end = head
    while end + 1 < len(found) and end - head < LONGEST_ROLE:
        word = found[end + 1].lower
        if sentence[found[end].end : found[end + 1].start] != " " or (word in GRAMMAR - _LINKS - _INSIDE):
            break
        if found[end + 1].capital and not found[end].capital and found[end].lower not in _LINKS:
            return  # "o estivador José Reis": the role of the next name
        if _VERB.search(word) and not found[end + 1].capital:
            return  # "o novo treinador do Chaves procurou": no apposition, but who acts
        end += 1
    while end > head and found[end].lower in _LINKS:
        end -= 1
    rest = sentence[found[end].end :]
    if not rest or rest.startswith(_ENDS):
        yield from _apart(sentence, found, start, end, is_head)


def _apart(sentence: str, found: list[Token], start: int, end: int, is_head: Callable[[str], bool]) -> Iterator[str]:
    """The roles of some words: "ministro da Saúde e ex-prefeito" is two, "escritor e jornalista" one."""
    begin = start
    for at in range(start + 1, end):
        if found[at].lower == "e" and at - begin > 1 and is_head(found[at + 1].lower):
            yield sentence[found[begin].start : found[at - 1].end]
            begin = at + 1
    yield sentence[found[begin].start : found[end].end]
