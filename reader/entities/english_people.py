"""The English spelling of people's names: a table of the famous, and rules for Russian and Ukrainian names."""

from __future__ import annotations

import re
import unicodedata

from reader.entities.english_setting import NOWHERE, Setting
from reader.entities.gazetteer import fold, gazetteer
from reader.entities.name_tables import simple

_WEAK = frozenset(
    fold(name)
    for name in (
        "Igor", "Ígor", "Ivan", "Boris", "Bóris", "Vladimir", "Victor", "Viktor", "Yuri", "Iuri", "Iúri", "Andrei",
        "Roman", "Denis", "Nikita", "Alexander", "Alexandr", "Elena", "Tatiana", "Natalia", "Natália", "Ludmila",
        "Olga", "Irina", "Maria", "Galina", "Svetlana", "Valentina", "Elvira", "Constantin", "Constantine", "Sergei",
        "Raíssa", "Ruslan", "Pavel", "Stanislav", "Oleg", "Maxim", "Egor", "Kiril", "Dimitri", "Nicolai",
        "Georgi", "Valeri", "Lev", "Leonid", "Piotr",
    )
)  # fmt: skip
"""Those that people of other nations have too: they prove nothing by themselves."""

_ROLE = re.compile(
    r"\b(?:russ[oa]s?|soviétic[oa]|ucranian[oa]|bielorruss[oa]|checheno|chechena|tchetcheno|moscovita|cazaque|"
    r"Rússia|Moscovo|Moscou|Ucrânia|Kiev|Kremlin|URSS|Bielorrússia)\b",
    re.IGNORECASE,
)

# Surnames that are East Slavic beyond doubt; "-in", "-ai", "-oi" and "-ko" are only with a name before them that is.
_SURE = re.compile(
    r"(?:[aeiouy]|[^aeiouy]i)?(?:ov|ova|ev|eva|iov|iova|tsin|dine|enko|tchuk|[oe]vitch|tch[ei]v|ntsev)\Z"
)
_LIKELY = re.compile(
    r"(?:[oe]v[a]?|in[ae]?|ski|skii|sky|skaia|skaya|enko|[tc]?chuk|uk|iuk|vitch|itch|ich|oi|ni|ets|nik|iak|jko|aia|ts)\Z"
)
_PARTICLE = re.compile(r"(?:d[aeo]s?|e|del|della|di|van|von|bin|al|el|la|le)\Z")
_VOWEL = "aeiouy"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"chtch|schtsch", "shch"),
        (r"tch", "č"),  # kept apart from the "ch" that Portuguese writes for "sh"
        (r"(?<!d)j", "zh"),
        (r"gu(?=[ei])", "g"),
        (r"\Ai(?=[aeou])", "y"),
        (rf"(?<=[{_VOWEL}])i(?=[{_VOWEL}])", "y"),
        (r"(?<=[bcdfgklmnprstvxzč])i(?=a(?!n|\Z))", "y"),
        (r"(?<=[bcdfgklmnprstvxzč])i(?=u|ova?\Z)", "y"),
        (r"ss(?=[eoi][vn]a?\Z)", "s"),
        (r"sk(?:i|ii)\Z", "sky"),
        (r"skaia\Z", "skaya"),
        (r"oi\Z", "oy"),
        (r"(?<=[lnč])ni\Z", "ny"),
        (r"(?<=[dlprst])ine\Z", "in"),
    )
)


def transliterated(name: str, roles: tuple[str, ...] = (), setting: Setting = NOWHERE) -> str | None:
    """A Russian or Ukrainian name as English writes it, where it is surely one and the rules are sure.

    Args:
        name: As the article writes it.
        roles: The article's own words for the person ("porta-voz do Kremlin").
        setting: What the article is about.

    Returns:
        None where it is no such name, is written the same, or where a letter may stand for two sounds.
    """
    words = name.split()
    if not words or len(words) > 3 or any(_PARTICLE.match(word) for word in words[1:]):
        return None
    known = simple("given")
    surname = fold(words[-1])
    given = [fold(word) for word in words[:-1]]
    if "w" in surname or surname in gazetteer().family or any(each not in known for each in given[:1]):
        return None
    told = setting.slavic or any(_ROLE.search(role) for role in roles)
    strong = bool(given) and given[0] not in _WEAK
    if not given:
        named_so = any(_ROLE.search(role) for role in roles)
        sure = _SURE.search(surname) is not None and (named_so or (setting.slavic and not surname.endswith("vitch")))
    else:
        sure = (told or strong) and _LIKELY.search(surname) is not None
    if not sure:
        return None
    last = _surname(words[-1])
    middle = [_surname(word) for word in words[1:-1]]
    if last is None or None in middle:
        return None
    found = " ".join([*(known[each] for each in given[:1]), *(each for each in middle if each), last])
    return found if found != name else None


def _surname(word: str) -> str | None:
    """A surname or patronymic in English letters; None where a letter may stand for two sounds."""
    if "ou" in word:  # the French way of writing: what else of it is French?
        return None
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    new = plain.lower()
    for pattern, by in _RULES:
        new = pattern.sub(by, new)
    if re.search(r"(?<!s)ch", new.replace("shch", "")):
        if "č" not in new:
            return None
        new = re.sub(r"(?<![sz])ch", "sh", new)
    new = new.replace("č", "ch")
    return "-".join(part[:1].upper() + part[1:] for part in new.split("-")) if new != plain.lower() else plain
