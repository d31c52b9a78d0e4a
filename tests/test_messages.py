"""The interface's languages: catalogues whole and compiled, and nothing on the screen that escapes them."""

from __future__ import annotations

import ast
import importlib.util
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from reader import i18n
from reader.tui.commands import COMMANDS, Group
from tests.conftest import ROOT

SCREEN = ROOT / "reader" / "tui"
TRANSLATED = [language for language in i18n.LANGUAGES if language != i18n.SOURCE]

LOOKUPS = {"_", "_N", "ngettext"}
SAYING = {"say", "tell", "ask", "notify", "styled", "Content", "ListRow", "Problem", "DiscoveryHit", "Hit", "Static"}
"""Calls whose arguments come to the screen."""

SHOWN = {"placeholder", "title", "tooltip", "label", "help", "particulars", "english", "place", "text", "right"}
"""Keyword arguments that come to the screen."""

TITLES = {"border_title", "border_subtitle", "placeholder", "title", "sub_title", "tooltip"}
"""Attributes that come to the screen."""

ALLOWED = {
    "config.toml: ": "a file's name",
    "EEE d MMM y": "a pattern of Babel's",
    "EEE, d MMM y": "a pattern of Babel's",
    "bold italic": "a style of Rich's",
    "bold underline": "a style of Rich's",
    "bold": "a style of Rich's",
    "bold reverse": "a style of Rich's",
}
"""Literals that are no words for a person, each with the reason."""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """What `make messages` runs."""
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=TRANSLATED)
def po(request: pytest.FixtureRequest) -> Path:
    return i18n.LOCALES / request.param / "LC_MESSAGES" / f"{i18n.DOMAIN}.po"


@pytest.fixture(scope="module")
def catalog(po: Path, tool: ModuleType) -> Catalog:
    found: Catalog = tool.read(po)
    return found


def said(message: Message) -> list[str]:
    """What a message is in the catalogue's language, each plural form."""
    return list(message.string) if isinstance(message.string, (tuple, list)) else [message.string or ""]


def meant(message: Message) -> list[str]:
    """The message in English, for each of the translation's plural forms."""
    if isinstance(message.id, str):
        return [message.id]
    return [message.id[0], *[message.id[1]] * (len(said(message)) - 1)]


def messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def placeholders(text: str) -> set[str]:
    return {name for _before, name, _format, _conversion in Formatter().parse(text) if name is not None}


# The catalogues


def test_every_language_has_its_catalogue(tool: ModuleType) -> None:
    assert {po.parent.parent.name for po in tool.po_files()} == set(TRANSLATED)


def test_no_message_is_missing_and_none_is_stale(catalog: Catalog, tool: ModuleType) -> None:
    in_code = {message.id for message in messages(tool.extracted())}
    known = {message.id for message in messages(catalog)}
    assert in_code - known == set(), "new in the code: run `make messages` and translate them"
    assert known - in_code == set(), "no longer in the code: run `make messages`"
    assert not catalog.obsolete


def test_every_message_is_translated(catalog: Catalog) -> None:
    assert [message.id for message in messages(catalog) if message.fuzzy or not all(said(message))] == []
    assert not catalog.fuzzy


def test_every_placeholder_is_in_the_translation(catalog: Catalog) -> None:
    for message in messages(catalog):
        for english, text in zip(meant(message), said(message), strict=True):
            assert placeholders(text) == placeholders(english), message.id


def test_a_translation_begins_and_ends_as_its_message(catalog: Catalog) -> None:
    for message in messages(catalog):
        for english, text in zip(meant(message), said(message), strict=True):
            assert text == text.strip(), message.id
            for sign in ("…", ":", "."):
                assert text.endswith(sign) == english.endswith(sign), message.id
            assert text.isupper() == english.isupper(), message.id


def test_the_compiled_catalogue_is_the_written_one(po: Path, catalog: Catalog, tool: ModuleType) -> None:
    there, made = (
        [(each.id, each.string) for each in read_mo(BytesIO(data))]
        for data in (po.with_suffix(".mo").read_bytes(), tool.compiled(catalog))
    )
    assert there == made, "run `make messages`"


def test_the_tool_finds_what_is_new_and_drops_what_is_gone(po: Path, tool: ModuleType) -> None:
    catalog = tool.read(po)
    catalog.add("a message that no code has", "x")
    catalog.delete("Library")
    assert "a message that no code has" not in tool.updated(catalog)
    assert not catalog.get("Library").string
    assert not catalog.obsolete


