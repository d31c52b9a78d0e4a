"""How much of an article is found on a web page, and how much else: paragraphs, kinds and metadata, beside trafilatura.

``make bench BENCH=pages`` reads the held-out pages of ``tests/articles/html/pages``; with ``ARGS="--half tuned"`` those
that the reading was tuned on; ``--show`` prints what is missing and what is too much. ``--sizes`` times large pages.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable

from articles.errors import NotAnArticle
from articles.formats.html.page import Page
from articles.formats.html.reading import read_page
from tests.articles.html.fixtures import Saved, saved_pages

FIELDS = ("title", "byline", "source", "url", "published", "moment", "language", "tags")
_word = re.compile(r"\w+")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["held", "tuned"], default="held")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--sizes", action="store_true")
    options = parser.parse_args()
    if options.sizes:
        sizes()
        return
    pages = saved_pages(options.half)
    print(f"{len(pages)} {options.half} pages, {sum(len(page.gold) for page in pages)} paragraphs")
    for name, reader in (("read_page", _ours), ("trafilatura", _bare), ("trafilatura, recall", _recall)):
        _report(name, pages, reader, show=options.show)


def _report(
    name: str,
    pages: list[Saved],
    reader: Callable[[Saved], tuple[list[tuple[str, str]], dict[str, object]]],
    *,
    show: bool,
) -> None:
    found = wanted = right = kinds = 0
    fields: Counter[str] = Counter()
    for page in pages:
        paragraphs, known = reader(page)
        gold = Counter(_key(text) for _, text in page.gold)
        got = Counter(_key(text) for _, text in paragraphs if _key(text))
        found, wanted, right = found + got.total(), wanted + gold.total(), right + (got & gold).total()
        both = Counter((kind, _key(text)) for kind, text in page.gold) & Counter(
            (kind, _key(text)) for kind, text in paragraphs
        )
        kinds += both.total()
        for field in FIELDS:
            is_right = known.get(field) == page.known[field] if field in known else False
            fields[field] += is_right
            if show and field in known and not is_right:
                print(f"  {page.name}: {field}: {known[field]!r}, not {page.known[field]!r}")
        if show:
            for text in (gold - got).elements():
                print(f"  {page.name}: missing: {text[:110]}")
            for text in (got - gold).elements():
                print(f"  {page.name}: too much: {text[:110]}")
    precision, recall = right / max(1, found), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; of the right kind {kinds}/{wanted}")
    print("   " + ", ".join(f"{field} {fields[field]}/{len(pages)}" for field in FIELDS))


def _key(text: str) -> str:
    return " ".join(_word.findall(text.casefold()))


def _ours(page: Saved) -> tuple[list[tuple[str, str]], dict[str, object]]:
    try:
        read = read_page(page.data, url=None if page.known.get("mhtml") else page.url)
    except NotAnArticle as problem:
        print(f"  {page.name}: {problem}")
        return [], {}
    return paragraphs_of(read), known_of(read)


def paragraphs_of(page: Page) -> list[tuple[str, str]]:
    """Kind and text of each paragraph."""
    kinds = {
        mark.span.start: mark.kind.value for mark in page.markup if mark.kind in ("heading", "item", "quote", "caption")
    }
    at, paragraphs = 0, []
    for text in page.body.split("\n\n"):
        paragraphs.append((kinds.get(at, ""), text))
        at += len(text) + 2
    return paragraphs


def known_of(page: Page) -> dict[str, object]:
    """What was found of it, as the fixtures write it."""
    return {
        "title": page.title, "byline": page.byline, "source": page.source, "url": page.url, "language": page.language,
        "published": page.published.isoformat() if page.published else None, "tags": list(page.tags),
        "moment": page.moment.isoformat() if page.moment else None,
    }  # fmt: skip


def _bare(page: Saved, *, recall: bool = False) -> tuple[list[tuple[str, str]], dict[str, object]]:
    import trafilatura

    data = page.data
    if page.known.get("mhtml"):
        from articles.formats.html.mhtml import main_part

        data = main_part(data).data
    document = trafilatura.bare_extraction(
        data, url=page.url, with_metadata=True, include_comments=False, favor_recall=recall
    )
    if document is None or isinstance(document, dict):
        return [], {}
    text = trafilatura.extract(data, url=page.url, include_comments=False, favor_recall=recall) or ""
    known = {"title": document.title, "byline": document.author, "source": document.sitename, "url": document.url}
    known |= {"published": document.date, "tags": list(document.tags or [])}
    return [("", line.lstrip("- ")) for line in text.split("\n") if line.strip()], known


def _recall(page: Saved) -> tuple[list[tuple[str, str]], dict[str, object]]:
    return _bare(page, recall=True)


def sizes() -> None:
    """The processor time that pages of growing size take, in several shapes."""
    paragraph = (
        "<p>A câmara aprovou ontem o orçamento da cidade, com {} votos a favor e nenhum contra, segundo a ata.</p>"
    )
    shapes: dict[str, Callable[[int], str]] = {
        "paragraphs": lambda size: "".join(paragraph.format(at) for at in range(size // 110)),
        "line breaks": lambda size: "".join(paragraph.format(at)[3:-4] + "<br><br>" for at in range(size // 110)),
        "links": lambda size: "".join(
            f"<li><a href='/{at}'>Notícia número {at} da cidade</a></li>" for at in range(size // 55)
        ),
        "spans": lambda size: "".join(f"<span>palavra {at} </span>" for at in range(size // 28)),
        "table": lambda size: (
            "<table>" + "".join(f"<tr><td>{at}</td><td>votos</td></tr>" for at in range(size // 40)) + "</table>"
        ),
        "script": lambda size: "<script>" + "var a = 1;" * (size // 10) + "</script>",
    }
    for name, make in shapes.items():
        for size in (300_000, 1_000_000, 3_000_000, 10_000_000):
            page = f"<html><body><article><h1>Título</h1>{paragraph.format(0) * 5}{make(size)}</article></body></html>"
            began = time.process_time()
            try:
                result = f"{len(read_page(page.encode()).body):>9} characters"
            except NotAnArticle as problem:
                result = str(problem)
            print(f"{name:>12} {size / 1e6:>5.1f} MB {time.process_time() - began:>7.2f} s  {result}", flush=True)


if __name__ == "__main__":
    main()
