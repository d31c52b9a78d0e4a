"""Electronic books made in code, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
METADATA = (
    '<dc:title id="t">As pontes do rio</dc:title><dc:creator id="c">Ana Prado</dc:creator>'
    '<dc:creator opf:role="ill">Rui Traço</dc:creator><dc:publisher>Editora Margem</dc:publisher>'
    "<dc:date>2019-04-23</dc:date><dc:language>pt-PT</dc:language><dc:subject>Viagens</dc:subject>"
    "<dc:identifier>urn:isbn:9780000000000</dc:identifier>"
)
FIRST = (
    "A ponte velha foi fechada na terça-feira, depois de os engenheiros terem visto que os cabos não aguentavam mais."
)
SECOND = "Os lojistas das duas margens disseram que não sabem como vão viver durante os dois anos que dura a obra."


def page(body: str, *, title: str = "", attributes: str = "") -> str:
    """A file of XHTML as books have them."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{title}</title></head>'
        f"<body {attributes}>{body}</body></html>"
    )


def book(
    pages: Mapping[str, str | bytes],
    *,
    metadata: str = METADATA,
    nav: str | None = None,
    ncx: str | None = None,
    extra: str = "",
    files: Mapping[str, str | bytes] | None = None,
    spine: list[str] | None = None,
    opf: str | None = None,
) -> bytes:
    """A book with these files in its order of reading."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(pages)
    )
    if nav is not None:
        items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    if ncx is not None:
        items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    order = "".join(f'<itemref idref="{each}"/>' for each in spine or [f"i{n}" for n in range(len(pages))])
    opf = opf or (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'xmlns:opf="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{metadata}</metadata><manifest>{items}</manifest><spine>{order}</spine>{extra}</package>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", opf)
        for name, text in pages.items():
            archive.writestr(f"OEBPS/{name}", text)
        if nav is not None:
            archive.writestr("OEBPS/nav.xhtml", nav)
        if ncx is not None:
            archive.writestr("OEBPS/toc.ncx", ncx)
        for name, text in (files or {}).items():
            archive.writestr(name, text)
    return buffer.getvalue()
