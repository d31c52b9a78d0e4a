"""Who wrote an article: names alone, of what pages put around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.cleaning import clean_line

_LONGEST_NAME = 80
_MOST = 8

_mail = re.compile(r"\S+@\S+\.\S+|(?<!\w)@[\w.]+|https?://\S+|www\.\S+", re.IGNORECASE)
_lead = re.compile(
    r"\A\W*(?:(?:escrito |publicado |produzido |reportagem |texto |textos |um texto )?(?:por|by|de autoria de)\b"
    r"|texto(?:s)?(?: de)?:?\s"
    r"|reportagem(?: de)?:?\s|autor(?:a|es)?:|redator(?:a)?:|jornalista:?\s|edição(?: de)?:)\s*:?\s*",
    re.IGNORECASE,
)
_apart = re.compile(r"\s*(?:[;|/•·\n]|\s[-–—]\s)\s*")
_and = re.compile(r"\s+(?:e|and|&)\s+")
_role = re.compile(
    r"\b(?:repórter|reporter|jornalista|editor|editora|editor-chefe|colunista|correspondente|enviad[oa]|especial para|"
    r"estagiári[oa]|colaborador|colaboradora|colaboração|professor|professora|economista|advogad[oa]|cientista"
    r"|analista|"
    r"diretor|diretora|subeditor|subeditora|fotojornalista|supervisão|sob supervisão|fotos?|fotografia|vídeo"
    r"|edição|ilustração|atualizad[oa]|publicad[oa]|com (?:agências|informações|lusa|afp|"
    r"reuters|agência)|texto|podcast|ver perfil|seguir|biografia|\d+)\b",
    re.IGNORECASE,
)
_place = re.compile(r"\A(?:em|de|do|da|no|na|dos|das)\s+(?!redação\b)[A-ZÀ-Ý]", re.IGNORECASE)
_newsroom = re.compile(r"\A(?:da |de |pela |a )?(?:nossa )?(?:redação|redacção|redaccao|redacao)\b", re.IGNORECASE)
_SMALL = frozenset({"DE", "DA", "DO", "DAS", "DOS", "E"})
_nobody_names = (
    "admin administrador administrator root editor wordpress webmaster autor author user usuario usuário site "
    "portal undefined null none anonymous anónimo anônimo unknown"
)
_nobody = frozenset(_nobody_names.split())


def byline_of(values: Iterable[str], source: str | None = None) -> str | None:
    """The names in several values that a page gives for its author, joined by commas; None where there is nobody.

    Args:
        values: Each may hold several names, "Por", roles, places, addresses and handles.
        source: The publication, which is no author.
    """
    names: dict[str, str] = {}
    for value in values:
        for name in _names(clean_line(value, 600)):
            if source is None or name.casefold() not in (source.casefold(), source.casefold().split()[0]):
                names.setdefault(name.casefold(), name)
    return ", ".join(list(names.values())[:_MOST]) or None


def _names(line: str) -> list[str]:
    line = _mail.sub(" ", line).replace("(", " ; ").replace(")", " ; ")
    names: list[str] = []
    for part in _apart.split(_lead.sub("", line)):
        for piece in part.split(","):
            names.extend(_whole(name) for name in _people(piece) if _whole(name))
    return names


def _people(piece: str) -> list[str]:
    """The people in "Ana Sá e Rui Cruz"; "Ana Costa e Silva" is one."""
    parts = _and.split(piece)
    if len(parts) > 1 and all(len(part.split()) >= 2 for part in parts):
        return parts
    return [piece]


def _whole(name: str) -> str:
    name = _lead.sub("", " ".join(name.split())).strip(" .:*-–—_\"'")
    if _newsroom.match(name):
        return "Redação" if "cç" not in name.casefold() else "Redacção"
    if not name or len(name) > _LONGEST_NAME or name.casefold() in _nobody or _role.search(name) or _place.match(name):
        return ""
    if not any(char.isalpha() for char in name) or (name[0].islower() and " " not in name) or len(name.split()) > 8:
        return ""
    return _titled(name) if name.isupper() and " " in name and len(name) > 8 else name


def _titled(name: str) -> str:
    """A name in capitals as names are written: "ANA DE SÁ" is "Ana de Sá"."""
    return " ".join(word.lower() if word in _SMALL else word.title() for word in name.split())
