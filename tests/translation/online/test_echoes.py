"""A service that sends the key back: whatever it looks like, nobody sees it, and it is stored nowhere."""

from __future__ import annotations

import base64
import html
import json
import traceback
from pathlib import Path
from urllib.parse import quote

import pytest

from articles.database import Database
from reader.translation.choosing.keys import Secret
from reader.translation.engine import Rejected
from reader.translation.memory import MEMORY_MIGRATIONS, TranslationMemory
from reader.translation.online import echoes
from reader.translation.online.careful import CarefulEngine
from reader.translation.online.openai import OpenAIEngine
from reader.translation.service import TranslationService
from tests.translation.online.chats import chatting
from tests.translation.online.pages import SAYS, Page, Service
from tests.translation.online.services import KEY, engine
from tests.translation.online.unhurried import unhurried

SENTENCE = "O líder visitou uma fábrica militar."
ODD = "k/e+y&<%2F>=\"\\'MARKER"


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("key", ["MARKERKEY12345", ODD, "aB3-_9", "x" * 4096])
@pytest.mark.parametrize(
    "form",
    [
        lambda key: key,
        lambda key: f"Bearer {key}",
        lambda key: f"It is“{key}”.",
        lambda key: key[:3] + "\u200b" + key[3:],
        lambda key: quote(key, safe=""),
        lambda key: "".join(f"%{ord(each):02x}" for each in key),
        lambda key: json.dumps(key),
        lambda key: json.dumps(key).replace("/", "\\/"),
        lambda key: "".join(f"\\u{ord(each):04X}" for each in key),
        lambda key: html.escape(key),
        lambda key: "".join(f"&#{ord(each)};" for each in key),
        in_base64,
        lambda key: in_base64(key).rstrip("="),
        lambda key: in_base64(key).replace("+", "-").replace("/", "_"),
    ],
)
def test_a_key_is_seen_in_every_form(key: str, form: object) -> None:
    assert callable(form)
    assert echoes.echoed(Secret(key), f"The leader {form(key)} left.")


@pytest.mark.parametrize("before", ["Bearer ", ":", "me:", "api_key="])
def test_a_key_is_seen_in_base64_of_more_than_itself(before: str) -> None:
    assert echoes.echoed(Secret("MARKERKEY12345"), f"Basic {in_base64(f'{before}MARKERKEY12345&x')} left")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("MARKERKEY12345", "The leader visited MARKERKEY1234 and a factory."),
        ("MARKERKEY12345", "The leader visited markerkey12345."),
        ("ab12", "The leader of ab12."),
        ("ollama", "He runs ollama at home."),
        ("secret", "It is a secret."),
        ("MARKERKEY12345", None),
    ],
)
def test_what_is_no_key_s_echo_is_let_through(key: str, text: object) -> None:
    assert not echoes.echoed(Secret(key), text)


def test_it_is_seen_in_what_led_to_an_error() -> None:
    error = RuntimeError("outer")
    error.__cause__ = OSError("broken", ValueError(f"BadStatusLine('{KEY}')"))
    assert echoes.tells(Secret(KEY), error)
    assert not echoes.tells(Secret(KEY), RuntimeError("outer"))
    assert not echoes.tells(Secret(KEY), None)


def refused(made: CarefulEngine, tmp_path: Path) -> None:
    """A sentence is refused, with the key in nothing that is told, and the memory keeps nothing."""
    path = tmp_path / "library.db"
    with Database(path, MEMORY_MIGRATIONS) as database:
        service = TranslationService(TranslationMemory(database), None)
        with pytest.raises(Rejected, match="its own key") as caught:
            service.refine(SENTENCE, made)
        assert TranslationMemory(database).lookup([SENTENCE]) == {}
    assert KEY not in "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert not [each for each in tmp_path.rglob("*") if KEY.encode() in each.read_bytes()]


@pytest.mark.parametrize("name", ["libretranslate", "microsoft"])
@pytest.mark.parametrize("form", [str, in_base64])
def test_a_key_for_a_translation_is_refused(service: Service, tmp_path: Path, name: str, form: object) -> None:
    assert callable(form)

    def answer(page: Page) -> None:
        SAYS[name](page, f"The leader {form(page.fields.get('api_key') or page.headers['ocp-apim-subscription-key'])}")

    service.answer = answer
    refused(engine(name, service.address), tmp_path)
    assert service.asked == [SENTENCE]


@pytest.mark.parametrize("name", ["libretranslate", "microsoft"])
def test_a_key_in_a_status_line_that_is_none_does_not_reach_a_log(service: Service, tmp_path: Path, name: str) -> None:
    def answer(page: Page) -> None:
        page.handler.wfile.write(f"HTTP/1.1 {KEY} OK\r\n\r\n".encode())
        page.handler.close_connection = True

    service.answer = answer
    refused(engine(name, service.address), tmp_path)


def test_a_model_that_says_the_key_is_refused(tmp_path: Path) -> None:
    with chatting() as service:
        service.say = lambda _text: service.asked[-1][1]["Authorization"]
        made = OpenAIEngine(service.address, "small-1", Secret(KEY), careful=unhurried("openai"))
        refused(made, tmp_path)


def test_what_the_reader_reads_anyway_is_no_echo(service: Service) -> None:
    service.answer = lambda page: SAYS["libretranslate"](page, f"The key {KEY} is public.")
    assert engine("libretranslate", service.address).translate(f"A chave {KEY} é pública.").startswith("The key")


def test_a_service_that_goes_on_so_is_asked_no_more(service: Service) -> None:
    service.answer = lambda page: SAYS["microsoft"](page, f"{KEY} visited")
    made = engine("microsoft", service.address, failures=3)
    for _ in range(6):
        with pytest.raises(Exception, match="its own key"):
            made.translate(SENTENCE)
    assert len(service.asked) == 3
    assert made.cooldown
