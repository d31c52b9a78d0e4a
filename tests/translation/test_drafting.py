"""The guards around a model, with models written by hand that fail in known ways."""

from __future__ import annotations

import pytest

from reader.translation import guards, pieces
from reader.translation.drafting import draft
from reader.translation.engine import Rejected


class Model:
    """Turns words into other words, one by one, and remembers the stretches it was given."""

    def __init__(self, **habits: str) -> None:
        self.asked: list[str] = []
        self._habits = habits

    def __call__(self, text: str) -> str:
        self.asked.append(text)
        for word, other in self._habits.items():
            text = text.replace(word, other)
        return text


def test_a_text_without_portuguese_is_not_sent() -> None:
    model = Model()
    assert [draft(text, model) for text in ("—", "13", "", "中文 текст")] == ["—", "13", "", "中文 текст"]
    assert model.asked == []


def test_sentences_of_one_segment_are_sent_one_by_one() -> None:
    model = Model(Um="One", Dois="Two")
    assert draft("Um gato. Dois cães.", model) == "One gato. Two cães."
    assert model.asked == ["Um gato.", "Dois cães."]


def test_capitals_are_sent_as_a_sentence_and_come_back_in_capitals() -> None:
    model = Model(vence="beats")
    assert draft("BRASIL VENCE @ana", model) == "BRASIL BEATS @ana"
    assert model.asked == ["Brasil vence @ana"]


def test_quotes_that_open_and_never_close_are_kept() -> None:
    assert draft("“Apesar da febre, vou.", Model(vou="I go")) == "“Apesar da febre, I go."


def test_a_dialogue_dash_becomes_the_quotation_mark_that_the_model_closes() -> None:
    assert draft("– Não vou – disse.", lambda _text: "I won't,\" she said.") == '"I won\'t," she said.'


def test_a_part_without_letters_is_kept_and_not_sent() -> None:
    model = Model(saiu="left")
    assert draft("Um gato saiu. 13.", model) == "Um gato left. 13."
    assert model.asked == ["Um gato saiu."]


def test_a_long_sentence_is_never_sent_whole() -> None:
    model = Model(governo="government")
    sentence = ", e ".join(["o governo anunciou novas medidas para a economia do país"] * 30) + "."
    english = draft(sentence, model)
    assert all(pieces.fits(stretch) for stretch in model.asked)
    assert english.count("government") == 30
    assert english.endswith("país.")


def test_a_loop_is_broken_by_halving() -> None:
    def looping_over_eight_words(text: str) -> str:
        return "and so on " * 20 if text.count(" ") > 8 else text.replace("não", "not")

    source = "o homem que não veio, mas que não disse nada, e que não volta"
    assert draft(source, looping_over_eight_words) == source.replace("não", "not")


def test_a_loop_in_a_piece_of_a_long_sentence_is_broken_too() -> None:
    def looping_over_thirty_words(text: str) -> str:
        return "and so on " * 40 if text.count(" ") > 30 else text.replace("governo", "government")

    sentence = ", e ".join([f"o governo número {number} anunciou medidas" for number in range(30)])
    assert draft(sentence, looping_over_thirty_words).count("government") == 30


@pytest.mark.parametrize(
    ("said", "reason"),
    [("and so on " * 9, "repeats itself"), ("", "empty"), ("???", "no words"), ("word word " * 300, "too long")],
)
def test_what_cannot_be_mended_is_rejected(said: str, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        draft("O homem que não veio, mas que não disse nada.", lambda _text: said)


def test_a_sentence_that_cannot_be_halved_is_rejected_at_once() -> None:
    with pytest.raises(Rejected):
        draft("Palavra", lambda _text: "the the the the the")


def test_too_long_a_text_is_refused_before_anything_is_sent() -> None:
    model = Model()
    with pytest.raises(Rejected, match=str(guards.MAX_SENTENCE)):
        draft("palavra " * 200_000, model)
    assert model.asked == []


def test_a_lost_number_is_looked_for_by_halves() -> None:
    def forgetful(text: str) -> str:
        return (text.replace("1945", "then") if text.count(" ") > 6 else text).replace("veio", "came")

    assert "1945" in draft("Ele veio em 1945 com a família, e depois voltou para casa sozinho", forgetful)


@pytest.mark.parametrize(
    ("source", "said", "expected"),
    [
        ("Às 11h20 ele veio.", "At 11.20 p.m. he came.", "At 11.20 a.m. he came."),
        ("Às 21h20 ele veio.", "At 21:20 a.m., he came.", "At 21:20, he came."),
        ("Às 8h da noite ele veio.", "At 8 p.m. he came.", "At 8 p.m. he came."),
        ("Às 15h ele veio.", "At 3 p.m. he came.", "At 3 p.m. he came."),
    ],
)
def test_hours_stay_in_their_half_of_the_day(source: str, said: str, expected: str) -> None:
    assert draft(source, lambda _text: said) == expected
