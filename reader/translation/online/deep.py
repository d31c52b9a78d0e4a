"""Deep-translator's classes with our calls in place of its ``requests``; nobody else imports the package."""

from __future__ import annotations

import dataclasses
import functools
import importlib
import re
import types
from collections.abc import Callable, Mapping
from typing import Any

from reader.i18n import _
from reader.translation.choosing.keys import Secret
from reader.translation.engine import EngineUnavailable
from reader.translation.online.web import Answer, Call

_NO_KEY = "none"
"""What the package is given for a key, always: its errors quote it. The key itself is put in as the request leaves."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class _Requests:
    """Stands where the package says ``requests``."""

    def __init__(self, call: Call, endpoint: str | None) -> None:
        self.exceptions = call.exceptions
        self._call = call
        self._endpoint = endpoint

    def get(self, url: str, params: Any = None, proxies: Any = None) -> Answer:
        return self._call.get(self._endpoint or url, params=params, proxies=proxies)


def google(call: Call, text: str, endpoint: str | None = None) -> object:
    """What Google's page says to a text.

    Args:
        call: For the request.
        text: Under 5,000 characters.
        endpoint: Another address in place of Google's.

    Raises:
        EngineUnavailable: The package is not installed.
        Exception: Anything, as the package does; so do the others below.
    """

    class Requests(_Requests):
        def get(self, url: str, params: Any = None, proxies: Any = None) -> Answer:
            """The page with a space for each break of a line: the package joins what stands around one."""
            answer = super().get(url, params, proxies)
            return dataclasses.replace(answer, text=_BREAK.sub(" ", answer.text))

    module = _module("google")
    return _translated(module.GoogleTranslator(source="pt", target="en"), Requests(call, endpoint), text)


def mymemory(call: Call, text: str, source: str, target: str, endpoint: str | None = None) -> object:
    """What MyMemory says to a text.

    Args:
        call: For the request.
        text: Under 500 bytes.
        source: "pt-BR" or "pt-PT".
        target: "en-US" or "en-GB".
        endpoint: Another address in place of MyMemory's.
    """
    module = _module("mymemory")
    return _translated(module.MyMemoryTranslator(source=source, target=target), _Requests(call, endpoint), text)


def libretranslate(call: Call, text: str, url: str, key: Secret | None) -> object:
    """What a LibreTranslate server says to a text.

    Args:
        call: For the request.
        text: Any.
        url: The server's address; it ends in "/".
        key: For servers that want one.
    """

    class Requests(_Requests):
        def post(self, url: str, params: Mapping[str, str]) -> Answer:
            """The same in the body: an address is written into logs, and into the text of errors."""
            form = {name: value for name, value in params.items() if name != "api_key"}
            if key is not None:
                form["api_key"] = key.reveal()
            return self._call.post(url, data=form)

    module = _module("libre")
    translator = module.LibreTranslator(source="pt", target="en", api_key=_NO_KEY, custom_url=url)
    return _translated(translator, Requests(call, None), text)


def microsoft(call: Call, text: str, key: Secret, region: str | None, endpoint: str | None = None) -> object:
    """What Microsoft's translator says to a text.

    Args:
        call: For the request.
        text: Any.
        key: The subscription's.
        region: The subscription's, where it has one.
        endpoint: Another address in place of Microsoft's.
    """

    class Requests(_Requests):
        def post(self, url: str, params: Any, headers: Mapping[str, str], json: Any, proxies: Any) -> Answer:
            sent = {name: key.reveal() if value == _NO_KEY else value for name, value in headers.items()}
            return self._call.post(self._endpoint or url, params=params, headers=sent, json=json, proxies=proxies)

    module = _module("microsoft")
    # The package would ask for the list of languages each time.
    languages = {"_get_supported_languages": lambda _self: {"portuguese": "pt", "english": "en"}}
    kind = type("MicrosoftTranslator", (module.MicrosoftTranslator,), languages)
    translator = kind(source="pt", target="en", api_key=_NO_KEY, region=region)
    return _translated(translator, Requests(call, endpoint), text)


def _module(name: str) -> Any:
    try:
        import deep_translator  # noqa: F401 - so that the contract sees who imports it

        return importlib.import_module(f"deep_translator.{name}")
    except ImportError as error:
        message = _("the package for {engine} is not installed (deep-translator)").format(engine=name)
        raise EngineUnavailable(message, _("install it, or use the local engine")) from error


class _Quiet:
    """Stands where the package says ``logging``: with no handler set up, that would write on the screen."""

    def warning(self, *_arguments: object) -> None:
        pass


def _translated(translator: Any, requests: _Requests, text: str) -> object:
    """The package's own ``translate``, its code unchanged, with our ``requests`` in it.

    The translator is this call's own: a shared one mixes up the texts of threads.
    """
    theirs = type(translator).translate
    world = {**theirs.__globals__, "requests": requests, "logging": _Quiet()}
    ours: Callable[..., object] = types.FunctionType(theirs.__code__, world, "translate", theirs.__defaults__)
    translator.translate = functools.partial(ours, translator)
    said: object = translator.translate(text)
    return said
