"""What a correction did, in one line."""

from __future__ import annotations

from articles.cleaning import clean_line
from reader.entities.corrections.model import Add, Correction, Hide, Merge, Rename, Retype, Scope, Split, Target
from reader.i18n import _
from reader.tui.widgets.facts import kind_name

_NAME = 24  # characters of a name: the line is also to say how to undo it


def told(correction: Correction) -> str:
    """What a correction did, and for what it holds."""
    name = _short(correction.target)
    match correction:
        case Rename(_target, new, english, _scope):
            said = _("{name} is called {new}").format(name=name, new=_cut(new or english or "–"))
        case Merge(_target, into, _scope):
            said = _("{name} is one with {other}").format(name=name, other=_short(into))
        case Split():
            said = _("a mention of {name} is by itself").format(name=name)
        case Retype(_target, kind, _scope):
            said = f"{name}: {kind_name(kind)}"
        case Hide():
            said = _("{name} is hidden").format(name=name)
        case Add():
            said = _("{name} is a name").format(name=name)
    where = _("in the library") if correction.scope is Scope.LIBRARY else _("here")
    return f"{said}, {where}"


def _short(target: Target) -> str:
    return _cut(target.name)


def _cut(text: str) -> str:
    return clean_line(text, _NAME)
