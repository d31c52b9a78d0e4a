"""What fails is told in the interface's language: every message of the rooms of articles has its template."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

import articles
from articles.errors import BadQuery
from articles.finding.parsing import parse
from reader import i18n
from reader.problems.templates import TEMPLATES
from reader.problems.wording import words

ROOM = Path(articles.__file__).parent
NAMES = ("message", "advice", "why", "said")
"""What the code of that room calls a message that it is about to raise."""


def _classes(trees: list[ast.Module]) -> set[str]:
    """The names of all problems: those that a class of problems is above."""
    known, before = {"Problem"}, 0
    while len(known) > before:
        before = len(known)
        for tree in trees:
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and known & {getattr(base, "id", "") for base in node.bases}:
                    known.add(node.name)
    return known


def _template(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr():
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        case ast.BinOp():
            return _template(node.left) + _template(node.right)
    return "{}"


def _numbered(text: str) -> str:
    numbers = count()
    return re.sub(r"\{\}", lambda _hole: f"{{{next(numbers)}}}", text)


def _said() -> Iterator[str]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOM.rglob("*.py"))]
    classes = _classes(trees)
    for tree in trees:
        for node in ast.walk(tree):
            given: list[ast.expr] = []
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in classes:
                given = node.args[:2]
            elif isinstance(node, ast.Assign) and {getattr(each, "id", "") for each in node.targets} & set(NAMES):
                given = [node.value]
            for each in given:
                text = _template(each)
                if re.search(r"[a-z]{2}", text) and not text.startswith("UPDATE "):
                    yield _numbered(text)


def test_every_message_has_its_template_and_no_template_is_stale() -> None:
    said = set(_said())
    assert len(said) > 200
    assert said - set(TEMPLATES) == set(), "into reader/problems/templates.py, then make messages"
    assert set(TEMPLATES) - said == set()


def test_messages_are_told_in_portuguese_with_what_is_in_them() -> None:
    i18n.activate("pt_BR")
    assert words("the file is empty") == "o arquivo está vazio"
    assert words("notícia {1}.txt: there is no such file") == "notícia {1}.txt: não existe esse arquivo"
    assert words("the bundled article kim: its XML cannot be read (line 3)") == (
        "o artigo incluído kim: o XML não pode ser lido (line 3)"
    )
    assert words("") == ""
    assert words("what no room says") == "what no room says"
    i18n.activate("en")
    assert words("the file is empty") == "the file is empty"


@pytest.mark.parametrize(
    "query", ['"aberta', "autor:", "xyz:lula", "a OR", "words:muitas", "antes:ontemx", "a OR (b c", "é:b"]
)
def test_no_wrong_query_is_told_half_in_english(query: str) -> None:
    i18n.activate("pt_BR")
    with pytest.raises(BadQuery) as caught:
        parse(query)
    for said in (caught.value.message, caught.value.advice):
        assert words(said) != said
