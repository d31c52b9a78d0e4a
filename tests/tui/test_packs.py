"""What came in a pack is on the screen: the English and the names, with no engine and nothing to recognise."""

from __future__ import annotations

from pathlib import Path

from reader.packs.gathering import gather
from reader.packs.reading import unpacked
from reader.packs.taking import take
from reader.packs.writing import packed
from tests.packs.libraries import ARTICLE, full
from tests.tui.stage import WIDE, Stage, playing


async def test_a_pack_is_read_like_any_article(stage: Stage, tmp_path: Path) -> None:
    with full(tmp_path / "mine") as mine:
        take(unpacked(packed(gather(mine, ARTICLE))), stage.composition.database)
    async with playing(stage.app(), WIDE) as player:
        await player.open(ARTICLE.id)
        await player.until(lambda: player.shows("V. V. Putin"))  # as it was put right where it came from
        await player.press("t")
        await player.until(lambda: player.shows("Kim met Vladimir Putin."))
        assert player.shows("Meeting")
