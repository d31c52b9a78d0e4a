"""Which models the delivery service of Firefox has: its records, read strictly, by fxtranslate's own rules."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from articles.errors import Problem
from reader.i18n import _
from reader.translation.firefox.files import Role
from reader.translation.firefox.store import is_name

_PAIR = ("pt", "en")
_SHA = re.compile(r"[0-9a-f]{64}")
_LARGEST = 1 << 30  # bytes of one file
_ORDER = ("base-memory", "base", "tiny")


class NoCatalogue(Problem):
    """The list of models cannot be had, or is none."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file of a model as it is offered.

    Attributes:
        role: What it is to the model.
        url: Where it is, compressed.
        size: Its bytes, compressed.
        sha256: The hash of those, 64 hexadecimal digits.
        inner: The hash of what they hold; "" where that is not said.
    """

    role: Role
    url: str
    size: int
    sha256: str
    inner: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be fetched.

    Attributes:
        name: As the reader calls it: "base-memory-3.0".
        architecture: What it is built like: "base-memory" is the better one, "tiny" the smaller.
        version: Mozilla's number for it.
        files: All that it needs.
    """

    name: str
    architecture: str
    version: str
    files: tuple[Offered, ...]

    @property
    def size(self) -> int:
        """Bytes that are fetched."""
        return sum(each.size for each in self.files)


def root_of(records_url: str) -> str:
    """The address of the service whose records these are: it tells where files are.

    Raises:
        NoCatalogue: It is no such address.
    """
    head, version, _rest = records_url.partition("/v1/")
    if not version or urlsplit(head).scheme not in ("http", "https"):
        raise NoCatalogue(_("the address of Firefox's models is not understood"), _ADVICE)
    return head + version


def base_of(root: str, body: bytes) -> str:
    """Where the files are, by what the service says of itself.

    Raises:
        NoCatalogue: It does not say, or they would come less safely than this came.
    """
    match _parsed(body):
        case {"capabilities": {"attachments": {"base_url": str(base)}}}:
            schemes = ("https",) if urlsplit(root).scheme == "https" else ("http", "https")
            if urlsplit(base).scheme in schemes and urlsplit(base).netloc:
                return base if base.endswith("/") else base + "/"
    raise NoCatalogue(_("Firefox's service does not say where its models are"), _ADVICE)


def offers(body: bytes, base: str) -> list[Offer]:
    """The models for Portuguese to English that fxtranslate can run, the best and newest first.

    Args:
        body: The service's records.
        base: Where its files are.

    Raises:
        NoCatalogue: They are no records.
    """
    from fxtranslate import discovery

    try:
        records = [each for each in _parsed(body)["data"] if _is_ours(each)]
    except (TypeError, KeyError) as error:
        raise NoCatalogue(_("Firefox's list of models is not understood"), _ADVICE) from error
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for each in records:
        groups.setdefault((each.get("architecture") or "tiny", each["version"]), []).append(each)
    found = []
    for (architecture, version), group in groups.items():
        offer = _offer(architecture, version, group, base)
        if offer is not None and _PAIR in discovery.model_pairs(json.dumps({"data": group})):
            found.append(offer)
    return sorted(found, key=_rank)


def _offer(architecture: str, version: str, group: Sequence[dict[str, Any]], base: str) -> Offer | None:
    name = f"{architecture}-{version}".lower()
    files = [file for each in group if (file := _file(each, base)) is not None]
    roles = [each.role for each in files]
    whole = {Role.MODEL, Role.VOCAB} <= set(roles) or {Role.MODEL, Role.SOURCE_VOCAB, Role.TARGET_VOCAB} <= set(roles)
    if not is_name(name) or not whole or len(set(roles)) < len(roles):
        return None
    return Offer(name, architecture, version, tuple(files))


def _file(record: dict[str, Any], base: str) -> Offered | None:
    match record:
        case {"fileType": kind, "attachment": {"location": str(location), "size": int(size), "hash": str(sha256)}}:
            inner = record.get("decompressedHash") or ""
            url = urljoin(base, location)
            good = _SHA.fullmatch(sha256) and (not inner or _SHA.fullmatch(str(inner))) and 0 < size <= _LARGEST
            if kind in _ROLES and good and url.startswith(base):
                return Offered(Role(kind), url, size, sha256, inner)
    return None


_ROLES = frozenset(role.value for role in Role)


def _is_ours(record: Any) -> bool:
    match record:
        case {"sourceLanguage": "pt", "targetLanguage": "en", "version": str(), "fileType": str()}:
            return isinstance(record.get("architecture"), str | None)
    return False


def _rank(offer: Offer) -> tuple[int, list[int], str]:
    place = _ORDER.index(offer.architecture) if offer.architecture in _ORDER else len(_ORDER)
    return place, [-int(part) for part in re.findall(r"\d{1,6}", offer.version)], offer.version


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


_ADVICE = "a model that you have is used by: reader models use FOLDER"
