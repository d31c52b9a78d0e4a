"""PDF files made in code, for tests: the least that a reader of PDF takes."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Line = tuple[float, float, float, str]
"""Where a line begins (points from the left and from the bottom), the size of its letters, its text."""


def lines(
    texts: Sequence[str], *, x: float = 72, top: float = 760, size: float = 11, leading: float = 14
) -> list[Line]:
    """Lines one below the other; an empty text leaves a gap."""
    return [(x, top - leading * n, size, text) for n, text in enumerate(texts) if text]


def paper(pages: Sequence[Sequence[Line]], *, info: str = "", packed: bool = True, extra: str = "") -> bytes:
    """A PDF with these pages; ``info`` is what its document information says, in PDF's own words."""
    objects = ["", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    bodies: list[bytes] = []
    for page in pages:
        content = "\n".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET" for x, y, size, text in page
        ).encode("cp1252")
        data = zlib.compress(content) if packed else content
        filters = "/Filter /FlateDecode " if packed else ""
        objects.append(f"<< {filters}/Length {len(data)} >>")
        bodies.append(data)
        number = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{number + 1} 0 R")
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    if info:
        objects.append(f"<< {info} >>")
    written = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    waiting = iter(bodies)
    for number, text in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{text}\n".encode("latin-1")
        if "/Length" in text:
            written += b"stream\n" + next(waiting) + b"\nendstream\n"
        written += b"endobj\n"
    start = len(written)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    written += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    told = f"/Info {len(objects)} 0 R " if info else ""
    written += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {told}{extra}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(written)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
