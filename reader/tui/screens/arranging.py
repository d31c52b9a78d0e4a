"""Asking how a list is to be sorted and grouped."""

from __future__ import annotations

from articles.repository import Order
from reader.i18n import _
from reader.tui.listing.views import Group, Listing
from reader.tui.screens.asking import AskScreen, Option

Answer = Order | Group | int
"""An order, a grouping, how many lines a row has, or 0 for the other way round."""


def arranging(listing: Listing) -> AskScreen[Answer]:
    """The screen that asks; a sign stands at what holds now."""
    now = listing.arrangement
    orders: dict[Answer, str] = {
        Order.DATE: _("by date"),
        Order.TITLE: _("by title"),
        Order.SOURCE: _("by source"),
        Order.LENGTH: _("by length"),
        Order.UNREAD: _("unread first"),
        0: _("the other way round"),
    }
    groups: dict[Answer, str] = {
        Group.NONE: _("without groups"),
        Group.DAY: _("in groups by day"),
        Group.SOURCE: _("in groups by source"),
    }
    lines: dict[Answer, str] = {1: _("one line a row"), 2: _("two lines a row"), 3: _("three lines a row")}
    holds = {now.sorted_for, now.group, listing.lines, *([0] if now.reverse else [])}
    keys = iter("1234567890xyz")
    options = [
        Option(next(keys), f"{'✓' if answer in holds else ' '} {text}", answer)
        for each in (orders, groups, lines)
        for answer, text in each.items()
    ]
    return AskScreen[Answer](_("Sort and group: {name}").format(name=listing.view.name), options)
