"""Telling a page that holds no article, and what it is instead."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from articles.errors import NotAnArticle
from articles.formats.html.metadata import Metadata
from articles.formats.html.tree import Element

_ADVICE = "give the address of the article itself"
_SHORT = 700  # characters of text: below it a page may be an error's, a login's …
_FEWEST = 60

_missing = re.compile(
    r"\b(?:erro|error)\s*:?\s*(?:4\d\d|5\d\d)\b|\b(?:4(?:0[0-9]|10)|50[0-4])\b.{0,20}(?:not found|forbidden|error"
    r"|erro|encontrad|gateway|unavailable)|"
    r"(?:página|conteúdo|notícia|artigo|endereço|matéria).{0,40}(?:não (?:foi )?encontrad|não existe|inexistente"
    r"|removid|indisponível)|not found|\A404\b|"
    r"acesso negado|access denied|forbidden|serviço indisponível|service unavailable|internal server error",
    re.IGNORECASE | re.DOTALL,
)
_robot = re.compile(
    r"verif(?:icando|icar|ique|icação).{0,40}(?:humano|robô|navegador|segurança)|checking your browser"
    r"|just a moment|captcha|não (?:é|sou) um robô|are you a robot|"
    r"aguarde.{0,30}(?:verific|redirecion)|unusual traffic|tráfego incomum",
    re.IGNORECASE | re.DOTALL,
)
_captive = re.compile(r"\b(?:wi-?fi|hotspot|rede sem fios?|captive|acesso à (?:internet|rede))\b", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "noscript", "template"})
_paid = re.compile(
    r"(?:exclusivo|reservado|só|apenas) (?:para|a|aos) (?:os )?(?:assinantes|subscritores)|continue (?:a ler|lendo)|"
    r"assine (?:o|a|já|agora|por)\b|torne-se assinante",
    re.IGNORECASE,
)
_scripts = re.compile(r"javascript", re.IGNORECASE)


def refuse_page(root: Element, known: Metadata, url: str | None) -> None:
    """Refuse a page that is an error's, a login's, a test for robots, whatever text stands on it.

    Raises:
        NotAnArticle: It is one of these; the message says which.
    """
    text = _text(root)
    titles = " ".join([*known.titles[:6], known.title or ""])
    words = f"{titles}\n{text[:_SHORT]}"
    if len(text) < _SHORT * 2 and not known.is_article:
        if _robot.search(words):
            raise NotAnArticle(
                "this page only asks whether a person is reading", "open it in a browser, and save it from there"
            )
        if _missing.search(titles) or (len(text) < _SHORT and _missing.search(text)):
            raise NotAnArticle("this is an error page, not an article", "check the address")
        if root.xpath("//input[translate(@type, 'PASWORD', 'pasword')='password']"):
            if _captive.search(words):
                raise NotAnArticle(
                    "this is a network's sign-in page, not the article", "sign in to the network, and try again"
                )
            raise NotAnArticle("this is a login page, not an article", "open it in a browser, and save it from there")
        if _captive.search(titles) and root.xpath("//form"):
            raise NotAnArticle(
                "this is a network's sign-in page, not the article", "sign in to the network, and try again"
            )


def refuse_body(root: Element, known: Metadata, body: str, url: str | None, *, hidden: str, teasers: int) -> None:
    """Refuse a page on which no article's text was found, or one that lists many.

    Args:
        root: The page's tree, as parsed.
        known: Its metadata.
        body: What was found.
        url: Its address.
        hidden: The words that it has for a browser without scripts.
        teasers: How many headlines on it lead elsewhere.

    Raises:
        NotAnArticle: It is no article; the message says what it is.
    """
    long = sum(len(paragraph) >= 140 for paragraph in body.split("\n\n"))
    address = urlsplit(url or known.url or "")
    front = bool(address.hostname) and address.path.strip("/") in ("", "index.html", "index.php", "home", "inicio")
    if not known.is_article and teasers >= 6 and (long < 3 or teasers > 4 * long or front):
        raise NotAnArticle("this page lists articles, it is none itself", _ADVICE)
    looks_so = known.is_article or root.find(".//article") is not None
    if len(body) >= _FEWEST and (looks_so or len(body) >= 2 * _FEWEST):
        return
    if front or teasers >= 6:
        raise NotAnArticle("this page lists articles, it is none itself", _ADVICE)
    if _scripts.search(hidden) or (len(_text(root)) < 300 and len(root.xpath("//script[@src]")) > 0):
        raise NotAnArticle(
            "this page shows its text only by JavaScript", "open it in a browser, and save it from there"
        )
    if _paid.search(_text(root)):
        raise NotAnArticle(
            "this page shows its article to subscribers only", "open it in a browser, and save it from there"
        )
    raise NotAnArticle("there is no article's text on this page", _ADVICE)


def _text(root: Element) -> str:
    """The text of the page as a reader would see it, from its beginning."""
    pieces: list[str] = []
    size = 0
    for element in root.iter("*") if (body := root.find("body")) is None else body.iter("*"):
        if element.tag not in _UNSEEN:
            pieces.append(element.text or "")
        pieces.append(element.tail or "")
        size += len(pieces[-1])
        if size > 20 * _SHORT or len(pieces) > 20_000:
            break
    return " ".join(" ".join(pieces).split())
