"""Words that were parted at the end of a line: put together again as Portuguese writes them."""

from __future__ import annotations

import re

_word = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_tail = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_head = re.compile(r"([^\W\d_]+)(-?)")

# First members that Portuguese joins by a hyphen to nearly all that follows.
_first = (
    "ex vice pós pré pró recém além aquém bem sem norte sul anglo luso afro sino euro franco ibero latino nipo porta "
    "guarda primeiro primeira segunda terça quarta quinta sexta grão grã decreto arco couve "
    "mão meio meia médico salva quebra beija pica saca "
    "secretário secretária procurador procuradora diretor diretora general cirurgião capitão tenente "
    "matéria político sócio técnico histórico económico econômico"
)
_FIRST = frozenset(_first.split())
_second = (
    "feira ministro ministra ministros ministras presidente presidentes voz vozes chuva chuvas americano americana "
    "americanos americanas coreano coreana coreanos coreanas africano africana africanos africanas lei leis geral "
    "gerais prima primas íris chefe chefes relâmpago fantasma mor mar campo noite dia dias"
)
_SECOND = frozenset(_second.split())
_clitics = "me te se lhe lhes nos vos o a os as lo la los las no na nas mo ma to ta lho lha"
_CLITICS = frozenset(_clitics.split())


class Words:
    """The words of a document that stand inside a line: how it writes them where nothing parted them."""

    def __init__(self, texts: list[str]) -> None:
        self._seen: set[str] = set()
        for text in texts:
            found = [word.lower() for word in _word.findall(text)]
            if text.endswith(("-", "\u2010")):
                del found[-1:]
            self._seen.update(found)

    def joined(self, before: str, after: str) -> str:
        """Two lines as one text: the hyphen at the end of the first goes where it only parted a word."""
        if before.endswith("\u2010"):  # a soft hyphen
            return before[:-1] + after
        tail = _tail.search(before)
        if tail is None:
            return f"{before} {after}"
        if after.startswith("-"):  # a hyphen that is said twice, as good printers do
            return before + after[1:]
        head = _head.match(after)
        if head is None or not head[1][0].islower():
            return before + after
        return before + after if self._stays(tail[1].lower(), head[1].lower(), head[2]) else before[:-1] + after

    def _stays(self, first: str, second: str, more: str) -> bool:
        if f"{first}-{second}" in self._seen:
            return True
        if first + second in self._seen:
            return False
        last = first.rpartition("-")[2]
        if last in _FIRST or second in _SECOND:
            return True
        return second in _CLITICS and (more == "-" or _is_verb_before(last, second))


def _is_verb_before(verb: str, clitic: str) -> bool:
    """Whether a pronoun behind a hyphen may stand after this form, rather than be the last syllable of its word."""
    if len(verb) < 3:
        return verb in ("dá", "dê", "vê", "vi", "há", "pô", "fá", "fê", "lê", "dou", "deu")
    match clitic:
        case "lhe" | "lhes":
            return verb[-1] in "aeimoruáéêô" and not verb.endswith(("traba", "ba", "ve", "fi"))
        case "se":
            return verb[-1] in "aemráê" and not verb.endswith(("ana", "ca", "fra", "cra"))
        case "lo" | "la" | "los" | "las":
            return verb[-1] in "áêôé" or verb.endswith("fi")
        case "no" | "na" | "nas":
            return verb.endswith(("m", "ão", "õe"))
        case "nos" | "vos" | "me" | "te":
            return verb.endswith(("ou", "eu", "iu", "am", "em", "ava", "isse", "ouxe", "amo"))
        case _:
            return verb.endswith(("ou", "eu", "iu", "ei", "am", "em", "ava", "ia", "isse", "ouxe", "iz", "ez"))
