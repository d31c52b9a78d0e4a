"""The command ``engines``: what can translate, what each lacks, trying one, allowing one, giving it a key."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from articles.errors import Problem
from reader.cli import output
from reader.cli.compose import Composition
from reader.i18n import _

if TYPE_CHECKING:
    from reader.translation.choosing.choice import Choice
    from reader.translation.choosing.chooser import Chooser, Standing

SENTENCE = "O presidente visitou ontem a nova fábrica de aviões no interior de São Paulo."
"""What an engine is tried with."""


def engines(options: argparse.Namespace, parts: Composition) -> int:
    """List the engines, or do one thing with one.

    Raises:
        Problem: There is no such engine, or it could not be done.
    """
    chooser = parts.translation.chooser
    if options.do is None:
        _list(options, parts)
        return 0
    choice = chooser.choice(options.name)
    if options.do == "check":
        _check(options, parts, choice)
    elif options.do == "key":
        (_forget_key if options.forget else _keep_key)(choice, chooser)
    elif options.do == "forbid":
        count = chooser.take_back(choice.kind.name)
        said = _("{name} may send nothing any more") if count else _("{name} was not allowed to send anything")
        output.put(said.format(name=choice.kind.name))
    elif choice.online:
        _allow(choice, chooser)
    else:
        said = _("{name} sends nothing to another machine: there is nothing to allow")
        output.put(said.format(name=choice.kind.name))
    return 0


# Listing


def _list(options: argparse.Namespace, parts: Composition) -> None:
    chosen = parts.config.engine
    standings = parts.translation.chooser.standings()
    if options.format == "json":
        output.put_json({"engines": [_object(each, chosen) for each in standings]})
    else:
        output.put("\n".join(line for each in standings for line in _lines(each, chosen)))
    trouble = parts.translation.chooser.keys.trouble
    if trouble and any(each.choice.kind.key and not each.key for each in standings):
        output.complain(_("keys were looked for in the environment only: {why}").format(why=trouble))


def _lines(standing: Standing, chosen: str) -> Iterator[str]:
    """What a person is told of an engine: what it is, what it sends where, what it lacks."""
    from reader.cli.layouts import filled

    choice = standing.choice
    kind = choice.kind
    name = f"{'*' if kind.name == chosen else ' '} {kind.name:<15}"
    said = [_(kind.what)]
    if choice.online:
        said.append(choice.sends() or _("online; it is not said yet where it sends each sentence you translate"))
    else:
        said.append(_("nothing leaves this machine"))
    if choice.warning:
        said.append(choice.warning)
    if standing.key:
        said.append(_("its key: {where}").format(where=standing.key))
    if kind.name == chosen:
        said.append(_("chosen"))
    said += [_("lacks {what}").format(what=each) for each in standing.missing] or [_("ready")]
    width = output.width_for(None) - len(name)
    for text in said:
        for line in filled(text, width):
            yield name + line
            name = " " * len(name)


def _object(standing: Standing, chosen: str) -> dict[str, Any]:
    choice = standing.choice
    return {
        "name": choice.kind.name,
        "what": _(choice.kind.what),
        "chosen": choice.kind.name == chosen,
        "online": choice.online,
        "sends_to": choice.destination.address if choice.destination else None,
        "warning": choice.warning or None,
        "allowed": standing.allowed,
        "ready": not standing.missing,
        "missing": list(standing.missing),
        "key": standing.key or None,
        "settings": dict(choice.settings),
    }


# Trying one


def _check(options: argparse.Namespace, parts: Composition, choice: Choice) -> None:
    import time

    from reader.cli.consenting import ask_once
    from reader.translation.online.careful import CarefulEngine
    from reader.translation.service import TranslationService

    engine = parts.translation.engine_for(choice.kind.name)
    ask_once(choice, parts.translation.chooser, named=True)
    if isinstance(engine, CarefulEngine):
        seconds = round(engine.try_out())
        if output.is_terminal(sys.stderr):
            output.complain(_("waiting for {name}, {seconds} s at most").format(name=choice.kind.name, seconds=seconds))
    started = time.monotonic()
    made = TranslationService(None, engine).translate(SENTENCE)
    took = round(time.monotonic() - started, 3)
    if options.format == "json":
        found = {"engine": made.engine, "version": made.version, "seconds": took}
        output.put_json({**found, "source": SENTENCE, "english": made.target})
        return
    by = f"{made.engine} {made.version}".rstrip()
    output.put(_("{engine}, in {seconds} s: {english}").format(engine=by, seconds=took, english=made.target))


# Consent and keys


def _allow(choice: Choice, chooser: Chooser) -> None:
    from reader.cli.consenting import question

    chooser.allow(choice)
    output.put(_("{what}: allowed").format(what=question(choice)))


def _keep_key(choice: Choice, chooser: Chooser) -> None:
    from reader.translation.choosing.keys import secret

    name = _with_key(choice)
    if output.is_terminal(sys.stdin):
        import getpass

        asked = _("the key of {name}").format(name=name)
        given = getpass.getpass(f"reader: {asked}: ", sys.stderr)
    else:
        given = sys.stdin.readline(1 << 14)
    chooser.keys.keep(name, secret(given, _("standard input")))
    output.put(_("the key of {name} is in the system's keyring").format(name=name))


def _forget_key(choice: Choice, chooser: Chooser) -> None:
    name = _with_key(choice)
    had = chooser.keys.forget(name)
    said = _("the key of {name} is no longer in the keyring") if had else _("the keyring had no key of {name}")
    output.put(said.format(name=name))


def _with_key(choice: Choice) -> str:
    if choice.kind.key is None:
        raise Problem(_("{name} takes no key").format(name=choice.kind.name), _("see: reader engines"))
    return choice.kind.name
