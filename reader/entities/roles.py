"""The article's own words for a person: "o porta-voz do Kremlin, Dmitri Peskov" → "porta-voz do Kremlin"."""

from __future__ import annotations

from articles.model import Span
from reader.entities.common import GRAMMAR
from reader.entities.cues import NO_ROLE, is_title
from reader.entities.tokens import Token, tokens
from reader.entities.wordlist import words

LONGEST_ROLE = 12
"""Words; a longer apposition is a clause, not a role."""

_AROUND = 200  # characters before and after the name that are read
_LINKS = words("do da dos das de e para no na nos nas em à ao às aos o a os as")
_INSIDE = words(
    """
    novo nova novos novas antigo antiga velho velha grande alto alta primeiro primeira segundo segunda
    terceiro terceira último última atual único única próprio própria maior menor melhor então geral
    """
)
_ARTICLES = frozenset({"o", "a", "um", "uma"})
_PREPOSITIONS = words("do da dos das de e para no na nos nas em")
_DETERMINERS = words(
    """
    o a os as um uma do da dos das ao à pelo pela no na seu sua meu minha nosso nossa cujo cuja este esta
    esse essa aquele aquela num numa
    """
)


def find_role(sentence: str, person: Span) -> str | None:
    """The role that a sentence gives the person named at ``person``; None where it gives none.

    Three forms are read: "o presidente Vladimir Putin", "o porta-voz do Kremlin, Dmitri Peskov" and
    "Dmitri Peskov, porta-voz do Kremlin,". The words are the sentence's own, without the article before them.
    """
    from_ = max(0, person.start - _AROUND)
    sentence, person = sentence[from_ : person.end + _AROUND], person.shifted(-from_)
    words = tokens(sentence)
    first = next((i for i, word in enumerate(words) if word.end > person.start), len(words))
    last = next((i for i in range(first, len(words)) if words[i].start >= person.end), len(words))
    before = _before(sentence, words, first, person)
    if before is not None and " " in before:
        return before
    return _after(sentence, words, last, person) or before


def _before(sentence: str, words: list[Token], first: int, person: Span) -> str | None:
    if first == 0:
        return None
    gap = sentence[words[first - 1].end : person.start]
    if gap not in {" ", ", "}:
        return None
    start = first - 1
    if words[start].lower in GRAMMAR - _INSIDE:
        return None
    while start > 0 and first - start < LONGEST_ROLE and _goes_on(sentence, words, start):
        start -= 1
    heads = [at for at in range(start, first) if is_title(words[at].lower) and words[at].lower not in NO_ROLE]
    if gap == ", ":  # the whole phrase is the role, if it is one: "o pai do líder,", but not "que é ministro,"
        heads = [at for at in heads if _is_determined(words, at)]
        return sentence[words[heads[0]].start : words[first - 1].end] if heads else None
    # Without a comma only the last head stands beside the name: "o filho do presidente Lula".
    return sentence[words[heads[-1]].start : words[first - 1].end] if heads else None


def _goes_on(sentence: str, words: list[Token], at: int) -> bool:
    """Whether the word before ``at`` is of the same phrase."""
    before, word = words[at - 1], words[at]
    if sentence[before.end : word.start] != " ":
        return False
    if before.lower in _LINKS or before.lower in _INSIDE:
        # "e o presidente", "com o presidente": an article after a link begins a phrase of its own.
        return word.lower not in {"o", "a", "os", "as", "um", "uma"}
    return before.lower not in GRAMMAR


def _is_determined(words: list[Token], at: int) -> bool:
    """Whether a head has its article, or needs none because the sentence begins with it."""
    while at > 0 and not words[at].opens and words[at - 1].lower in _INSIDE:
        at -= 1
    return words[at].opens or words[at - 1].lower in _DETERMINERS


def _after(sentence: str, found: list[Token], last: int, person: Span) -> str | None:
    if last >= len(found) or sentence[person.end : found[last].start] != ", ":
        return None
    start = last + (found[last].lower in _ARTICLES and last + 1 < len(found))
    head = start
    while head + 1 < len(found) and found[head].lower in _INSIDE:
        head += 1
    if not is_title(found[head].lower) or found[head].lower in NO_ROLE:
        return None
    end = head
    while end + 1 < len(found) and end - head < LONGEST_ROLE:
        word = found[end + 1].lower
        if sentence[found[end].end : found[end + 1].start] != " " or (word in GRAMMAR - _LINKS - _INSIDE):
            break
        end += 1
    rest = sentence[found[end].end :]
    if rest and not rest.startswith((",", ".", ";", ":", "!", "?", ")", " que ", " e ")):
        return None
    while end > head and found[end].lower in _LINKS:
        end -= 1
    return sentence[found[start].start : found[end].end]
