"""What came of asking a feed: what is kept of it, and what is worth telling, once."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass

from articles.errors import Problem
from articles.feeds.model import Channel, Feed, NotAFeed, State
from articles.net.fetched import Fetched
from articles.net.problems import Busy, FetchProblem, Gone, Refused

GONE_AFTER = {410: 2, 404: 3}
"""How many times in a row a status has to come before a feed counts as gone."""

_FIRST_REST = datetime.timedelta(minutes=30)
_LONGEST_REST = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of asking one feed.

    Attributes:
        feed: The feed as it is now.
        new: How many articles it brought.
        changed: How many of its articles have a new text.
        said: What the reader should be told and was not told before, in one line; "" for nothing.
        failed: Whether it could not be fetched or read.
        skipped: Whether it was not asked, as it wants to be left alone.
        pages: How many pages were fetched for their full text.
    """

    feed: Feed
    new: int = 0
    changed: int = 0
    said: str = ""
    failed: bool = False
    skipped: bool = False
    pages: int = 0


def after_answer(feed: Feed, fetched: Fetched, now: datetime.datetime, channel: Channel | None, new: int) -> Feed:
    """The feed after it was fetched: ``channel`` is what it holds, None where nothing has changed."""
    same = dataclasses.replace(
        feed,
        etag=fetched.etag,
        modified=fetched.modified,
        checked=now,
        rest=None,
        state=State.WELL,
        failures=0,
    )
    if channel is None:
        well = feed.state is State.WELL  # then what is wrong with its text is still wrong
        return dataclasses.replace(same, due=_due(feed, now), problem=feed.problem if well else "")
    return dataclasses.replace(
        same,
        title=channel.title if channel.title and not feed.named else feed.title,
        site=channel.site or feed.site,
        renewed=now if new else feed.renewed,
        due=now + channel.pause if channel.pause else None,
        problem=_shortcoming(channel),
    )


def after_problem(feed: Feed, problem: Problem, now: datetime.datetime) -> Feed:
    """The feed after it could not be fetched or read."""
    failures = feed.failures + 1
    status = problem.status if isinstance(problem, Gone) else 0
    repeated = status in GONE_AFTER and failures >= GONE_AFTER[status] and feed.told == f"status {status}"
    gone = status in GONE_AFTER and (repeated or feed.state is State.GONE)
    wait = problem.wait if isinstance(problem, Refused | Busy) else None
    return dataclasses.replace(
        feed,
        checked=now,
        state=State.GONE if gone else State.FAILING,
        failures=failures,
        problem=problem.message,
        due=now + min(_FIRST_REST * 2 ** min(failures - 1, 10), _LONGEST_REST),
        rest=now + datetime.timedelta(seconds=wait) if wait else None,
    )


def sort_of(feed: Feed, problem: Problem | None) -> str:
    """What sort of trouble a feed is in, for comparing with what was told before; "" for none."""
    if problem is None:
        return "wrong" if feed.problem else ""
    if feed.state is State.GONE:
        return "gone"
    if isinstance(problem, Refused):
        return f"status {problem.status}"
    return "no feed" if isinstance(problem, NotAFeed) else type(problem).__name__


def telling(feed: Feed, before: Feed, problem: Problem | None) -> tuple[Feed, str]:
    """The feed with what was told of it, and the line to tell; "" where nothing is new."""
    sort = sort_of(feed, problem)
    lines = []
    if problem is None and feed.url != before.url:
        lines.append(f"has moved to {feed.url}, which is kept as its address")
    if sort and sort != before.told:
        lines.append(_line(feed, problem))
    return dataclasses.replace(feed, told=sort), "; ".join(lines)


def _line(feed: Feed, problem: Problem | None) -> str:
    if problem is None:
        return feed.problem
    if feed.state is State.GONE:
        return f"is gone ({problem.message}) and is not asked any more; reader feeds remove {feed.key} takes it out"
    advice = problem.advice if isinstance(problem, FetchProblem | NotAFeed) else ""
    return f"{problem.message}; {advice}" if advice else problem.message


def _shortcoming(channel: Channel) -> str:
    lines = [f"{channel.problem}; what could be read is kept"] if channel.problem else []
    if channel.left_out:
        lines.append(f"it has {channel.left_out} items more than the {len(channel.entries)} newest that are taken")
    return "; ".join(lines)


def _due(feed: Feed, now: datetime.datetime) -> datetime.datetime | None:
    """Nothing new was said of how long to wait: as long as the last time."""
    if feed.due is None or feed.checked is None or feed.due <= feed.checked or feed.state is not State.WELL:
        return None
    return now + (feed.due - feed.checked)
