"""The gender that a title, or a given name, says; written for this project."""

from __future__ import annotations

import functools

from reader.entities.cues import TITLES
from reader.entities.gazetteer import gazetteer
from reader.entities.wordlist import words

FEMALE, MALE = "f", "m"

_WOMEN = words(
    """
    adelaide agnes alice aline anne annie beatrice beatriz beth brigitte carmem carmen carol carole caroline catherine
    celeste charlotte christine cristiane cleide conceicao daisy daniele deise denise dolores doris edite edith elaine
    eliane elisabete elisabeth elizabeth ellen esther ester eunice evelyn gisele gladys grace heather helen hillary
    hilary ines ingrid irene isabel isabelle ivete ivone izabel jacqueline jane janet janete jennifer joan jocelyne
    judite judith julie juliet karen karin kate kathleen keiko lais leonor lilian liz lourdes louise luz maite magali
    marcele margaret margarete margot marie marilyn marine marlene mary meire melanie mercedes michelle miriam monique
    myriam nair nancy nathalie neide odete penelope pilar rachel raquel rosane rose roseli rosemary rosilene ruth rute
    salete scarlett sharon simone soledad solange sophie stephanie sueli susan tais thais ursule viviane yvonne zoe
    socorro amparo consuelo rosario ann clarice deborah francine geraldine joyce matilde mirian sarah suzi zenaide
    """
)
"""Folded given names of women that do not end in -a."""

_MEN = words("luca lula juca zeca noah joshua kaka guga jonah elijah mustafa garrincha dida vava djalma")
"""Folded names of men that look like a woman's."""

_BOTH = words(
    """
    alex andrea ariel charlie chris claude cris darci darcy dominique eli francis guiomar ira iris
    jaci jackie jan jean jess jo jocelyn kelly kim
    lee leslie lima lu maxime michele nikita noa noel pat patrice robin sacha sam sasha sidney sydney taylor val
    wallis xi
    """
)
"""Folded given names of women and of men."""

_MASCULINE = frozenset({"o", "ao", "do", "no", "pelo", "um", "seu", "este", "esse", "aquele", "nosso"})
_FEMININE = frozenset({"a", "à", "da", "na", "pela", "uma", "sua", "esta", "essa", "aquela", "nossa"})
_COMMON_ENDINGS = ("ista", "eta", "ata", "auta", "arca", "iatra", "cida")
_HIS = words("sr dr prof dom don mr sir lord seu padre frei papa rei príncipe duque conde marquês pai marido avô juiz")
_HERS = words(
    "sra srta dra profa dona mrs ms atriz actriz imperatriz mãe mulher madre avó irmã neta campeã capitã candidata"
)
_BOTH_TITLES = words("colega poeta atleta cineasta crítica meia modelo")


@functools.lru_cache(maxsize=1 << 12)
def of_title(title: str, article: str) -> str | None:
    """The gender of a title: "ministra", "Sr.", "o presidente", "a líder"; None where nothing says it.

    Args:
        title: Lower case, without its full stop.
        article: The word before it, lower case; "" for none.
    """
    word = title.rpartition("-")[2] if title not in TITLES else title
    if word in _HERS:
        return FEMALE
    if word in _HIS:
        return MALE
    if word not in TITLES:
        return None
    if word not in _BOTH_TITLES:
        if word.endswith(("o", "or", "ês", "ão")):
            return MALE
        if word.endswith("a") and not word.endswith(_COMMON_ENDINGS):
            return FEMALE
    return MALE if article in _MASCULINE else FEMALE if article in _FEMININE else None


@functools.lru_cache(maxsize=1 << 12)
def of_given(name: str) -> str | None:
    """The gender of a folded given name; None for what is no known one, or is a woman's and a man's."""
    if name in _BOTH or (name not in gazetteer().given and name not in _WOMEN and name not in _MEN):
        return None
    if name in _WOMEN:
        return FEMALE
    return FEMALE if name.endswith("a") and name not in _MEN else MALE
