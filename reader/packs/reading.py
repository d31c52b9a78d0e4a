"""Reading a pack that anybody may have made: with limits, cleaned, and nothing trusted."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from articles.cleaning import clean
from reader.entities.corrections.model import BadCorrection, Correction, Scope, checked
from reader.entities.corrections.written import read as read_correction
from reader.i18n import _
from reader.packs.article import article_of
from reader.packs.entities import entities_of
from reader.packs.model import LARGEST, LARGEST_FILE, LONGEST_LINE, MOST, VERSION, BadPack, Pack
from reader.translation.engine import Translation
from reader.translation.exchange.jsonl import unit_of
from reader.translation.exchange.units import checked as checked_pair
from reader.translation.exchange.units import moment
from reader.translation.glossary.model import TermKind
from reader.translation.glossary.own import BadTerm, Given
from reader.translation.glossary.own import checked as checked_term

_EARLIEST = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_Line = tuple[str, Any]


def unpacked(data: bytes) -> Pack:
    """The pack in these bytes.

    Lines and fields that are not known are passed over; a pair, a correction or a term that makes no sense is left
    out, and all that was recognised where one name does not stand where it is said to: it is recognised anew.

    Raises:
        BadPack: It is no pack, of a newer version, cut, damaged, or larger than allowed.
    """
    if len(data) > LARGEST_FILE:
        raise BadPack(_("the pack has more than {count} MB").format(count=LARGEST_FILE >> 20))
    by_kind: dict[str, list[Any]] = {}
    ended = False
    for count, (kind, said) in enumerate(_lines(data)):
        if ended:  # all of it is read, so that a bit that changed is seen by the sum at the end
            raise _damaged(_("it goes on after its end"))
        if count == 0:
            _check_version(kind, said)
        elif kind == "end":
            ended = isinstance(said, dict) and said.get("lines") == count
            if not ended:
                break
            continue
        several = by_kind.setdefault(kind, [])
        if len(several) >= MOST:
            raise _damaged(_("it has more than {count} parts of a kind").format(count=MOST))
        several.append(said)
    if not ended:
        raise _damaged(_("it is cut"))
    articles = by_kind.get("article", [])
    if len(articles) != 1:
        raise _damaged(_("it holds no article, or several"))
    article, as_it_was = article_of(articles[0])
    if article is None:
        raise _damaged(_("its article has no text"))
    places = as_it_was  # where the text had to be cleaned, nothing stands where it is said to
    return Pack(
        article,
        tuple(_each(by_kind, "pair", _pair)),
        entities_of(by_kind.get("analysis", []), by_kind.get("entity", []), article.body) if places else None,
        tuple(_each(by_kind, "correction", _correction)) if places else (),
        tuple(_each(by_kind, "term", _term)),
    )


def _lines(data: bytes) -> Iterator[_Line]:
    """The objects of the lines, each as its first field and what that holds."""
    size = 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            while line := stream.readline(LONGEST_LINE + 1):
                size += len(line)
                if len(line) > LONGEST_LINE or size > LARGEST:
                    raise _damaged(_("it is far larger than it looks"))
                said = json.loads(line)
                if not isinstance(said, dict) or not said:
                    raise _damaged(_("a line of it is no object"))
                yield next(iter(said.items()))
    except (OSError, EOFError, zlib.error) as error:
        if size:
            raise _damaged(_("it is cut or was changed")) from error
        raise BadPack(_("this is no pack"), _("reader pack export makes one")) from error
    except (ValueError, RecursionError) as error:
        raise _damaged(_("a line of it is no JSON")) from error


def _check_version(kind: str, said: Any) -> None:
    if kind != "reader_pack" or not isinstance(said, int) or isinstance(said, bool) or said < 1:
        raise BadPack(_("this is no pack"), _("reader pack export makes one"))
    if said > VERSION:
        message = _("the pack is of version {version}, and this reader knows {known}").format(
            version=str(said)[:20], known=VERSION
        )
        raise BadPack(message, _("install a newer reader"))


def _damaged(why: str) -> BadPack:
    return BadPack(
        _("the pack cannot be trusted: {why}").format(why=why), _("ask for it again; nothing of it was taken")
    )


def _each(by_kind: dict[str, list[Any]], kind: str, made: Callable[[Any], Any]) -> Iterator[Any]:
    return (found for said in by_kind.get(kind, []) if (found := made(said)) is not None)


def _pair(said: Any) -> Translation | None:
    unit = unit_of(said, 0)
    found = checked_pair(unit, _EARLIEST) if unit is not None else None
    return found if isinstance(found, Translation) else None


def _correction(said: Any) -> tuple[Correction, str] | None:
    if not isinstance(said, dict):
        return None
    text = json.dumps(said, ensure_ascii=False)
    when = moment(made) if isinstance(made := said.get("made"), str) else None
    found = read_correction(text, Scope.ARTICLE) if _is_clean(said) else None
    try:
        return (checked(found), (when or _EARLIEST).isoformat(timespec="seconds")) if found is not None else None
    except BadCorrection:
        return None


def _is_clean(said: Any) -> bool:
    """Whether all texts in it are: places are told by them, so they cannot be cleaned."""
    if isinstance(said, str):
        return clean(said) == said
    if isinstance(said, dict):
        return all(map(_is_clean, said.values()))
    return all(map(_is_clean, said)) if isinstance(said, list) else True


def _term(said: Any) -> Given | None:
    try:
        texts = {name: said.get(name, "") for name in ("source", "target", "note", "author", "created")}
        if not all(isinstance(text, str) for text in texts.values()):
            return None
        created = moment(texts.pop("created"))
        return checked_term(Given(**texts, kind=TermKind(said["kind"]), created=created))
    except (AttributeError, KeyError, TypeError, ValueError, BadTerm):
        return None
