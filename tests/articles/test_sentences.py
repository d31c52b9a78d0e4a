"""Splitting sentences: the sample, the hard cases one by one, and what holds for any text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.model import Article
from articles.sentences import LONGEST, sentence_spans, sentences

DATA = Path(__file__).parent / "data"
BOSQUE = Path(__file__).parents[3] / "shared" / "data" / "ner" / "uner-bosque-dev.jsonl"

_ended = re.compile(r"[.!?…][\"”»’')\]]*$")
_item = re.compile(r"\w\)|•")


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


def f1(documents: list[list[str]]) -> float:
    """How well the boundaries between the sentences of each document are found again.

    The sentences are joined by a space. One that ends in no mark (a heading, a greeting, an item of a list) and
    one that begins with an item's sign stand on a line of their own, as they would in any article; these
    boundaries are given, and are not counted.
    """
    right = wrong = missed = 0
    for document in documents:
        text, gold = "", set()
        for before, sentence in zip(["", *document], document, strict=False):
            if text and (not _ended.search(before) or _item.match(sentence)):
                gold.discard(len(text))
                text += "\n"
            elif text:
                text += " "
            text += sentence
            gold.add(len(text))
        gold.discard(len(text))
        found = {span.end for span in sentence_spans(text) if text[span.end : span.end + 1] == " "}
        right += len(gold & found)
        wrong += len(found - gold)
        missed += len(gold - found)
    return 2 * right / (2 * right + wrong + missed)


@pytest.mark.parametrize("name", ["sentences.txt", "sentences-held-out.txt"])
def test_the_sample_is_split_as_a_person_would(name: str) -> None:
    paragraphs = (DATA / name).read_text(encoding="utf-8").strip().split("\n\n")
    documents = [paragraph.split("\n") for paragraph in paragraphs]
    assert sum(map(len, documents)) > 150
    assert f1(documents) >= 0.99


def test_the_measure_tells_good_from_bad() -> None:
    assert f1([["Ele veio.", "Ela foi."]]) == 1
    assert f1([["O dr. Silva veio. Ela", "foi."]]) == 0


@pytest.mark.skipif(not BOSQUE.exists(), reason="the shared corpus is not beside the checkout")
def test_real_news_is_split_well() -> None:
    documents: dict[str, list[str]] = {}
    for line in BOSQUE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        documents.setdefault(row["id"].rsplit("-", 1)[0], []).append(row["text"])
    assert f1(list(documents.values())) >= 0.995


@pytest.mark.parametrize(
    "text",
    [
        "O Dr. Silva e a Sra. Dias.|Foram embora.",
        "Veja o art. 5 da lei, p. ex. o inc. XI.|Fim.",
        "O nº 5 e o n.º 7 da R. Augusta.|Outro.",
        "Custa R$ 3,5 mi.|É caro.",
        "Na U.S. Steel, nos E.U.A. e na Vale S.A. trabalha-se.|Ponto.",
        "A Cia. Siderúrgica fechou.|E daí?",
        "Pães, bolos, etc.|Depois, café.",
        "Pães, bolos etc. e café.",
        "No ano 44 a.C.|César morreu no séc. I.|Já o séc. II foi outro.",
        "Em jan. de 2020 e em dez. 2021, às 21h50.|Eram 3.500.",
        "J. K. Rowling e Machado de A. Silva.|Dois.",
        '"Vamos."|Depois saiu.',
        "“Vamos.”|«Não.»|'Sim.'|Ele saiu.",
        "Chegou na quarta-feira (13).|Partiu na quinta (14).",
        "Não sei... talvez.|Mas…|Quem sabe?!|Eu!",
        "— Vamos! — disse ela.|— Não quero — respondeu ele.",
        "Veja www.g1.com.br.|Escreva a eu@exemplo.pt.|Até já.",
        "Ele terminou.|Depois saiu.",
        "MINISTRO CAI.|GOVERNO NEGA",
        "Lei n. 8.112/90, fl. 3, cap. IV, vol. 2.|Arquive-se.",
        "Exmo. Sr. Juiz, a Prof.ª Ana e V. Exa. sabem.|Eu não.",
        "Faça isto: 1. Lave.|2. Corte.|3. Coma.",
        "A vitamina C.|Pesquisadores estudam.",
        "O plano é este (?) e não outro (!) Lula disse.",
        "Ele riu (...) Depois calou-se.",
        "O Yahoo! Brasil fechou.|O portal acabou.",
        "O custo [1].|Nada.[2]|Fim.",
        "Faltam 5 min.|Todos esperam o min. Barroso.",
        "O iPhone chegou.|iPhone é caro.",
        "(Ele veio.)|Ela não.",
        "Ele veio. (leia mais)",
        "... E então?",
        "Fim. )",
        "Mora na Av. Das Nações, na R. Sete de Setembro.|Sim.",
        "O Sr. A. Costa veio.|A Sra. B. Lima não.",
        "Robert Downey Jr. Filho?|Não, Robert Downey Jr.|Ele mesmo.",
        "Sabe-se: vi o mar.|15 pessoas viram.",
        "Foi em 3 mar. 2020, cerca das 9h.|Choveu.",
        'Diz o texto."|O resto',
        "Ele parou ...|Depois seguiu .|E chegou!",
        "O que é isso?!...|Nada.",
    ],
)
def test_hard_cases(text: str) -> None:
    parts = text.split("|")
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ele terminou.Depois saiu.", ["Ele terminou.", "Depois saiu."]),
        ("Acabou!”Ela riu muito.", ["Acabou!”", "Ela riu muito."]),
        ("Veja exemplo.Com e saia.", ["Veja exemplo.Com e saia."]),
        ("Use Node.Js e (a).B.", ["Use Node.Js e (a).B."]),
        ("1. Introdução\na) Um\nIV. Fim", ["1. Introdução", "a) Um", "IV. Fim"]),
        ("Um verso\noutro verso", ["Um verso", "outro verso"]),
        ("", []),
        (" \n\u00a0\n ", []),
        ("...", ["..."]),
    ],
)
def test_other_boundaries(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_part_of_a_text_is_split_in_its_own_offsets() -> None:
    text = "Um. Dois. Três. Quatro."
    assert [span.of(text) for span in sentence_spans(text, 4, 15)] == ["Dois.", "Três."]
    assert [span.of(text) for span in sentence_spans(text, 4, 99)] == ["Dois.", "Três.", "Quatro."]


def test_sentences_know_their_paragraph() -> None:
    article = Article(title="T", body="Um. Dois.\n\nTrês.\nQuatro.")
    found = [(sentence.span.of(article.body), sentence.paragraph) for sentence in sentences(article)]
    assert found == [("Um.", 0), ("Dois.", 0), ("Três.", 1), ("Quatro.", 1)]


@pytest.mark.parametrize(
    ("piece", "end"), [("palavra, outra ", ","), ("palavra ", "palavra"), ("x", "x"), ("e\u0301", "\u0301")]
)
def test_what_is_too_long_is_cut_where_it_hurts_least(piece: str, end: str) -> None:
    text = piece * 1000
    spans = sentence_spans(text)
    assert max(map(len, spans)) <= LONGEST
    assert all(span.of(text).endswith(end) for span in spans[:-1])
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from([*'.!?…"”)(«—\n ', "Dr", "etc", "Ele", "foi", "A", "3", "...", "[1]", "\u00a0", "art"]),
            max_size=40,
        ).map("".join),
    )
)
@example(". . . A")
@example("a" * 4500)
def test_every_character_but_white_space_is_in_one_sentence(text: str) -> None:
    spans = sentence_spans(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    at = 0
    for span in spans:
        assert at <= span.start < span.end
        assert span.of(text) == span.of(text).strip()
        assert "\n" not in span.of(text)
        at = span.end


@given(st.text(alphabet="Ae.? \n\"'(1", max_size=30), st.text(alphabet="Ae.? \n", max_size=10))
def test_offsets_do_not_depend_on_what_stands_before(text: str, before: str) -> None:
    alone = [span.shifted(len(before) + 1) for span in sentence_spans(text)]
    assert sentence_spans(before + "\n" + text, len(before) + 1) == alone
