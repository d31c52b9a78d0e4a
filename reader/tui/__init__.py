"""The screen: the only room that knows Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.model import Article
    from reader.tui.services import Services


def run(services: Services, article: Article | None = None) -> int:
    """Open the app and stay until the reader leaves.

    Args:
        services: The rooms below the screen.
        article: What to begin with; None to go on where the reader was.

    Returns:
        The process's exit code.
    """
    from reader.tui.app import ReaderApp
    from reader.tui.opened import opening

    app = ReaderApp(services, opening(services, article))
    app.run()
    return app.return_code or 0
