"""Which recogniser reads: the neural one, else rules, with the reason to be told."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import Any

from articles.errors import Problem
from reader.entities.model import Recogniser, Versioned
from reader.i18n import _

_NEURAL = "reader.entities.neural"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The recogniser to read with.

    Attributes:
        recogniser: Made ready.
        problem: Why it is not the one that was expected, for the reader to be told once; None where it is.
    """

    recogniser: Recogniser
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """The name and version of a recogniser that is somewhere else, or not made yet."""

    name: str
    version: str


def recogniser() -> Chosen:
    """The best recogniser that can be used here; loads what it needs, which takes up to 300 ms."""
    from reader.entities.rules import RuleRecogniser

    module = _neural()
    if module is None:
        return Chosen(RuleRecogniser())
    try:
        return Chosen(module.NeuralRecogniser())
    except Problem as problem:  # its file is missing or damaged
        return Chosen(RuleRecogniser(), problem)
    except ImportError as error:
        message = _("names are found by rules: {why}").format(why=error)
        return Chosen(RuleRecogniser(), Problem(message, _("install the reader again")))


def expected() -> Versioned:
    """What ``recogniser`` will most likely be called, without loading it.

    For asking what is stored before anything is loaded. The class says its name and version itself, so importing
    its module must cost next to nothing: it imports numpy where it first needs it.
    """
    from reader.entities.rules import RuleRecogniser

    module = _neural()
    known: Any = RuleRecogniser if module is None else module.NeuralRecogniser
    return Identity(known.name, known.version)


def _neural() -> Any:
    """The module of the neural recogniser; None where this copy of the reader has none."""
    if importlib.util.find_spec(_NEURAL) is None:
        return None
    return importlib.import_module(_NEURAL)
