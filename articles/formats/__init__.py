"""Bytes in, article out: plain text and Markdown."""

from articles.formats.dates import parse_date
from articles.formats.reading import LARGEST_FILE, load, read_article, read_bytes

__all__ = ["LARGEST_FILE", "load", "parse_date", "read_article", "read_bytes"]
