"""Decoding: each encoding that Portuguese comes in, and what is no text."""

from __future__ import annotations

import codecs

import pytest

from articles.cleaning import clean
from articles.decoding import decode
from articles.errors import NotAnArticle

TEXT = "“Não”, disse a avó — e a ação custou 3 €.\n\nÉ só isso.\n"
LATIN = "Não, disse a avó: a ação custou três reais.\n\nÉ só isso.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert decode(data) == TEXT


def test_latin_1_and_the_holes_of_windows_1252() -> None:
    assert decode(LATIN.encode("latin-1")) == LATIN
    assert decode(b"a\xe7\xe3o \x81\x9d fim") == "ação \x81\x9d fim"
    assert clean(decode(b"a\xe7\xe3o \x81\x8f fim")) == "ação \ufffd fim"


def test_a_few_bad_bytes_do_not_turn_utf_8_into_something_else() -> None:
    broken = ("Ação e reação. " * 20).encode() + b"\xff fim"
    assert decode(broken).startswith("Ação e reação.")
    assert decode(broken).endswith("\ufffd fim")
    assert decode("Ação, reação, coração, vocação: já é tarde".encode()[:-1] + "é".encode()[:1]).startswith("Ação")


def test_text_that_was_encoded_twice_is_repaired() -> None:
    twice = LATIN.encode().decode("latin-1").encode()
    assert decode(twice) == LATIN
    assert (
        decode("É só “isso”".encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode()) == "É só “isso”"
    )


@pytest.mark.parametrize("text", ["SÃO PAULO, AÇÃO E REAÇÃO", "Â margem", "Ã§ e também “—” Москва", "Ã§ já"])
def test_what_only_looks_a_little_like_it_is_left_alone(text: str) -> None:
    assert decode(text.encode()) == text


def test_nul_bytes_in_text_are_text() -> None:
    assert decode(b"ol\x00a, tudo bem?") == "ol\x00a, tudo bem?"
    assert clean(decode(b"a \x00 b")) == "a \ufffd b"
    assert decode(("Uma frase comprida. " * 50).encode() + b"\0" * 8).endswith("\0")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t \r\n", "white space"),
        (codecs.BOM_UTF8, "white space"),
        (codecs.BOM_UTF16_LE, "white space"),
        (b"\0\0", "binary"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04\x14\0\0\0", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"GIF89a\1\0", "GIF"),
        (b"\x7fELF\2\1\1\0", "program"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"SQLite format 3\0", "SQLite"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x01\x02\x03\x04abc", "binary"),
        (codecs.BOM_UTF16_LE + b"\x01\x00" * 100, "binary"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, says: str) -> None:
    with pytest.raises(NotAnArticle, match=says) as caught:
        decode(data)
    assert caught.value.advice
    assert "\n" not in str(caught.value)


def test_a_log_with_escapes_is_text() -> None:
    assert "erro" in decode(b"\x1b[31merro\x1b[0m " * 100)


def test_zeros_in_between_are_not_utf_16() -> None:
    with pytest.raises(NotAnArticle, match="binary"):
        decode(b"\x00\x90" * 200)
