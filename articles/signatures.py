"""How files that are no text begin, and what each of them is called."""

from __future__ import annotations

import re

# Longer signatures stand before shorter ones that they begin with.
_BEGINNINGS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"AT&TFORM", "a DjVu document"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"%!PS-Adobe", "a PostScript document"),
    (b"OggS\x00", "a sound or video file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"fLaC", "a sound file"),
    (b"\x00asm", "a program"),
)
_PATTERNS = (
    (re.compile(rb"BZh[1-9]1AY&SY"), "a bzip2 archive"),
    (re.compile(rb"ID3[\x02-\x04][\x00-\x0f]"), "a sound file"),
    (re.compile(rb"\xff[\xf2\xf3\xfb][\x10-\xee]", re.DOTALL), "a sound file"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "a WebP picture"),
    (re.compile(rb"RIFF.{4}WAVE", re.DOTALL), "a sound file"),
    (re.compile(rb"RIFF.{4}AVI ", re.DOTALL), "a video"),
    (re.compile(rb"\x00.{3}ftyp(?:avif|avis)", re.DOTALL), "an AVIF picture"),
    (re.compile(rb"\x00.{3}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", re.DOTALL), "a HEIC picture"),
    (re.compile(rb"\x00.{3}ftypM4[AB]", re.DOTALL), "a sound file"),
    (re.compile(rb"\x00.{3}ftyp", re.DOTALL), "a video"),
    (re.compile(rb"BM.{4}\x00\x00\x00\x00.\x00\x00\x00", re.DOTALL), "a BMP picture"),
    (re.compile(rb".{60}(?:BOOKMOBI|TEXtREAd)", re.DOTALL), "a Kindle (MOBI) book"),
    (re.compile(rb".{257}ustar[\x00 ]", re.DOTALL), "a tar archive"),
)


def named(data: bytes) -> str | None:
    """What the bytes are, with its article ("a PNG picture"), where they begin as no text does; else None."""
    for beginning, name in _BEGINNINGS:
        if data.startswith(beginning):
            return name
    return next((name for pattern, name in _PATTERNS if pattern.match(data)), None)
