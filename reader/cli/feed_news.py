"""The commands ``feeds refresh`` and ``feeds fetch``: what is new, and articles in full."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.each import do_to_each, line_of
from reader.cli.feeds import feed_object
from reader.cli.progress import progress
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from articles.feeds.outcomes import Outcome
    from articles.feeds.refreshing import Step


def refresh(options: argparse.Namespace, parts: Composition) -> int:
    """Ask feeds for what is new; each is told as it answers.

    Returns:
        1 where a feed fails that was named, or whose trouble was not told before.
    """
    named = {feed.key: feed for feed in map(parts.feeds.find, options.words)}
    told: set[int] = set()
    with progress(None, _("feeds and pages")) as bar:

        def step(said: Step) -> None:
            if said.outcome is not None:
                told.add(said.outcome.feed.key)
                _tell(said.outcome, options, named=said.outcome.feed.key in named)
            bar(total=said.total)

        outcomes = parts.feeds.refresh(list(named.values()) if named else None, step)
    for each in outcomes:
        if each.feed.key not in told:
            _tell(each, options, named=each.feed.key in named)
    if options.format == "json":
        output.put_json([_outcome_object(each) for each in outcomes])
    else:
        output.put(_summed(outcomes))
    return int(any(each.failed and (each.said or each.feed.key in named) for each in outcomes))


def _tell(outcome: Outcome, options: argparse.Namespace, *, named: bool) -> None:
    """Say what a feed brought, and what is wrong with it; that is said again of one that was asked for by name."""
    title = output.one_line(outcome.feed.title)
    if options.format == "text" and (outcome.new or outcome.changed):
        came = [ngettext("{count} new", "{count} new", outcome.new).format(count=outcome.new)] if outcome.new else []
        if outcome.changed:
            changed = ngettext("{count} changed", "{count} changed", outcome.changed)
            came.append(changed.format(count=outcome.changed))
        output.put(f"{title}: {', '.join(came)}")
        output.flush()
    said = outcome.said or (outcome.feed.problem if named else "")
    if said:
        output.complain(f"{title}: {said}")


def _summed(outcomes: list[Outcome]) -> str:
    asked = sum(not each.skipped for each in outcomes)
    new, pages = sum(each.new for each in outcomes), sum(each.pages for each in outcomes)
    said = [
        ngettext("{count} feed asked", "{count} feeds asked", asked).format(count=asked),
        ngettext("{count} new article", "{count} new articles", new).format(count=new),
    ]
    if pages:
        said.append(ngettext("{count} page fetched", "{count} pages fetched", pages).format(count=pages))
    failed = sum(each.failed for each in outcomes)
    if failed:
        said.append(ngettext("{count} failed", "{count} failed", failed).format(count=failed))
    return ", ".join(said)


def _outcome_object(outcome: Outcome) -> dict[str, Any]:
    return {
        **feed_object(outcome.feed),
        "new": outcome.new,
        "changed": outcome.changed,
        "pages": outcome.pages,
        "failed": outcome.failed,
        "skipped": outcome.skipped,
        "said": outcome.said or None,
    }


def fetch(options: argparse.Namespace, parts: Composition) -> int:
    """Fetch the full text of articles; one that fails is told and does not stop the others."""
    told = _("fetched: {name}")
    return do_to_each(
        options.words, parts.feeds.full_text, lambda whole: told.format(name=line_of(whole)), options.format
    )
