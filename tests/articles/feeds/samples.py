"""Feeds for the tests, as sites make them."""

from __future__ import annotations

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)
TEXT = (
    "<p>O governo anunciou nesta quarta-feira um plano de obras para as cidades do litoral, depois de três meses de "
    "chuva forte.</p>"
    "<p>Segundo a ministra, o dinheiro chega antes do fim do ano e cobre estradas, escolas e dois hospitais que "
    "foram fechados na semana passada por falta de energia.</p>"
)


def rss(*items: str, head: str = "", attributes: str = NAMESPACES) -> str:
    """An RSS 2.0 feed of these items."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" {attributes}><channel>'
        f"<title>Diário do Teste</title><link>https://exemplo.pt/</link>{head}{''.join(items)}</channel></rss>"
    )


def item(number: int = 1, more: str = "", *, text: str = TEXT, date: str = "Wed, 13 Sep 2023 22:10:00 -0300") -> str:
    """An item with its text in full; no two numbers have the same text."""
    return (
        f"<item><title>Notícia {number}</title><link>https://exemplo.pt/{number}</link>"
        f'<guid isPermaLink="false">n{number}</guid><pubDate>{date}</pubDate>'
        f"<content:encoded><![CDATA[{text}<p>É a nota número {number}.</p>]]></content:encoded>{more}</item>"
    )


def atom(*entries: str, attributes: str = "") -> str:
    """An Atom feed of these entries."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>Jornal Átomo</title><id>urn:j</id>'
        f'<link rel="self" href="/atom.xml"/><link href="https://exemplo.pt/"/>{"".join(entries)}</feed>'
    )


RDF = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://exemplo.pt/">
<title>Antigo</title><link>https://exemplo.pt/</link></channel>
<item rdf:about="https://exemplo.pt/a"><title>Uma</title><link>https://exemplo.pt/a</link>
<description>Um resumo.</description>
<dc:creator>Rui Melo</dc:creator><dc:date>2004-03-05T10:00:00+01:00</dc:date></item>
</rdf:RDF>"""

RSS_091 = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://exemplo.pt/rss-0.91.dtd">
<rss version="0.91"><channel><title>Velho</title><link>https://exemplo.pt/</link><description>d</description>
<item><title>Nota</title><link>https://exemplo.pt/nota</link><description>Resumo da nota.</description></item>
</channel></rss>"""

JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "Diário JSON", "home_page_url": "https://exemplo.pt/",
"language": "pt-PT", "authors": [{"name": "A redação"}], "items": [
{"id": 17, "url": "/dezassete", "title": "A dezassete", "content_html": "<p>Texto <b>forte</b>.</p>",
 "summary": "Um resumo", "date_published": "2023-09-13T22:10:00-03:00", "tags": ["mundo", 3],
 "authors": [{"name": "Ana Sá"}, {"name": "Rui"}], "attachments": [{"url": "https://exemplo.pt/a.mp3"}]},
{"id": "b", "external_url": "https://outro.pt/b", "content_text": "Só texto.\\n\\nMais texto."}]}"""
