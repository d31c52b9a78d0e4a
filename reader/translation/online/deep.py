"""Deep-translator's classes with our calls in place of its ``requests``; nobody else imports the package."""

from __future__ import annotations

import functools
import types
from typing import Any

from reader.translation.engine import EngineUnavailable
from reader.translation.online.web import Answer, Call


class Asking:
    """Stands where a package says ``requests``, and sends elsewhere what it is told to.

    Args:
        call: Makes the request.
        endpoint: The address to ask in place of the package's; None for that one.
    """

    def __init__(self, call: Call, endpoint: str | None = None) -> None:
        self.exceptions = call.exceptions
        self._call = call
        self._endpoint = endpoint

    def get(self, url: str, params: Any = None, proxies: Any = None) -> Answer:
        """As ``requests.get``."""
        return self._call.get(self._endpoint or url, params=params, proxies=proxies)


def google(call: Call, text: str, endpoint: str | None = None) -> object:
    """What Google's page says to a text.

    Args:
        call: For the request.
        text: Under 5,000 characters.
        endpoint: Another address in place of Google's.

    Raises:
        EngineUnavailable: The package is not installed.
        Exception: Anything, as the package does.
    """
    module = _module("google")
    return _translated(module.GoogleTranslator(source="pt", target="en"), module, Asking(call, endpoint), text)


def _module(name: str) -> Any:
    import importlib

    try:
        import deep_translator  # noqa: F401 - so that the contract sees who imports it

        return importlib.import_module(f"deep_translator.{name}")
    except ImportError as error:
        message, advice = f"the package for {name} is not installed", "install deep-translator, or use the local engine"
        raise EngineUnavailable(message, advice) from error


def _translated(translator: Any, module: Any, asking: Asking, text: str) -> object:
    """The package's own ``translate``, its code unchanged, with ``asking`` where it says ``requests``.

    The translator is this call's own: a shared one mixes up the texts of threads.
    """
    code = type(translator).translate
    ours = types.FunctionType(code.__code__, {**code.__globals__, "requests": asking}, "translate", code.__defaults__)
    translator.translate = functools.partial(ours, translator)
    return translator.translate(text)
