"""An article's address, where the reader says it, is one of the web."""

from __future__ import annotations

import pytest

from articles.details import WrongDetail, line


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://", "exemplo.com", "data:text/html,x"]
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(WrongDetail, match="begins with http"):
        line("url", url)


def test_an_address_of_the_web_and_none_are_taken() -> None:
    assert line("url", " https://exemplo.com/a ") == "https://exemplo.com/a"
    assert line("url", "") is None
