"""Text that would take over a terminal, crash a screen or run an action, and who may say it."""

from __future__ import annotations

OSC52 = "\x1b]52;c;b3duZWQ=\x1b\\"
ATTACKS = [
    f"{OSC52}",
    "\x1b]0;owned\x07",
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x9b31m\x9d0;x\x9c",
    "\x00\x01\x07\x08\x0e\x0f\x7f",
    "\u202eabc\u2066def\u2069\u200b\u200e\ufeff",
    "[red]",
    "[/]",
    "[/b] [b",
    "[@click=app.quit]clique[/]",
    "[@click='app.quit']aqui[/]",
    "\\[x] \\",
    "{x} %s {0} $(reboot) `id`",
    "🙂\u200d\u200d\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
]

LINE = " ".join(ATTACKS)
BODY = "\n\n".join(
    [
        f"Kim Jong Un {LINE} falou com Vladimir Putin nesta quarta-feira (13). Depois {LINE} saiu.",
        *(f"O presidente {attack} José{attack} da Silva visitou Moscou. Kim{attack}Jong." for attack in ATTACKS),
    ]
)


def quoted(text: str) -> str:
    """A value of a front matter, with whatever it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in escaped) + '"'


def as_markdown() -> bytes:
    """A Markdown file whose every part is hostile."""
    head = "\n".join(
        [
            "---",
            f"title: {quoted('Kim ' + LINE)}",
            f"byline: {quoted('Ana ' + LINE)}",
            f"source: {quoted('Folha ' + LINE)}",
            f"tags: [{quoted('a ' + LINE)}]",
            "published: 2023-09-15",
            "---",
        ]
    )
    return f"{head}\n\n{BODY}\n".encode()


def raw() -> str:
    """The same as plain text, nothing of it quoted."""
    return f"Kim {LINE}\n\n{BODY}\n"
