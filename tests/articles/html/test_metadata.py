"""What a page says of its article, in each of the ways pages say it."""

from __future__ import annotations

import datetime

import pytest

from articles.formats.html.bylines import byline_of
from articles.formats.html.moments import read_moment, when
from articles.formats.html.naming import headline
from articles.formats.html.page import Page
from articles.formats.html.reading import read_page

BODY = "".join(
    f"<p>A câmara aprovou ontem o orçamento da cidade, com {votes} votos a favor e nenhum contra, segundo a ata.</p>"
    for votes in ("dez", "onze", "doze", "treze")
)
TODAY = datetime.date(2026, 11, 25)


def read(head: str, body: str = "", *, url: str | None = None, language: str = "") -> Page:
    page = f"<html {language}><head>{head}</head><body><article>{body}{BODY}</article></body></html>"
    return read_page(page.encode(), url=url)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Por Fulano de Tal", "Fulano de Tal"),
        ("por: Ana Sá e Rui Cruz", "Ana Sá, Rui Cruz"),
        ("Ana Sá, Rui Cruz e Eva Lis", "Ana Sá, Rui Cruz, Eva Lis"),
        ("Maria Costa e Silva", "Maria Costa e Silva"),
        ("Bia Reis (bia@jornal.com.br)", "Bia Reis"),
        ("Bia Reis - @biareis", "Bia Reis"),
        ("Bia Reis, repórter da Agência Brasil", "Bia Reis"),
        ("BIA REIS DE MELO", "Bia Reis de Melo"),
        ("Bia Reis | Em Brasília", "Bia Reis"),
        ("Da Redação", "Redação"),
        ("Redação, com Lusa", "Redação"),
        ("Lusa", "Lusa"),
        ("Bia Reis, com agências", "Bia Reis"),
        ("admin", None),
        ("https://www.facebook.com/jornal", None),
        ("Jornal da Serra", None),
        ("", None),
    ],
)
def test_a_byline_is_names_alone(printed: str, names: str | None) -> None:
    assert byline_of([printed], "Jornal da Serra") == names


@pytest.mark.parametrize(
    ("text", "day", "moment"),
    [
        ("2023-09-15T10:30:00-03:00", "2023-09-15", "2023-09-15T10:30:00-03:00"),
        ("2023-09-15T10:30-0300", "2023-09-15", "2023-09-15T10:30:00-03:00"),
        ("2023-09-15 10:30:00.123Z", "2023-09-15", "2023-09-15T10:30:00+00:00"),
        ("2023-09-15T10:30:00+01", "2023-09-15", "2023-09-15T10:30:00+01:00"),
        ("2023-09-15T10:30:00", "2023-09-15", None),
        ("2023-09-15", "2023-09-15", None),
        ("Fri, 15 Sep 2023 10:30:00 -0300", "2023-09-15", "2023-09-15T10:30:00-03:00"),
        ("Publicado em 15/09/2023 às 10h30", "2023-09-15", None),
        ("15 de setembro de 2023 | 10h30", "2023-09-15", None),
        ("6 de Fevereiro de 2024, 7:30", "2024-02-06", None),
        ("28 set 2023, 18:04", "2023-09-28", None),
        ("2023-13-45T10:30:00Z", None, None),
        ("ontem", None, None),
        ("", None, None),
    ],
)
def test_a_day_and_a_moment_are_read(text: str, day: str | None, moment: str | None) -> None:
    found = read_moment(text)

    assert (found[0].isoformat() if found else None) == day
    assert (found[1].isoformat() if found and found[1] else None) == moment


def test_the_publication_s_own_zone_is_kept_and_gives_the_day() -> None:
    day, moment = when(["2023-09-15T01:30:00Z", "2023-09-14T22:30:00-03:00"], TODAY)

    assert day == datetime.date(2023, 9, 14)
    assert moment is not None
    assert moment.utcoffset() == datetime.timedelta(hours=-3)


def test_a_day_that_cannot_be_is_passed_over() -> None:
    assert when(["2099-01-01", "1970-01-01T00:00:00Z", "2020-05-04"], TODAY) == (datetime.date(2020, 5, 4), None)


