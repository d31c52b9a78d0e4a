"""An address on this machine is asked past every proxy: otherwise its text would go to another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from reader.translation.engine import Engine, EngineError
from reader.translation.online.libretranslate import LibreTranslateEngine
from reader.translation.online.openai import OpenAIEngine
from tests.translation.online.chats import ChatService, chatting
from tests.translation.online.unhurried import unhurried

MAKE: dict[str, Callable[[str], Engine]] = {
    "openai": lambda url: OpenAIEngine(url, "m", careful=unhurried("openai")),
    "libretranslate": lambda url: LibreTranslateEngine(url, None, unhurried("libretranslate")),
}


@pytest.fixture
def proxied(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatService]:
    """A proxy that the environment names for everything."""
    with chatting() as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.address.removesuffix("/v1"))
            monkeypatch.setenv(name.upper(), proxy.address.removesuffix("/v1"))
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield proxy


@pytest.mark.parametrize("name", MAKE)
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_is_asked_past_the_proxy(proxied: ChatService, name: str, host: str) -> None:
    with chatting() as service:
        service.body = (
            b'{"translatedText": "The leader left.", "choices": [{"message": {"content": "The leader left."}}]}'
        )
        engine = MAKE[name](service.address.replace("127.0.0.1", host))
        assert engine.translate("O líder saiu.") == "The leader left."
        assert proxied.paths == []
        assert len(service.paths) == 1


@pytest.mark.parametrize("name", MAKE)
def test_another_machine_is_asked_through_it(proxied: ChatService, name: str) -> None:
    proxied.body = b"{}"
    with pytest.raises(EngineError):
        MAKE[name]("http://llm.example.org/v1").translate("O líder saiu.")
    assert proxied.paths
    assert proxied.paths[0].startswith("http://llm.example.org/v1")
