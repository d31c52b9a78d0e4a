"""MyMemory, a public memory of translations with a machine behind it: a hundred requests a day, over plain http."""

from __future__ import annotations

import html
import re
from typing import Any

from articles.cleaning import clean_line
from reader.i18n import _
from reader.translation import guards
from reader.translation.engine import EngineBusy, EngineUnavailable, rejected
from reader.translation.online import deep
from reader.translation.online.careful import Careful, CarefulEngine
from reader.translation.online.web import Call

REVISION = 1
"""Raise it when what is stored should be refined anew."""
MAX_BYTES = 499
"""The service takes less than 500 bytes at once."""
_DAY = 86_400.0

_QUOTA = re.compile(r"all available free translations|mymemory warning", re.IGNORECASE)
_NEXT = re.compile(r"(\d{1,2})\s+hours?\s+(\d{1,2})\s+minutes?\s+(\d{1,2})\s+seconds?", re.IGNORECASE)


class MyMemoryEngine(CarefulEngine):
    """Refines by MyMemory. Every sentence leaves this machine, readable to whoever is on the way.

    Args:
        source: "pt-BR" or "pt-PT".
        target: "en-US" or "en-GB".
        endpoint: Another address in place of MyMemory's, for tests.
        careful: Makes the requests; by default one with the usual limits and ``MAX_BYTES`` a request.
    """

    name = "mymemory"
    version = str(REVISION)

    def __init__(
        self,
        source: str = "pt-BR",
        target: str = "en-US",
        endpoint: str | None = None,
        careful: Careful | None = None,
    ) -> None:
        super().__init__(careful or Careful(self.name, most=MAX_BYTES, size=size, keyed=False))
        self._languages = source, target
        self._endpoint = endpoint

    def _ask(self, call: Call, text: str) -> object:
        try:
            said = deep.mymemory(call, text, *self._languages, self._endpoint)
        except Exception:
            self._complaint(_body(call))
            raise
        body = _body(call)
        self._complaint(body)
        if not isinstance(said, str):
            return said
        if not _is_of(body, text, said):
            raise rejected(self.name, "the answer is to another text")
        return html.unescape(said)

    def _complaint(self, body: dict[str, Any]) -> None:
        """Raise what the body says is wrong: the service says so in place of the English, or beside it."""
        answer = body.get("responseData")
        said = str(answer.get("translatedText") or "") if isinstance(answer, dict) else ""
        said += " " + str(body.get("responseDetails") or "")
        status = str(body.get("responseStatus") or "200")
        if _QUOTA.search(said):
            found = _NEXT.search(said)
            hours, minutes, seconds = (int(each) for each in found.groups()) if found else (0, 0, 0)
            wait = min(_DAY, hours * 3600.0 + minutes * 60.0 + seconds) if found else None
            message = _("{engine} gives no more translations today").format(engine=self.name)
            raise EngineBusy(message, _("what was there is kept"), wait or 3600.0)
        if status != "200":
            message = _("{engine} answered with an error ({status})").format(
                engine=self.name, status=clean_line(status, limit=9)
            )
            raise EngineUnavailable(message, _("try later, or use the local engine"))


def size(text: str) -> int:
    """The bytes of a text, as the service counts them."""
    return len(text.encode("utf-8", "surrogatepass"))


def _body(call: Call) -> dict[str, Any]:
    """What the service said; empty where that is no JSON object."""
    try:
        body = call.answer.json() if call.answer is not None else {}
    except ValueError:
        body = {}
    return body if isinstance(body, dict) else {}


def _is_of(body: dict[str, Any], text: str, said: str) -> bool:
    """Whether the answer is to this text: the memory also gives what somebody made of a text much like it."""
    matches = body.get("matches")
    segments = [
        match["segment"]
        for match in (matches if isinstance(matches, list) else [])
        if isinstance(match, dict) and match.get("translation") == said and isinstance(match.get("segment"), str)
    ]
    asked = guards.words(text)
    return not segments or any(guards.words(html.unescape(segment)) == asked for segment in segments)
