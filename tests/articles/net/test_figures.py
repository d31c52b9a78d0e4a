"""The page on the network says the figures that the code has."""

from __future__ import annotations

from pathlib import Path

from articles.net import manners, robots
from articles.net.kinds import LIMITS, Kind
from articles.net.naming import PRODUCT, agent

_ORDER = (Kind.PAGE, Kind.FEED, Kind.DOCUMENT, Kind.ROBOTS)


def test_the_limits_are_those_of_the_table(root: Path) -> None:
    page = (root / "docs" / "network.md").read_text(encoding="utf-8")
    limits = [LIMITS[kind] for kind in _ORDER]
    rows = {
        "seconds for the name, and for the connection": [f"{each.connect:.0f}" for each in limits],
        "seconds of silence": [f"{each.read:.0f}" for each in limits],
        "seconds for all of it, redirects included": [f"{each.total:.0f}" for each in limits],
        "size, as sent and unpacked": [f"{each.size >> 20} MB" for each in limits],
        "redirects": [str(each.redirects) for each in limits],
    }
    for name, figures in rows.items():
        assert f"| {name} | {' | '.join(figures)} |" in page


def test_rests_and_pauses_are_those_that_are_told(root: Path) -> None:
    page = " ".join((root / "docs" / "network.md").read_text(encoding="utf-8").split())
    assert (manners.AT_ONCE, manners.SLOW, manners.MOST_AT_ONCE) == (2, 3, 6)
    assert (manners.PATIENCE, manners.ASKED_REST) == (10, 60)
    assert (manners.FIRST_REST, manners.LONGEST_REST) == (5, 900)
    assert (robots.KEPT, robots.KEPT_UNREAD) == (86_400, 600)
    assert "Two requests at a time for each host" in page
    assert "takes more than 3 s no longer keeps the others waiting, up to six" in page
    assert "one minute, two, four … up to 15 minutes" in page
    assert "rests for 5 s, 10 s, 20 s … up to 15 minutes" in page
    assert "up to 10 s by waiting" in page
    assert "asked for again after 10 minutes" in page


def test_the_name_is_the_one_that_is_told(root: Path) -> None:
    page = (root / "docs" / "network.md").read_text(encoding="utf-8")
    assert agent().split("/")[0] == PRODUCT
    assert f"`User-Agent: {PRODUCT}/VERSION {agent().partition(' ')[2]}`" in page
