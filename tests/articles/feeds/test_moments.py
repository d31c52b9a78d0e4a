"""The dates of feeds."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.feeds.moments import read_moment

_DAY = datetime.date(2023, 9, 13)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Wed, 13 Sep 2023 22:10:00 -0300", -3),
        ("Wed, 13 Sep 2023 22:10:00 GMT", 0),
        ("13 Sep 2023 22:10:00 BRT", -3),
        ("Wed, 13 Sep 23 22:10 EDT", -4),
        ("Qua, 13 Set 2023 22:10:00 -0300", -3),
        ("quarta-feira, 13 de setembro de 2023 às 22:10 WEST", 1),
        ("Wednesday, 13-Sep-2023 22:10:00 GMT", 0),
        ("Wed, 13 Sep 2023 22:10:00 GMT+0200", 2),
        ("Wed, 13 Sep 2023 22:10:00 +0000 (UTC)", 0),
        ("Wed Sep 13 22:10:00 -0300 2023", -3),
        ("2023-09-13T22:10:00-03:00", -3),
        ("2023-09-13T22:10:00.123Z", 0),
        ("2023-09-13 22:10:00 +0100", 1),
        ("2023-09-13T22:10Z", 0),
        ("20230913T221000Z", 0),
        ("13/09/2023 22:10 BRT", -3),
        ("  Wed,  13 Sep\n 2023 22:10:00 Z ", 0),
    ],
)
def test_a_date_with_time_and_zone(text: str, hours: int) -> None:
    day, moment = read_moment(text)
    assert day == _DAY
    assert moment is not None
    assert (moment.hour, moment.minute, moment.utcoffset()) == (22, 10, datetime.timedelta(hours=hours))


@pytest.mark.parametrize(
    "text",
    [
        "2023-09-13",
        "2023-09-13T22:10:00",
        "Wed, 13 Sep 2023 22:10:00",
        "Wed, 13 Sep 2023 22:10:00 XYZ",
        "Wed, 13 Sep 2023 25:61:00 GMT",
        "13 September 2023",
        "September 13, 2023",
        "13/09/2023",
    ],
)
def test_a_date_that_says_the_day_alone(text: str) -> None:
    assert read_moment(text) == (_DAY, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ontem",
        "31 Feb 2023 10:00 GMT",
        "2023-13-01",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "0001-01-01T00:00:00Z",
        "13 Foo 2023",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_moment(text) == (None, None)


def test_a_leap_second_is_the_last_of_its_minute() -> None:
    assert str(read_moment("Sat, 31 Dec 2016 23:59:60 GMT")[1]) == "2016-12-31 23:59:59+00:00"


@given(st.text(max_size=200) | st.from_regex(r"[0-9A-Za-z :,+/.-]{0,60}", fullmatch=True))
def test_nothing_breaks_it(text: str) -> None:
    day, moment = read_moment(text)
    assert moment is None or (moment.date() == day and moment.tzinfo is not None)
