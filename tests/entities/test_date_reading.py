"""What dates mean in the course of a text: the verb beside them, a year just named, and any text at all."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.dating.document import DateReader
from reader.entities.dating.finding import find_dates
from reader.entities.dating.meaning import Meaning
from reader.entities.dating.order import in_time
from reader.entities.dating.resolving import resolve
from reader.entities.dating.tense import tense_at
from reader.entities.dating.words import lower, roman, value
from reader.entities.model import Doubt, Kind, Mention, Precision
from reader.entities.rules import RuleRecogniser
from reader.entities.wordlist import words as table

FRIDAY = datetime.date(2023, 9, 15)
ISO = r"(?:-?\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d)"
WORDS = sorted(
    table(
        """
        entre de a e o em no na até há daqui dia dias mês ano semana século anos década 13 31 2019 44 90 2/3 13.9
        15/09/2023 (13) quarta-feira sexta domingo sáb. abril setembro set. Natal passado que vem próximo último deste
        antes depois atrás três mil mais menos cerca primeiro segundo semestre quinzena início meados XIX a.C. hoje
        ontem amanhã fim , . - – ( ) º ª
        """
    )
)


def dates(body: str, published: datetime.date | None = FRIDAY) -> list[tuple[str, str | None]]:
    found = analyse(Article("Título", body, published=published), RuleRecogniser())
    rows = [
        (mention.span.start, mention.text, entity.date)
        for entity in found
        if entity.kind is Kind.DATE
        for mention in entity.mentions
    ]
    return [(text, date) for _, text, date in sorted(rows)]


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("O Senado votou na # o texto.", -1),
        ("O Senado votará na # o texto.", 1),
        ("Na #, o Senado votará o texto.", 1),
        ("Na #, disse que o Senado votará.", -1),
        ("Disse que o Senado votará na #.", 1),
        ("O jogo foi marcado para #.", 1),
        ("O Senado vai votar na #.", 1),
        ("Choveu. Na #, sol.", 0),
        ("Chove desde #.", -1),
        ("No verão da #, o museu da serra.", 0),
        ("", 0),
    ],
)
def test_the_nearest_verb_tells_the_tense(sentence: str, tense: int) -> None:
    at = max(sentence.find("#"), 0)
    assert tense_at(sentence, at, min(at + 1, len(sentence))) == tense


def test_the_verb_decides_between_the_last_and_the_next() -> None:
    assert dates("O jogo foi na quinta-feira.") == [("quinta-feira", "2023-09-14")]
    assert dates("O jogo será na quinta-feira.") == [("quinta-feira", "2023-09-21")]
    assert dates("Aconteceu em março.") == [("março", "2023-03")]
    assert dates("Acontecerá em março.") == [("março", "2024-03")]
    assert dates("Nada em março.") == [("março", None)]
    assert dates("Morreu em 25 de dezembro.") == [("25 de dezembro", "2022-12-25")]
    assert dates("Virá em 25 de dezembro.") == [("25 de dezembro", "2023-12-25")]


def test_a_year_just_named_makes_days_and_months_of_no_year_unsure() -> None:
    assert dates("Em 1974 houve guerra. Em 24 de abril, nada.") == [("1974", "1974"), ("24 de abril", None)]
    assert dates("Em 1974 houve guerra. Em abril, nada.") == [("1974", "1974"), ("abril", None)]
    far = "Chove. " * 100
    assert dates(f"Em 1974 houve guerra. {far}Em 14 de setembro, nada.")[-1] == ("14 de setembro", "2023-09-14")


def test_a_day_right_after_a_year_is_of_that_year() -> None:
    assert dates("Em 1974, em abril, caiu o regime.") == [("1974", "1974"), ("abril", "1974-04")]
    assert dates("Em 2023, em 2 de maio, choveu.") == [("2023", "2023"), ("2 de maio", "2023-05-02")]
    assert dates("Em 1974, a 25 de abril, caiu o regime.") == [("1974", "1974"), ("25 de abril", "1974-04-25")]


def test_a_weekday_beside_a_day_is_of_that_day() -> None:
    assert dates("Em 25 de abril de 1974, quinta-feira, caiu.")[-1] == ("quinta-feira", "1974-04-25")
    assert dates("Em 25 de abril de 1974, uma quinta-feira, caiu.")[-1] == ("quinta-feira", "1974-04-25")
    assert dates("Em 25 de abril de 1974, sexta-feira, caiu.")[-1] == ("sexta-feira", None)
    assert dates("Chega amanhã, sábado.") == [("amanhã", "2023-09-16"), ("sábado", "2023-09-16")]
    assert dates("Chegou ontem e, sábado, saiu.")[-1] == ("sábado", "2023-09-09")


def test_a_day_that_is_known_by_its_date_alone_is_of_this_year_only_when_it_is_near() -> None:
    assert dates("O 11 de Setembro mudou tudo.") == [("11 de Setembro", "2023-09-11")]
    assert dates("O 25 de Abril mudou tudo.") == [("25 de Abril", None)]
    assert dates("Em 25 de abril choveu.") == [("25 de abril", "2023-04-25")]


def test_of_the_same_year() -> None:
    assert dates("Em 1930 venceu. Em maio do mesmo ano morreu.")[-1] == ("maio do mesmo ano", "1930-05")
    assert dates("Morreu em maio do mesmo ano.") == [("maio do mesmo ano", None)]


def test_this_tuesday_is_tomorrow_on_a_monday() -> None:
    monday = datetime.date(2023, 9, 18)
    assert dates("Nesta terça-feira, nada.", monday) == [("terça-feira", "2023-09-19")]
    assert dates("Na terça-feira, nada.", monday) == [("terça-feira", "2023-09-12")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("primeira metade do século XIX", "1801/1850"),
        ("último quartel do século XVIII", "1776/1800"),
        ("segunda metade dos anos 80", "1985/1989"),
        ("segunda metade do século V a.C.", "-0499/-0400"),
        ("fim de semana passado", "2023-09-09/2023-09-10"),
        ("próximo dia 20", "2023-09-20"),
        ("último dia 20", "2023-08-20"),
        ("dia 20 do mês passado", "2023-08-20"),
        ("dias 13 e 14", "2023-09-13/2023-09-14"),
        ("segunda quinzena de agosto", "2023-08-16/2023-08-31"),
        ("primeira quinzena de agosto de 2020", "2020-08-01/2020-08-15"),
        ("último domingo de agosto", "2023-08-27"),
        ("terceira década do século XX", "1921/1930"),
        ("próxima década", "2030/2039"),
        ("século passado", "1901/2000"),
        ("quarta-feira da semana passada", "2023-09-06"),
        ("segunda-feira desta semana", "2023-09-11"),
        ("quarta-feira, 13/9/2023", "2023-09-13"),
        ("trasanteontem", "2023-09-12"),
        ("noite passada", "2023-09-14"),
        ("véspera de Natal de 2010", "2010-12-24"),
        ("Ano-Novo de 2011", "2011-01-01"),
        ("753 a 509 a.C.", "-0752/-0508"),
        ("1914-18", "1914/1918"),
        ("março a junho", "2023-03/2023-06"),
        ("novembro de 2020 a fevereiro de 2021", "2020-11/2021-02"),
        ("10/9 a 12/9/2022", "2022-09-10/2022-09-12"),
        ("há dois séculos", "1801/1900"),
        ("15/set", "2023-09-15"),
        ("quarto trimestre de 2020", "2020-10/2020-12"),
        ("último trimestre do ano passado", "2022-10/2022-12"),
        ("março passado", "2023-03"),
        ("1 de maio próximo", "2024-05-01"),
        ("anos vinte do século passado", "1920/1929"),
        ("anos 60 e 70", "1960/1979"),
        ("anos 40 aos 60", "1940/1969"),
        ("décadas de 1980 e 90", "1980/1999"),
        ("anos 2000 a 2010", "2000/2019"),
        ("início do mês de maio", "2023-05"),
        ("próximo mês de junho", "2024-06"),
        ("passado mês de junho", "2023-06"),
        ("último 12 de outubro", "2022-10-12"),
        ("próximo 12 de outubro", "2023-10-12"),
        ("próximo janeiro", "2024-01"),
        ("sáb., 16/9", "2023-09-16"),
        ("qua., 13 de set.", "2023-09-13"),
        ("sáb. (16)", "2023-09-16"),
        ("6ª feira (15)", "2023-09-15"),
        ("15/set/2023", "2023-09-15"),
        ("15-set-2023", "2023-09-15"),
        ("2023/09/15", "2023-09-15"),
        ("terça-feira, 25 de abril", "2023-04-25"),
    ],
)
def test_rarer_forms(text: str, date: str) -> None:
    assert resolve(text, FRIDAY).date == date


@pytest.mark.parametrize("text", ["há 2.000 anos", "há 65 milhões de anos", "há um ano e meio", "terceiro semestre"])
def test_what_says_no_day(text: str) -> None:
    assert resolve(text, FRIDAY) == Meaning(precision=Precision.RELATIVE)


@pytest.mark.parametrize(
    "text",
    ["segundo semestre", "terceiro trimestre", "século XXV", "dia 28", "1995 a 1990", "anos 10 e 20", "8 de julho"],
)
def test_what_is_not_sure(text: str) -> None:
    assert resolve(text, datetime.date(2023, 2, 10)).doubt is Doubt.UNANCHORED


@pytest.mark.parametrize(
    "text",
    ["dia 13", "fim de semana", "nesta noite", "noite passada", "13/9", "10 a 12/9", "dias 13 e 14", "dia 3 deste mês",
     "primeiro domingo de maio", "28 de agosto a 3 de setembro", "março a junho", "fim do mês", "quarta-feira (13/9)",
     "primeiro semestre", "anos 80 do século passado", "janeiro do ano passado", "primeira quinzena de maio"],
)  # fmt: skip
def test_nothing_is_counted_from_a_day_that_is_not_known(text: str) -> None:
    assert resolve(text).date is None
    assert resolve(text).doubt is Doubt.UNANCHORED


def test_one_who_calls_a_word_a_date_gets_no_date() -> None:
    reader = DateReader(FRIDAY)
    assert reader.read(Mention(Span(0, 5), Kind.DATE, "pedra"), "pedra") == Meaning()
    assert resolve("") == Meaning()


def test_the_words_of_numbers() -> None:
    assert [value("vinte e cinco"), value("primeiro"), value("1.200"), roman("xix")] == [25, 1, 1200, 19]
    assert lower("İstanbul É") == "İstanbul é"


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.one_of(st.none(), st.dates()))
def test_whatever_the_words_it_is_iso_or_there_is_a_reason(words: list[str], published: datetime.date | None) -> None:
    sentence = " ".join(words)
    end = 0
    for found in find_dates(sentence):
        assert found.span.start >= end
        assert found.span.of(sentence) == found.text
        end = found.span.end
        meaning = resolve(found.text, published)
        assert meaning.precision is not None
        if meaning.date is None:
            assert meaning.doubt is not None or meaning.precision is Precision.RELATIVE
        else:
            assert meaning.doubt is None
            assert re.fullmatch(rf"{ISO}(?:/{ISO})?", meaning.date)


@given(st.text(alphabet="0123456789/.-–, aedoºªIX()º\n", max_size=60))
def test_whatever_the_figures(text: str) -> None:
    assert all(found.span.of(text) == found.text for found in find_dates(text))


def test_a_weekday_tells_the_year_of_a_day() -> None:
    body = "Em 1974 houve guerra. Na quinta-feira, 25 de abril, acabou."  # 25 April 2023 was a Tuesday
    assert dates(body)[-1] == ("quinta-feira, 25 de abril", "1974-04-25")
    assert dates(body.replace("quinta", "terça"))[-1] == ("terça-feira, 25 de abril", "2023-04-25")
    assert dates(body.replace("quinta", "sexta"))[-1] == ("sexta-feira, 25 de abril", None)


def test_a_month_last_named_in_another_year_stays_unsure() -> None:
    far = "Chove. " * 100
    body = f"Em 10 de novembro de 1904 houve guerra. {far}Em 14 de novembro, acabou."
    assert dates(body) == [("10 de novembro de 1904", "1904-11-10"), ("14 de novembro", None)]
    now = f"Em 10 de novembro de 1904 houve guerra. {far}Em 2 de novembro de 2023, festa. Em 14 de novembro, nada."
    assert dates(now)[-1] == ("14 de novembro", "2023-11-14")


def test_dates_in_the_order_of_time() -> None:
    told = ["-0752", "-0499/-0400", "-0043", "0000", "0476", "1974", "1974-04", "1974-04-25", "1974-05", "1990/1999"]
    assert sorted([*told[::-1], "soon"], key=in_time) == [*told, "soon"]
