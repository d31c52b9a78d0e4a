"""PDF: paragraphs made of lines again, what is no text of it, and files that are broken or hostile."""

from __future__ import annotations

import datetime
import sys

import pytest

from articles.errors import NotAnArticle
from articles.formats import read_article
from articles.formats.pdf import information, reading
from articles.formats.pdf.hyphens import Words
from articles.model import Article, MarkupKind
from tests.articles.formats.papers import Line, lines, paper

pypdf = pytest.importorskip("pypdf")

TEXT = [
    "A ponte velha foi fechada na terça-feira, depois de os enge-",
    "nheiros terem visto que os cabos não aguentavam mais. O porta-",
    "voz da câmara disse-lhe que a obra dura dois anos e que custa mais",
    "do que se pensava.",
]
MORE = ["Os lojistas das duas margens não sabem como vão viver nesse", "tempo, disse um deles."]
FIRST = (
    "A ponte velha foi fechada na terça-feira, depois de os engenheiros terem visto que os cabos não aguentavam mais. "
    "O porta-voz da câmara disse-lhe que a obra dura dois anos e que custa mais do que se pensava."
)
SECOND = "Os lojistas das duas margens não sabem como vão viver nesse tempo, disse um deles."


def read(data: bytes) -> Article:
    return read_article(data, "folha.pdf")


def body(*pages: list[Line]) -> str:
    return read(paper(pages)).body


def test_lines_become_paragraphs_by_gap_by_indent_and_by_a_short_line() -> None:
    wanted = f"{FIRST}\n\n{SECOND}"
    assert body(lines([*TEXT, "", *MORE])) == wanted
    indented = [*lines([TEXT[0]], x=86), *lines(TEXT[1:], top=746), *lines([MORE[0]], x=86, top=704)]
    assert body([*indented, *lines(MORE[1:], top=690)]) == wanted
    assert body(lines([*TEXT, *MORE])) == wanted


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    columns = [*lines(TEXT[:2]), *lines(TEXT[2:], x=320), *lines(["", "", "", *MORE], x=320)]
    assert body(columns) == f"{FIRST}\n\n{SECOND}"
    assert body(lines(TEXT[:2]), lines(TEXT[2:])) == FIRST


def test_running_heads_and_page_numbers_go() -> None:
    def page(number: int) -> list[Line]:
        head = [(72.0, 810.0, 9.0, f"Gazeta do Rio, {number} de maio"), (290.0, 30.0, 9.0, f"- {number} -")]
        return [*head, *lines([f"Notícia da terra {chr(96 + number)} que não se repete.", *TEXT])]

    text = body(page(1), page(2), page(3))
    assert "Gazeta" not in text
    assert "- 2 -" not in text
    assert text.count("Notícia da terra") == 3


def test_larger_letters_make_headings_and_the_title() -> None:
    page = [(72.0, 790.0, 20.0, "A ponte fecha"), *lines(TEXT), (72.0, 680.0, 14.0, "O que vem"), *lines(MORE, top=650)]
    article = read(paper([page]))
    assert (article.title, article.body) == ("A ponte fecha", f"{FIRST}\n\nO que vem\n\n{SECOND}")
    assert [(mark.kind, mark.value) for mark in article.markup] == [(MarkupKind.HEADING, "2")]
    named = read(paper([page], info="/Title (A ponte fecha)"))
    assert (named.title, named.body) == (article.title, article.body)


def test_items_are_items() -> None:
    article = read(paper([lines([*TEXT, "• cabos novos para a ponte;", "• um tabuleiro.", "1. Primeiro ponto."])]))
    assert [mark.value for mark in article.markup] == ["•", "•", "1."]


def test_what_it_says_of_itself() -> None:
    info = "/Title (Ponte fechada) /Author (Ana Prado) /CreationDate (D:20230915233000-03'00') /Keywords (obras; rio)"
    article = read(paper([lines(TEXT)], info=info))
    assert (article.title, article.byline, article.tags) == ("Ponte fechada", "Ana Prado", ("obras", "rio"))
    zone = datetime.timezone(datetime.timedelta(hours=-3))
    assert article.moment == datetime.datetime(2023, 9, 15, 23, 30, tzinfo=zone)
    assert article.published == datetime.date(2023, 9, 15)


@pytest.mark.parametrize(
    "said",
    [
        "Microsoft Word - doc1",
        "untitled",
        "Sem título",
        "artigo_final_v2",
        "texto.docx",
        "20230915",
        "Documento1",
        "",
        "(anonymous)",
    ],
)
def test_a_title_that_a_program_gave_is_none(said: str) -> None:
    assert information.title_of(said) is None


