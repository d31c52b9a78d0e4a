"""Fetching a model from a real service that breaks off, lies, and is killed in the middle."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articles.errors import StorageError
from reader.translation.engine import EngineUnavailable
from reader.translation.firefox import fetching
from reader.translation.firefox.download import TRIES, Downloads, FetchFailed
from reader.translation.firefox.fetching import fetch, find, offered
from reader.translation.firefox.files import ModelFiles
from reader.translation.firefox.store import Models
from tests.conftest import ROOT
from tests.translation.firefox.service import Service, model_files

FILES = model_files()
CHUNK = 1 << 16


def nowhere(_done: int) -> None:
    """Nobody looks at how far it has come."""


def test_a_model_comes_whole(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    (offer,) = offered(downloads)
    assert (offer.name, offer.architecture, offer.version) == ("base-memory-3.0", "base-memory", "3.0")
    assert offer.size == sum(len(data) for data in service.files.values())
    told: list[int] = []
    folder = fetch(offer, models, downloads, told.append)
    assert folder == models.folder / "base-memory-3.0"
    assert told == sorted(told)
    assert told[-1] == offer.size
    (stored,) = models.stored()
    assert (stored.name, stored.folder, stored.damage) == (offer.name, folder, "")
    read = ModelFiles.of(folder).read()
    assert (read.model, read.source_vocab, read.shortlist) == (FILES["model"], FILES["vocab"], FILES["lex"])
    assert read.digest() == ModelFiles.of(folder).digest()
    models.check(folder)
    assert not models.partial(offer.name).exists()


def test_a_broken_connection_is_taken_up_again(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    service.cut_after += [2 * CHUNK, 0, CHUNK + 5_000]
    fetch(find(None, offered(downloads)), models, downloads, nowhere)
    ranges = [asked for path, asked in service.asked if "-model" in path]
    assert ranges == ["", *(f"bytes={CHUNK * each}-" for each in (2, 2, 3))]
    assert models.stored()[0].damage == ""


def test_what_was_fetched_is_kept_for_the_next_time(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    offer = find(None, offered(downloads))
    service.cut_after += [2 * CHUNK] + [0] * TRIES
    with pytest.raises(FetchFailed) as caught:
        fetch(offer, models, downloads, nowhere)
    assert str(caught.value) == "the connection broke; try again later: what was fetched is kept"
    assert models.stored() == []
    service.asked.clear()
    told: list[int] = []
    fetch(offer, models, downloads, told.append)
    assert service.asked[0][1] == f"bytes={2 * CHUNK}-"
    assert told[0] == 2 * CHUNK
    assert models.stored()[0].damage == ""


def test_a_service_that_cannot_go_on_begins_again(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    service.ranges = False
    service.cut_after += [2 * CHUNK]
    fetch(find(None, offered(downloads)), models, downloads, nowhere)
    models.check(models.stored()[0].folder)


def test_a_service_that_goes_on_elsewhere_is_not_believed(
    service: Service, downloads: Downloads, models: Models
) -> None:
    service.add(FILES)
    service.astray = 7
    service.cut_after += [2 * CHUNK]
    fetch(find(None, offered(downloads)), models, downloads, nowhere)
    models.check(models.stored()[0].folder)
    assert [asked for path, asked in service.asked if "-model" in path] == ["", f"bytes={2 * CHUNK}-", ""]


def test_what_comes_after_a_file_is_none_of_it(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    service.longer = b"x" * (3 * CHUNK)
    fetch(find(None, offered(downloads)), models, downloads, nowhere)
    models.check(models.stored()[0].folder)


def test_a_list_without_end_is_not_read_to_it(service: Service, downloads: Downloads) -> None:
    service.records = [{"name": "x" * 1_000_000}] * 9
    with pytest.raises(FetchFailed, match="too large"):
        offered(downloads)


def test_another_file_than_was_announced_is_thrown_away(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    offer = find(None, offered(downloads))
    service.wrong = True
    with pytest.raises(FetchFailed, match="it was thrown away"):
        fetch(offer, models, downloads, nowhere)
    assert models.stored() == []
    assert not list(models.partial(offer.name).glob("*.part"))
    service.wrong = False
    fetch(offer, models, downloads, nowhere)
    models.check(models.stored()[0].folder)


def test_a_file_that_unpacks_to_another_is_thrown_away(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    service.records[1]["decompressedHash"] = "0" * 64
    with pytest.raises(FetchFailed, match="it was thrown away"):
        fetch(find(None, offered(downloads)), models, downloads, nowhere)
    assert models.stored() == []


def test_a_part_that_is_too_long_or_no_beginning_is_begun_again(
    service: Service, downloads: Downloads, models: Models
) -> None:
    service.add(FILES)
    offer = find(None, offered(downloads))
    partial = models.partial(offer.name)
    partial.mkdir(parents=True)
    (partial / f"{offer.files[0].sha256}.part").write_bytes(b"x" * (offer.files[0].size + 1))
    (partial / f"{offer.files[1].sha256}.part").write_bytes(b"x" * 100)
    with pytest.raises(FetchFailed, match="thrown away"):
        fetch(offer, models, downloads, nowhere)
    fetch(offer, models, downloads, nowhere)
    models.check(models.stored()[0].folder)


def test_without_room_nothing_is_begun(
    service: Service, downloads: Downloads, models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.add(FILES)
    offer = find(None, offered(downloads))
    service.asked.clear()
    monkeypatch.setattr(fetching, "_UNPACKED", 1e12)
    with pytest.raises(StorageError, match="there is no room for the model: it needs"):
        fetch(offer, models, downloads, nowhere)
    assert service.asked == []


CHILD = """
import resource, sys
from pathlib import Path
from reader.translation.firefox.download import Downloads
from reader.translation.firefox.fetching import fetch, find, offered
from reader.translation.firefox.store import Models
limit = int(sys.argv[2])
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
downloads = Downloads()
try:
    fetch(find(None, offered(downloads)), Models(Path(sys.argv[1])), downloads, lambda done: None)
