"""What the command config takes."""

from __future__ import annotations

import argparse

from reader.cli.parser import Parser, formats


def config_words(parser: argparse.ArgumentParser) -> None:
    """The words of ``reader config``."""
    formats(parser)


def check(parser: Parser, options: argparse.Namespace) -> None:
    """Nothing of it excludes another."""
