"""Terms as lines with tabs between: source, target, kind, note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from articles.decoding import decode
from articles.errors import NotAnArticle
from reader.i18n import _
from reader.translation.glossary.model import TermKind
from reader.translation.glossary.own import Given, OwnTerm
from reader.translation.glossary.reading import BadGlossary, Read

COLUMNS = ("source", "target", "kind", "note")

_NAMES = {
    "source": "source portuguese português portugues pt pt-br pt-pt origem",
    "target": "target english inglês ingles en en-us en-gb translation tradução traducao",
    "kind": "kind type tipo",
    "note": "note notes comment nota notas comentário comentario",
}
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names.split()}
_KINDS = {kind.value: kind for kind in TermKind}
_QUOTE = '"'


def read_tsv(data: bytes) -> Iterator[Read]:
    """The terms of a file, line by line.

    UTF-8 or UTF-16 with or without a byte order mark; any kind of line end; empty lines, and lines that begin with
    ``#``, say nothing. A line is two to four cells: source, target, kind, note; a third cell of three that is no
    kind is the note. Where the first line names its columns, they may stand in any order. A cell in double quotes
    may hold a tab, and a quote in it is written twice.

    Raises:
        BadGlossary: It is no text.
    """
    try:
        text = decode(data)
    except NotAnArticle as problem:
        if not data.strip(b"\xef\xbb\xbf \t\r\n"):
            return
        raise BadGlossary(problem.message, _("give a file of terms: TSV or TBX")) from problem
    order: Sequence[str] | None = None
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            found = cells(line)
            if order is None:
                order = _header(found)
                if order is not None:
                    continue
                order = COLUMNS
            yield Read(number, _given(found, order))
        except ValueError as error:
            order = order or COLUMNS
            yield Read(number, None, str(error))


def cells(line: str) -> list[str]:
    """The cells of a line, without the white space around them.

    Raises:
        ValueError: A quote is not closed, or something follows it; the message says so.
    """
    if _QUOTE not in line:
        return [cell.strip() for cell in line.split("\t")]
    found: list[str] = []
    rest: str | None = line
    while rest is not None:
        if rest.startswith(_QUOTE):
            cell, rest = _quoted(rest)
        else:
            cell, tab, after = rest.partition("\t")
            rest = after if tab else None
        found.append(cell.strip())
    return found


def _quoted(text: str) -> tuple[str, str | None]:
    """The cell that the quote at the start opens, and what comes after the tab behind it; None at the end."""
    end = 1
    while True:
        end = text.find(_QUOTE, end)
        if end < 0:
            raise ValueError(_("a quote is opened and not closed"))
        if text[end + 1 : end + 2] != _QUOTE:
            break
        end += 2
    after = text[end + 1 :].lstrip(" ")
    if after and not after.startswith("\t"):
        raise ValueError(_("something follows a closing quote"))
    rest = after[1:] if after.startswith("\t") else None
    return text[1:end].replace(_QUOTE * 2, _QUOTE), rest


def _header(found: list[str]) -> Sequence[str] | None:
    """The columns, where the line names them; None where it is a term."""
    named = [_COLUMN_OF.get(cell.casefold(), "") for cell in found]
    if "" in named or len(set(named)) < len(named) or not {"source", "target"} <= set(named):
        return None
    return named


def _given(found: list[str], order: Sequence[str]) -> Given:
    if len(found) > 2:
        while len(found) > 2 and not found[-1]:
            found = found[:-1]
    if not 2 <= len(found) <= len(order):
        message = _("a line has 2 to {most} cells, and this one {count}")
        raise ValueError(message.format(most=len(order), count=len(found)))
    by = dict(zip(order, found, strict=False))
    if len(found) == 3 and order is COLUMNS and by["kind"].casefold() not in ("", *_KINDS):
        by["note"] = by.pop("kind")
    kind = by.get("kind", "").casefold()
    if kind and kind not in _KINDS:
        raise ValueError(_("there is no kind {kind}: {kinds}").format(kind=repr(kind), kinds=", ".join(_KINDS)))
    return Given(by.get("source", ""), by.get("target", ""), _KINDS.get(kind), by.get("note", ""))


def write_tsv(terms: Iterable[OwnTerm]) -> Iterator[str]:
    """The lines of a file, each with its end; the first names the columns."""
    yield "\t".join(COLUMNS) + "\n"
    for term in terms:
        found = [term.source, term.target, term.kind.value, term.note]
        written = [_written(cell, first=not number) for number, cell in enumerate(found)]
        yield "\t".join(written).rstrip("\t") + "\n"


def _written(cell: str, *, first: bool) -> str:
    if cell.startswith(_QUOTE) or (first and cell.startswith("#")):
        return _QUOTE + cell.replace(_QUOTE, _QUOTE * 2) + _QUOTE
    return cell
