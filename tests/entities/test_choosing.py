"""Which recogniser is taken: the neural one, and rules with the reason where it cannot be used."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from articles.errors import Problem
from reader.entities import choosing
from reader.entities.rules import RuleRecogniser


class Neural(RuleRecogniser):
    """Stands in for the neural recogniser; ``trouble`` is raised when it is made."""

    name = "neural"
    version = "7"
    trouble: Exception | None = None

    def __init__(self) -> None:
        if self.trouble is not None:
            raise self.trouble


@pytest.fixture
def neural(monkeypatch: pytest.MonkeyPatch) -> type[Neural]:
    module = ModuleType("reader.entities.standin")
    made = type("Neural", (Neural,), {})
    module.NeuralRecogniser = made  # type: ignore[attr-defined]
    monkeypatch.setattr(choosing, "_NEURAL", "reader.entities.standin")
    monkeypatch.setitem(sys.modules, "reader.entities.standin", module)
    module.__spec__ = choosing.importlib.util.spec_from_loader("reader.entities.standin", None)
    return made


def test_the_neural_one_where_it_works(neural: type[Neural]) -> None:
    chosen = choosing.recogniser()
    assert isinstance(chosen.recogniser, neural)
    assert chosen.problem is None


def test_rules_where_its_file_is_damaged(neural: type[Neural]) -> None:
    neural.trouble = problem = Problem("the model file is damaged", "install the reader again")
    chosen = choosing.recogniser()
    assert type(chosen.recogniser) is RuleRecogniser
    assert chosen.problem is problem


def test_rules_where_numpy_is_missing(neural: type[Neural]) -> None:
    neural.trouble = ImportError("No module named 'numpy'")
    chosen = choosing.recogniser()
    assert type(chosen.recogniser) is RuleRecogniser
    assert "numpy" in str(chosen.problem)


def test_rules_where_there_is_no_neural_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "_NEURAL", "reader.entities.nothing_of_that_name")
    chosen = choosing.recogniser()
    assert type(chosen.recogniser) is RuleRecogniser
    assert chosen.problem is None
    assert (choosing.expected().name, choosing.expected().version) == (RuleRecogniser.name, RuleRecogniser.version)


def test_its_version_is_known_before_anything_is_loaded(neural: type[Neural]) -> None:
    neural.trouble = AssertionError("nothing is made")
    assert (choosing.expected().name, choosing.expected().version) == ("neural", "7")


@pytest.mark.parametrize("damage", ["missing", "cut", "zeroed", "one bit"])
def test_rules_take_over_from_real_weights_that_are_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    neural = pytest.importorskip("reader.entities.neural.recogniser", reason="this copy has no neural recogniser")
    if not neural.WEIGHTS.exists():
        pytest.skip("the weights are not here")
    data = bytearray(neural.WEIGHTS.read_bytes())
    copy = tmp_path / "weights.bin"
    if damage == "cut":
        del data[len(data) // 2 :]
    elif damage == "zeroed":
        data[:] = bytes(len(data))
    else:
        data[-1] ^= 1
    if damage != "missing":
        copy.write_bytes(data)
    monkeypatch.setattr(neural.NeuralRecogniser.__init__, "__defaults__", (copy,))
    chosen = choosing.recogniser()
    assert type(chosen.recogniser) is RuleRecogniser
    assert chosen.problem is not None
    assert chosen.problem.advice
    assert choosing.expected().name == neural.NeuralRecogniser.name, "so that the pane says: by rules"
