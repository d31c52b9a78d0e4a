"""Bytes in, article out, whatever kind of file it is."""

from articles.formats.dates import parse_date
from articles.formats.foreign import ForeignLanguage
from articles.formats.reading import LARGEST_FILE, load, read_article, read_bytes

__all__ = ["LARGEST_FILE", "ForeignLanguage", "load", "parse_date", "read_article", "read_bytes"]
