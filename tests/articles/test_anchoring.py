"""Marked words found again in other texts: the right place, or none."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from articles.anchoring import Words, alike, find
from articles.bundled import bundled
from articles.carrying import Carrier
from articles.model import Span

OLD = (
    "Choveu muito em Lisboa na noite de terça-feira. O rio subiu. Ninguém se feriu.\n\n"
    "O presidente da Câmara disse “nunca vi nada assim” aos jornalistas. O rio subiu. As escolas fecharam.\n\n"
    "Amanhã volta o sol, segundo os meteorologistas."
)


def carried(quote: str, new: str, nth: int = 0) -> str | None:
    start = -1
    for _ in range(nth + 1):
        start = OLD.index(quote, start + 1)
    found = Carrier(OLD, new).carry(Words.of(Span(start, start + len(quote)), OLD))
    return found.of(new) if found is not None else None


@pytest.mark.parametrize(
    ("quote", "change", "found"),
    [
        ("“nunca vi nada assim”", ("“nunca vi nada assim”", '"nunca vi nada assim"'), '"nunca vi nada assim"'),
        ("Choveu muito em Lisboa", ("Lisboa na", "Lisbôa na"), "Choveu muito em Lisbôa"),
        ("noite de terça-feira", ("muito em", "imenso em"), "noite de terça-feira"),
        ("Ninguém se feriu.", ("Ninguém se feriu.", "Dois homens morreram."), None),
        ("O rio subiu. Ninguém se feriu.", (" Ninguém se feriu.", ""), "O rio subiu."),
        ("jornalistas. O rio subiu. As escolas", ("O rio subiu. As", "As"), "jornalistas. As escolas"),
        ("Ninguém se feriu.\n\nO presidente", ("feriu.\n\nO", "feriu. O"), "Ninguém se feriu. O presidente"),
        ("sol", ("sol", "frio"), None),
    ],
)
def test_a_mark_goes_along_with_its_words(quote: str, change: tuple[str, str], found: str | None) -> None:
    assert carried(quote, OLD.replace(*change)) == found


def test_the_same_words_elsewhere_are_not_the_marked_ones() -> None:
    without = OLD.replace("jornalistas. O rio subiu.", "jornalistas.")
    assert carried("O rio subiu.", without, nth=1) is None, "the first of them is another one"
    assert carried("O rio subiu.", without) == "O rio subiu."


def test_a_paragraph_that_moved_takes_its_marks_along() -> None:
    first, second, third = OLD.split("\n\n")
    new = "\n\n".join([third, first, "Uma frase nova.", second])
    start = OLD.index("nunca vi")
    found = Carrier(OLD, new).carry(Words.of(Span(start, start + 8), OLD))
    assert found is not None
    assert found.start == new.index("nunca vi")


def test_without_the_old_text_the_surroundings_tell() -> None:
    second = OLD.rindex("O rio subiu.")
    words = Words.of(Span(second, second + 12), OLD)
    longer = "Uma introdução nova, bastante comprida para mudar o lugar de tudo. " + OLD
    found = find(words, longer)
    assert found is not None
    assert found.start == longer.rindex("O rio subiu.")
    assert find(Words("O rio subiu.", 3), "Nada. O rio subiu. Fim.") is None, "short words without surroundings"
    assert find(Words(" ", 0), OLD) is None
    assert find(Words("Palavras que não estão em lado nenhum do texto", 0), OLD) is None
    near = find(Words.of(Span(0, 47), OLD), OLD.replace("muito", "bastante"))
    assert near is not None
    assert (
        near.of(OLD.replace("muito", "bastante")) == "Choveu bastante em Lisboa na noite de terça-feira."[: len(near)]
    )


def test_how_alike_stretches_are() -> None:
    assert alike("“a  b”", '"a b"') == 1.0
    assert alike("", "a") == 0.0
    assert alike("palavra " * 1000, "palavra " * 1000 + "mais") > 0.9


Edit = Callable[[random.Random, str, Span], tuple[str, Span | None]]


def _insert_before(chance: random.Random, body: str, span: Span) -> tuple[str, Span | None]:
    text = "Novo parágrafo, acrescentado à notícia pela redação.\n\n" * chance.randint(1, 3)
    return text + body, span.shifted(len(text))


def _letter_elsewhere(chance: random.Random, body: str, span: Span) -> tuple[str, Span | None]:
    at = chance.choice([at for at in range(len(body)) if not span.start <= at < span.end and body[at].isalpha()])
    return body[:at] + "x" + body[at + 1 :], span


def _letter_within(chance: random.Random, body: str, span: Span) -> tuple[str, Span | None]:
    at = chance.choice([at for at in range(span.start, span.end) if body[at].isalpha()])
    return body[:at] + body[at + 1 :], Span(span.start, span.end - 1)


def _taken_out(_chance: random.Random, body: str, span: Span) -> tuple[str, Span | None]:
    return body[: span.start] + body[span.end :], None


EDITS: tuple[Edit, ...] = (_insert_before, _letter_elsewhere, _letter_within, _taken_out)


@pytest.mark.parametrize("edit", EDITS)
def test_of_random_marks_hardly_one_goes_astray(edit: Edit) -> None:
    right = wrong = lost = 0
    for number, article in enumerate(each.article for each in list(bundled())[:4]):
        chance = random.Random(number)
        words = [
            at for at, sign in enumerate(article.body) if sign.isalpha() and not article.body[at - 1 : at].isalpha()
        ]
        for _ in range(4):
            start = chance.choice(words[:-20])
            end = start + chance.randint(15, 160)
            text = article.body[start:end].rstrip()
            span = Span(start, start + len(text))
            body, meant = edit(chance, article.body, span)
            found = Carrier(article.body, body).carry(Words.of(span, article.body))
            near = found is not None and meant is not None and abs(found.start - meant.start) < 3
            near = near and found is not None and meant is not None and abs(found.end - meant.end) < 3
            right += near or (found is None and meant is None)
            wrong += found is not None and not near
            lost += found is None and meant is not None
    assert wrong == 0
    assert lost <= 1, f"{right} right, {lost} lost"
