"""The interface's messages: found in the code, put into each language's catalogue, compiled for the wheel."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "reader"
LOCALES = PACKAGE / "locale"
DOMAIN = "reader"

KEYWORDS = {"_": None, "_N": None, "ngettext": (1, 2)}
"""The calls whose arguments are messages."""

NOTES = ["i18n:"]
"""A comment above a message that begins so is for the translator."""


def extracted() -> Catalog:
    """Every message of the code, in the order of the files; untranslated."""
    catalog = Catalog(project="reader", charset="utf-8")
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=NOTES)
    for name, line, message, comments, context in sorted(found, key=lambda each: each[:2]):
        catalog.add(message, None, [(f"reader/{name}", line)], auto_comments=comments, context=context)
    return catalog


def po_files() -> list[Path]:
    """The catalogues people write, one for each language."""
    return sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read(po: Path) -> Catalog:
    """A catalogue as it was written."""
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name, domain=DOMAIN, abort_invalid=True)


def updated(catalog: Catalog) -> Catalog:
    """The catalogue with the code's messages: new ones are empty, those no longer in the code are gone."""
    # Nothing is guessed from messages that sound alike: a wrong word is worse on the screen than an English one.
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def written(catalog: Catalog) -> bytes:
    """The catalogue as the text that people edit; without the numbers of lines, which change with every edit."""
    text = io.BytesIO()
    write_po(text, catalog, width=110, include_lineno=False)
    return text.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the reader opens it."""
    data = io.BytesIO()
    write_mo(data, catalog)
    return data.getvalue()


def main() -> int:
    """Bring every catalogue up to date and compile it; 1 while messages wait for their translation."""
    waiting = 0
    for po in po_files():
        catalog = updated(read(po))
        po.write_bytes(written(catalog))
        po.with_suffix(".mo").write_bytes(compiled(catalog))
        empty = [message.id for message in catalog if message.id and (message.fuzzy or not _said(message))]
        waiting += len(empty)
        print(f"{po.relative_to(ROOT)}: {len(catalog)} messages, {len(empty)} to translate")  # noqa: T201 - a tool
        for message in empty:
            print(f"  {message}")  # noqa: T201
    return 1 if waiting else 0


def _said(message: Message) -> bool:
    text = message.string  # None when it has just come in
    return all(text) if isinstance(text, (tuple, list)) else bool(text)


if __name__ == "__main__":
    sys.exit(main())
