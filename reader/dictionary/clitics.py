"""Verbs with pronouns hung on or set into them, the verb's own form given back: "entregá-lo-ia" is "entregaria o"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.dictionary.contractions import TWO_PRONOUNS, pronoun
from reader.dictionary.model import Part

_PLAIN = frozenset(("me", "te", "se", "lhe", "lhes", "nos", "vos", "o", "a", "os", "as"))
_L = {"lo": "o", "la": "a", "los": "os", "las": "as"}
_N = {"no": "o", "na": "a", "nas": "as"}  # "nos" is "nos" as well
_ENDINGS = ("ei", "ás", "á", "emos", "eis", "ão", "ia", "ias", "íamos", "íeis", "iam")
_NASAL = ("m", "ão", "õe", "ãe")
_OPEN = str.maketrans("áéêíóôâ", "aeeiooa")
_WHOLE = {"far": "fazer", "dir": "dizer", "trar": "trazer", "quer": "querer"}
_SHORT = {
    "fá": "faz",
    "fê": "fez",
    "fi": "fiz",
    "di": "diz",
    "trá": "traz",
    "pu": "pus",
    "qui": "quis",
    "ei": "eis",
    "pô": "pôr",
    "vê": "ver",
    "lê": "ler",
    "dá": "dar",
    "tê": "ter",
    "crê": "crer",
    "sê": "ser",
    "vi": "vis",
    "refá": "refaz",
    "satisfá": "satisfaz",
    "desfá": "desfaz",
    "refê": "refez",
    "desfê": "desfez",
    "tu": "tu",
    "ten": "tens",
    "ve": "vês",
    "satisfi": "satisfiz",
    "predi": "prediz",
    "contradi": "contradiz",
    "qué": "quer",
}


@dataclass(frozen=True, slots=True)
class Clitic:
    """A verb without its pronouns.

    Attributes:
        form: The verb as it would stand alone.
        lemma: Its infinitive, where the spelling already says it; "" else.
        pronouns: What hung on it.
        ending: What stood behind the pronouns: "ia"; "" for nothing.
    """

    form: str
    lemma: str
    pronouns: tuple[Part, ...]
    ending: str = ""


def without_pronouns(word: str, known: Callable[[str], bool]) -> Clitic | None:
    """What a hyphenated word in small letters is, if it is a verb with pronouns; None else.

    Args:
        known: Whether a form is one of Portuguese.
    """
    stem, *rest = word.split("-")
    if not stem or not rest or len(rest) > 3:
        return None
    ending = rest.pop() if len(rest) > 1 and rest[-1] in _ENDINGS else ""
    if not rest or len(rest) > 2:
        return None
    pronouns = _pronouns(rest, stem)
    if pronouns is None:
        return None
    lost = rest[0] in _L
    if ending:
        infinitive = _infinitive(stem) if lost else stem
        if not infinitive.endswith(("r", "ôr")):
            return None
        base = infinitive.replace("pôr", "por") if infinitive.endswith("pôr") else infinitive
        lemma = next((whole for short, whole in _WHOLE.items() if base == short), "")
        lemma = lemma or _restored(base) or infinitive
        return Clitic(base.translate(_OPEN) + ending if base != infinitive else base + ending, lemma, pronouns, ending)
    if lost:
        form = _given_back(stem, known)
        return Clitic(form, form if form.endswith("r") and known(form) else "", pronouns)
    if rest[0] in ("nos", "no", "vo") and stem.endswith("mo"):
        return Clitic(f"{stem}s", "", pronouns)
    if rest[0] in ("no", "na", "nas") and not stem.endswith(_NASAL) and len(rest) == 1:
        return None
    return Clitic(stem, "", pronouns)


def _pronouns(written: list[str], stem: str) -> tuple[Part, ...] | None:
    found: list[Part] = []
    for at, each in enumerate(written):
        if each in TWO_PRONOUNS:
            found += [pronoun(form) for form in TWO_PRONOUNS[each]]
        elif each in ("no", "vo") and at + 1 < len(written) and written[at + 1] in _L:
            found.append(pronoun(f"{each}s"))
        elif each in _L:
            found.append(pronoun(_L[each]))
        elif each in _N and stem.endswith(_NASAL):
            found.append(pronoun(_N[each]))
        elif each in _PLAIN:
            found.append(pronoun(each))
        else:
            return None
    return tuple(found)


def _infinitive(stem: str) -> str:
    if stem.endswith("pô"):
        return "pôr" if stem == "pô" else stem.translate(_OPEN) + "r"
    return stem[:-1] + stem[-1].translate(_OPEN) + "r"


def _restored(base: str) -> str:
    for short, whole in _WHOLE.items():
        if (
            base.endswith(short)
            and short != "quer"
            and base in (f"re{short}", f"des{short}", f"satis{short}", f"contra{short}")
        ):
            return base[: -len(short)] + whole
    return "pôr" if base == "por" else ""


def _given_back(stem: str, known: Callable[[str], bool]) -> str:
    """A form that lost its r, s or z before "lo"."""
    if stem in _SHORT:
        return _SHORT[stem]
    if stem.endswith("mo"):
        return f"{stem}s"
    candidates = [_infinitive(stem)]
    plain = stem[:-1] + stem[-1].translate(_OPEN)
    candidates += [f"{plain}z", f"{stem}s", f"{plain}s", f"{stem}r"]
    return next((each for each in candidates if known(each)), candidates[0])
