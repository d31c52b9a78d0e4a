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
    if _language == SOURCE:
        _active = gettext.NullTranslations()
    else:
        _active = gettext.translation(DOMAIN, LOCALES, [_language], fallback=True)


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