def test_the_wheel_holds_the_catalogues(po: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for path in (po, po.with_suffix(".mo")):
            assert archive.read(path.relative_to(ROOT).as_posix()) == path.read_bytes()


# What the screen says


def test_what_is_looked_up_by_name_is_in_the_catalogue(catalog: Catalog) -> None:
    for text in [*(command.title for command in COMMANDS), *(command.short for command in COMMANDS), *Group]:
        assert not text or catalog.get(str(text)) is not None, text


def test_words_of_the_foot_are_short(catalog: Catalog) -> None:
    for command in COMMANDS:
        if command.short:
            word = catalog.get(command.short).string
            assert word.split() == [word]
            assert len(word) <= 10, "the foot has 80 cells"


def escaped(source: str) -> list[tuple[int, str]]:
    """The literals of a module that come to the screen untranslated, and messages that no catalogue could hold."""
    found: list[tuple[int, str]] = []
    _visit(ast.parse(source), found, shown=False)
    return found


def _visit(node: ast.AST, found: list[tuple[int, str]], *, shown: bool) -> None:
    match node:
        case ast.Expr(value=ast.Constant()):  # a docstring
            return
        case ast.Call(func=ast.Name(id=name)) if name in LOOKUPS:
            if any(isinstance(each, ast.JoinedStr) for each in node.args):
                found.append((node.lineno, "a message with holes: use format()"))
            return
        case ast.Call(func=ast.Attribute(value=ast.Name(id="_log"))):
            return
        case ast.Call():
            inside = _called(node.func) in SAYING
            for part in [node.func, *node.args]:
                _visit(part, found, shown=shown or (inside and part is not node.func))
            for keyword in node.keywords:
                _visit(keyword.value, found, shown=shown or keyword.arg in SHOWN)
            return
        case ast.Assign(targets=[ast.Attribute(attr=name)], value=value) if name in TITLES:
            _visit(value, found, shown=True)
            return
        case ast.JoinedStr():
            if any(_looks_up_literal(each) for each in ast.walk(node)):
                found.append((node.lineno, "a lookup inside an f-string: Python 3.11's tokens hide it"))
        case ast.Constant(value=str() as text):
            words = re.search(r"[^\W\d_]{2}" if shown else r"[^\W\d_]{2,}[,;:]? [^\W\d_]", text)
            if words is not None:
                found.append((node.lineno, text))
            return
    for child in ast.iter_child_nodes(node):
        _visit(child, found, shown=shown)


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _looks_up_literal(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _called(node.func) in LOOKUPS and isinstance(node.args[0], ast.Constant)


@pytest.mark.parametrize("path", sorted(SCREEN.rglob("*.py")), ids=lambda path: str(path.relative_to(SCREEN)))
def test_no_words_of_the_screen_escape_translation(path: Path) -> None:
    found = [each for each in escaped(path.read_text(encoding="utf-8")) if each[1] not in ALLOWED]
    assert found == [], "wrap them in _() and run `make messages`"


def test_what_is_let_through_is_there() -> None:
    found = {text for path in SCREEN.rglob("*.py") for _line, text in escaped(path.read_text(encoding="utf-8"))}
    assert set(ALLOWED) <= found


@pytest.mark.parametrize(
    "source",
    [
        'foot.say("copied")',
        'head.tell(title="Nothing")',
        'self.foot.say(f"{count} columns")',
        'self.ask(Asking.OPEN, "file to open")',
        'frame.border_title = "Help"',
        'why = "no engine is chosen"',
        'Input(placeholder="find")',
        'ListRow("People" if many else "x")',
        'foot.say(_(f"{count} columns"))',
        "text = f\"{_('literal')}\"",
    ],
)
def test_what_escapes_is_seen(source: str) -> None:
    assert escaped(source) != []


LET_THROUGH = [
    '"""A docstring of words."""',
    'foot.say(_("copied"))',
    '_log.debug("of no interest")',
    'foot.say("…")',
    "x = f'{_(a)}'",
    'ListRow(name, style="open")',
]


@pytest.mark.parametrize("source", LET_THROUGH)
def test_what_is_translated_or_not_shown_is_let_through(source: str) -> None:
    assert escaped(source) == []
