"""Which models a service has: strange and hostile records are no models, and bring nothing down."""

from __future__ import annotations

import contextlib
import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.translation.firefox.catalogue import NoCatalogue, base_of, offers, root_of
from tests.translation.firefox.service import Service, model_files

BASE = "https://example.org/files/"


@pytest.fixture
def records(service: Service) -> list[dict[str, Any]]:
    service.add(model_files())
    return service.records


def names(records: list[dict[str, Any]]) -> list[str]:
    return [each.name for each in offers(json.dumps({"data": records}).encode(), BASE)]


def test_the_best_and_newest_comes_first(service: Service) -> None:
    for architecture, version in (("tiny", "3.0"), (None, "3.2"), ("base-memory", "3.0"), ("base-memory", "3.10")):
        service.add(model_files(), architecture, version)
    assert names(service.records) == ["base-memory-3.10", "base-memory-3.0", "tiny-3.2", "tiny-3.0"]


def test_what_fxtranslate_cannot_run_is_not_offered(service: Service) -> None:
    service.add(model_files(), version="2.0")
    assert names(service.records) == []


def test_other_languages_are_not_offered(records: list[dict[str, Any]]) -> None:
    for each in records:
        each["targetLanguage"] = "es"
    assert names(records) == []


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("version",), "3.0/../../x"),
        (("architecture",), "../up"),
        (("architecture",), 7),
        (("version",), None),
        (("attachment", "location"), "../../other"),
        (("attachment", "location"), "https://elsewhere.example.org/x"),
        (("attachment", "size"), -1),
        (("attachment", "size"), 1 << 40),
        (("attachment", "size"), "many"),
        (("attachment", "hash"), "no hash"),
        (("attachment",), None),
        (("decompressedHash",), "0"),
        (("fileType",), "vocab"),
        (("fileType",), "other"),
    ],
)
def test_a_model_with_a_bad_file_is_not_offered(records: list[dict[str, Any]], at: tuple[str, ...], value: Any) -> None:
    assert names(records) == ["base-memory-3.0"]
    bad = copy.deepcopy(records)
    place: Any = bad[0]
    for key in at[:-1]:
        place = place[key]
    place[at[-1]] = value
    assert names(bad) == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"data": 3}', b"\xff", b"[" * 100_000, b'{"data": [1, null]}'])
def test_what_is_no_list(body: bytes) -> None:
    with contextlib.suppress(NoCatalogue):
        assert offers(body, BASE) == []


@settings(max_examples=30)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(st.sampled_from(["data", "sourceLanguage", "attachment", "version", "fileType"]), inner)
        ),
    )
)
def test_any_json_is_borne(said: object) -> None:
    for body in (said, {"data": [said]}):
        with contextlib.suppress(NoCatalogue):
            assert offers(json.dumps(body).encode(), BASE) == []


def test_where_the_files_are() -> None:
    said = json.dumps({"capabilities": {"attachments": {"base_url": "https://example.org/x"}}}).encode()
    assert root_of("https://example.com/v1/buckets/a") == "https://example.com/v1/"
    assert base_of("https://example.com/v1/", said) == "https://example.org/x/"
    with pytest.raises(NoCatalogue):
        base_of("https://example.com/v1/", said.replace(b"https", b"http"))
    for body in (b"", b"{}", b'{"capabilities": {"attachments": {"base_url": "file:///etc"}}}'):
        with pytest.raises(NoCatalogue):
            base_of("http://example.com/v1/", body)
    for url in ("", "ftp://example.com/v1/x", "https://example.com/v2/x"):
        with pytest.raises(NoCatalogue):
            root_of(url)
