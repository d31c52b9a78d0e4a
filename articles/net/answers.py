"""What the head of an answer says, read with suspicion: kind, charset, size, waiting, and what an error means."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from articles.cleaning import clean_line
from articles.net.kinds import ACCEPTED, NAMES, Kind
from articles.net.problems import Broken, FetchProblem, Gone, Refused, TooLarge, WrongKind
from articles.net.urls import Target, shown

REDIRECTS = (301, 302, 303, 307, 308)
PERMANENT = (301, 308)
LONGEST_WAIT = 86_400.0
"""Seconds that a host may ask to wait; of a longer time this much is believed."""
_LONGEST_TAG = 1_000
_charset = re.compile(r";\s*charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:+-]{1,40})", re.IGNORECASE)
_tag = re.compile(r"[\x20-\x7e\x80-\xff]+")

_ADVICE: Mapping[int, str] = {
    401: "it wants a password: save the page in a browser and add the file",
    402: "it wants to be paid: save the page in a browser and add the file",
    403: "it may take programs for robots: save the page in a browser and add the file",
    404: "look at the address",
    410: "it was taken away for good",
    451: "it must not be shown where you are",
    511: "the network wants a login: open a browser first",
}


def kind_of(headers: Mapping[str, str]) -> tuple[str, str | None]:
    """Kind of content and charset, as the answer says them: "" and None where it does not."""
    said = headers.get("Content-Type", "")
    kind = said.partition(";")[0].partition(",")[0].strip().lower()
    found = _charset.search(said)
    return (kind if re.fullmatch(r"[\w.+-]{1,80}/[\w.+-]{1,120}", kind, re.ASCII) else ""), found[
        1
    ].lower() if found else None


def check_kind(target: Target, kind: str, accept: Kind) -> None:
    """Whether this kind of content was asked for.

    Raises:
        WrongKind: It was not.
    """
    accepted = ACCEPTED[accept]
    if kind and accepted and kind not in accepted and not (accept is Kind.FEED and kind.endswith(("+xml", "+json"))):
        message = f"{shown(target.url)} is {clean_line(kind, 60)}, and not {NAMES[accept]}"
        raise WrongKind(message, "give another address")


def check_size(target: Target, headers: Mapping[str, str], most: int) -> None:
    """Whether as much as the answer says is not too much.

    Raises:
        TooLarge: It is.
    """
    said = headers.get("Content-Length", "").strip()
    if said.isascii() and said.isdigit() and (len(said) > 15 or int(said) > most):
        raise too_large(target, most)


def too_large(target: Target, most: int) -> TooLarge:
    """The problem of content beyond the limit."""
    return TooLarge(
        f"{shown(target.url)} is larger than {most >> 20} MB"
        if most >> 20
        else f"{shown(target.url)} is larger than {most} bytes",
        "save it with a browser and add the file",
    )


def tag_of(headers: Mapping[str, str], name: str) -> str | None:
    """A validator (``ETag``, ``Last-Modified``) to be kept and sent again; None where there is none worth it."""
    return sendable(headers.get(name))


def sendable(value: str | None) -> str | None:
    """A validator that came from a store, if it can be a header; left out, it costs no more than one full answer."""
    value = (value or "").strip(" ")
    return value if len(value) <= _LONGEST_TAG and _tag.fullmatch(value) else None


def seconds_to_wait(headers: Mapping[str, str], now: float | None = None) -> float | None:
    """The seconds that ``Retry-After`` asks for, at most a day; None where it asks for nothing.

    Args:
        headers: The answer's. A date is counted from its own ``Date``, since the clocks of two machines differ.
        now: The time here, as of ``time.time``, for an answer without ``Date``.
    """
    said = headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        wait = float(said) if len(said) < 9 else LONGEST_WAIT
    else:
        try:
            until = parsedate_to_datetime(said).timestamp()
        except (ValueError, TypeError, OverflowError, OSError):
            return None
        try:
            since = parsedate_to_datetime(headers.get("Date", "")).timestamp()
        except (ValueError, TypeError, OverflowError, OSError):
            since = time.time() if now is None else now
        wait = until - since
    return min(wait, LONGEST_WAIT) if wait > 0 else None


def check_status(target: Target, status: int, headers: Mapping[str, str], *, conditional: bool) -> None:
    """Whether a final answer has what was asked for.

    Args:
        target: What was asked for.
        status: The HTTP status.
        headers: The answer's.
        conditional: Whether "not modified" is an answer to what was asked.

    Raises:
        Gone: There is nothing (404, 410).
        Refused: Any other error.
        Broken: A status that answers another question: a part, nothing, "not modified" out of the blue.
    """
    if status in (200, 203) or (status == 304 and conditional):
        return
    raise _problem(target, status, seconds_to_wait(headers))


def _problem(target: Target, status: int, wait: float | None) -> FetchProblem:
    where = shown(target.url)
    if status < 400:
        return Broken(f"{where} has no content to give (status {status})", "try again later")
    if status in (404, 410):
        what = "is not there (status 404)" if status == 404 else "is gone (status 410)"
        return Gone(f"{where} {what}", _ADVICE[status], status=status)
    later = "try again later" if status >= 500 or status in (408, 425, 429) else "open it in a browser"
    message = f"{target.authority} answered with status {status}: {where}"
    return Refused(message, _ADVICE.get(status, later), status=status, wait=wait)
