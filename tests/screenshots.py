"""The pictures in the docs, made by the reader itself from its bundled articles: ``make screenshots``."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader import i18n
from reader.cli.compose import Composition
from reader.locations import locate
from reader.tui.app import ReaderApp
from reader.tui.opened import HINTED, look_of, opening
from reader.tui.screens.reading import ReadingScreen

DOCS = Path(__file__).parents[1] / "docs"
_PATIENCE = 600  # turns of the loop that a state may take to come about


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file's name, the terminal's size, the article, and the keys pressed before it is taken.

    Attributes:
        until: Words that have to stand on the screen then; "" for none in particular.
        plain: Whether it is the plain screen.
        language: Of the interface.
    """

    name: str
    size: tuple[int, int]
    article: str
    keys: Sequence[str] = ()
    theme: str = ""
    until: str = ""
    plain: bool = False
    language: str = "en"


PICTURES = (
    Picture("reader", (120, 36), "Kim Jong Un vê", (")", ")", ")", "t", "T")),
    Picture("original", (120, 36), "Kim Jong Un vê", (")", ")")),
    Picture("side-by-side", (160, 40), "Lisboa", ("t", "T", "T")),
    Picture("peek", (80, 24), "Kim Jong Un vê", (")", ")", ")", "enter")),
    Picture("entities", (120, 36), "Kim e Putin", ("3", "enter", "right_square_bracket")),
    Picture("light", (120, 36), "Machado", ("t",), "reader-light"),
    Picture("narrow", (60, 20), "Rios voadores", (")", ")")),
    Picture("words", (120, 36), "Kim Jong Un vê", (")", ")", ")", "t", "T", "w", *["l"] * 7)),
    Picture("card", (120, 36), "Kim e Putin", ("3", "enter", "c")),
    Picture("editor", (80, 24), "Plano Real", (")", ")", "E")),
    Picture("help", (100, 36), "Plano Real", ("question_mark",)),
    Picture(
        "marks", (100, 30), "Machado", (")", ")", "m", ")", ")", "m", "M", ")", "m", "M", "apostrophe"), until="Marks"
    ),
    Picture("timeline", (100, 30), "Plano Real", ("ctrl+t",), until="1994"),
    Picture("export", (100, 30), "Plano Real", ("x",), until="Markdown"),
    Picture("select", (80, 24), "Lisboa", (")", ")", "v", *["e"] * 9)),
    Picture("find", (80, 24), "Plano Real", ("slash", *"inflac", "enter"), until="1/"),
    Picture("plain", (80, 24), "Rios voadores", (")", ")"), plain=True),
    Picture("sepia", (100, 30), "Brasília", (")", "t", "T"), "reader-sepia"),
    Picture("contrast", (100, 30), "Brasília", (")", "enter"), "reader-contrast-dark"),
    Picture("portuguese", (100, 30), "25 de Abril", (")", ")", "enter"), language="pt_BR"),
)


async def take(picture: Picture) -> str:
    """The SVG of a picture."""
    with tempfile.TemporaryDirectory() as home:
        parts = Composition(locate(Path(home)))
        services = parts.services
        summaries = services.articles.summaries(services.articles.keys())
        wanted = next(summary for summary in summaries if picture.article in summary.title)
        services.positions.save(wanted.id, -1, 0)
        services.positions.remember(HINTED, True)
        services = dataclasses.replace(services, config=dataclasses.replace(services.config, plain=picture.plain))
        i18n.activate(picture.language)
        app = ReaderApp(services, opening(services, None), look_of(services))
        app.animation_level = "none"
        async with app.run_test(size=picture.size) as pilot:
            if picture.theme:
                app.theme = picture.theme
            screen = app.screen
            assert isinstance(screen, ReadingScreen)
            for _turn in range(_PATIENCE):
                await pilot.pause()
                if screen.names.count() and screen.library.count() and screen.head.particulars:
                    break
            await pilot.press(*picture.keys)
            for _turn in range(_PATIENCE):
                await pilot.pause()
                lit = screen.text.lit
                if picture.until and picture.until not in "\n".join(lines_of(app)):
                    await asyncio.sleep(0.01)
                    continue
                if screen.desk.progress is None and (lit is None or lit.others):
                    break
                await asyncio.sleep(0.01)  # the words that are lit come from a process of its own
            if screen.text.lit is None:
                screen.foot.hush()
            await pilot.pause()
            svg = app.export_screenshot(title=f"reader · {picture.size[0]}×{picture.size[1]}", simplify=True)
        parts.close()
    # A picture in a README is to fetch nothing: the fonts that are there will do.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def lines_of(app: ReaderApp) -> list[str]:
    """What stands on the screen, row by row."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


def main() -> None:
    """Make all pictures, or those named on the command line."""
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}  # whoever makes them
    os.environ.pop("NO_COLOR", None)
    DOCS.mkdir(exist_ok=True)
    for picture in PICTURES:
        if len(sys.argv) < 2 or picture.name in sys.argv[1:]:
            (DOCS / f"{picture.name}.svg").write_text(asyncio.run(take(picture)), encoding="utf-8")
            print(f"docs/{picture.name}.svg")


if __name__ == "__main__":
    main()
