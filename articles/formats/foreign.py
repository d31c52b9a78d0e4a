"""Texts that are not Portuguese: saying so, and in which language they seem to be."""

from __future__ import annotations

from articles.errors import NotAnArticle
from articles.formats.languages import UNKNOWN, other_language

NAMES = {
    "am": "Amharic",
    "ar": "Arabic",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "eo": "Esperanto",
    "es": "Spanish",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "gl": "Galician",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kea": "Cape Verdean creole",
    "ko": "Korean",
    "la": "Latin",
    "mwl": "Mirandese",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""What the languages are called, by their tags."""


class ForeignLanguage(NotAnArticle):
    """The text is clearly not Portuguese; given its language, it is taken all the same.

    Attributes:
        language: The tag of the language that it seems to be in.
    """

    def __init__(self, language: str) -> None:
        called = "another language" if language == UNKNOWN else NAMES.get(language, language)
        super().__init__(f"this looks like {called}, not Portuguese", f"to take it anyway, add --language {language}")
        self.language = language


def refuse_foreign(text: str) -> None:
    """Do nothing for a text that is or may be Portuguese, or is too short to say.

    Raises:
        ForeignLanguage: It is clearly in another language.
    """
    if language := other_language(text):
        raise ForeignLanguage(language)
