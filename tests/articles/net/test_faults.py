"""Every way in which a site can misbehave ends in one line that says which limit was met."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from articles.net import problems
from articles.net.fetching import Web
from articles.net.kinds import Kind
from tests.articles.net.conftest import SMALL
from tests.web.faults import FAULTS, fault
from tests.web.site import Site

_SAID: dict[str, tuple[type[problems.FetchProblem], str]] = {
    "endless": (problems.TooLarge, f"is larger than {SMALL} bytes"),
    "endless chunks": (problems.TooLarge, f"is larger than {SMALL} bytes"),
    "too large, as it says": (problems.TooLarge, f"is larger than {SMALL} bytes"),
    "a bomb": (problems.TooLarge, f"is larger than {SMALL} bytes"),
    "a bomb in deflate": (problems.TooLarge, f"is larger than {SMALL} bytes"),
    "a bomb in a bomb": (problems.Broken, "packed several times over"),
    "br": (problems.Broken, "packed in a way that was not asked for"),
    "cut": (problems.Broken, "ended too soon"),
    "cut between chunks": (problems.Broken, "ended too soon"),
    "cut in a chunk": (problems.Broken, "ended too soon"),
    "cut in gzip": (problems.Broken, "its end is missing"),
    "cut in deflate": (problems.Broken, "its end is missing"),
    "gzip that is none": (problems.Broken, "is damaged"),
    "hangs up": (problems.Broken, "hung up"),
    "no http": (problems.Broken, "is no HTTP"),
    "http of 1991": (problems.Broken, "is no HTTP"),
    "a head without end": (problems.Broken, "is no HTTP"),
    "a line without end": (problems.Broken, "is no HTTP"),
    "two lengths": (problems.Broken, "is no HTTP"),
    "a circle": (problems.BadRedirect, "leads in a circle"),
    "on and on": (problems.BadRedirect, "leads on more than 4 times"),
    "to itself": (problems.BadRedirect, "leads in a circle"),
    "to nowhere": (problems.BadRedirect, "leads nowhere"),
    "to a file": (problems.BadRedirect, "file: is not fetched"),
    "to ftp": (problems.BadRedirect, "ftp: is not fetched"),
    "to javascript": (problems.BadRedirect, "javascript: is not fetched"),
    "to a password": (problems.BadRedirect, "a name or password before the host exemplo.pt"),
    "a picture": (problems.WrongKind, "is image/png, and not a web page"),
    "no content": (problems.Broken, "no content to give (status 204)"),
    "a part": (problems.Broken, "no content to give (status 206)"),
    "not modified, unasked": (problems.Broken, "no content to give (status 304)"),
    "too many requests": (problems.Refused, "status 429"),
    "down for now": (problems.Refused, "status 503"),
    "wants a login": (problems.Refused, "the network wants a login"),
}
_FINE = (
    "packed as text",
    "gzip with rubbish after it",
    "gzip in two parts",
    "deflate without a header",
    "no kind",
    "a wrong length",
)
_SLOW = ("silent", "silent after the head", "drips", "drips its head", "says continue for ever")


def test_every_fault_has_its_test() -> None:
    assert {*_SAID, *_FINE, *_SLOW, "empty"} == set(FAULTS)


@pytest.mark.parametrize("name", _SAID)
def test_a_fault_is_told_in_one_line(site: Site, web: Web, name: str) -> None:
    kind, said = _SAID[name]
    address = site.at("/noticia", fault(name))
    with pytest.raises(kind) as caught:
        web.fetch(address, accept=Kind.PAGE)
    assert said in str(caught.value)
    assert caught.value.advice
    assert "\n" not in str(caught.value)
    assert type(caught.value) is kind


@pytest.mark.parametrize("name", _FINE)
def test_what_is_odd_but_whole_is_taken(site: Site, web: Web, name: str) -> None:
    found = web.fetch(site.at("/noticia", fault(name)), accept=Kind.PAGE)
    assert found.data == b"abcdef" or found.data.endswith(b"</p></body></html>")


@pytest.mark.parametrize("name", _SLOW)
def test_who_is_slow_ends_at_the_total_limit(site: Site, hurried: Callable[..., Web], name: str) -> None:
    address = site.at("/noticia", fault(name))
    with pytest.raises(problems.TooSlow, match=r"did not finish in"):
        hurried().fetch(address, accept=Kind.PAGE)


def test_who_is_silent_ends_at_the_limit_for_silence(site: Site, hurried: Callable[..., Web]) -> None:
    address = site.at("/noticia", fault("silent after the head"))
    with pytest.raises(problems.TooSlow, match=r"said nothing for"):
        hurried(read=0.1, total=60.0).fetch(address, accept=Kind.PAGE)


@pytest.mark.parametrize("way", ["event", "function", "interrupt"])
def test_a_fetch_is_called_off_at_once(site: Site, web: Web, way: str) -> None:
    here, wanted = threading.Event(), threading.Event()

    def silent(visit: object) -> None:
        here.set()
        fault("silent")(visit)  # type: ignore[arg-type]

    address = site.at("/noticia", silent)
    cancel = {"event": wanted, "function": wanted.is_set, "interrupt": None}[way]
    caught: list[problems.FetchProblem] = []

    def fetch() -> None:
        try:
            web.fetch(address, accept=Kind.PAGE, cancel=cancel)  # type: ignore[arg-type]
        except problems.FetchProblem as problem:
            caught.append(problem)

    thread = threading.Thread(target=fetch)
    thread.start()
    assert here.wait(10)
    wanted.set()
    if way == "interrupt":
        web.interrupt()
    thread.join(10)
    assert [type(each) for each in caught] == [problems.Cancelled]
    assert web.fetch(site.page("/outra", "olá"), accept=Kind.PAGE).data == "olá".encode()
