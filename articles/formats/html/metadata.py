"""What a page tells of its article: title, authors, publication, address, day, language, tags."""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from articles.claims import own_address
from articles.cleaning import clean, clean_line
from articles.formats.frontmatter import normal_language
from articles.formats.html.bylines import byline_of
from articles.formats.html.jsonld import article_node, named, strings
from articles.formats.html.moments import day_in_address, when
from articles.formats.html.naming import headline, host_name
from articles.formats.html.tree import Element, classes

_MOST_TAGS = 30
_LONGEST_TAG = 60
_dates_words = (
    "article:published_time og:article:published_time og:published_time datepublished dc.date.issued "
    "dcterms.issued dcterms.created dc.date.created dc.date dcterms.date date pubdate publishdate "
    "publish-date publish_date parsely-pub-date sailthru.date article.published "
    "cxenseparse:recs:publishtime iso-8601-publish-date citation_publication_date"
)
_DATES = _dates_words.split()
_AUTHORS = [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "twitter:creator:name",
]
_SIGNED = (
    "//*[" + " or ".join(f"contains(@class, '{word}')" for word in ("byline", "author", "autor", "assinatura")) + "]"
)
_SOURCES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "apple-mobile-web-app-title",
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of its article; see ``Page``. ``text`` is what JSON-LD gives as the article's body."""

    title: str | None
    byline: str | None
    source: str | None
    url: str | None
    published: datetime.date | None
    moment: datetime.datetime | None
    language: str | None
    tags: tuple[str, ...]
    titles: tuple[str, ...]
    text: str
    is_article: bool


def metadata_of(root: Element, url: str | None) -> Metadata:
    """The metadata of the whole page, as parsed.

    Args:
        root: The page's tree, scripts included.
        url: Where it was fetched from.
    """
    meta = _meta(root)
    node = article_node(root)
    address = _address(root, meta, node, url)
    sources = [*(meta[name][0] for name in _SOURCES[:1] if meta[name]), *named(root, node.get("publisher"))]
    sources += [meta[name][0] for name in _SOURCES[1:] if meta[name]]
    source = next((line for line in (clean_line(each, 100) for each in sources) if line and "://" not in line), None)
    printed = _headings(root)
    titles = [*strings(node.get("headline")), *meta["og:title"], *meta["twitter:title"], *meta["dc.title"]]
    titles += [element.text_content() for element in root.iter("title") if element.getparent().tag == "head"]
    day, moment = when(_dates(root, meta, node, address))
    authors = named(root, node.get("author")) or named(root, node.get("creator"))
    source = source or host_name(address)
    return Metadata(
        title=headline(printed, titles, source, address),
        byline=_byline(root, meta, authors, source),
        source=source,
        url=address,
        published=day,
        moment=moment,
        language=_language(root, meta, node),
        tags=_tags(root, meta, node, source),
        titles=tuple(clean_line(each, 300) for each in (*titles, *printed)),
        text=clean(next(iter(strings(node.get("articleBody"))), "")),
        is_article=bool(node) or "article" in meta["og:type"] or bool(meta["article:published_time"]),
    )


def _meta(root: Element) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content")
        if name and content and content.strip():
            found[name.strip().lower()].append(content.strip())
    return found


def _headings(root: Element) -> list[str]:
    """What the page prints as its headline, the surest first: what it says is one, what stands in the article."""
    every = [each for each in itertools.islice(root.iter("h1"), 20) if not _leads_home(each)]
    inside = [each for each in every if next(each.iterancestors("article", "main"), None) is not None]
    marked = [each for each in root.xpath("//*[@itemprop='headline']")[:3] if each.tag != "meta"]
    named = root.xpath("(//h1|//h2|//h3)[contains(@class, 'entry-title') or contains(@class, 'post-title')]")[:2]
    lines = [
        " ".join(each.text_content().split())
        for each in (*marked, *inside, *(named[:1] if len(named) == 1 else []), *every)
    ]
    return [line for line in lines if line]


def _leads_home(heading: Element) -> bool:
    """Whether a heading is the publication's name, which leads to its front page."""
    link = heading.find(".//a[@href]")
    return link is not None and urlsplit(link.get("href").strip()[:500].replace("[", "")).path in ("", "/")


