"""The words before a colon, in English and in Portuguese, and what may stand after those that take a few words only."""

from __future__ import annotations

import difflib

from articles.folding import fold

FIELDS: dict[str, tuple[str, ...]] = {
    "author": ("autor", "autora", "by", "por", "byline"),
    "source": ("fonte", "jornal", "publicacao"),
    "title": ("titulo",),
    "tag": ("etiqueta", "tags", "etiquetas", "marcador"),
    "feed": ("canal", "assinatura", "feeds"),
    "entity": ("entidade", "nome", "name", "mentions", "menciona"),
    "after": ("depois", "desde", "since", "apos"),
    "before": ("antes", "ate", "until"),
    "on": ("em", "dia", "data", "date", "day"),
    "is": ("e", "esta"),
    "lang": ("language", "lingua", "idioma"),
    "words": ("palavras", "length"),
    "colour": ("cor", "color"),
    "note": ("nota", "notas", "notes", "anotacao"),
}
"""The keys, and what else each is called, folded."""

IS: dict[str, tuple[str, ...]] = {
    "unread": ("nao-lido", "nao-lida", "nao-lidos", "nao-lidas", "novo", "new"),
    "read": ("lido", "lida", "lidos", "lidas"),
    "starred": ("favorito", "favorita", "favoritos", "com-estrela", "estrela", "star"),
    "marked": ("marcado", "marcada", "marcados", "com-marcas"),
    "noted": ("anotado", "anotada", "anotados", "anotadas", "com-notas", "com-nota"),
    "tagged": ("etiquetado", "etiquetada", "com-etiqueta"),
}
"""What may stand after ``is:``, and what else each is called, folded."""

COLOURS: dict[str, tuple[str, ...]] = {
    "yellow": ("amarelo", "amarela"),
    "green": ("verde",),
    "blue": ("azul",),
    "red": ("vermelho", "vermelha"),
    "purple": ("roxo", "roxa"),
}
"""The colours of marks, and what else each is called, folded."""

COLUMNS = {"author": "byline", "source": "source", "title": "title"}
"""The keys whose values are words of the text's index, and the column of each."""

DAYS = ("after", "before", "on")
"""The keys whose values are dates."""

_KEYS = {name: key for key, others in FIELDS.items() for name in (key, *others)}
_COLOURS = {name: colour for colour, others in COLOURS.items() for name in (colour, *others)}
_STATES = {name: state for state, others in IS.items() for name in (state, *others)}


def key_of(name: str) -> str | None:
    """The key that a word before a colon means, by its English name; accents and capitals do not matter."""
    return _KEYS.get(fold(name))


def state_of(word: str) -> str | None:
    """What a word after ``is:`` means, in English."""
    return _STATES.get(fold(word).replace(" ", "-").replace("_", "-"))


def colour_named(word: str) -> str | None:
    """The colour of marks that a word means, by its English name."""
    return _COLOURS.get(fold(word))


def begins_colour(word: str) -> bool:
    """Whether some colour may still come of this word."""
    return any(name.startswith(fold(word)) for name in _COLOURS)


def nearest(name: str) -> str | None:
    """The key that is spelt most like a word, as it is written in that language; None where none comes near."""
    found = difflib.get_close_matches(fold(name), _KEYS, n=1, cutoff=0.7)
    return found[0] if found else None


def begins_state(word: str) -> bool:
    """Whether some word may still come of this one, after ``is:``."""
    begun = fold(word).replace(" ", "-")
    return any(name.startswith(begun) for name in _STATES)
