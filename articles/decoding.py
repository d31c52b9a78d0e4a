"""Bytes to text: which encoding it is, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from articles.errors import NotAnArticle
from articles.mending import CP1252, mended, single_byte_encoding
from articles.signatures import named

_SAMPLE = 1 << 16
_ADVICE = "give a text or Markdown file"

_BOMS = (  # UTF-32 first: the mark of UTF-16 is the beginning of its own
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Those that cannot be told from Windows-1252 by looking. A list, for Python also has codecs that unpack ("zip").
_DECLARED = frozenset(
    {"iso8859-15", "iso8859-2", "iso8859-3", "iso8859-9", "cp1250", "cp1254", "cp850", "cp437", "mac-roman"}
)
_ASCII = bytes(range(128))
_cut = re.compile(rb"\A[\x80-\xbf]|[\xc2\xc3](?=\s|\Z)|\xe2\x80")  # where UTF-8 was cut: that is no other encoding
_LETTERS = "áâãàçéêíóôõúü".encode("latin-1")
# Controls that text has no use for; escape and backspace are left out, terminal logs are full of them.
_CONTROLS = bytes(set(range(32)) - set(b"\b\t\n\r\f\x1b")) + b"\x7f"


def decode(data: bytes, charset: str | None = None) -> str:
    """The text that the bytes stand for. Control characters in it are left for ``articles.cleaning``.

    Byte order marks are believed; UTF-16 without one is recognised by its zeros; then UTF-8, with U+FFFD for
    a few bad bytes, and single lines in Windows-1252; else Windows-1252, which covers Latin-1, or Mac Roman or code
    page 850 where only they make Portuguese words of it. UTF-8 that was once read as Windows-1252 and saved again
    ("aÃ§Ã£o") is repaired, in single words too where they cannot be meant so.

    Args:
        data: The bytes.
        charset: The encoding that they are said to have. It counts only where the bytes are neither UTF-8 nor UTF-16,
            and it is one that cannot be seen in them.

    Raises:
        NotAnArticle: The bytes are no text (a picture, an archive …), or there are none but white space.
    """
    if not data:
        raise NotAnArticle("the file is empty", _ADVICE)
    text = mended(_decoded(data, charset)).lstrip("\ufeff")
    if not text or text.isspace() or not text.strip("\ufeff\x00 \t\r\n"):
        raise NotAnArticle("the file holds nothing but white space", _ADVICE)
    return text


def _decoded(data: bytes, charset: str | None) -> str:
    while data.startswith(codecs.BOM_UTF8):  # also of what is not UTF-8, and twice where files were put together
        data = data.removeprefix(codecs.BOM_UTF8)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace").removeprefix("\ufeff")
            _refuse_controls(text[:_SAMPLE].encode("utf-8", "replace"))
            return text
    if name := named(data):
        message = f"this looks like {name}, not text"
        raise NotAnArticle(message, _ADVICE)
    wide = _wide(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    _refuse_controls(data[:_SAMPLE])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _lenient(data, charset)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters have a zero as every other byte, and no zero in between."""
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most < 0.6 * pairs or least > 0.02 * pairs:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample[: pairs * 2].decode(encoding, "replace")
    readable = sum(char.isalpha() or char.isspace() for char in text)
    return encoding if readable > 0.6 * len(text) else None


def _refuse_controls(sample: bytes) -> None:
    """A few NUL or control bytes happen in text; many of them are a sign of something else."""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 0.5 * len(sample) or (controls > 8 and controls > 0.03 * len(sample)):
        raise NotAnArticle("this looks like binary data, not text", _ADVICE)


def _lenient(data: bytes, charset: str | None) -> str:
    """Bytes that are not wholly UTF-8: nearly so, or in an encoding of one byte each."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond_ascii = len(data.translate(None, _ASCII))
    # Portuguese in Windows-1252 has next to no byte pairs that are valid UTF-8 by chance.
    if (beyond_ascii - bad) / 2 >= 4 * bad:
        del text
        return "\n".join(map(_line, data.split(b"\n")))
    del text
    codec = _taken(charset) or single_byte_encoding(data)
    return _cp1252(data) if codec == "cp1252" else data.decode(codec, "replace")


def _line(line: bytes) -> str:
    """A line of a text that is nearly all UTF-8: one that is not at all was put there in another encoding."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
        bad = text.count("\ufffd")
        whole = len(line.translate(None, _ASCII)) == bad and (bad > 2 or not _cut.search(line))
        return _cp1252(line) if whole else line.decode("utf-8", "articles.strayed")


def _strayed(error: UnicodeError) -> tuple[str, int]:
    """For a bad byte in UTF-8: the letter that it is in Latin-1, where it stands in a word, else U+FFFD."""
    assert isinstance(error, UnicodeDecodeError)
    at, data = error.start, error.object
    before, after = data[at - 1 : at], data[at + 1 : at + 2]
    inside = all(char and (char.isalpha() or char in _LETTERS) for char in (before, after))
    return (chr(data[at]) if inside and error.end == at + 1 and data[at] in _LETTERS else "\ufffd"), error.end


codecs.register_error("articles.strayed", _strayed)


def _cp1252(data: bytes) -> str:
    return codecs.charmap_decode(data, "strict", CP1252)[0]


def _taken(charset: str | None) -> str | None:
    try:
        codec = codecs.lookup(charset or "").name
    except (LookupError, ValueError):
        return None
    return codec if codec in _DECLARED else None
