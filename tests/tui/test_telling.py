"""Dates on the screen: as precise as they are known, in the interface's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader import i18n
from reader.entities.model import Doubt, Precision
from reader.tui.doubts import doubt_text
from reader.tui.telling import date_text


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    i18n.activate(i18n.SOURCE)


@pytest.mark.parametrize(
    ("iso", "precision", "english", "portuguese"),
    [
        ("2023-09-13", Precision.DAY, "Wed 13 Sep 2023", "qua., 13 set. 2023"),
        ("2000-07", Precision.MONTH, "Jul 2000", "jul. de 2000"),
        ("2019", Precision.YEAR, "2019", "2019"),
        ("1990/1999", Precision.DECADE, "1990s", "anos 1990"),
        ("1990/1999", Precision.RANGE, "1990 – 1999", "1990 – 1999"),
        ("1921/1930", Precision.DECADE, "1921 – 1930", "1921 – 1930"),
        ("1801/1900", Precision.CENTURY, "19th century", "século XIX"),
        ("2001/2100", Precision.CENTURY, "21st century", "século XXI"),
        ("0001/0100", Precision.CENTURY, "1st century", "século I"),
        ("1201/1300", Precision.CENTURY, "13th century", "século XIII"),
        ("-0499/-0400", Precision.CENTURY, "5th century B.C.", "século V a.C."),
        ("-0099/0000", Precision.CENTURY, "1st century B.C.", "século I a.C."),
        ("-0043", Precision.YEAR, "44 B.C.", "44 a.C."),
        ("0000", Precision.YEAR, "1 B.C.", "1 a.C."),
        ("-0752/-0508", Precision.RANGE, "753 B.C. – 509 B.C.", "753 a.C. – 509 a.C."),
        ("2022-01/2022-06", Precision.RANGE, "Jan 2022 – Jun 2022", "jan. de 2022 – jun. de 2022"),
    ],
)
def test_a_date(iso: str, precision: Precision, english: str, portuguese: str) -> None:
    assert date_text(iso, precision) == english
    i18n.activate("pt_BR")
    assert date_text(iso, precision).replace("\u202f", " ") == portuguese


def test_days_from_and_to_share_what_they_have_in_common() -> None:
    told = date_text("2023-09-10/2023-09-12", Precision.RANGE).replace("\u2009", "")
    assert told == "Sep 10–12, 2023"


@pytest.mark.parametrize("text", ["", "soon", "a/b/c", "2023-13-01", "2023-02-30/2023-03-01", "-x", "x/y"])
def test_what_is_no_date_is_shown_as_it_is(text: str) -> None:
    assert date_text(text).replace(" – ", "/") == text


def test_each_doubt_has_words_of_its_own() -> None:
    assert len({doubt_text(doubt) for doubt in Doubt}) == len(Doubt)
    i18n.activate("pt_BR")
    assert doubt_text(Doubt.NO_SUCH_DAY) == "o calendário não tem esse dia"
