"""What holds of every address: once is enough, and nothing that tells articles apart is lost."""

from __future__ import annotations

from urllib.parse import urlsplit

from hypothesis import given
from hypothesis import strategies as st

from articles.addresses import as_url, canonical
from articles.net.problems import BadAddress
from articles.net.urls import target


def words(text: str) -> list[str]:
    return text.split()


_SIGNS = "aZ09.-_~:/?#[]@!$&'()*+,;=%\\ \t\né|^`{}<>\""
_PARTS = st.sampled_from(
    words(
        "amp index.html .. . 2023 uma-noticia-de-hoje %2e%2E %2F %e9 ;jsessionid=1 a.amp.html google % ção www. c s "
        "exemplo.pt"
    )
) | st.just("")
_QUERY = words("utm_source=x id=1 id=2 p= b a+b=c ref=hp ref=12 amp=1 amp %20=%zz q=%C3%A9 & fbclid")
_QUERIES = st.lists(st.sampled_from(_QUERY)).map("&".join)
_HOSTS = st.sampled_from(
    words(
        "exemplo.pt WWW.Exemplo.PT. www.www.pt google.com x.cdn.ampproject.org exemplo-pt.cdn.ampproject.org "
        "g1.globo.com [::1] notícias.pt exemplo.pt:80 exemplo.pt:8080"
    )
)
_SCHEMES = st.sampled_from(["http", "HTTPS"])
_PATHS = st.lists(_PARTS, max_size=7).map("/".join)
_ADDRESSES = st.builds("{}://{}/{}?{}#{}".format, _SCHEMES, _HOSTS, _PATHS, _QUERIES, _PARTS)
_ANY = st.one_of(
    _ADDRESSES,
    st.text(max_size=40),
    st.builds("https://{}".format, st.text(st.sampled_from(_SIGNS), max_size=50)),
    st.builds("https://exemplo.pt/{}".format, st.text(max_size=40)),
)
_WORD = st.text(st.sampled_from("abcXYZ019-_.~"), min_size=1, max_size=8)
_NAMES = st.sampled_from(
    ["id", "p", "noticia", "artigo", "codigo", "n", "cod", "news_id", "article", "pagina", "idioma"]
)


@given(_ANY)
def test_once_is_enough(url: str) -> None:
    assert canonical(canonical(url)) == canonical(url)


@given(_ADDRESSES)
def test_the_key_of_an_address_is_one_and_in_ascii(url: str) -> None:
    key = canonical(url)
    assert key.isascii()
    assert urlsplit(key).scheme in ("http", "https")
    assert target(key).url


@given(_ADDRESSES)
def test_what_is_fetched_has_the_key_of_what_was_asked_for(url: str) -> None:
    try:
        sent = target(url).url
    except BadAddress:
        return
    assert canonical(sent) == canonical(url.partition("#")[0])


@given(_NAMES, _WORD, _WORD, st.sampled_from(["utm_medium=rss&", "fbclid=z&", ""]))
def test_a_query_that_tells_articles_apart_stays(name: str, one: str, other: str, tracker: str) -> None:
    same = canonical(f"https://exemplo.pt/ver?{tracker}{name}={one}") == canonical(
        f"https://exemplo.pt/ver?{name}={other}&gclid=1"
    )
    assert same is (one == other)


@given(
    st.text(st.sampled_from("abXY01-_"), min_size=1, max_size=12),
    st.text(st.sampled_from("abXY01-_"), min_size=1, max_size=12),
)
def test_paths_that_differ_are_two(one: str, other: str) -> None:
    assert (canonical(f"https://exemplo.pt/n/{one}") == canonical(f"http://www.exemplo.pt/n/{other}/")) is (
        one == other
    )


@given(_ANY | st.text(st.sampled_from("abcpt.:/ 019é[]-_@\\"), max_size=20))
def test_what_looks_like_an_address_has_a_host(text: str) -> None:
    url = as_url(text)
    if url is not None:
        assert urlsplit(url).hostname
        assert as_url(url) == url
