"""The screen: the only room that knows Textual."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.model import Article
    from reader.tui.glance import Glance
    from reader.tui.services import Services


def run(services: Services, article: Article | None = None, glance: Glance | None = None) -> int:
    """Open the app and stay until the reader leaves.

    Args:
        services: The rooms below the screen.
        article: What to begin with; None to go on where the reader was.
        glance: Shows the text at once, while the rest is being imported; None to begin with the app itself.

    Returns:
        The process's exit code.
    """
    from reader.tui.opened import look_of, opening

    # Nothing made while starting is garbage soon, and looking for some costs a tenth of the time to the first
    # picture: the screen switches it on again.
    gc.disable()
    look = look_of(services)
    opened = opening(services, article)
    if glance is not None and opened is not None and not services.config.plain:
        glance.show(opened, look)
    from reader.tui.app import ReaderApp
    from reader.tui.log import log_to

    log_to(services.locations.log_file)
    app = ReaderApp(services, opened, look)
    app.run()
    return app.return_code or 0
