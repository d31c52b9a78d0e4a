"""Hosts are not burdened: a few requests at a time, rests that are asked for, rests after failures, robots.txt."""

from __future__ import annotations

import contextlib
import math

import pytest

from articles.net import answers, manners
from articles.net.fetching import Web
from articles.net.kinds import Kind
from articles.net.manners import Manners
from articles.net.problems import Broken, Busy, Cancelled, Disallowed, FetchProblem, NoNetwork, Refused, Unreachable
from articles.net.robots import Robots
from articles.net.watching import Watch
from tests.web.faults import fault, status
from tests.web.site import Site, serving
from tests.web.wires import PUBLIC, Led


class Clock:
    """Time that goes on only when somebody waits, or is told to."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def known(clock: Clock) -> Manners:
    return Manners(clock, clock.sleep)


@pytest.fixture
def web(known: Manners, clock: Clock) -> Web:
    return Web(allow_private=True, manners=known, robots=Robots("leitor", clock))


def failing(web: Web, url: str, **more: bool) -> FetchProblem:
    """The problem that a fetch ends in."""
    with pytest.raises(FetchProblem) as caught:
        web.fetch(url, accept=Kind.PAGE, **more)
    return caught.value


@pytest.mark.parametrize("code", [429, 503])
def test_a_host_that_asks_to_wait_is_left_alone_as_long(site: Site, web: Web, clock: Clock, code: int) -> None:
    url = site.at("/a", status(code, Retry_After="120"))
    other = site.page("/b", "dois")
    first = failing(web, url)
    assert isinstance(first, Refused)
    assert first.wait == 120
    again = failing(web, other)
    assert isinstance(again, Busy)
    assert again.wait == pytest.approx(120)
    assert "asked to wait; again in 2 min" in str(again)
    assert len(site.visits) == 1
    clock.now += 120.5
    assert web.fetch(other, accept=Kind.PAGE).data == b"dois"


def test_a_host_that_does_not_say_how_long(site: Site, web: Web, known: Manners, clock: Clock) -> None:
    url, other = site.at("/a", status(429)), site.page("/b", "dois")
    waits = []
    for _ in range(6):
        assert isinstance(failing(web, url), Refused)
        assert isinstance(failing(web, other), Busy)
        waits.append(round(known.rest_of(site.url.removeprefix("http://"))))
        clock.now += waits[-1] + 1
    assert waits == [60, 120, 240, 480, 900, 900]


def test_what_was_asked_for_holds_though_another_answer_was_fine(site: Site, known: Manners) -> None:
    known.asked_to_wait("um.pt", 120)
    known.worked("um.pt", "http://um.pt/b")
    assert known.rest_of("um.pt") == 120


@pytest.mark.parametrize("broken", ["cut", "a bomb in a bomb", "hangs up"])
def test_an_address_that_fails_rests_by_itself_longer_and_longer(
    site: Site, web: Web, known: Manners, clock: Clock, broken: str
) -> None:
    url, good = site.at("/a", fault(broken)), site.page("/b", "dois")
    waits = []
    for _ in range(5):
        assert isinstance(failing(web, url), Broken)
        waits.append(round(known.rest_of(url)))
        assert web.fetch(good, accept=Kind.PAGE).data == b"dois"
        clock.now += waits[-1] + 0.1
    assert waits == [0, 5, 10, 20, 40]
    assert isinstance(failing(web, url), Broken)
    assert isinstance(failing(web, url), Busy)
    clock.now += 1_000
    site.page("/a", "um")
    assert web.fetch(url, accept=Kind.PAGE).data == b"um"
    assert known.rest_of(url) == 0


def test_down_for_now_is_said_of_an_address_where_no_time_is_named(site: Site, web: Web, known: Manners) -> None:
    url, good = site.at("/a", fault("down for now")), site.page("/b", "dois")
    assert isinstance(failing(web, url), Refused)
    assert known.rest_of(url) == 60
    assert web.fetch(good, accept=Kind.PAGE).data == b"dois"


def test_an_error_of_one_page_is_not_the_hosts(site: Site, web: Web) -> None:
    for _ in range(5):
        assert isinstance(failing(web, site.url + "/nada"), Refused)
        assert failing(web, site.at("/a", fault("a picture"))).passing is False
    assert web.fetch(site.page("/b", "dois"), accept=Kind.PAGE).data == b"dois"


def test_who_cannot_be_reached_rests_and_who_is_not_known_does_not(web: Web, site: Site) -> None:
    with serving() as gone:
        url = gone.url
    assert [type(failing(web, url)) for _ in range(3)] == [Unreachable, Unreachable, Busy]
    lost = Web(wire=Led(site))
    assert [type(failing(lost, "http://exemplo.pt/")) for _ in range(3)] == [NoNetwork] * 3


def test_one_host_does_not_stand_for_another(site: Site) -> None:
    wire = Led(site, {"um.pt": [PUBLIC], "dois.pt": [PUBLIC]})
    web = Web(wire=wire)
    site.at("/a", status(429, Retry_After="9999"))
    site.page("/b", "b")
    assert isinstance(failing(web, "http://um.pt/a"), Refused)
    assert isinstance(failing(web, "http://um.pt/b"), Busy)
    assert web.fetch("http://dois.pt/b", accept=Kind.PAGE).data == b"b"


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "30"}, 30),
        ({"Retry-After": " 30 "}, 30),
        ({"Retry-After": "0"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "3.5"}, None),
        ({"Retry-After": "\u0663"}, None),
        ({"Retry-After": "9" * 500}, 86_400),
        ({"Retry-After": "Wed, 13 Sep 2023 10:01:00 GMT", "Date": "Wed, 13 Sep 2023 10:00:00 GMT"}, 60),
        ({"Retry-After": "Wed, 13 Sep 2023 09:00:00 GMT", "Date": "Wed, 13 Sep 2023 10:00:00 GMT"}, None),
        ({"Retry-After": "Wed, 13 Sep 2023 10:01:00 GMT"}, 60),
        ({"Retry-After": "Wed, 13 Sep 2923 10:01:00 GMT", "Date": "nonsense"}, 86_400),
        ({"Retry-After": "Wed, 99 Sep 2023 10:01:00 GMT"}, None),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_how_long_to_wait(headers: dict[str, str], wait: float | None) -> None:
    assert answers.seconds_to_wait(headers, now=1_694_599_200.0) == wait


def nothing() -> None:
    """Nothing to do while waiting."""


def enough() -> None:
    """Give up at once."""
    raise Cancelled("enough")


def begin(polite: Manners, host: str, number: int) -> contextlib.ExitStack:
    """A request that is under way until this is closed."""
    under_way = contextlib.ExitStack()
    under_way.enter_context(polite.turn(host, f"http://{host}/{number}", nothing))
    return under_way


def test_two_at_once_for_one_host_and_no_waiting_for_another(known: Manners) -> None:
    first, second = begin(known, "um.pt", 1), begin(known, "um.pt", 2)
    begin(known, "dois.pt", 3).close()
    with pytest.raises(Cancelled), known.turn("um.pt", "http://um.pt/4", enough):
        pass
    first.close()
    begin(known, "um.pt", 5).close()
    second.close()


def test_a_slow_request_does_not_hold_up_the_others(known: Manners, clock: Clock) -> None:
    slow = []
    for number in range(manners.MOST_AT_ONCE):
        slow.append(begin(known, "um.pt", number))
        if number % 2:
            clock.now += manners.SLOW + 1
    with pytest.raises(Cancelled), known.turn("um.pt", "http://um.pt/7", enough):
        pass
    slow.pop().close()
    begin(known, "um.pt", 8).close()
    for each in slow:
        each.close()


def test_waiting_for_a_turn_is_not_being_slow() -> None:
    with Watch("exemplo.pt", 1_000.0) as watch:
        with watch.waiting():
            assert watch.left == math.inf
            watch.check()
        assert 900 < watch.left <= 1_000


_RULES = (
    "User-agent: *\nDisallow: /privado\nAllow: /privado/sim\n\nUser-agent: leitor\nDisallow: /nao\nCrawl-delay: 4\n"
)


def test_robots_are_asked_once_and_held_to(site: Site, web: Web, clock: Clock) -> None:
    site.page("/robots.txt", _RULES, "text/plain")
    site.elsewhere(lambda visit: visit.send("olá"))
    assert web.fetch(site.url + "/privado", accept=Kind.PAGE, robots=True).data
    problem = failing(web, site.url + "/nao/a", robots=True)
    assert isinstance(problem, Disallowed)
    assert "(robots.txt)" in str(problem)
    assert site.count("/robots.txt") == 1
    assert site.count("/nao/a") == 0
    assert web.fetch(site.url + "/nao/a", accept=Kind.PAGE).data
    clock.now += 90_000
    assert web.fetch(site.url + "/privado", accept=Kind.PAGE, robots=True).data
    assert site.count("/robots.txt") == 2


def test_a_redirect_is_held_to_the_rules_where_it_leads(site: Site, web: Web) -> None:
    site.page("/robots.txt", _RULES, "text/plain")
    site.moved("/a", "/nao/a")
    site.page("/nao/a", "um")
    assert isinstance(failing(web, site.url + "/a", robots=True), Disallowed)
    assert site.count("/nao/a") == 0


def test_the_pauses_that_a_host_wants(site: Site, web: Web, clock: Clock) -> None:
    site.page("/robots.txt", _RULES, "text/plain")
    site.page("/a", "um")
    for _ in range(3):
        web.fetch(site.url + "/a", accept=Kind.PAGE, robots=True)
    assert clock.slept == pytest.approx(8, abs=0.2)
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 3600", "text/plain")
    other = Web(allow_private=True, manners=Manners(clock, clock.sleep), robots=Robots("leitor", clock))
    other.fetch(site.url + "/a", accept=Kind.PAGE, robots=True)
    problem = failing(other, site.url + "/a", robots=True)
    assert isinstance(problem, Busy)
    assert "again in 60 min" in str(problem)
    assert problem.wait == pytest.approx(3600, abs=1)


@pytest.mark.parametrize("code", [404, 410, 401, 403])
def test_a_host_without_rules_allows_all(site: Site, web: Web, code: int) -> None:
    site.at("/robots.txt", status(code))
    assert web.fetch(site.page("/a", "um"), accept=Kind.PAGE, robots=True).data == b"um"


@pytest.mark.parametrize(
    ("broken", "why"), [("down for now", "status 503"), ("cut", "ended too soon"), ("a circle", "in a circle")]
)
def test_where_the_rules_cannot_be_read_nothing_is_fetched(
    site: Site, web: Web, clock: Clock, broken: str, why: str
) -> None:
    site.at("/robots.txt", fault(broken))
    url = site.page("/a", "um")
    problem = failing(web, url, robots=True)
    assert isinstance(problem, Disallowed)
    assert why in str(problem)
    assert isinstance(failing(web, url, robots=True), Disallowed)
    assert {visit.path.partition("?")[0] for visit in site.visits} == {"/robots.txt"}
    clock.now += 1_000
    site.page("/robots.txt", "", "text/plain")
    assert web.fetch(url, accept=Kind.PAGE, robots=True).data == b"um"


def test_of_a_host_that_rests_no_rules_are_believed(site: Site, web: Web, clock: Clock) -> None:
    url = site.page("/a", "um")
    failing(web, site.at("/b", status(429, Retry_After="30")))
    assert isinstance(failing(web, url, robots=True), Busy)
    clock.now += 31
    assert web.fetch(url, accept=Kind.PAGE, robots=True).data == b"um"


@pytest.mark.parametrize(
    "rules",
    [
        b"\xff\xfe\x00",
        b"<html>404</html>",
        b"a" * 900_000,
        b"Crawl-delay: x\nRequest-rate: 1/0\n",
        b"User-agent: *\nCrawl-delay: -5\nDisallow\n:::\n",
    ],
)
def test_rules_that_are_none(site: Site, web: Web, rules: bytes) -> None:
    site.page("/robots.txt", rules, "text/plain")
    assert web.fetch(site.page("/a", "um"), accept=Kind.PAGE, robots=True).data == b"um"


def test_only_so_many_hosts_are_remembered(clock: Clock) -> None:
    polite = Manners(clock, clock.sleep)
    for number in range(manners._MOST_KNOWN + 5):
        begin(polite, f"{number}.pt", 0).close()
        polite.failed(f"{number}.pt")
    assert len(polite._hosts) < manners._MOST_KNOWN
    assert len(polite._rests) < manners._MOST_KNOWN
