"""Dictionaries' files: what is in them, and what is not what it says."""

from __future__ import annotations

import gzip
import random
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

from articles.errors import Problem
from reader.dictionary.errors import BadDictionary
from reader.dictionary.model import PartOfSpeech
from reader.dictionary.slices import open_slices, sought
from reader.dictionary.store import Dictionaries
from tests.dictionary.making import WORDS, dictd, dictzip, stardict


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("packed", [False, True])
def test_stardict_is_read_with_offsets_of_both_sizes_packed_or_not(tmp_path: Path, wide: bool, packed: bool) -> None:
    store = Dictionaries(tmp_path / "data")
    (about,) = store.add(stardict(tmp_path / "in", wide=wide, packed=packed))
    assert (about.name, about.entries, about.author) == ("Test \ufffdred", len(WORDS), "Ana")
    (opened,) = store.open()
    (sense,) = opened.senses("casa")
    assert (sense.part_of_speech, sense.meanings) == (PartOfSpeech.NOUN, ("house", "home & family"))
    assert [each.part_of_speech for each in opened.senses("SÃO")] == [PartOfSpeech.ADJECTIVE, PartOfSpeech.NOUN]
    assert opened.bases("casas") == ("casa", "casar")
    assert not opened.has("casas")
    assert opened.senses("nada") == ()
    opened.close()


def test_an_index_in_another_order_is_searched_all_the_same(tmp_path: Path) -> None:
    words = [(word, word) for word in ("ébano", "Zebra", "árvore", "zero", "Ana", "b-c", "abc", "Ébano")]
    store = Dictionaries(tmp_path / "data")
    store.add(stardict(tmp_path / "in", words, forms=(), types="m"))
    (opened,) = store.open()
    for word, _ in words:
        assert opened.has(word)
    assert [each.headword for each in opened.senses("Ébano")] == ["Ébano"]
    opened.close()


def test_each_text_of_an_entry_says_its_own_type_where_the_dictionary_says_none(tmp_path: Path) -> None:
    entry = b"tsound\0mplain <b>\0g<b>bold</b>\0x<k>casa</k><def>home</def>\0W" + struct.pack(">I", 3) + b"\0\1\2lend"
    store = Dictionaries(tmp_path / "data")
    store.add(stardict(tmp_path / "in", [("casa", entry)], forms=(), types=""))
    (opened,) = store.open()
    assert [each for sense in opened.senses("casa") for each in sense.meanings] == ["plain <b>", "bold", "home", "end"]
    opened.close()


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_dictd_is_read_with_its_own_account_and_signs_left_out_of_its_index(tmp_path: Path, encoding: str) -> None:
    words = [
        ("00databaseshort", "00databaseshort\n     Português-Inglês\n"),
        ("00databaseinfo", "Maintainer: Ana\nAvailable under the GPL.\n"),
        ("guardachuva", "guarda-chuva <masc, n>\n1. umbrella\n2. parasol\n"),
        ("belo", "belo /belu/\nadj: fine\n"),
        ("ação", "ação\naction, deed\n"),
    ]
    store = Dictionaries(tmp_path / "data")
    (about,) = store.add(dictd(tmp_path / "in", words, encoding))
    assert (about.name, about.entries, about.author) == ("Português-Inglês", 3, "Maintainer: Ana")
    assert "GPL" in about.licence
    (opened,) = store.open()
    (sense,) = opened.senses("guarda-chuva")
    assert (sense.headword, sense.part_of_speech, sense.grammar) == ("guarda-chuva", PartOfSpeech.NOUN, "m")
    assert sense.meanings == ("umbrella", "parasol")
    assert opened.senses("belo")[0].meanings == ("adj: fine",)
    assert opened.senses("ação")[0].meanings == ("action, deed",)
    opened.close()


def test_entries_are_clean_whatever_they_hold(tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script>\x1b]0;title\x07<b onclick=x>bold\u202e</b> &#27;[31m<li>two"
    store = Dictionaries(tmp_path / "data")
    store.add(stardict(tmp_path / "in", [("casa", nasty)], forms=()))
    (opened,) = store.open()
    told = "".join(each for sense in opened.senses("casa") for each in sense.meanings)
    assert not any(sign in told for sign in "\x1b\x07\u202e")
    assert "alert" not in told
    assert "bold" in told
    opened.close()


def test_archives_and_folders_of_dictionaries_are_taken(tmp_path: Path) -> None:
    stardict(tmp_path / "in" / "deep")
    with tarfile.open(tmp_path / "a.tar.bz2", "w:bz2") as archive:
        archive.add(tmp_path / "in", "../../evil")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as zipped:
        for each in (tmp_path / "in" / "deep").iterdir():
            zipped.write(each, f"deep/{each.name}")
    for path in (tmp_path / "in", tmp_path / "a.tar.bz2", tmp_path / "a.zip"):
        store = Dictionaries(tmp_path / f"data-{path.name}")
        assert [each.entries for each in store.add(path)] == [len(WORDS)]
    assert not (tmp_path.parent / "evil").exists()