@pytest.mark.parametrize("said", ["A ponte fecha", "Livro de estilo do jornal", "Relatório 2023", "Amazónia"])
def test_a_title_that_a_person_gave_holds(said: str) -> None:
    assert information.title_of(said) == said


@pytest.mark.parametrize(
    ("said", "day", "moment"),
    [
        ("D:20230915", (2023, 9, 15), None),
        ("D:20230915120000", (2023, 9, 15), None),
        ("D:20230915120000Z", (2023, 9, 15), "2023-09-15T12:00:00+00:00"),
        ("20230915120000+01'00", (2023, 9, 15), "2023-09-15T12:00:00+01:00"),
        ("D:20231399", None, None),
        ("D:00010101000000Z", None, None),
        ("ontem", None, None),
    ],
)
def test_dates_with_their_zone(said: str, day: tuple[int, int, int] | None, moment: str | None) -> None:
    found = information.moment_of(said)
    assert found[0] == (datetime.date(*day) if day else None)
    assert (found[1].isoformat() if found[1] else None) == moment


@pytest.mark.parametrize("author", ["user", "Windows User", "ana@exemplo.pt", "jsilva", ""])
def test_an_author_that_is_none(author: str) -> None:
    assert information.author_of(author) is None


KEPT = (
    "guarda-|chuva porta-|voz segunda-|feira norte-|coreano ex-|presidente disse-|lhe torna-|se encontram-|no fazê-|lo "
    "deu-|me dir-|se-ia chamou-|o primeiro-|ministro pós-|guerra recém-|nascido viram-|se encontrá-|los"
)
UNDONE = (
    "enge-|nheiros clas-|se es-|se mui-|to esco-|la gover-|no sema-|na nor-|te no-|me cam-|po pos-|sível mode-|lo "
    "tele-|fone fos-|se traba-|lho vári-|os crian-|ças jane-|la par-|te"
)


@pytest.mark.parametrize("parted", KEPT.split())
def test_a_hyphen_that_belongs_to_the_word_stays(parted: str) -> None:
    before, after = parted.split("|")
    assert Words([]).joined(before, after) == before + after


@pytest.mark.parametrize("parted", UNDONE.split())
def test_a_hyphen_that_parted_a_word_goes(parted: str) -> None:
    before, after = parted.split("|")
    assert Words([]).joined(before, after) == before[:-1] + after


def test_what_the_text_writes_elsewhere_decides() -> None:
    words = Words(["O pára-quedas e o micro-ondas, a contraluz e o mal-", "entendido."])
    assert words.joined("pára-", "quedas") == "pára-quedas"
    assert words.joined("micro-", "ondas") == "micro-ondas"
    assert words.joined("contra-", "luz") == "contraluz"
    assert words.joined("Rio-", "Niterói") == "Rio-Niterói"
    assert words.joined("disse-", "-lhe") == "disse-lhe"
    assert words.joined("en\u2010", "genheiros") == "engenheiros"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (paper([[]]), "no text in it; it is probably scanned"),
        (paper([lines(["7"])]), "probably scanned"),
        (b"%PDF-1.4\nnada", "damaged"),
        (paper([lines(TEXT)])[:300], "damaged"),
        (paper([lines(TEXT)]).replace(b"/Kids", b"/Kinder"), "damaged|no text"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(NotAnArticle, match=says) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_a_wrong_count_of_pages_hides_no_page() -> None:
    assert read(paper([lines(TEXT)]).replace(b"/Count 1", b"/Count 9")).body == FIRST


def test_a_password_is_told() -> None:
    import io

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(paper([lines(TEXT)])))
    writer.encrypt("segredo", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(NotAnArticle, match="has a password"):
        read(locked.getvalue())
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(paper([lines(TEXT)])))
    writer.encrypt("", owner_password="segredo", algorithm="RC4-128")
    open_to_all = io.BytesIO()
    writer.write(open_to_all)
    assert read(open_to_all.getvalue()).body == FIRST


def test_limits_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    with pytest.raises(NotAnArticle, match="3 pages, more than 2"):
        read(paper([lines(TEXT)] * 3))
    monkeypatch.setattr(reading, "LARGEST_PAGE", 1 << 10)
    with pytest.raises(NotAnArticle, match="page 1 of this PDF unpacks to more than"):
        read(paper([lines(["a" * 2000])]))
    monkeypatch.setattr(reading, "LONGEST_TIME", -1.0)
    with pytest.raises(NotAnArticle, match="takes longer than"):
        read(paper([lines(TEXT)]))


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(NotAnArticle, match=r"pip install leitor\[documents\]"):
        read(paper([lines(TEXT)]))
