"""The interface's own words in the reader's language: English in the code, catalogues beside this file."""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "reader"
LOCALES = Path(__file__).with_name("locale")
SOURCE = "en"
"""The language the messages are written in; it needs no catalogue."""

LANGUAGES = (SOURCE, "pt_BR")

_active: gettext.NullTranslations = gettext.NullTranslations()
_language = SOURCE


def activate(language: str) -> None:
    """Choose the interface's language (one of ``LANGUAGES``) from here on; anything else is English.

    For the whole process; with English no file is looked for.
    """
    global _active, _language
    _language = language if language in LANGUAGES else SOURCE
    _active = gettext.NullTranslations() if _language == SOURCE else _catalogue(_language)


def _catalogue(language: str) -> gettext.NullTranslations:
    """A language's catalogue; an empty one where it cannot be read: an English word is better than none."""
    import struct  # as gettext does for reading one

    # gettext's own search for the file would import what takes longer than reading it.
    try:
        with (LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, struct.error):  # missing, or cut short
        return gettext.NullTranslations()


def language() -> str:
    """The interface's language, as Babel names locales."""
    return _language


def _(message: str) -> str:
    """The message in the interface's language; the message itself where the catalogue has none."""
    return _active.gettext(message) if message else ""  # a catalogue gives its own header for the empty message


def _N(message: str) -> str:  # noqa: N802 - the usual name of a mark for the catalogue
    """Mark a message for the catalogue without translating it yet: where it is shown, ``_`` looks it up."""
    return message


def ngettext(one: str, many: str, number: int) -> str:
    """The message for this number of things, in the interface's language."""
    return _active.ngettext(one, many, number)
