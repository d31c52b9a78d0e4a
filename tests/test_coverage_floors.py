"""The floors under the coverage hold: a bare room fails the run, and pytest's own line still comes last."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.slow

ROOM = """
def used():
    return 1

def bare():
    if used():
        return 2
    return 3
"""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A room with a function that no test calls."""
    pytester.makepyprojecttoml('[tool.coverage.run]\nbranch = true\nsource = ["articles"]\n')
    room = pytester.mkpydir("articles")
    (room / "model.py").write_text(ROOM, encoding="utf-8")
    return pytester


@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "workers"])
@pytest.mark.parametrize(
    ("calls", "percent"),
    [(("used()",), r"\d\d\.\d"), (("used()", "bare()"), r"[78]\d\.\d")],
    ids=["half", "without one branch"],
)
def test_a_bare_room_fails_the_run(
    project: pytest.Pytester, workers: tuple[str, ...], calls: tuple[str, ...], percent: str
) -> None:
    body = "\n    ".join(calls)
    project.makepyfile(f"from articles.model import bare, used\n\ndef test_it():\n    {body}\n")
    result = project.runpytest_subprocess("--cov", "--cov-report=", "-p", "tests.coverage_floors", *workers)
    text = result.stdout.str()
    assert result.ret == 1, text
    assert re.search(rf"^articles: {percent} % covered$", text, re.MULTILINE), text
    assert "at least 95 % is asked of articles" in text
    assert re.search(r"1 passed in .*s", text.rstrip().splitlines()[-1])


def test_a_covered_room_and_one_without_code_pass(project: pytest.Pytester) -> None:
    (project.path / "articles" / "model.py").write_text("def used():\n    return 1\n", encoding="utf-8")
    project.makepyfile("from articles.model import used\n\ndef test_it():\n    assert used() == 1\n")
    result = project.runpytest_subprocess("--cov", "--cov-report=", "-p", "tests.coverage_floors")
    assert result.ret == 0, result.stdout.str()
    result.stdout.fnmatch_lines(["articles: 100.0 % covered", "reader/entities: 100.0 % covered"])
