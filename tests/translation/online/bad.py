"""Answers that are none: what servers, networks and those in between have been seen to do."""

from __future__ import annotations

import gzip
import socket

from reader.translation.online.web import MAX_ANSWER
from tests.translation.online.pages import Page

PORTAL = "<html><body><h1>Welcome to Hotel Wi-Fi</h1><form>Sign in</form></body></html>"
ERROR_PAGE = "Error 500 (Server Error)!!1500.That’s an error.There was an error. Please try again later."


def stall(page: Page) -> None:
    page.over.wait()


def stall_half_way(page: Page) -> None:
    page.send("<html>", length="1000")
    page.handler.wfile.flush()
    page.over.wait()


def drip(page: Page) -> None:
    page.send("<html>", length="100000")
    while not page.over.wait(0.01):
        page.handler.wfile.write(b" ")


def drip_head(page: Page) -> None:
    """Each byte comes soon enough, and the header never ends."""
    page.handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not page.over.wait(0.01):
        page.handler.wfile.write(b"z")


def cut(page: Page) -> None:
    page.send("<html><body>half", length="1000")
    page.handler.close_connection = True


def cut_chunk(page: Page) -> None:
    page.handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n<html>")
    page.handler.close_connection = True


def hang_up(page: Page) -> None:
    page.handler.close_connection = True
    page.handler.connection.shutdown(socket.SHUT_RDWR)


def flood(page: Page) -> None:
    page.send("x" * (MAX_ANSWER + 100_000))


def bomb(page: Page) -> None:
    page.send(gzip.compress(bytes(64 * MAX_ANSWER), 1), Content_Encoding="gzip")


def bomb_in_bomb(page: Page) -> None:
    page.send(gzip.compress(gzip.compress(bytes(64 * MAX_ANSWER), 1)), Content_Encoding="gzip, gzip")


def not_packed_as_it_says(page: Page) -> None:
    page.send("<html>", Content_Encoding="gzip")


def nonsense(page: Page) -> None:
    page.handler.wfile.write(b"this is not HTTP\r\n\r\n")
    page.handler.close_connection = True


NO_ANSWER = (
    stall,
    stall_half_way,
    drip,
    drip_head,
    cut,
    cut_chunk,
    hang_up,
    bomb_in_bomb,
    not_packed_as_it_says,
    nonsense,
)
"""What ends in "cannot be reached"."""

TOO_LONG = (flood, bomb)
"""What is given up because it is too long."""
