"""Text that was encoded too often comes back whole, and good text is never changed."""

from __future__ import annotations

import codecs
import random

import pytest

from articles.decoding import decode
from articles.mending import CP1252

TEXTS = [
    "A ministra não quis falar à imprensa: “É cedo”, disse — e saiu por trás.\nA oposição pede explicações.\n",
    "CÂMARA APROVA CORTE\n\nÂngela Conceição mora na Rua São João, 12. À noite ouve-se o mar.\n\n«Não há solução.»\n",
    "É À TARDE QUE A MANHÃ ACABA\nO João e a Inês põem o pão e a maçã na mesa. Avó, quer chá? Já é a última.\n",
]


def _again(text: str) -> str:
    return codecs.charmap_decode(text.encode(), "strict", CP1252)[0]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("times", [1, 2, 3])
def test_encoded_too_often(text: str, times: int) -> None:
    broken = text
    for _ in range(times):
        broken = _again(broken)
    assert decode(broken.encode()) == text
    assert decode(codecs.BOM_UTF8 + broken.encode()) == text


@pytest.mark.parametrize("text", TEXTS)
def test_only_a_part_was(text: str) -> None:
    first, _, rest = text.partition("\n")
    half = text.rindex(" ", 0, len(text) // 2) + 1
    assert decode(f"{_again(first)}\n{rest}".encode()) == text
    assert decode(f"{first}\n{_again(rest)}".encode()) == text
    assert decode((_again(_again(text[:half])) + text[half:]).encode()) == text
    assert (
        decode((_again(text[:half]) + "\ufffd " + _again(text[half:])).encode()) == f"{text[:half]}\ufffd {text[half:]}"
    )


@pytest.mark.parametrize("text", TEXTS)
def test_a_no_break_space_that_became_a_space(text: str) -> None:
    assert decode(_again(text).replace("\xa0", " ").encode()) == text


@pytest.mark.parametrize("text", TEXTS)
def test_bytes_of_another_encoding_in_it(text: str) -> None:
    first, _, rest = text.partition("\n")
    assert decode(first.encode("cp1252") + f"\n{rest}".encode()) == text
    assert decode(codecs.BOM_UTF8 + text.encode("cp1252")) == text
    assert decode(text.encode("mac-roman")) == text
    assert decode(codecs.BOM_UTF8 * 2 + text.encode()) == text
    line = text.replace("\n", " ") * 3
    assert decode(line.encode() + b"na\xe7\xe3o, a\xff") == f"{line}nação, a\ufffd"


@pytest.mark.parametrize(
    "text",
    [
        *("NÃO", "ÂNGELA", "É À", "A IRMÃ…", "“A MANHÃ”", "«IRMÃ»", "MAÇÃ’s", "LÃ — boa", "ROMÃ–AZUL", "MANHÃ\xa0à"),
        *("IRMÃ™", "LÃ®", "IRMÃ°", "(IRMÃ¹)", "SÃO", "ÂMBAR", "Â margem", "O que é Ã§? já"),
    ],
)
def test_good_text_stays(text: str) -> None:
    for around in ("{}", "Não há {}", "{} e ação", "abc {}"):
        assert decode(around.format(text).encode()) == around.format(text)


def test_good_words_between_any_signs_stay() -> None:
    chance = random.Random(5)
    words = sorted({each for text in TEXTS for word in text.split() for each in (word, word.upper())})
    signs = [*"…’”–—»›“‘«!?.,;:\xa0    "]
    for _ in range(1_000):
        text = "".join(chance.choice(words) + chance.choice(signs) for _ in range(chance.randint(1, 12)))
        assert decode(text.encode()) == text
