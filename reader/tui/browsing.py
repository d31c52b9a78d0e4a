"""Giving an address to a browser, on a thread, so that nothing of it ever comes onto the screen."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import PurePath

from articles.errors import Problem
from reader.i18n import _

_IN_TERMINAL = frozenset(
    {"lynx", "w3m", "links", "links2", "elinks", "www-browser", "browsh", "carbonyl", "chawan", "cha"}
)
_GRAPHICAL = (
    "xdg-open",
    "wslview",
    "sensible-browser",
    "x-www-browser",
    "firefox",
    "chromium",
    "google-chrome",
)
_SOON = 3.0
"""Seconds in which a browser that does not start says so; longer than that, it runs."""


def browser_command(address: str, environment: Mapping[str, str], key: str, platform: str = sys.platform) -> list[str]:
    """What is called to open an address: ``$BROWSER``, else what the system opens addresses with.

    Args:
        address: As ``Link.address``, of a scheme that is opened.
        environment: The process's.
        key: The key that copies it instead, for the message.

    Raises:
        Problem: There is no screen for a browser, or it would need this terminal.
    """
    instead = _("there is no browser on this screen; {key} copies the address").format(key=key)
    for given in environment.get("BROWSER", "").split(":"):
        try:
            words = shlex.split(given)
        except ValueError:
            continue
        if not words or shutil.which(words[0], path=environment.get("PATH")) is None:
            continue
        name = PurePath(words[0]).name
        if name in _IN_TERMINAL:
            raise Problem(_("{name} would need this terminal; {key} copies the address").format(name=name, key=key))
        if any("%s" in word for word in words):
            return [word.replace("%s", address) for word in words]
        return [*words, address]
    if platform == "darwin":
        if environment.get("SSH_CONNECTION"):
            raise Problem(instead)
        return ["open", address]
    if not any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")):
        raise Problem(instead)
    for known in _GRAPHICAL:
        words = known.split()
        if shutil.which(words[0], path=environment.get("PATH")) is not None:
            return [*words, address]
    raise Problem(instead)


def open_in_browser(address: str, environment: Mapping[str, str], key: str) -> None:
    """Open an address; on a thread.

    Raises:
        Problem: It could not be opened.
    """
    command = browser_command(address, environment, key)
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell, and the address is checked
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, env=dict(environment)
        )
    except OSError as error:
        raise Problem(_("the browser did not start: {why}").format(why=error.strerror or error)) from error
    try:
        code = process.wait(_SOON)
    except subprocess.TimeoutExpired:
        return
    if code:
        raise Problem(_("the browser did not start: {why}").format(why=f"{PurePath(command[0]).name}: {code}"))
