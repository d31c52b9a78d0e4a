"""Makes dictionaries of both formats, as their own tools would."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
WORDS = [
    ("Brasil", "<i>name</i><br><ol><li>Brazil</li></ol>"),
    ("apesar de", "<i>prep</i><br><ol><li>in spite of</li></ol>"),
    ("avião", "<i>noun</i><br><ol><li>aeroplane</li></ol>"),
    ("casa", "<i>noun</i><br><ol><li>house</li><li>home &amp; family</li></ol>"),
    ("casar", "<i>verb</i><br><ol><li>to marry</li></ol>"),
    ("entregar", "<i>verb</i><br><ol><li>to deliver</li></ol>"),
    ("guarda-chuva", "<i>noun</i><br><ol><li>umbrella</li></ol>"),
    ("são", "<i>adj</i><br><ol><li>healthy</li></ol><br><i>noun</i><br><ol><li>a healthy one</li></ol>"),
]
FORMS = [("casas", 3), ("casas", 4)]


def dictzip(text: bytes, chunk: int = 64) -> bytes:
    """The text packed in chunks, with their table in the header."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    chunks = [text[at : at + chunk] for at in range(0, max(len(text), 1), chunk)]
    packed = [packer.compress(each) + packer.flush(zlib.Z_FULL_FLUSH) for each in chunks]
    table = struct.pack("<HHH", 1, chunk, len(packed)) + b"".join(struct.pack("<H", len(each)) for each in packed)
    extra = b"RA" + struct.pack("<H", len(table)) + table
    head = b"\x1f\x8b\x08\x0c" + b"\0" * 4 + b"\x02\x03" + struct.pack("<H", len(extra)) + extra + b"name\0"
    return head + b"".join(packed) + packer.flush() + struct.pack("<II", zlib.crc32(text), len(text))


def stardict(
    folder: Path,
    words: Sequence[tuple[str, str | bytes]] = WORDS,
    *,
    forms: Sequence[tuple[str, int]] = FORMS,
    types: str = "h",
    wide: bool = False,
    packed: bool = True,
) -> Path:
    """A StarDict dictionary in a folder; returns its .ifo."""
    folder.mkdir(parents=True, exist_ok=True)
    index, text = b"", b""
    for word, entry in words:
        data = entry.encode() if isinstance(entry, str) else entry
        index += word.encode() + b"\0" + struct.pack(">QI" if wide else ">II", len(text), len(data))
        text += data
    (folder / "d.idx").write_bytes(index)
    (folder / "d.syn").write_bytes(b"".join(word.encode() + b"\0" + struct.pack(">I", at) for word, at in forms))
    (folder / ("d.dict.dz" if packed else "d.dict")).write_bytes(dictzip(text) if packed else text)
    lines = ["StarDict's dict ifo file", "version=3.0.0", "bookname=Test \x1b[31mred", f"wordcount={len(words)}"]
    lines += [f"idxfilesize={len(index)}", "author=Ana", "idxoffsetbits=64" if wide else "idxoffsetbits=32"]
    lines += [f"sametypesequence={types}"] if types else []
    (folder / "d.ifo").write_text("\n".join(lines), "utf-8")
    return folder / "d.ifo"


def number(value: int) -> str:
    """A number in dictd's base 64."""
    digits = DIGITS[value % 64]
    while value := value // 64:
        digits = DIGITS[value % 64] + digits
    return digits


def dictd(folder: Path, words: Sequence[tuple[str, str]], encoding: str = "utf-8") -> Path:
    """A dictd dictionary in a folder; returns its .index."""
    folder.mkdir(parents=True, exist_ok=True)
    lines, text = [], b""
    for word, entry in words:
        data = entry.encode(encoding)
        lines.append(f"{word}\t{number(len(text))}\t{number(len(data))}\n".encode(encoding))
        text += data
    (folder / "por-eng.index").write_bytes(b"".join(sorted(lines)))
    (folder / "por-eng.dict.dz").write_bytes(dictzip(text))
    return folder / "por-eng.index"