def _address(root: Element, meta: dict[str, list[str]], node: dict[str, object], url: str | None) -> str | None:
    base = url or ""
    given = [link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    main = node.get("mainEntityOfPage")
    main = main.get("@id") if isinstance(main, dict) else main
    given += [*meta.get("og:url", []), *strings(main), *strings(node.get("url"))]
    for each in given:
        try:
            address = clean_line(urljoin(base, each.strip()), 2000)
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and _is_credible(address, parts.path, url):
            return address
    return clean_line(url, 2000) if url and url.lower().startswith(("http://", "https://")) else None


def _is_credible(address: str, path: str, url: str | None) -> bool:
    """Whether a page may be known by this address: not another owner's, and not one of many articles."""
    if not url or not url.lower().startswith(("http://", "https://")):
        return len(path) > 1
    return own_address(address, url) == address


def _dates(root: Element, meta: dict[str, list[str]], node: dict[str, object], url: str | None) -> Iterator[str]:
    yield from strings(node.get("datePublished"))
    for name in _DATES:
        yield from meta.get(name, [])
    for element in root.xpath("//*[@itemprop='datePublished']")[:3]:
        yield element.get("datetime") or element.get("content") or element.get("title") or element.text_content()
    yield from strings(node.get("dateCreated"))
    times = [each for each in root.iter("time") if not _is_update(each)]
    inside = [each for each in times if next(each.iterancestors("article", "main"), None) is not None]
    for element in [*(each for each in times if each.get("pubdate") is not None), *(inside or times)][:3]:
        yield element.get("datetime") or element.text_content()
        yield element.text_content()
    for element in root.xpath("//*[contains(@class, 'date') or contains(@class, 'data') or contains(@class, 'publi')]")[
        :40
    ]:
        text = element.text_content()
        if len(text) < 160 and not _is_update(element):
            yield text
    yield day_in_address(url) or ""


def _is_update(element: Element) -> bool:
    names = classes(element)
    around = element.getparent()
    before = ((around.text if around is not None else "") or "").lower()
    return (
        "updat" in names or "atualiz" in names or "modif" in names or before.strip().startswith(("atualiz", "actualiz"))
    )


def _byline(root: Element, meta: dict[str, list[str]], authors: list[str], source: str | None) -> str | None:
    if found := byline_of(authors, source):
        return found
    for name in _AUTHORS:
        if found := byline_of((each for each in meta.get(name, []) if "://" not in each), source):
            return found
    for place in (
        "//*[@itemprop='author']//*[@itemprop='name']",
        "//*[@itemprop='author']",
        "//a[contains(@rel, 'author')]",
    ):
        texts = [each.get("content") or _flat(each) for each in root.xpath(place)[:4]]
        if found := byline_of((text for text in texts if len(text) < 120), source):
            return found
    # Names of classes: the innermost element with one, since outer ones hold date and share bar too.
    named_so = [each for each in root.xpath(_SIGNED) if each.tag not in ("body", "html", "article", "main")][:40]
    inner = [each for each in named_so if not each.xpath(f".{_SIGNED}")]
    for each in inner or named_so:
        if 3 < len(text := _flat(each)) < 140 and (found := byline_of([text], source)):
            beside = [_flat(other) for other in inner if other.getparent() is each.getparent()]
            return byline_of(beside, source) or found
    return None


def _flat(element: Element) -> str:
    """An element's text with breaks of lines where tags part it."""
    return "\n".join(" ".join(piece.split()) for piece in element.itertext() if piece.strip())


def _language(root: Element, meta: dict[str, list[str]], node: dict[str, object]) -> str | None:
    given = [
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        *meta.get("og:locale", []),
    ]
    given += [
        *meta.get("content-language", []),
        *meta.get("language", []),
        *meta.get("dc.language", []),
        *strings(node.get("inLanguage")),
    ]
    found = []
    for each in given:
        try:
            found.append(normal_language(clean_line(each, 40).replace("_", "-")))
        except ValueError:
            continue
    return next((tag for tag in found if "-" in tag), found[0] if found else None)


def _tags(root: Element, meta: dict[str, list[str]], node: dict[str, object], source: str | None) -> tuple[str, ...]:
    keywords = [part for each in strings(node.get("keywords")) for part in each.split(",")]
    given = [*meta.get("article:tag", []), *meta.get("og:article:tag", []), *keywords]
    for name in ("news_keywords", "keywords", "parsely-tags", "sailthru.tags"):
        given = given or [part for each in meta.get(name, []) for part in each.replace(";", ",").split(",")]
    if not given:
        given = [link.text_content() for link in root.iter("a") if "tag" in (link.get("rel") or "").split()]
    tags: dict[str, str] = {}
    for each in given:
        for tag in each.split(",") if len(each) > _LONGEST_TAG else [each]:
            line = clean_line(tag, 200).lstrip("#").strip()
            if line and len(line) <= _LONGEST_TAG and line.casefold() != (source or "").casefold():
                tags.setdefault(line.casefold(), line)
    return tuple(tags.values())[:_MOST_TAGS]
