"""From the bytes of a web page to the article on it."""

from __future__ import annotations

from articles.cleaning import clean, clean_line
from articles.decoding import decode
from articles.errors import NotAnArticle
from articles.formats.builder import Builder
from articles.formats.html.mhtml import is_mhtml, main_part
from articles.formats.html.page import Page
from articles.formats.languages import guess_language
from articles.model import MarkupKind

_ADVICE = "give the address of the article itself"


def read_page(data: bytes, *, charset: str | None = None, url: str | None = None) -> Page:
    """The article on a web page. Nothing that the page refers to is fetched.

    Args:
        data: HTML, XHTML, or a page saved as MHTML.
        charset: The encoding that came with it (HTTP's ``Content-Type``); what the bytes themselves show beats it.
        url: Where it was fetched from.

    Raises:
        NotAnArticle: There is no article on it: a list of articles, an error page, a login, a shell that
            only scripts fill; the message says which.
    """
    if is_mhtml(data):
        saved = main_part(data)
        data, charset, url = saved.data, saved.charset or charset, saved.url or url
    import trafilatura

    found = trafilatura.extract_metadata(text := clean(decode(data)), default_url=url)
    title = clean_line((found.title if found else None) or "", 300) or None
    builder = Builder(title)
    for paragraph in (trafilatura.extract(text, url=url, favor_recall=True) or "").split("\n"):
        builder.begin(MarkupKind.HEADING if paragraph == title else None, "1" if paragraph == title else "")
        builder.add(paragraph)
        builder.end()
    body, markup = builder.result()
    if not body:
        raise NotAnArticle("there is no article on this page", _ADVICE)
    return Page(title=title, body=body, markup=markup, url=url, language=guess_language(body))
