"""A page's word for its own address is taken where it can be right, and no further."""

from __future__ import annotations

import pytest

from articles.claims import own_address, site_of

_HERE = "https://www.exemplo.pt/2023/09/13/titulo-da-noticia?utm_source=x"


@pytest.mark.parametrize(
    ("claimed", "fetched"),
    [
        ("https://www.exemplo.pt/2023/09/13/titulo-da-noticia", _HERE),
        ("/2023/09/13/titulo-da-noticia", _HERE),
        ("https://exemplo.pt/mundo/noticia/titulo-2063264", "https://m.exemplo.pt/noticia/2063264"),
        ("https://exemplo.pt/mundo/titulo", "https://exemplo.pt/?p=5"),
        ("https://economia.uol.com.br/a/b", "https://noticias.uol.com.br/x"),
        ("https://exemplo.pt/a/titulo", "https://exemplo.pt/a/titulo/amp"),
        ("https://exemplo.pt/titulo", "https://exemplo.pt/titulo?modo=leitura"),
        ("https://exemplo.pt/um-titulo-de-noticia", "https://exemplo.pt/um-titulo-de-noticia?xyz=a8f3"),
        ("https://exemplo.pt/a", "https://web.archive.org/web/2023/https://exemplo.pt/a?x"),
        ("https://exemplo.pt/a", "https://exemplo-pt.cdn.ampproject.org/c/s/exemplo.pt/a"),
        ("https://exemplo.pt/ver?id=7", "https://exemplo.pt/ver?id=7&pagina=1"),
        ("http://127.0.0.1:8000/b/c", "http://127.0.0.1:8000/a"),
    ],
)
def test_what_can_be_right_is_believed(claimed: str, fetched: str) -> None:
    assert own_address(claimed, fetched).endswith(claimed)


@pytest.mark.parametrize(
    ("claimed", "fetched"),
    [
        (None, _HERE),
        ("  ", _HERE),
        ("https://www.publico.pt/2023/noticia", _HERE),
        ("https://outro.com.br/a", "https://exemplo.com.br/a"),
        ("https://um.blogspot.com/a", "https://dois.blogspot.com/a"),
        ("https://um.blogspot.com.br/a", "https://dois.blogspot.com.br/a"),
        ("https://www.exemplo.pt/", _HERE),
        ("/", _HERE),
        ("https://www.exemplo.pt/2023", _HERE),
        ("https://exemplo.pt/ver.php", "https://exemplo.pt/ver.php?id=7"),
        ("javascript:alert(1)", _HERE),
        ("file:///etc/passwd", _HERE),
        ("http://[", _HERE),
        ("http://127.0.0.1:9000/a", "http://127.0.0.1:8000/a"),
        ("http://127.0.0.1/a", "http://127.0.0.2/a"),
    ],
)
def test_what_cannot_is_not(claimed: str | None, fetched: str) -> None:
    assert own_address(claimed, fetched) == fetched


@pytest.mark.parametrize(
    ("host", "site"),
    [
        ("www.exemplo.pt", "exemplo.pt"),
        ("exemplo.pt", "exemplo.pt"),
        ("noticias.uol.com.br", "uol.com.br"),
        ("www12.senado.leg.br", "senado.leg.br"),
        ("um.blogspot.com", "um.blogspot.com"),
        ("um.blogspot.com.br", "um.blogspot.com.br"),
        ("localhost", "localhost"),
        ("10.0.0.1", "10.0.0.1"),
        ("::1", "::1"),
        ("com.br", "com.br"),
    ],
)
def test_the_site_of_a_host(host: str, site: str) -> None:
    assert site_of(host) == site