def test_dictionaries_are_ordered_replaced_and_removed(tmp_path: Path) -> None:
    store = Dictionaries(tmp_path / "data", tmp_path / "system")
    path = dictd(tmp_path / "system", [("casa", "casa\nhouse\n")])
    assert store.offered() == [path]
    store.add(stardict(tmp_path / "in"))
    store.add(path)
    store.add(stardict(tmp_path / "in"))
    assert store.offered() == []
    assert [each.kind for each in store.all()] == ["stardict", "dictd"]
    assert [each.kind for each in store.move("por-eng", -1)] == ["dictd", "stardict"]
    store.remove("1")
    assert [each.kind for each in store.all()] == ["stardict"]
    with pytest.raises(Problem, match="no dictionary"):
        store.remove("por-eng")


def test_what_was_broken_off_is_not_used_and_is_swept_away(tmp_path: Path) -> None:
    store = Dictionaries(tmp_path / "data")
    half = store.folder / ".new-999999999-x"
    half.mkdir(parents=True)
    (half / "text").write_bytes(b"half")
    assert store.all() == []
    store.add(stardict(tmp_path / "in"))
    assert not half.exists()


def test_a_chunk_that_unpacks_to_more_than_it_may_is_never_unpacked(tmp_path: Path) -> None:
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = bomb.compress(b"\0" * 20_000_000) + bomb.flush()
    whole = dictzip(b"x" * 10)
    at = whole.index(b"name\0") + 5
    table = struct.pack("<HHHH", 1, 64, 1, min(len(data), 65_535))
    head = whole[:10] + struct.pack("<H", len(table) + 4) + b"RA" + struct.pack("<H", len(table)) + table + b"name\0"
    (tmp_path / "b.dict.dz").write_bytes(head + data)
    assert at
    slices = open_slices(tmp_path / "b.dict.dz")
    with pytest.raises(BadDictionary, match="damaged"):
        slices.read(0, 10)
    slices.close()


def test_an_entry_that_says_it_is_huge_or_elsewhere_is_refused(tmp_path: Path) -> None:
    for packed in (False, True):
        path = tmp_path / "x"
        path.write_bytes(dictzip(b"abc" * 100) if packed else b"abc" * 100)
        slices = open_slices(path)
        assert slices.read(63, 4) == b"abca"
        for offset, size in ((0, 1 << 30), (10**15, 4), (298, 10)):
            with pytest.raises(BadDictionary):
                slices.read(offset, size)
        slices.close()


def test_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(6)
    for turn in range(60):
        folder = tmp_path / str(turn)
        path = stardict(folder / "in", forms=[("casas", 3)]) if turn % 2 else dictd(folder / "in", [("a", "a\nb")] * 9)
        for each in (folder / "in").iterdir():
            data = bytearray(each.read_bytes())
            for _ in range(chance.randrange(4)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            each.write_bytes(data[: chance.randrange(len(data) + 1)] if chance.random() < 0.3 else data)
        store = Dictionaries(folder / "data")
        try:
            store.add(path)
            for opened in store.open():
                for word in ("casa", "casas", "a", "são"):
                    opened.senses(word)
                opened.close()
        except Problem:
            pass


def test_packed_indexes_and_texts_packed_without_chunks_are_taken(tmp_path: Path) -> None:
    stardict(tmp_path / "in", packed=False)
    (tmp_path / "in" / "d.idx.gz").write_bytes(gzip.compress((tmp_path / "in" / "d.idx").read_bytes()))
    (tmp_path / "in" / "d.dict.gz").write_bytes(gzip.compress((tmp_path / "in" / "d.dict").read_bytes()))
    (tmp_path / "in" / "d.idx").unlink()
    (tmp_path / "in" / "d.dict").unlink()
    store = Dictionaries(tmp_path / "data")
    (about,) = store.add(tmp_path / "in" / "d.ifo")
    (opened,) = store.open()
    assert (about.entries, opened.senses("casa")[0].meanings) == (len(WORDS), ("house", "home & family"))
    opened.close()


def test_a_zip_that_says_it_is_huge_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as zipped:
        for name in ("d.ifo", "d.idx", "d.dict"):
            zipped.writestr(name, b"x")
            zipped.filelist[-1].file_size = 500 << 20
    with pytest.raises(BadDictionary, match="larger than 1024 MiB"):
        Dictionaries(tmp_path / "data").add(tmp_path / "a.zip")


def test_a_place_is_read_the_same_where_the_system_cannot_do_it_in_one_step(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(bytes(range(200)))
    with (tmp_path / "x").open("rb") as file:
        for size, offset in ((3, 0), (10, 190), (50, 180), (5, 1_000)):
            assert sought(file.fileno(), size, offset) == bytes(range(200))[offset : offset + size]
