"""How exports in HTML and EPUB look: readable on a phone, a wide screen and paper, by day and by night."""

from __future__ import annotations

_COLOURS = {
    # name: by day, by night; contrast with the page's ground at least 4.5:1 for text (tests/export/test_styles.py)
    "ink": ("#1b1b1a", "#e6e3dc"),
    "ground": ("#fdfcf9", "#171716"),
    "faint": ("#5c5a55", "#a9a59b"),
    "english": ("#34495e", "#b7c9da"),
    "link": ("#0b57a4", "#8ab8f0"),
    "rule": ("#d8d4ca", "#3b3a37"),
    "person": ("#8a3d00", "#f0b27a"),
    "organisation": ("#5b3fa0", "#c3aef5"),
    "place": ("#00663d", "#7fd6a8"),
    "date": ("#7a1f4b", "#f2a0c4"),
    "quantity": ("#5c5a00", "#d6d06a"),
    "other": ("#44515c", "#b4c0ca"),
}
_MARKS = {
    "usual": ("#fff1a8", "#5a4e00"),
    "yellow": ("#fff1a8", "#5a4e00"),
    "green": ("#cfeecb", "#1f4d27"),
    "blue": ("#cfe3fa", "#1d3f66"),
    "pink": ("#fbd3e4", "#63213f"),
    "orange": ("#ffdcb0", "#5f3600"),
    "purple": ("#e4d6f7", "#43286b"),
    "red": ("#fbd0cb", "#6a1f18"),
    "grey": ("#e2e0dc", "#454340"),
}


def palette(night: bool) -> dict[str, str]:
    """The colours by day or by night, those of marks as ``m-NAME``."""
    chosen = {name: both[night] for name, both in _COLOURS.items()}
    return chosen | {f"m-{name}": both[night] for name, both in _MARKS.items()}


def _variables(night: bool) -> str:
    return ":root{" + "".join(f"--{name}:{value};" for name, value in palette(night).items()) + "}"


_ENTITIES = "".join(
    f".e-{kind}{{border-bottom-color:var(--{colour})}}"
    for kind, colour in (
        ("person", "person"),
        ("organisation", "organisation"),
        ("place", "place"),
        ("date", "date"),
        ("quantity", "quantity"),
        ("work", "other"),
        ("event", "other"),
        ("other", "other"),
    )
)

COMMON = f"""
.en{{color:var(--english)}}
p.en{{margin-top:-.6em;padding-left:1em;border-left:.2em solid var(--rule)}}
.heading-en,.title-en{{font-weight:bold}}
.title-en{{font-size:1.2em;margin-top:-.4em}}
blockquote{{margin:1em 0 1em 0;padding-left:1.2em;border-left:.2em solid var(--faint);font-style:italic}}
blockquote em{{font-style:normal}}
.caption{{font-size:.9em;color:var(--faint)}}
li>p{{margin:.3em 0}}
li>p.en{{margin-top:0}}
.e{{border-bottom:.1em dotted}}
.e-organisation{{border-bottom-style:dashed}}
.e-place{{border-bottom-style:solid}}
.e-date,.e-quantity{{border-bottom-style:double;border-bottom-width:.2em}}
{_ENTITIES}
.o-refined{{text-decoration:underline dotted;text-underline-offset:.25em}}
.o-human{{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.25em}}
.o-missing{{font-style:italic;color:var(--faint)}}
mark{{color:inherit;background:var(--m-usual);padding:0 .1em}}
{"".join(f".c-{name}{{background:var(--m-{name})}}" for name in _MARKS)}
.note{{font-size:.9em;margin-left:1.2em;padding-left:.6em;border-left:.2em solid var(--m-usual)}}
.facts{{color:var(--faint);font-size:.9em}}
.facts div{{margin:.1em 0}}
.facts dt,.facts dd{{display:inline;margin:0}}
.facts dt::after{{content:": "}}
.colophon{{margin-top:2em;border-top:1px solid var(--rule);color:var(--faint);font-size:.85em}}
.legend span{{margin-right:.8em}}
pre{{white-space:pre-wrap;margin:1em 0}}
code{{font-family:ui-monospace,monospace;font-size:.92em}}
"""

PAGE = f"""
{_variables(False)}
@media (prefers-color-scheme:dark){{{_variables(True)}}}
:root{{color-scheme:light dark}}
html{{-webkit-text-size-adjust:100%;text-size-adjust:100%}}
body{{margin:0 auto;padding:1.5rem 1.2rem 3rem;max-width:42rem;background:var(--ground);color:var(--ink);
font:1.06rem/1.6 Georgia,"Noto Serif","Liberation Serif",serif;overflow-wrap:anywhere}}
body.wide{{max-width:76rem}}
h1,h2,h3,h4,h5,h6{{line-height:1.25;margin:1.6em 0 .5em}}
h1{{font-size:1.7em;margin-top:.4em}}
a{{color:var(--link)}}
:target{{outline:2px solid var(--link);outline-offset:.15em}}
article+article{{margin-top:4rem;padding-top:1rem;border-top:3px double var(--rule)}}
.text p,.text li{{hyphens:auto}}
.names ul,.marks ul{{padding-left:1.2em}}
.names a,.marks a{{color:inherit;text-decoration-color:var(--rule)}}
.row{{display:grid;grid-template-columns:1fr 1fr;column-gap:2.5rem}}
.row :is(h1,h2,h3,h4,h5,h6){{margin-top:0}}
.row>div{{min-width:0}}
.row .caption,.row .en .caption{{color:inherit}}
{COMMON}
@media (max-width:44rem){{.row{{display:block}}.row>.en{{padding-left:1em;border-left:.2em solid var(--rule)}}}}
@media print{{{_variables(False)}body{{max-width:none;padding:0;font-size:11pt;background:none}}
a{{color:inherit}}.facts a::after{{content:""}}h1,h2,h3,h4{{break-after:avoid}}.row,li,.note{{break-inside:avoid}}
article+article{{break-before:page;border:0;margin:0}}mark{{print-color-adjust:exact;-webkit-print-color-adjust:exact}}}}
"""
"""The style of a page."""


def book() -> str:
    """The style of a book: a reading system chooses letters, sizes and grounds itself, so colours are few."""
    plain = COMMON
    for name, value in palette(night=False).items():
        plain = plain.replace(f"var(--{name})", value)
    plain = plain.replace(f".en{{color:{palette(night=False)['english']}}}", ".en{font-style:normal;opacity:.85}")
    plain = plain.replace("font-family:ui-monospace,monospace;", "font-family:monospace;")
    for name in ("faint", "english"):  # at night a book's ground is dark: what is faint is only smaller
        plain = plain.replace(f";color:{palette(night=False)[name]}", "").replace(
            f"color:{palette(night=False)[name]};", ""
        )
    return plain.replace("mark{color:inherit;", "mark{color:#1b1b1a;")
