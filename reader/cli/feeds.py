"""The command ``feeds``: the sites that the reader follows."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from articles.errors import Problem
from articles.feeds.model import Feed, FullText, State
from articles.feeds.service import with_title
from reader.cli import output
from reader.cli.compose import Composition
from reader.cli.describe import in_columns
from reader.i18n import _, ngettext

if TYPE_CHECKING:
    from articles.feeds.service import Addition, Listed


def feeds(options: argparse.Namespace, parts: Composition) -> int:
    """Do one thing with feeds.

    Raises:
        Problem: It could not be done.
    """
    match options.do:
        case "add":
            return _add(options, parts)
        case "remove":
            return _remove(options, parts)
        case "set":
            return _set(options, parts)
        case "refresh" | "fetch":
            from reader.cli import feed_news

            return feed_news.refresh(options, parts) if options.do == "refresh" else feed_news.fetch(options, parts)
        case "import" | "export":
            from reader.cli import feed_lists

            return feed_lists.bring(options, parts) if options.do == "import" else feed_lists.export(options, parts)
        case _:
            return _list(options, parts)


# Which there are


def _list(options: argparse.Namespace, parts: Composition) -> int:
    listed = parts.feeds.listed()
    if options.format == "json":
        output.put_json(
            [{**feed_object(each.feed), "articles": each.articles, "unread": each.unread} for each in listed]
        )
    elif listed:
        output.put("\n".join(in_columns([_row(each) for each in listed])))
    else:
        output.complain(_("you follow no feeds yet; reader feeds add URL takes one"))
    return 0


def _row(listed: Listed) -> tuple[str, ...]:
    feed = listed.feed
    said = [feed.folder] if feed.folder else []
    if feed.full_text is not FullText.SUMMARY:
        said.append(_("full text: {when}").format(when=feed.full_text.value))
    if feed.state is State.GONE:
        said.append(_("gone: {why}").format(why=feed.problem))
    elif feed.problem:
        said.append(feed.problem)
    elif feed.state is State.NEW:
        said.append(_("never refreshed"))
    count = _("{unread} of {articles} unread").format(unread=listed.unread, articles=listed.articles)
    return (str(feed.key), count, output.one_line(feed.title), output.one_line("; ".join(said)))


def feed_object(feed: Feed) -> dict[str, Any]:
    """A feed as JSON."""
    return {
        "number": feed.key,
        "url": feed.url,
        "title": feed.title,
        "site": feed.site,
        "folder": feed.folder or None,
        "tags": list(feed.tags),
        "full_text": feed.full_text.value,
        "allow_private": feed.private,
        "state": feed.state.value,
        "problem": feed.problem or None,
        "checked": feed.checked,
        "renewed": feed.renewed,
    }


# Adding, changing, removing


def _add(options: argparse.Namespace, parts: Composition) -> int:
    rows = []
    failed = 0
    for url in options.words:
        try:
            added = parts.feeds.add(
                url,
                private=options.allow_private,
                full_text=FullText(options.full_text or FullText.SUMMARY),
                title=output.one_line(options.title or ""),
                folder=folder_of(options.folder or ""),
                tags=tags_of(options.tag),
            )
        except Problem as problem:
            failed += 1
            output.complain(str(problem))
            continue
        rows.append(_added_object(added))
        if options.format == "text":
            output.put("\n".join(_added_lines(added)))
    if options.format == "json":
        output.put_json(rows)
    return 1 if failed else 0


def _added_lines(added: Addition) -> list[str]:
    feed = added.outcome.feed
    name = f"{feed.key}  {output.one_line(feed.title)}"
    lines = []
    if added.page:
        lines.append(
            _("found on {page}: {url}").format(page=output.one_line(added.page), url=output.one_line(feed.url))
        )
    if added.known:
        lines.append(_("already there: {name}").format(name=name))
    else:
        new = ngettext("{count} article", "{count} articles", added.outcome.new).format(count=added.outcome.new)
        lines.append(_("added: {name} ({new})").format(name=name, new=new))
    if added.outcome.said:
        lines.append(f"   {output.one_line(added.outcome.said)}")
    if added.others:
        lines.append(_("the page names others too; reader feeds add takes them:"))
        lines += [f"   {output.one_line(f'{each.url}  {each.title}')}" for each in added.others]
    return lines


def _added_object(added: Addition) -> dict[str, Any]:
    others = [{"url": each.url, "title": each.title or None} for each in added.others]
    found = {"known": added.known, "new": added.outcome.new, "page": added.page or None, "others": others}
    return {**feed_object(added.outcome.feed), **found}


def _remove(options: argparse.Namespace, parts: Composition) -> int:
    gone = [parts.feeds.find(name) for name in options.words]
    for feed in gone:
        parts.feeds.remove(feed)
        if options.format == "text":
            output.put(
                _("removed, its articles stay: {name}").format(name=f"{feed.key}  {output.one_line(feed.title)}")
            )
    if options.format == "json":
        output.put_json([feed_object(each) for each in gone])
    return 0


def _set(options: argparse.Namespace, parts: Composition) -> int:
    def changed(feed: Feed) -> Feed:
        if options.title is not None:
            feed = with_title(feed, output.one_line(options.title))
        if options.full_text is not None:
            feed = replace(feed, full_text=FullText(options.full_text))
        if options.folder is not None:
            feed = replace(feed, folder=folder_of(options.folder))
        if options.tag is not None:
            feed = replace(feed, tags=tags_of(options.tag))
        return replace(feed, private=feed.private or options.allow_private)

    chosen = [parts.feeds.find(name) for name in options.words]
    after = [each for each in (parts.feeds.change(feed, changed) for feed in chosen) if each is not None]
    if options.format == "json":
        output.put_json([feed_object(each) for each in after])
    else:
        output.put("\n".join(_("changed: {name}").format(name=f"{each.key}  {each.title}") for each in after))
    return 0


def folder_of(given: str) -> str:
    """A folder as it is kept: its names clean, without empty ones."""
    return "/".join(filter(None, (output.one_line(each) for each in given.split("/"))))


def tags_of(given: list[str] | None) -> tuple[str, ...]:
    """Tags as OPML can take them along: clean, without commas and slashes."""
    every = (output.one_line(each.replace(",", " ").replace("/", " ")) for each in given or ())
    return tuple(dict.fromkeys(filter(None, every)))
