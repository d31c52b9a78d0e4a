"""Saved words in a real library: kept at once, one for each lemma and class, taken away and put back."""

from __future__ import annotations

import datetime
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from articles.database import Database
from reader.vocabulary.model import NewWord, Status, Step, key_of
from reader.vocabulary.store import Vocabulary, Which
from reader.vocabulary.tables import VOCABULARY_MIGRATIONS
from tests.vocabulary.making import MEETING, SAID, TROCAR, context

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(seconds=1)
        return self.now


@pytest.fixture
def words(tmp_path: Path) -> Iterator[Vocabulary]:
    with Database(tmp_path / "library.db", VOCABULARY_MIGRATIONS) as database:
        yield Vocabulary(database, Clock())


def test_a_word_is_kept_with_its_sentence(words: Vocabulary) -> None:
    saved, step = words.save(TROCAR, context())
    assert step is Step.SAVED
    assert (saved.lemma, saved.part, saved.status) == ("trocar", "VERB", Status.NEW)
    assert saved.meanings == ("to exchange", "to swap")
    assert saved.zipf == pytest.approx(4.6)
    (kept,) = saved.contexts
    assert (kept.form, kept.english, kept.origin, kept.title) == ("trocaram", SAID, "draft", "Um encontro")
    assert (kept.source, kept.published, kept.article, kept.place) == ("Folha", "2024-02-01", MEETING, 0)
    assert words.words() == [saved]
    assert saved.added.startswith("2026-11-22T12:00:01")


def test_each_time_it_goes_on_and_another_sentence_comes_first(words: Vocabulary) -> None:
    words.save(TROCAR, context())
    again = context("troca", "Ela troca de ideia.", english="", origin="")
    saved, step = words.save(TROCAR, again)
    assert (step, saved.status, [each.form for each in saved.contexts]) == (
        Step.MET_AGAIN,
        Status.NEW,
        ["troca", "trocaram"],
    )
    statuses = [words.save(TROCAR, again)[0].status for _ in range(4)]
    assert statuses == [Status.LEARNING, Status.KNOWN, Status.NEW, Status.LEARNING]
    assert len(words.words()) == 1


def test_one_word_is_one_lemma_and_class_and_an_unknown_class_is_any(words: Vocabulary) -> None:
    words.save(NewWord("canto", "NOUN"), context("aperto"))
    words.save(NewWord("Canto", "VERB"), context("aperto"))
    assert len(words.words()) == 2
    words.save(NewWord("canto"), context("dois"))
    assert len(words.words()) == 2
    saved, _ = words.save(NewWord("mão"), context("mãos"))
    saved, step = words.save(NewWord("mão", "NOUN"), context("mãos", "Lave as mãos."))
    assert (step, saved.part) == (Step.MET_AGAIN, ""), "its class stays, so that a card made of it is the same one"
    assert words.save(NewWord("mao", "NOUN"), context("mãos"))[1] is Step.SAVED, "an accent makes another word"
    assert key_of("CORAÇÃO") == key_of("corac\u0327a\u0303o")


def test_what_is_least_known_counts_for_a_lemma(words: Vocabulary) -> None:
    noun, _ = words.save(NewWord("canto", "NOUN"), context("aperto"))
    words.set_status(noun.number, Status.KNOWN)
    assert words.statuses() == {"canto": Status.KNOWN}
    words.save(NewWord("canto", "VERB"), context("aperto"))
    assert words.statuses() == {"canto": Status.NEW}
    assert [each.part for each in words.named("Canto")] == ["NOUN", "VERB"]
    assert words.forms() == {"canto": ("aperto",)}


def test_a_word_is_removed_and_put_back_as_it_was(words: Vocabulary) -> None:
    words.save(TROCAR, context())
    words.save(TROCAR, context("troca", "Ela troca de ideia."))
    (before,) = words.words()
    assert words.remove(before.number) == before
    assert words.words() == []
    assert words.remove(before.number) is None
    assert words.set_status(before.number, Status.KNOWN) is None
    assert words.put_back(before) == before
    words.set_status(before.number, Status.KNOWN)
    assert words.put_back(before) == before, "a status too"
    words.remove(before.number)
    anew, _ = words.save(TROCAR, context("trocou", "Ela trocou tudo."))
    back = words.put_back(before)
    assert back.number == anew.number
    assert [each.form for each in back.contexts] == ["trocou", "troca", "trocaram"]


def test_words_are_chosen_by_status_day_and_article(words: Vocabulary) -> None:
    first, _ = words.save(TROCAR, context())
    words.save(NewWord("aperto", "NOUN"), context("aperto", article="b" * 64))
    words.set_status(first.number, Status.LEARNING)
    assert [each.lemma for each in words.words()] == ["aperto", "trocar"]
    assert [each.lemma for each in words.words(Which(Status.LEARNING))] == ["trocar"]
    assert [each.lemma for each in words.words(Which(article="b" * 64))] == ["aperto"]
    assert words.words(Which(since=NOON.date() + datetime.timedelta(days=1))) == []
    assert len(words.words(Which(since=NOON.date()))) == 2
    assert (words.count(), words.count(MEETING), words.count("c")) == (2, 1, 0)


def test_every_change_is_counted_and_english_may_come_later(words: Vocabulary) -> None:
    versions = [words.version]
    saved, _ = words.save(TROCAR, context(english="", origin=""))
    versions.append(words.version)
    words.set_english(context().sentence, "The two\x1b[31m exchanged.", "human")
    words.set_english(context().sentence, "Later.", "draft")
    (kept,) = words.words()[0].contexts
    assert (kept.english, kept.origin) == ("The two\ufffd exchanged.", "human")
    words.remove(saved.number)
    versions.append(words.version)
    assert versions == sorted(set(versions))


def test_only_the_last_sentences_are_kept(words: Vocabulary) -> None:
    for number in range(25):
        words.save(TROCAR, context("troca", f"Ela troca {number} vezes."))
    (word,) = words.words()
    assert len(word.contexts) == 20
    assert word.contexts[0].sentence == "Ela troca 24 vezes."


CHILD = """
import sys
from pathlib import Path
from articles.database import Database
from reader.vocabulary.model import NewWord
from reader.vocabulary.store import Vocabulary
from reader.vocabulary.tables import VOCABULARY_MIGRATIONS
from tests.vocabulary.making import context

words = Vocabulary(Database(Path(sys.argv[1]), VOCABULARY_MIGRATIONS))
number = 0
while True:
    print(words.save(NewWord(f"palavra{number}"), context())[0].lemma, flush=True)
    number += 1
"""


def test_what_was_told_survives_being_killed(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, cwd=root
    ) as child:
        assert child.stdout is not None
        told = [child.stdout.readline() for _ in range(7)]
        child.send_signal(signal.SIGKILL)
        told += [line for line in child.stdout if line.endswith("\n")]
    with Database(path, VOCABULARY_MIGRATIONS) as database:
        kept = {each.lemma: each for each in Vocabulary(database).words()}
    for line in told:
        assert kept[line.strip()].contexts[0].form == "trocaram"
