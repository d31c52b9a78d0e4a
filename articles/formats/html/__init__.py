"""A web page, as it came over the network or as a browser saved it, to the article on it."""

from articles.formats.html.page import Page

__all__ = ["Page"]