@pytest.mark.parametrize(
    ("printed", "told", "title"),
    [
        ([], ["Rio sobe três metros | Público"], "Rio sobe três metros"),
        (
            [],
            ["Rio sobe três metros - 12/03/2024 - Cotidiano - Folha"],
            "Rio sobe três metros - 12/03/2024 - Cotidiano",
        ),
        ([], ["Público: Rio sobe"], "Público: Rio sobe"),
        ([], ["Folha - Rio sobe três metros"], "Rio sobe três metros"),
        ([], ["Sporting - Benfica: um dérbi de loucos"], "Sporting - Benfica: um dérbi de loucos"),
        (["Rio sobe três metros em Manaus"], ["Rio sobe 3 metros em Manaus - Folha"], "Rio sobe três metros em Manaus"),
        (["Folha"], ["Rio sobe três metros"], "Rio sobe três metros"),
        ([], ["Folha"], None),
    ],
)
def test_a_title_goes_without_the_publication(printed: list[str], told: list[str], title: str | None) -> None:
    source = "Público" if "Público" in " ".join(told) else "Folha"

    assert headline(printed, told, source, None) == title


@pytest.mark.parametrize(
    ("given", "url", "kept"),
    [
        ("https://jornal.com.br/a", "https://m.jornal.com.br/a?utm_source=x", "https://jornal.com.br/a"),
        ("/a/b", "https://jornal.com.br/a/b?ref=x", "https://jornal.com.br/a/b"),
        ("https://outro.com.br/a", "https://jornal.com.br/b", "https://jornal.com.br/b"),
        ("https://jornal.com.br/", "https://jornal.com.br/a/b", "https://jornal.com.br/a/b"),
        ("https://jornal.com.br/a", "https://jornal-com-br.cdn.ampproject.org/c/a", "https://jornal.com.br/a"),
        ("https://jornal.com.br/a", None, "https://jornal.com.br/a"),
        ("ftp://jornal.com.br/a", None, None),
    ],
)
def test_a_page_is_known_by_its_canonical_address_where_that_can_be_right(
    given: str, url: str | None, kept: str | None
) -> None:
    assert read(f'<link rel="canonical" href="{given}">', url=url).url == kept


@pytest.mark.parametrize(
    ("head", "language", "found"),
    [
        ("", 'lang="pt-BR"', "pt-BR"),
        ("", 'lang="pt_PT"', "pt-PT"),
        ('<meta property="og:locale" content="pt_BR">', 'lang="pt"', "pt-BR"),
        ("", 'lang="en-US"', "pt"),
        ("", 'lang="pt-AO"', "pt-AO"),
        ('<meta http-equiv="content-language" content="pt-br">', "", "pt-BR"),
        ("", 'lang="!!"', "pt"),
    ],
)
def test_the_language_is_what_the_page_says_where_its_text_agrees(head: str, language: str, found: str) -> None:
    assert read(head, language=language).language == found


def test_dublin_core_and_microdata_are_read() -> None:
    head = '<meta name="DC.creator" content="Eva Lis"><meta name="DC.date.issued" content="2019-04-01">'
    body = '<h1 itemprop="headline">Orçamento aprovado pela câmara</h1>'
    page = read(
        head + '<meta name="DC.publisher" content="Gazeta"><meta name="keywords" content="câmara; contas">', body
    )

    assert (page.title, page.byline, page.source) == ("Orçamento aprovado pela câmara", "Eva Lis", "Gazeta")
    assert (page.published, page.tags) == (datetime.date(2019, 4, 1), ("câmara", "contas"))


def test_json_ld_with_comments_and_loose_commas_is_read_and_references_are_followed() -> None:
    ld = (
        '<script type="application/ld+json">//<![CDATA[\n{"@graph":[{"@type":"NewsArticle",'
        '"headline":"Contas aprovadas",'
        '"author":{"@id":"#eva"},"datePublished":"2024-02-02T09:00:00-03:00",},'
        '{"@type":"Person","@id":"#eva","name":"Eva Lis"}]}\n//]]></script>'
    )
    page = read(ld)

    assert (page.title, page.byline) == ("Contas aprovadas", "Eva Lis")
    assert page.moment is not None
    assert page.moment.isoformat() == "2024-02-02T09:00:00-03:00"


def test_a_page_that_says_nothing_takes_its_host_for_its_source_and_its_day_from_its_address() -> None:
    page = read("", url="https://www.jornal.com.br/2023/09/05/contas.html")

    assert (page.source, page.published) == ("jornal.com.br", datetime.date(2023, 9, 5))


def test_when_a_page_was_changed_is_not_when_it_was_published() -> None:
    page = read(
        "", '<time class="updated" datetime="2024-05-05T09:00:00Z"></time><time datetime="2024-05-01T09:00:00Z"></time>'
    )

    assert page.published == datetime.date(2024, 5, 1)
