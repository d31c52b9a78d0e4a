"""Whether a short name is made of a long one's letters: STF, Novacap, PUC-Rio, Inpe."""

from __future__ import annotations

from reader.entities.cues import PARTICLES

_SMALL = PARTICLES | {
    "para",
    "em",
    "a",
    "o",
    "as",
    "os",
    "ao",
    "aos",
    "no",
    "na",
    "nos",
    "nas",
    "of",
    "the",
    "and",
    "for",
}
_LONGEST = 14  # letters of a short form made of syllables


def _words(long: str) -> list[str]:
    return long.replace("-", " ").replace("/", " ").split()


def initials_of(long: str) -> set[str]:
    """The acronyms that a folded name of several words may have: with and without its small words."""
    words = _words(long)
    if len(words) < 2:
        return set()
    main = [word for word in words if word not in _SMALL]
    return {"".join(word[0] for word in chosen) for chosen in (words, main) if len(chosen) > 1}


def is_acronym_of(short: str, long: str) -> bool:
    """Whether the letters of a folded name are the first letters of another's words: STF, O.N.U., EUA."""
    return " " not in short and " " in long and short.replace(".", "") in initials_of(long)


def abbreviates(short: str, long: str) -> bool:
    """Whether a folded name may be made of another's letters; for names that stand side by side.

    Beside acronyms that is syllables ("Novacap" of "Companhia Urbanizadora da Nova Capital"), a letter left out
    or in another tongue's order ("NATO", "Ibama"), and a mixture ("PUC-Rio").
    """
    if " " in short or " " not in long or len(short) > _LONGEST:
        return False
    if is_acronym_of(short, long):
        return True
    letters = short.replace(".", "").replace("-", "").replace("/", "")
    words = [word for word in _words(long) if word not in _SMALL]
    if len(letters) < 2 or not words:
        return False
    if _of_syllables(letters, words):
        return True
    heads = "".join(word[0] for word in words)
    if sorted(letters) == sorted(heads):
        return True
    return letters[0] == heads[0] and len(letters) > 2 and _in_order(letters, "".join(words)) and len(words) > 1


def _of_syllables(letters: str, words: list[str]) -> bool:
    """Whether letters are beginnings of words, in their order, words left out or not."""
    reached = {0}
    for word in words:
        for at in sorted(reached):
            length = 0
            while at + length < len(letters) and length < len(word) and letters[at + length] == word[length]:
                length += 1
                reached.add(at + length)
    return len(letters) in reached


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
