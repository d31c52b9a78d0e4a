"""What the words around a word say of it: whether "foi" is of "ir", whether "nos" is a pronoun, where nouns stand."""

from __future__ import annotations

from collections.abc import Callable

from reader.dictionary.contractions import contractions
from reader.dictionary.small import SMALL
from reader.dictionary.words import DETERMINERS, Words, verbal_place

_WHITHER = frozenset(
    "ao aos à às para pra pro pras pros até embora lá aí ali atrás adiante avante àquele àquela àqueles àquelas".split()  # noqa: SIM905
)
_VEHICLES = frozenset(
    "carro avião ônibus autocarro trem comboio férias bicicleta táxi metro metrô barco navio moto carona boleia".split()  # noqa: SIM905
)
_TIMES = frozenset("ontem hoje também logo depois já sempre agora sozinho sozinha juntos juntas então".split())  # noqa: SIM905


def next_word(words: Words, place: int) -> str:
    """The word after, in small letters, where nothing but white space stands between; "" else."""
    return words.plain[place + 1] if place + 1 < len(words.plain) and not words.apart[place + 1] else ""


def word_before(words: Words, place: int) -> str:
    """The word before, likewise."""
    return words.plain[place - 1] if place and not words.apart[place] else ""


def goes(words: Words, place: int, infinitive: Callable[[str], bool]) -> bool:
    """Whether a form that "ser" and "ir" share is of "ir"."""
    before = word_before(words, place)
    if before == "aonde" or (before == "onde" and place > 1 and words.plain[place - 2] in ("para", "até")):
        return True
    after = next_word(words, place)
    if (after in _TIMES or after.endswith("mente")) and next_word(words, place + 1):
        place += 1
        after = next_word(words, place)
    second = next_word(words, place + 1) if after else ""
    if after == "para" and second in ("mim", "nós", "si", "que"):
        return False
    if after == "a":  # "foi a Lisboa", "foi a pé"; not "foi a primeira"
        capital = second and words.written[place + 2][:1].isupper() and not words.shouted
        return bool(capital) or second in ("pé", "cavalo", "casa", "julgamento", "votos", "tribunal")
    if after == "de":
        return second in _VEHICLES
    return after in _WHITHER or (after.endswith("ndo") and len(after) > 4) or infinitive(after)


def pronoun_nos(words: Words, place: int, verb: Callable[[str], bool], noun: Callable[[str], bool]) -> bool:
    """Whether "nos" is the pronoun ("Ninguém nos viu"), not "em" and "os" ("nos anos")."""
    after = next_word(words, place)
    if not after:
        return False
    if after in DETERMINERS or after in contractions() or after in ("quais", "mais", "menos", "que"):
        return False
    if words.written[place + 1][:1].isupper() and not words.shouted:
        return False
    if after.endswith("s"):
        only_verb = verb(after) and not noun(after)
        return only_verb and (after.endswith("mos") or verbal_place(words, place))
    return verb(after)


def before_no_noun(words: Words, place: int, noun: Callable[[str], bool], verb: Callable[[str], bool]) -> bool:
    """Whether what follows is no noun that the word might belong to as an adjective."""
    after = next_word(words, place)
    if not after or after in SMALL or after in contractions() or after in DETERMINERS or after in ("que", "se"):
        return True
    return verb(after) or not noun(after)


def after_noun(words: Words, place: int, noun: Callable[[str], bool], verb: Callable[[str], bool]) -> bool:
    """Whether the word before is a noun that the word may belong to: as to number, too."""
    before = word_before(words, place)
    if not before or before in SMALL or before in contractions() or before in DETERMINERS:
        return False
    if before.endswith("s") is not words.plain[place].endswith("s"):
        return False
    return noun(before) and not verb(before)


def followed_up(words: Words, place: int) -> bool:
    """Whether something follows that belongs to a participle: who did it, when, where."""
    after = next_word(words, place)
    return (after in SMALL and after not in ("e", "ou", "mas", "não")) or after in contractions()