except Exception as error:
    print(error)
"""


def child(models: Models, limit: int = 0) -> list[str]:
    return [sys.executable, "-c", CHILD, str(models.folder.parent), str(limit)]


def test_a_full_disk_costs_nothing_that_was_fetched(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    half = len(FILES["model"]) // 2
    done = subprocess.run(child(models, half), env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("the model cannot be written: File too large; make room, and call it again")
    assert done.stdout.count("\n") == 1
    assert models.stored() == []
    service.asked.clear()
    fetch(find(None, offered(downloads)), models, downloads, nowhere)
    assert [asked for path, asked in service.asked if "-model" in path] == [f"bytes={half}-"]
    models.check(models.stored()[0].folder)
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != half


def test_killed_in_the_middle_there_is_no_half_model(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    service.cut_after += [None, 20_000]
    service.hold = True
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    partial = models.partial("base-memory-3.0")
    with subprocess.Popen(child(models), env=environment) as process:
        # Its first file never ends for it: what came of it is on the disk once it is more than a chunk.
        end = time.monotonic() + 60
        while sum(file.stat().st_size for file in partial.glob("*.part")) < 65_536:
            assert time.monotonic() < end
            time.sleep(0.005)  # between looks at another process's file, which tells nobody that it has grown
        process.send_signal(signal.SIGKILL)
    service.hold = False
    service.held.set()
    assert models.stored() == []
    assert models.used() is None
    fetch(find(None, offered(downloads)), models, downloads, nowhere)
    models.check(models.stored()[0].folder)


def test_a_newer_fetch_takes_the_place_of_a_damaged_one(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    offer = find(None, offered(downloads))
    folder = fetch(offer, models, downloads, nowhere)
    (folder / "vocab.spm").write_bytes(b"x" * 2_000)
    assert "another size" in models.stored()[0].damage
    fetch(offer, models, downloads, nowhere)
    assert models.stored()[0].damage == ""


@pytest.mark.parametrize("code", [404, 429, 500])
def test_a_service_that_refuses(service: Service, downloads: Downloads, code: int) -> None:
    service.code = code
    with pytest.raises(FetchFailed, match=f"Firefox's service answers {code}"):
        offered(downloads)


def test_nobody_there(service: Service, downloads: Downloads) -> None:
    service.close()
    with pytest.raises(FetchFailed, match="cannot be reached; is there a network"):
        offered(downloads)


def test_one_that_never_answers_is_given_up(service: Service, models: Models) -> None:
    service.add(FILES)
    service.hold = True
    service.cut_after += [0] * 9
    downloads = Downloads(timeout=(5.0, 0.05), pause=lambda _seconds: None)
    with pytest.raises(FetchFailed, match=r"does not answer|the connection broke|cannot be reached"):
        fetch(find(None, offered(downloads)), models, downloads, nowhere)
    downloads.close()


def test_a_list_that_drips_is_given_up(service: Service) -> None:
    service.add(FILES)
    service.hold_lists = True
    downloads = Downloads(seconds_for_a_list=0.05)
    with pytest.raises(FetchFailed, match=r"Firefox's service does not answer; is there a network\?"):
        offered(downloads)
    service.held.set()
    downloads.close()


def test_without_the_package_it_says_so(downloads: Downloads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "installed", lambda: False)
    with pytest.raises(EngineUnavailable, match=r"fxtranslate is not installed; .*leitor\[models\]"):
        offered(downloads)


def test_names_are_those_of_the_list(service: Service, downloads: Downloads) -> None:
    service.add(FILES)
    service.add(model_files(2), "tiny", "3.1")
    found = offered(downloads)
    assert find("tiny-3.1", found).architecture == "tiny"
    with pytest.raises(Exception, match=r"there is: base-memory-3\.0, tiny-3.1"):
        find("larger", found)
    with pytest.raises(Exception, match="no model for Portuguese"):
        find(None, [])


def test_the_parts_are_those_of_this_reader_alone(service: Service, downloads: Downloads, models: Models) -> None:
    service.add(FILES)
    folder = fetch(find(None, offered(downloads)), models, downloads, nowhere)
    assert oct(Path(folder).stat().st_mode & 0o077) == "0o0"
