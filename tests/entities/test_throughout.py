"""One name has one kind throughout an article, and is found wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from articles.model import Article, Span
from reader.entities.analysis import analyse
from reader.entities.kinds import STEP, settle_kinds, settle_kinds_in_steps
from reader.entities.model import Kind, Mention
from reader.entities.spreading import spread_names, spread_names_in_steps
from reader.entities.throughout import throughout

KINDS = {"P": Kind.PERSON, "O": Kind.ORGANISATION, "L": Kind.PLACE, "E": Kind.EVENT}
LETTERS = {kind: letter for letter, kind in KINDS.items()}
MARK = re.compile(r"\[([POLE]):([^\]]+)\]")


def read(marked: str) -> tuple[list[list[Mention]], list[str]]:
    """The mentions and the sentences (one in a line) of a text in which ``[L:Chaves]`` is a mention of a place."""
    found, sentences = [], []
    for line in marked.strip().split("\n"):
        sentence, mentions, last = "", [], 0
        for match in MARK.finditer(line):
            sentence += line[last : match.start()]
            last = match.end()
            mentions.append(Mention(Span(len(sentence), len(sentence) + len(match[2])), KINDS[match[1]], match[2]))
            sentence += match[2]
        sentences.append(sentence + line[last:])
        found.append(mentions)
    return found, sentences


def written(found: Sequence[Sequence[Mention]], sentences: Sequence[str]) -> str:
    """The text with its mentions marked again."""
    lines = []
    for mentions, sentence in zip(found, sentences, strict=True):
        for mention in reversed(mentions):
            marked = f"[{LETTERS[mention.kind]}:{mention.text}]"
            sentence = sentence[: mention.span.start] + marked + sentence[mention.span.end :]
        lines.append(sentence)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[L:Washington] nega.\n[O:Washington] disse não.\nOs de [L:Washington] riem.",
         "[L:Washington] nega.\n[L:Washington] disse não.\nOs de [L:Washington] riem."),
        ("[P:Lula] riu.\n[O:LULA] VENCE\nFalou [P:Lula].", "[P:Lula] riu.\n[P:LULA] VENCE\nFalou [P:Lula]."),
        ("Ganhou o [O:Chaves].\nPerdeu o [O:Chaves].\nJogou em [L:Chaves].",
         "Ganhou o [O:Chaves].\nPerdeu o [O:Chaves].\nJogou em [L:Chaves]."),
        ("O ministro [P:Lima] saiu.\nVoa a [L:Lima].\nAma [L:Lima].\nVê [L:Lima].\nQuer [L:Lima].",
         "O ministro [P:Lima] saiu.\nVoa a [L:Lima].\nAma [L:Lima].\nVê [L:Lima].\nQuer [L:Lima]."),
        ("O banco [O:Safra] paga.\nO [P:Safra] cobra.", "O banco [O:Safra] paga.\nO [O:Safra] cobra."),
        ("[P:Hugo Chaves] veio.\n[L:Chaves] riu.\n[P:Chaves] saiu.",
         "[P:Hugo Chaves] veio.\n[P:Chaves] riu.\n[P:Chaves] saiu."),
        ("O [O:Instituto da Água] ([P:IA]) abriu.\nO [O:Instituto da Água] fechou.",
         "O [O:Instituto da Água] ([O:IA]) abriu.\nO [O:Instituto da Água] fechou."),
        ("[E:Lima] começa.\n[L:Lima] acaba.", "[E:Lima] começa.\n[L:Lima] acaba."),
        ("[L:Braga] ganha.\n[O:Braga] perde.", "[L:Braga] ganha.\n[L:Braga] perde."),
        ("[P:Silva], 45, riu.\n[O:Silva] paga.\n[O:Silva] cobra.\n[P:Silva] ri.",
         "[P:Silva], 45, riu.\n[P:Silva] paga.\n[P:Silva] cobra.\n[P:Silva] ri."),
    ],
)  # fmt: skip
def test_one_name_has_one_kind_unless_the_text_says_otherwise(before: str, after: str) -> None:
    found, sentences = read(before)
    assert written(settle_kinds(found, sentences), sentences) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O [O:Itaú] paga.\nLucra o Itaú.", "O [O:Itaú] paga.\nLucra o [O:Itaú]."),
        ("[P:Ana Reis] veio.\nViram Ana Reis e Rui.", "[P:Ana Reis] veio.\nViram [P:Ana Reis] e Rui."),
        ("Na [L:França] chove.\nVolta da França em França.", "Na [L:França] chove.\nVolta da França em [L:França]."),
        ("A [O:Manchete] vende.\nA Câmera Manchete é nova.", "A [O:Manchete] vende.\nA Câmera Manchete é nova."),
        ("A [O:Exxon] vende.\nO Exxon Váldez afunda.", "A [O:Exxon] vende.\nO Exxon Váldez afunda."),
        ("O [O:Governo] cai.\nO Governo cai.", "O [O:Governo] cai.\nO Governo cai."),
        ("O [P:Gil] canta.\nGil ri. Vem Gil. Gil!", "O [P:Gil] canta.\nGil ri. Vem Gil. Gil!"),
        ("[O:Itaú] paga.\nO Itaú-Unibanco lucra.", "[O:Itaú] paga.\nO Itaú-Unibanco lucra."),
        ("[O:Itaú] paga.\nITAÚ LUCRA", "[O:Itaú] paga.\nITAÚ LUCRA"),
        ("[P:Li] veio.\nVeio Li.", "[P:Li] veio.\nVeio Li."),
        ("[O:Banco Itaú] paga, [O:Itaú] também.\nO Banco Itaú lucra.",
         "[O:Banco Itaú] paga, [O:Itaú] também.\nO [O:Banco Itaú] lucra."),
        ("Prémio [P:Camões], de [P:Camões].\nO Prémio Cidade de Camões.",
         "Prémio [P:Camões], de [P:Camões].\nO Prémio Cidade de Camões."),
        ("[E:Copa] começa.\nA Copa acaba.", "[E:Copa] começa.\nA Copa acaba."),
        ("Ama [L:Beja] e [O:Beja].\nHá [L:Beja].\nChove em Beja.",
         "Ama [L:Beja] e [O:Beja].\nHá [L:Beja].\nChove em [L:Beja]."),
    ],
)  # fmt: skip
def test_a_name_is_found_wherever_it_stands(before: str, after: str) -> None:
    found, sentences = read(before)
    assert written(spread_names(found, sentences), sentences) == after


def test_both_passes_together() -> None:
    found, sentences = read("O banco [O:Safra] paga.\nO [P:Safra] cobra.\nCaiu o Safra.")
    expected = "O banco [O:Safra] paga.\nO [O:Safra] cobra.\nCaiu o [O:Safra]."
    assert written(throughout(found, sentences), sentences) == expected


def test_nothing_found_in_nothing() -> None:
    assert throughout([], []) == []
    assert throughout([[]], [""]) == [[]]


def test_a_long_document_is_read_in_steps() -> None:
    found, sentences = read("O [O:Itaú] paga.\nLucra a [O:Vale].\n" * STEP)
    for passes in (settle_kinds_in_steps, spread_names_in_steps):
        steps = list(passes(found, sentences))
        assert len(steps) > 3
        assert steps[:-1] == [None] * (len(steps) - 1)
        assert steps[-1] == found


class ByWord:
    """A recogniser that knows no document: "Kim" is a person at the end of a sentence, else an organisation."""

    name, version = "words", "1"

    def recognise(self, sentences: Sequence[str]) -> list[list[Mention]]:
        """The first "Kim" of each sentence that does not begin with "E"."""
        found = []
        for sentence in sentences:
            at = sentence.find("Kim")
            kind = Kind.PERSON if sentence.endswith("Kim.") else Kind.ORGANISATION
            found.append([Mention(Span(at, at + 3), kind, "Kim")] if at >= 0 and sentence[0] != "E" else [])
        return found


def test_an_analysis_settles_what_any_recogniser_found() -> None:
    (kim,) = analyse(Article("Título", "Veio Kim. Kim riu. Falou Kim. E Kim saiu."), ByWord())
    assert (kim.kind, len(kim.mentions)) == (Kind.PERSON, 4)
