"""Keys come from the environment or the keyring, and are shown to nobody."""

from __future__ import annotations

import copy
import pickle
import sys
import traceback

import pytest

from articles.errors import Problem
from reader.translation.choosing.keys import KeyNeed, Keys, Ring, Secret, secret
from tests.translation.choosing.rings import MemoryRing, StuckRing, TellingRing

MARKER = "sk-MARKER-0123456789"
NEED = KeyNeed("READER_OPENAI_KEY", "OPENAI_API_KEY", home="api.openai.com")


def no_ring() -> Ring:
    raise ImportError


def test_a_key_shows_itself_to_nobody_but_who_asks() -> None:
    key = secret(f"  {MARKER}\n", "here")
    assert key.reveal() == MARKER
    for shown in (repr(key), str(key), f"{key}", "%s %r" % (key, key), repr([key]), format(key)):  # noqa: UP031
        assert MARKER not in shown
    assert not hasattr(key, "__dict__")
    with pytest.raises(TypeError):
        pickle.dumps(key)
    with pytest.raises(TypeError):
        copy.deepcopy(key)


@pytest.mark.parametrize("text", ["", "   ", f"{MARKER}\r\nX-Evil: 1", f"{MARKER} x", f"{MARKER}ã", MARKER * 300])
def test_what_cannot_be_a_key_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(Problem, match="READER_OPENAI_KEY") as caught:
        secret(text, "READER_OPENAI_KEY")
    assert "MARKER" not in str(caught.value)


def test_the_environment_comes_first_and_the_keyring_is_not_even_asked() -> None:
    ring = MemoryRing()
    keys = Keys({"READER_OPENAI_KEY": MARKER, "OPENAI_API_KEY": "other"}, lambda: ring)
    found = keys.find("openai", NEED, "10.0.0.7")
    assert found is not None
    assert (found[0].reveal(), found[1], ring.asked) == (MARKER, "READER_OPENAI_KEY", 0)


def test_a_key_that_was_made_for_one_service_is_sent_to_no_other() -> None:
    keys = Keys({"OPENAI_API_KEY": MARKER}, no_ring)
    assert keys.find("openai", NEED, "llm.example.org") is None
    found = keys.find("openai", NEED, "api.openai.com")
    assert found is not None
    assert found[1] == "OPENAI_API_KEY"
    assert KeyNeed("A", "B", always=True).variables("anything") == ("A", "B")
    assert (NEED.needed("api.openai.com"), NEED.needed("llm.example.org")) == (True, False)
    assert KeyNeed("A", "B", always=True).needed("anything")


def test_the_keyring_is_asked_once_for_each_engine_and_follows_what_is_set_and_forgotten() -> None:
    ring = MemoryRing()
    keys = Keys({}, lambda: ring)
    assert keys.find("openai", NEED, "") is None
    assert keys.find("openai", NEED, "") is None
    assert ring.asked == 1
    keys.keep("openai", Secret(MARKER))
    found = keys.find("openai", NEED, "")
    assert found is not None
    assert (found[0].reveal(), found[1]) == (MARKER, "keyring")
    assert keys.find("microsoft", NEED, "") is None, "each engine has its own"
    assert keys.forget("openai")
    assert keys.find("openai", NEED, "") is None
    assert not keys.forget("openai")
    assert keys.trouble == ""


def test_what_is_wrong_with_a_key_in_the_keyring_is_told_without_it() -> None:
    ring = MemoryRing()
    ring.kept["leitor", "openai"] = f"{MARKER}\nX: y"
    with pytest.raises(Problem, match="the keyring gives") as caught:
        Keys({}, lambda: ring).find("openai", NEED, "")
    assert "MARKER" not in str(caught.value)


def test_without_the_package_there_is_the_environment() -> None:
    keys = Keys({}, no_ring)
    assert keys.find("openai", NEED, "") is None
    assert "not installed" in keys.trouble
    with pytest.raises(Problem, match="not installed; set the key in the environment"):
        keys.keep("openai", Secret(MARKER))
    with pytest.raises(Problem, match="not installed"):
        keys.forget("openai")


def test_a_keyring_that_does_not_answer_holds_nobody_up() -> None:
    ring = StuckRing()
    keys = Keys({}, lambda: ring, patience=(0.02, 0.02))
    assert keys.find("openai", NEED, "") is None
    assert "does not answer" in keys.trouble
    with pytest.raises(Problem, match="does not answer"):
        keys.forget("openai")
    ring.over.set()


def test_a_keyring_that_fails_tells_nothing_of_the_key() -> None:
    keys = Keys({}, TellingRing)
    assert keys.find("openai", NEED, "") is None
    assert "RuntimeError" in keys.trouble
    with pytest.raises(Problem, match="RuntimeError") as caught:
        keys.keep("openai", Secret(MARKER))
    assert MARKER not in "".join(traceback.format_exception(caught.value)), "nor does the log, with its cause"


def test_the_package_is_used_as_it_is_and_loaded_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring

    ring = MemoryRing()
    monkeypatch.setattr(keyring, "get_password", ring.get_password)
    ring.kept["leitor", "openai"] = MARKER
    found = Keys({}).find("openai", NEED, "")
    assert found is not None
    assert found[0].reveal() == MARKER
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert Keys({}).find("openai", NEED, "") is None


def test_a_machine_without_a_keyring_is_told() -> None:
    import keyring
    from keyring.backends import fail

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    try:
        keys = Keys({})
        assert keys.find("openai", NEED, "") is None
        assert keys.trouble == "this machine has no keyring that the package keyring knows"
    finally:
        keyring.set_keyring(before)
