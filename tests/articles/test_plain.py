"""Plain text: paragraphs, titles, languages, dates, and files that cannot be read."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import NotAnArticle, UnreadableSource
from articles.formats import LARGEST_FILE, load, parse_date, read_article
from articles.formats.languages import guess_language
from articles.formats.layout import paragraphs_of
from articles.formats.titles import split_title, title_from
from articles.model import Article, Span, paragraph_spans

LONG = "Esta linha é comprida o bastante para que ninguém a tome por um verso ou por um título, " * 2 + "e acaba."
WRAPPED = (
    "O navio partiu do porto ao amanhecer, com a maré a favor e o vento\n"
    "de feição, levando a bordo oitenta homens e mantimentos para seis\n"
    "meses. Ninguém sabia ao certo quanto tempo duraria a viagem, nem se\n"
    "alguém voltaria."
)
VERSE = "Batem leve, de mansinho,\nas gotas na vidraça;\nquem passa no caminho\nnão sabe o que se passa."


def read(text: str, name: str = "", **known: str) -> Article:
    return read_article(text.encode(), name, **known)  # type: ignore[arg-type]  # only strings are given here


def test_regular_text_is_taken_as_it_is() -> None:
    text = f"{LONG}\n\n{LONG} Mais.\n\nFim."
    assert paragraphs_of(text) is text
    assert read(text).body == text


def test_a_normal_text_keeps_the_offsets_of_its_file(tmp_path: Path) -> None:
    text = f"O primeiro parágrafo.\n\n{LONG}\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    article = load(path)
    assert article.body == text.rstrip()
    assert [span.of(article.body) for span in article_spans(article)] == ["O primeiro parágrafo.", LONG]


def article_spans(article: Article) -> list[Span]:
    return [paragraph.span for paragraph in article.paragraphs()]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Um.\n\n\n\nDois.\n", "Um.\n\nDois."),
        ("Um. \n \nDois.\u00a0\n\n  Três.", "Um.\n\nDois.\n\nTrês."),
        ("  Um.\n\n\u00a0\n\nDois.", "Um.\n\nDois."),
        (WRAPPED, WRAPPED.replace("\n", " ")),
        (f"{WRAPPED}\n\n{WRAPPED}", WRAPPED.replace("\n", " ") + "\n\n" + WRAPPED.replace("\n", " ")),
        (VERSE, VERSE),
        (f"{WRAPPED}\n\n{VERSE}", WRAPPED.replace("\n", " ") + "\n\n" + VERSE),
        (f"{LONG}\n{LONG}", f"{LONG}\n\n{LONG}"),
        (f"Título\n{LONG}", f"Título\n\n{LONG}"),
        ("- pão\n- leite\n- queijo", "- pão\n\n- leite\n\n- queijo"),
        ("— Quem é?\n— Sou eu.", "— Quem é?\n\n— Sou eu."),
        (
            "Uma frase inteira numa só linha, nem curta nem comprida.\n"
            "Outra frase inteira, do mesmo jeito, logo abaixo.",
            "Uma frase inteira numa só linha, nem curta nem comprida.\n\n"
            "Outra frase inteira, do mesmo jeito, logo abaixo.",
        ),
        (
            "O autocarro chegou tarde à paragem e os miúdos ficaram a olhar para o telemóvel.\n"
            'A equipa de futebol do Porto treinou no relvado. "Estou a ver que o comboio também\n'
            'se atrasou", disse o treinador.',
            "O autocarro chegou tarde à paragem e os miúdos ficaram a olhar para o telemóvel.\n\n"
            'A equipa de futebol do Porto treinou no relvado. "Estou a ver que o comboio também '
            'se atrasou", disse o treinador.',
        ),
        ("- pão de centeio\n  bem cozido\n- leite", "- pão de centeio bem cozido\n\n- leite"),
        ("a) pão\nb) leite", "a) pão\n\nb) leite"),
        ("Uma linha que vai quase até à margem direita e\nacaba na seguinte.", None),
        ("O líder da delegação que veio do país norte-\ncoreano partiu ontem.", None),
        (
            "   O navio partiu do porto ao amanhecer, com a maré a favor e\no vento de feição.\n"
            "   Ninguém sabia ao certo quanto tempo duraria aquela viagem,\nnem se alguém voltaria.",
            "O navio partiu do porto ao amanhecer, com a maré a favor e o vento de feição.\n\n"
            "Ninguém sabia ao certo quanto tempo duraria aquela viagem, nem se alguém voltaria.",
        ),
        ("   Um\n   dois", "Um\ndois"),
    ],
)
def test_paragraphs_are_found(text: str, body: str | None) -> None:
    if body is None:
        body = text.replace("-\n", "-").replace("\n", " ")
    assert paragraphs_of(text) == body


def test_a_block_of_two_lines_is_judged_by_the_width_of_the_others() -> None:
    two = "Nada mais se soube do navio nem dos homens que levava, dizem Eles e\nTodos."
    assert paragraphs_of(f"{WRAPPED}\n\n{two}").endswith(two.replace("\n", " "))


@given(st.text(alphabet="aB.- \n\u00a0•1)", max_size=200))
def test_a_body_holds_nothing_but_paragraphs(text: str) -> None:
    body = paragraphs_of(text)
    assert "".join(body.split()) == "".join(text.split())
    assert "\n\n\n" not in body
    assert body == body.strip()
    assert all(span.of(body) == span.of(body).strip() for span in paragraph_spans(body))
    assert paragraphs_of("\n".join(body.split("\n"))).split() == body.split()


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Kim visita fábrica\n\nO líder foi lá.", "Kim visita fábrica", "O líder foi lá."),
        ("Quem foi?\n\nNinguém sabe.", "Quem foi?", "Ninguém sabe."),
        ("O líder foi lá.\n\nVoltou.", "O líder foi lá", "O líder foi lá.\n\nVoltou."),
        ("Só uma linha", "Só uma linha", "Só uma linha"),
        ("— Oi!\n\nDisse ele.", "— Oi!", "— Oi!\n\nDisse ele."),
        ("***\n\nUma frase.", "Uma frase", "***\n\nUma frase."),
        ("Então...\n\nMais nada.", "Então...", "Então...\n\nMais nada."),
    ],
)
def test_a_title_is_found_or_made(text: str, title: str, body: str) -> None:
    article = read(text)
    assert (article.title, article.body) == (title, body)


def test_a_title_that_is_given_holds() -> None:
    assert read("Um título\n\nTexto.", title=" Outro\x1b[0m ").title == "Outro\ufffd"
    assert read("Um título\n\nTexto.", title="Outro").body == "Um título\n\nTexto."
    assert read("Um título\n\nTexto.", title="UM TÍTULO").body == "Texto."


def test_a_long_first_sentence_is_cut_at_a_clause_or_a_word() -> None:
    assert title_from("O ministro da Fazenda disse ontem em Brasília, depois da reunião com os líderes, que não.") == (
        "O ministro da Fazenda disse ontem em Brasília, depois da reunião…"
    )
    words = title_from("palavra " * 30)
    assert words.endswith("palavra…")
    assert len(words) <= 80
    assert title_from("x" * 500) == "x" * 79 + "…"
    assert split_title("\n\nabc") is None


SAMPLES = {
    "pt-BR": "O ônibus chegou atrasado e o time perdeu. Você viu o gol? O fenômeno econômico é de Antônio.",
    "pt-PT": "O autocarro chegou atrasado e a equipa está a perder. De facto, o fenómeno económico é do António.",
    "pt": "A casa fica perto do rio e as crianças brincam ali todos os dias, quando não chove nem faz frio.",
    "es": "El presidente dijo que no habrá más reuniones con los líderes de la oposición hasta el mes que viene, "
    "pero su portavoz lo negó y los medios no saben qué creer en este caso.",
    "en": "The president said that there will be no more meetings with the leaders of the opposition until next "
    "month, but his office has denied it and the press does not know what to believe.",
    "fr": "Le président a dit qu'il ne verra plus les chefs de l'opposition avant le mois prochain, mais son bureau "
    "dit que ce n'est pas vrai et la presse ne sait pas qui il faut croire dans cette affaire.",
    "it": "Il presidente ha detto che non ci saranno più riunioni con i capi della opposizione fino al mese "
    "prossimo, ma il suo ufficio non è d'accordo e la stampa non sa che cosa credere di questa storia.",
    "de": "Der Präsident sagte, dass es bis zum nächsten Monat keine Treffen mit der Opposition geben wird, aber "
    "sein Büro hat das nicht bestätigt und die Presse ist sich nicht im Klaren, was sie glauben soll.",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_the_language_is_guessed(language: str) -> None:
    assert guess_language(SAMPLES[language]) == language


def test_the_seed_articles_are_brazilian(shared_seeds: list[Path]) -> None:
    assert {load(path).language for path in shared_seeds} == {"pt-BR"}


@pytest.fixture
def shared_seeds() -> list[Path]:
    seeds = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("the shared articles are not beside the checkout")
    return seeds


def test_what_is_known_of_an_article_is_kept_clean() -> None:
    day = datetime.date(2023, 9, 15)
    article = read_article(
        b"Uma frase.",
        published=day,
        language="pt_br",
        byline="Ana\nLima",
        source="Jornal\x00",
        url="https://exemplo.pt/a",
        tags=("um", "", "um"),
    )
    assert (article.published, article.language, article.byline) == (day, "pt-BR", "Ana Lima")
    assert (article.source, article.url, article.tags) == ("Jornal\ufffd", "https://exemplo.pt/a", ("um",))
    with pytest.raises(NotAnArticle, match="not a language"):
        read("Uma frase.", language="português do Brasil")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-09-15", (2023, 9, 15)),
        (" 2023-9-5T10:00:00-03:00", (2023, 9, 5)),
        ("15/09/2023", (2023, 9, 15)),
        ("5.9.2023 10h", (2023, 9, 5)),
        ("15 de setembro de 2023", (2023, 9, 15)),
        ("1º de março de 2020", (2020, 3, 1)),
        ("3 mar. 2020", (2020, 3, 3)),
    ],
)
def test_dates_are_read(text: str, day: tuple[int, int, int]) -> None:
    assert parse_date(text) == datetime.date(*day)


@pytest.mark.parametrize(
    "text", ["", "ontem", "2023-02-30", "31/13/2023", "15/09-2023", "3 de maioo de 20", "1 foo 2020"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["—", "***", "\x1b[0m", "<!DOCTYPE html><p></p>", "  <html>", "<?xml version='1.0'?><a/>"]
)
def test_what_is_no_article(text: str) -> None:
    with pytest.raises(NotAnArticle, match=r"x\.txt: ") as caught:
        read(text, "x.txt")
    assert caught.value.advice


def test_names_of_files_are_cleaned_in_messages() -> None:
    with pytest.raises(NotAnArticle) as caught:
        read("", "a\x1b[31m\n[red].txt")
    assert caught.value.message == "a\ufffd [red].txt: the file is empty"


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no such file"):
        load(tmp_path / "missing.txt")
    with pytest.raises(UnreadableSource, match="folder"):
        load(tmp_path)
    with pytest.raises(UnreadableSource, match="cannot be read"):
        load(Path("a\0b"))
    with pytest.raises(UnreadableSource, match="cannot be read"):
        load(tmp_path / ("x" * 5000))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Olá.")
    path.chmod(0)
    with pytest.raises(UnreadableSource, match="permission"):
        load(path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(UnreadableSource, match="larger than 64 MB"):
        load(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_an_endless_source_is_not_read_for_ever() -> None:
    with pytest.raises(UnreadableSource, match="larger than 64 MB"):
        load(Path("/dev/zero"))
