"""Bytes in every encoding a Portuguese text may come in: many generated cases, and what is known not to work."""

from __future__ import annotations

import itertools

import pytest

from articles.decoding import decode

TEXTS = (
    "A ação do coração não é só emoção: também há razão, disse a avó à neta.",
    "«Não», respondeu o irmão — e três órfãos fugiram às pressas.",
    "MAÇÃS, PÊRAS E LIMÕES: PREÇOS JÁ ESTÃO MAIS ALTOS ATÉ SÁBADO.",
    "O Zé pôs 30 € na mesa… “E agora?”, perguntou a mãe.",
    "Título\n\nUm parágrafo sem acentos quase nenhum, salvo este: pé.\n\nOutro, com três: é, à, ó.",
)
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
SINGLE = ("cp1252", "iso8859-15", "mac-roman", "cp850")


def _possible(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


CASES = [
    (at, encoding, ends)
    for at, encoding, ends in itertools.product(range(len(TEXTS)), (*WIDE, *SINGLE), ("\n", "\r\n"))
    if _possible(TEXTS[at], encoding)
]


@pytest.mark.parametrize(("at", "encoding", "ends"), CASES)
def test_what_is_not_declared_is_seen(at: int, encoding: str, ends: str) -> None:
    text = TEXTS[at].replace("\n", ends)
    read = decode(text.encode(encoding))
    # The euro of ISO 8859-15 is the sign ¤ of Windows-1252: that cannot be seen.
    assert read == (text.replace("€", "¤") if encoding == "iso8859-15" else text)


@pytest.mark.parametrize("encoding", ["iso8859-15", "mac-roman", "cp850", "cp437"])
def test_what_is_declared_counts_where_nothing_can_be_seen(encoding: str) -> None:
    assert decode("pé 5".encode(encoding), encoding) == "pé 5"
    assert decode("pé ã".encode(), encoding) == "pé ã"
    assert decode(b"p\xe9", "zip") == "pé"


@pytest.mark.parametrize("at", range(len(TEXTS)))
def test_text_that_was_encoded_twice_is_mended_whole_and_word_by_word(at: int) -> None:
    twice = TEXTS[at].encode().decode("latin-1")
    assert decode(twice.encode()) == TEXTS[at]
    mixed = f"Isto está certo, e a “MAÇÔ também; já isto: {'ação não é só emoção'.encode().decode('cp1252')}."
    assert decode(mixed.encode()) == "Isto está certo, e a “MAÇÔ também; já isto: ação não é só emoção."


GOOD = [f"Linha {n}: a ação não é só emoção, é também razão." for n in range(12)]


@pytest.mark.parametrize("at", [0, 5, 11])
def test_one_line_in_another_encoding_costs_nothing(at: int) -> None:
    lines = [line.encode() for line in GOOD]
    lines[at] = "Esta linha é de outro programa: coração, órfão.".encode("cp1252")
    read = decode(b"\n".join(lines)).split("\n")
    assert read[at] == "Esta linha é de outro programa: coração, órfão."
    assert [line for n, line in enumerate(read) if n != at] == [line for n, line in enumerate(GOOD) if n != at]


def test_what_was_cut_is_shown_as_cut() -> None:
    whole = "\n".join(GOOD).encode()
    read = decode(whole[: whole.rindex("ã".encode()) + 1])
    assert read.endswith("raz\ufffd")
    assert decode(whole.replace("só".encode(), b"s\xc3", 1)).count("\ufffd") == 1


@pytest.mark.parametrize("text", ["“MAÇÃ” e “IRMÃ”", "SÃO PAULO – SÃO LUÍS", "Â’", "ROMÃ…", "A MANHÃ»"])
def test_what_is_right_is_left(text: str) -> None:
    assert decode(text.encode()) == text
