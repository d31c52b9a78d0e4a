"""Taking out of a page's tree what is never an article's text: menus, share bars, advertisements, what is hidden."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from articles.formats.html.tree import Element, classes

_gone_names = (
    "script style noscript template iframe object embed applet svg canvas audio video map button select "
    "textarea input nav dialog menu datalist progress meter portal amp-ad amp-embed amp-analytics amp-social- "
    "share amp-sidebar amp-iframe amp-consent amp-sticky-ad amp-user-notification link meta base param source "
    "track"
)
_GONE = frozenset(_gone_names.split())
_KEPT_WITH_TEXT = frozenset({"form", "footer", "header", "aside", "fieldset"})  # gone unless they hold the article
_SHARE = 0.35  # of the page's text in paragraphs: what holds as much is the article, whatever it is called
_CAPTIONS = re.compile(r"(?:^|[\s-])(?:captions?|legendas?|description)(?:[\s-]|$)")

_WORDS = (
    "share sharing sharebar social sociais compartilh partilh addtoany addthis sharedaddy jp-relatedposts "
    "jp-post-flair "
    "newsletter related relacionad relacionat leia-mais leia-tambem leiamais leiatambem leia saiba-mais saibamais "
    "veja-mais veja-tambem ver-tambem "
    "read-more readmore read-also see-also recommend recomend recirc mais-lid maislid mais-vist most-read most-popular "
    "trending ultimas latest outbrain taboola publicidade publi pub advert advertisement advertising anuncio "
    "anuncios banner "
    "ad ads dfp gpt inread sponsor sponsored patrocin cookie cookies consent lgpd rgpd gdpr privacy comments "
    "comment-list "
    "comentario comentarios "
    "disqus fb-comments tags tag-list taglist tag-cloud topics keywords assuntos author-bio author-box author-card "
    "author-info about-author autor-bio box-autor sobre-o-autor sobre-autor bio breadcrumb breadcrumbs paywall assine "
    "subscribe subscription "
    "subscricao assinatura assinante signup sign-up login toolbar tools pagination pager sidebar widget promo "
    "teaser cta "
    "follow siga seguir whatsapp telegram audio-player player ouvir listen tts reading-time read-time "
    "tempo-leitura tempo-de-leitura "
    "byline author authors autor autores assinado signature dateline timestamp publication-data publish-date published "
    "post-meta entry-meta article-meta metadata post-date entry-date "
    "credit credits credito creditos copyright media-credit photo-credit skip-link skip menu nav navbar navigation "
    "modal popup overlay tooltip dropdown carousel-controls print only-print noprint sr-only visually-hidden "
    "screen-reader-text screen-reader donate doacao apoie push-notification notification flash app-download "
    "mw-editsection navbox catlinks reference references reflist toc mw-jump-link noticias-relacionadas proxima "
    "infobox mais-noticias mais-sobre em-alta hidden feedback report-error erro-reportar reportar-erro correction-form "
    "rating stars"
)
_named = re.compile(rf"(?:^|[\s-])(?:{'|'.join(sorted(_WORDS.split(), key=len, reverse=True))})s?(?:[\s-]|$)")
# What begins so may end in many ways: "compartilhar", "compartilhamento".
_begun = re.compile(
    r"(?:^|[\s-])(?:compartilh|partilh|relacionad|recomend|mais-lid|mais-vist|patrocin|publicidad|outbrain|taboola)"
)
_HEADINGS = ("h2", "h3", "h4", "h5")
_SAID_ASIDE = ("aria-labelledby", "data-e2e", "data-testid")
# Parts of builders' pages that hold one paragraph each, and are called "widget" like all else there.
_text_part = re.compile(
    r"widget-(?:text-editor|container|wrap|theme-post-content|heading|text)(?:[\s-]|$)|wp-block-(?:paragraph"
    r"|heading|list)"
)
_not_seen = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def prune(root: Element) -> None:
    """Take out of the tree, in place, what is no text of the article by its tag, its name, or being hidden.

    What holds more than a third of the words in the page's paragraphs is never taken out for its name alone: themes
    call their main column "widget", and some hide the text until a script has run.
    """
    _drop(root, [element for element in root.iter(*_GONE) if element.getparent() is not None])
    _drop(root, _cards(root))
    weight, total = _weights(root)
    gone = []
    for element in root.iter("*"):
        if element.tag in ("html", "body", "head", "h1", "main", "article"):
            continue
        if weight[element] > _SHARE * total or (element.tag == "header" and _inside(element, "article")):
            continue
        if element.tag in _KEPT_WITH_TEXT and not (element.tag == "footer" and _inside(element, "blockquote")):
            if element.tag != "header" or element.find(".//h1") is None:
                gone.append(element)
        elif is_hidden(element) or is_named(element):
            gone.append(element)
    _drop(root, gone)


def _cards(root: Element) -> list[Element]:
    """The teasers of other articles that stand three or more in a row, each with its own linked headline."""
    rows: defaultdict[Element, list[Element]] = defaultdict(list)
    below = Counter(around for heading in root.iter("h1", *_HEADINGS) for around in heading.iterancestors())
    for heading in root.iter(*_HEADINGS):
        link = heading.find(".//a[@href]")
        link = next(heading.iterancestors("a"), None) if link is None else link
        if link is None or (link.get("href") or "#").startswith("#"):
            continue
        if len("".join(link.itertext()).strip()) < 0.8 * len("".join(heading.itertext()).strip()):
            continue
        card = heading
        while (around := card.getparent()) is not None and below[around] == 1:
            card = around
        if card is not heading and card.tag not in ("body", "html", "main"):
            rows[card.getparent()].append(card)
    return [card for cards in rows.values() if len(cards) > 2 for card in cards]


def is_named(element: Element) -> bool:
    """Whether the element's names say that it is none of the article's text."""
    names = classes(element)
    for name in _SAID_ASIDE:
        if value := element.get(name):
            names = f"{names} {value[:100].lower()}"
    if not names or _text_part.search(names) or (_CAPTIONS.search(names) and "credit" not in names):
        return False
    if element.tag in ("p", "figcaption") and len("".join(element.itertext())) > 400:
        return False
    if "teaser" in names and element.tag in ("p", "h2") and element.find(".//a") is None:
        return False  # a standfirst
    return _named.search(names) is not None or _begun.search(names) is not None


def is_hidden(element: Element) -> bool:
    """Whether a browser would not show the element, or not read it out."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return element.tag not in ("p", "div") or element.get("hidden") is not None or len(element) == 0
    style = element.get("style")
    return style is not None and _not_seen.search(style) is not None


def _inside(element: Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _weights(root: Element) -> tuple[defaultdict[Element, int], int]:
    """The characters in paragraphs below each element, and in all: paragraphs by their tag, or bare text of a div."""
    weight: defaultdict[Element, int] = defaultdict(int)
    total = 0
    for element in root.iter("p", "div", "td", "section", "article", "span"):
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if element.tag == "p":
            own = len("".join(element.itertext()))
        if own < 60:
            continue
        total += own
        weight[element] += own
        for ancestor in element.iterancestors():
            weight[ancestor] += own
    return weight, total


def _drop(root: Element, elements: list[Element]) -> None:
    """Take elements out; the text behind each stays where it is."""
    for element in reversed(elements):  # the innermost first, so that each has its parent still
        parent = element.getparent()
        if parent is None or element is root:
            continue
        if element.tail:
            before = element.getprevious()
            if before is None:
                parent.text = (parent.text or "") + element.tail
            else:
                before.tail = (before.tail or "") + element.tail
        parent.remove(element)
