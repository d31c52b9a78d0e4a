"""Pages that browsers saved as one file."""

from __future__ import annotations

import pytest

from articles.errors import NotAnArticle
from articles.formats.html.mhtml import is_mhtml, main_part
from articles.formats.html.reading import read_page
from tests.articles.html.fixtures import as_mhtml

PAGE = "<html lang=pt-PT><head><title>A ponte</title></head><body><article>" + "".join(
    f"<p>A ponte nova abriu ontem ao trânsito, com três meses de atraso, segundo a {who}.</p>"
    for who in ("câmara", "junta")
)


def test_the_page_in_a_saved_file_is_read_with_its_address() -> None:
    read = read_page(as_mhtml(PAGE.encode(), "https://jornal.example.pt/a/b"))

    assert read.body.count("A ponte nova abriu") == 2
    assert "câmara" in read.body
    assert read.url == "https://jornal.example.pt/a/b"


def test_the_part_that_is_named_as_the_start_is_taken_in_its_encoding() -> None:
    parts = [
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; start="<b@x>"; boundary="=b"\r\n\r\n',
        b"--=b\r\nContent-Type: text/html\r\nContent-ID: <a@x>\r\n\r\n<p>um quadro</p>\r\n",
        b"--=b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-ID: <b@x>\r\n",
        b"Content-Location: https://jornal.example.pt/c\r\nContent-Transfer-Encoding: 8bit\r\n\r\n",
        PAGE.encode("cp1252"),
        b"\r\n--=b--\r\n",
    ]
    saved = main_part(b"".join(parts))

    assert (saved.charset, saved.url) == ("windows-1252", "https://jornal.example.pt/c")
    assert "câmara" in read_page(b"".join(parts)).body


def test_a_saved_file_without_a_page_says_so() -> None:
    data = (
        b'Content-Type: multipart/related; boundary="=b"\r\n\r\n--=b\r\nContent-Type: image/png\r\n\r\nx\r\n--=b--\r\n'
    )

    assert is_mhtml(data)
    with pytest.raises(NotAnArticle, match="no web page in this MHTML file"):
        read_page(data)


def test_a_page_and_a_letter_are_no_saved_page() -> None:
    assert not is_mhtml(PAGE.encode())
    assert not is_mhtml(b"From: a@example\r\nContent-Type: text/plain\r\n\r\nmultipart/related")
