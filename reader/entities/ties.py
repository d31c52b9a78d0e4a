"""What the words between two neighbouring names say of them: one and the same, or certainly two."""

from __future__ import annotations

import enum
import re

from reader.entities.cues import is_title
from reader.entities.gazetteer import fold, gazetteer
from reader.entities.model import Kind, Mention

LONGEST_GAP = 60
"""Characters between two names; what stands farther apart is not tied."""


class Tie(enum.Enum):
    """How two neighbouring names are tied."""

    SAME = enum.auto()  # "Edson Arantes do Nascimento, o Pelé"
    KIN = enum.auto()  # "Jeb Bush, irmão de George": surely two
    LISTED = enum.auto()  # "Kim e Kim Jong Il": most likely two


_KINDS = frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
_KIN = (
    r"(?:pais?|mãe|filh[oa]s?|irmã(?:o|os|s)?|mulher|marido|espos[oa]|viúv[oa]|ex-mulher|ex-marido|net[oa]|avôs?|avós?|"
    r"bisnet[oa]|ti[oa]|sobrinh[oa]|prim[oa]|sogr[oa]|genro|nora|cunhad[oa]|enteado|enteada|padrasto|madrasta|"
    r"namorad[oa]|ex-namorad[oa]|noiv[oa]|herdeir[oa]|sucessora?|antecessora?|pai e antecessor|gême[oa]|gémeo)"
)
_OF = r"(?: (?:mais (?:velh|nov)[oa]|caçula|adotiv[oa]|único|única|gême[oa]|político|política))?,? d(?:e|o|a|os|as)"
_RANK = r"(?: [a-zà-ÿ]+(?:-[a-zà-ÿ]+)*\.?){0,3}"
_KIN_OF = re.compile(rf",? ?(?:que (?:é|era|foi) )?(?:(?:o|a|seu|sua) )?(?:\w+ e )?{_KIN}{_OF}{_RANK} \Z")
_KIN_BEFORE = re.compile(rf"\b{_KIN}{_OF}{_RANK} \Z", re.IGNORECASE)
_THEN = re.compile(r",? (?:(?:o|a) )?\Z")
_HIS_KIN = re.compile(rf",? (?:e |com |por |para )?(?:(?:o|a|os|as|seu|sua|seus|suas) )+{_KIN}{_RANK}(?:,| e)? ?\Z")
_LISTED = re.compile(rf"(?:,? e|,? ou|,? nem|, mas não|,? contra|,? x|,? versus)(?: [oa])?{_RANK} \Z")

_KNOWN_AS = re.compile(
    r"(?:,| \(|,? que (?:é|era|ficou|ficaria|seria|se tornaria))? ?(?:mais |também |ainda |então )?"
    r"(?:(?:conhecid|apelidad|chamad|alcunhad|dit|celebrizad|imortalizad)[oa] (?:como|por|de|pelo apelido de"
    r"|pelo nome de|pela alcunha de|simplesmente (?:como|por)) (?:o |a )?|dit[oa] (?:o |a )?|vulgo |aliás |codinome "
    r"|de nome artístico "
    r"|(?:cuj|seu|de |o |com o )?(?:pseud[óô]nimo|apelido|nome artístico|nome de guerra|alcunha)(?: de| era|:)? "
    r"|(?:o|a) futur[oa] )[\"«“'‘]?\Z"
)
_QUOTED = re.compile(r",? \(?(?:o |a )?[\"«“]\Z")
_NICK = re.compile(r", (?:o|a) \Z")
_RENAMED = re.compile(
    r"(?:,| \() ?(?:(?:hoje|atual|actual|atualmente|actualmente|futur[oa]|antig[oa]|anteriormente)"
    r"(?: (?:d?[ao]|chamad[oa]|denominad[oa]))?|(?:mais tarde |depois |hoje )?re(?:nome|bati|bapti|denomin)(?:z?ad)[oa]"
    r"(?: (?:de|como|para))?|(?:também |mais )?conhecid[oa] (?:como|por))"
    r" (?:d?[ao] )?(?:rua|avenida|av\.|praça|largo|estrada|rodovia)? ?[\"«“]?\Z"
)
_CLOSED = ',.;:)!?»”"\n—–'


def tie(body: str, before: Mention, after: Mention) -> Tie | None:
    """How two neighbouring names of one kind are tied by the words between them and right around; None for not at all.

    Args:
        body: The text.
        before: A name of a person, an organisation or a place.
        after: The next name of any kind.
    """
    if before.kind is not after.kind or before.kind not in _KINDS:
        return None
    start, end = before.span.end, after.span.start
    if not 0 < end - start <= LONGEST_GAP or (end - start == 1 and body[start:end] == " "):
        return None
    gap = body[start:end]
    if "\n" in gap or ". " in gap.replace("Sr. ", "").replace("Dr. ", "").replace("av. ", ""):
        return None
    return _of_people(body, gap, before, after) if before.kind is Kind.PERSON else _of_names(gap)


def _of_people(body: str, gap: str, before: Mention, after: Mention) -> Tie | None:
    if _KIN_OF.match(gap) or _HIS_KIN.match(gap):
        return Tie.KIN
    if _THEN.match(gap):
        start = before.span.start
        if _KIN_BEFORE.search(body[max(0, start - LONGEST_GAP) : start]):
            return Tie.KIN
    if _LISTED.match(gap):
        return Tie.LISTED
    closes = after.span.end >= len(body) or body[after.span.end] in _CLOSED
    if _KNOWN_AS.match(gap) or (_QUOTED.match(gap) and closes):
        return Tie.SAME
    return Tie.SAME if closes and _NICK.match(gap) and _is_nickname(before.text, after.text) else None


def _is_nickname(full: str, nick: str) -> bool:
    """Whether ", o X," after a name is likely a second name: "Edson Arantes do Nascimento, o Pelé"."""
    words = len(full.split())
    if " " in nick or is_title(nick.lower()) or words < 2:  # "Rui, a Ana, o João": one after the other
        return False
    return words > 2 or fold(nick) not in gazetteer().given


def _of_names(gap: str) -> Tie | None:
    return Tie.SAME if _RENAMED.match(gap) else None
