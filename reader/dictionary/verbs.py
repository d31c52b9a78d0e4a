"""Verbs where their forms alone do not say enough: participles, forms that two verbs share, those that stand before."""

from __future__ import annotations

import re
from collections.abc import Iterator

VERB_ENDINGS = ("ar", "er", "ir", "or", "ôr")
"""What infinitives end in."""

SER_OR_IR = frozenset(
    "fui foste foi fomos fostes foram fora foras fôramos fosse fosses fôssemos fossem for fores formos forem".split()  # noqa: SIM905
)
"""Forms of both "ser" and "ir"."""

SHARED = {
    **dict.fromkeys(SER_OR_IR, ("ser", "ir")),
    "vimos": ("ver", "vir"),
    "viram": ("ver", "virar"),
    "quer": ("querer", "quer"),
}
"""Forms of two verbs, the likelier first."""

BEFORE_INFINITIVES = frozenset(("acabar de", "deixar de", "ficar de", "passar a", "ter de", "ter que", "voltar a"))
"""What is an expression only before an infinitive: "voltou a chover", but not "voltou a casa"."""

LIGHT = frozenset(
    "ter dar fazer pôr tomar levar estar ficar haver ser ir vir pegar abrir bater cair perder pedir trazer deixar "  # noqa: SIM905
    "passar valer correr meter botar sair andar prestar".split()
)
"""Verbs that say little themselves, so that they and their object may be an expression: "dar conta", "ter medo"."""

_PASSIVE = frozenset(
    "é és sou somos são era eras éramos eram seja sejas sejam sejamos será serão serei seremos seria seriam ser serem "  # noqa: SIM905
    "sendo sido tem têm tenho temos tinha tinham tínhamos teve tiveram tive terá terão teria teriam tenha tenham "
    "tivesse tivessem ter terem tendo tido havia haviam havíamos houve houvera haver havendo haja hajam houvesse "
    "acabou acabaram".split()
) | (SER_OR_IR - {"fora"})
_STATE = frozenset(
    "está estão estou estamos estava estavam estive esteve estiveram estar estarem estando esteja estejam estivesse "  # noqa: SIM905
    "estará estarão estaria estado fica ficam fico ficou ficaram ficava ficavam ficar ficarem ficando fique fiquem "
    "ficará ficarão parece parecem parecia pareciam pareceu pareceram permanece permanecem permaneceu permaneceram "
    "continua continuam continuou continuaram continuava continuavam segue seguem seguiu anda andam andava".split()
)
_BETWEEN = frozenset(
    "não já sempre ainda também muito mais menos nunca bem mal logo quase depois só apenas tão todos todas ontem hoje "  # noqa: SIM905
    "então agora pouco bastante totalmente".split()
)

_IRREGULAR = {
    "feito": ("fazer",), "dito": ("dizer",), "scrito": ("screver",), "escrito": ("escrever",), "visto": ("ver",),
    "posto": ("por", "pôr"), "aberto": ("abrir",), "coberto": ("cobrir",), "vindo": ("vir",), "preso": ("prender",),
    "surpreso": ("surpreender",), "morto": ("matar", "morrer"), "solto": ("soltar",), "aceito": ("aceitar",),
    "aceite": ("aceitar",), "eleito": ("eleger",), "entregue": ("entregar",), "expulso": ("expulsar",),
    "expresso": ("expressar",), "suspenso": ("suspender",), "extinto": ("extinguir",), "impresso": ("imprimir",),
    "pago": ("pagar",), "ganho": ("ganhar",), "gasto": ("gastar",), "salvo": ("salvar",), "limpo": ("limpar",),
    "aceso": ("acender",), "frito": ("fritar",), "roto": ("romper",), "submerso": ("submergir",),
    "disperso": ("dispersar",), "incluso": ("incluir",), "bento": ("benzer",), "pego": ("pegar",),
    "isento": ("isentar",), "sujeito": ("sujeitar",), "anexo": ("anexar",), "absolto": ("absolver",),
}  # fmt: skip
_PREFIXES = frozenset(
    "re des in de pre pro sub com contra en im dis ex inter pres su sobre entre bem satis trans circun ante mal".split()  # noqa: SIM905
)


_ENDINGS = {"eu": ("o",), "ele": ("a", "e", "ou", "eu", "iu"), "eles": ("am", "em", "aram", "eram", "iram")}
_ENDINGS |= dict.fromkeys(("ela", "você"), _ENDINGS["ele"]) | dict.fromkeys(("elas", "vocês"), _ENDINGS["eles"])


def conjugated(subject: str, form: str) -> Iterator[str]:
    """The infinitives that a regular form behind its subject may be of ("eu jogo"); to be checked."""
    for ending in _ENDINGS.get(subject, ()):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            yield from (form.removesuffix(ending) + each for each in ("ar", "er", "ir"))


def masculine(form: str) -> str:
    """A participle's or adjective's form in its masculine singular: "feitas" is "feito"."""
    return form[:-1] if form.endswith("es") else re.sub(r"[oa]s?$", "o", form)


def participle_of(form: str) -> Iterator[str]:
    """The infinitives that a form may be the participle of; to be checked against what is known."""
    base = masculine(form)
    for length in range(len(base), 2, -1):
        prefix, rest = base[: len(base) - length], base[len(base) - length :]
        if not prefix or prefix in _PREFIXES:
            yield from (prefix + each for each in _IRREGULAR.get(rest, ()))
    if base.endswith("ado") and len(base) > 4:
        yield base[:-3] + "ar"
    if base.endswith(("ido", "ído")) and len(base) > 4:
        yield from (base[:-3] + "er", base[:-3] + "ir")
    if base.endswith("sto") and len(base) > 4:
        yield base[:-3] + "r"


def helper_before(words: tuple[str, ...], apart: tuple[bool, ...], place: int) -> str:
    """What stands before a participle, a few adverbs apart: "passive" (also tenses with "ter"), "state", or ""."""
    at = place
    while at > 0 and not apart[at] and place - at < 4:
        at -= 1
        word = words[at]
        bare = word.partition("-")[0]
        if bare in _STATE and word != "estado":
            return "state"
        if bare in _PASSIVE or word == "estado":
            return "passive"
        if word not in _BETWEEN and not word.endswith("mente"):
            return ""
    return ""
