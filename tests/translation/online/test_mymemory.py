"""MyMemory's own ways: a quota told in place of the English, texts much like the one asked, few bytes at once."""

from __future__ import annotations

import pytest

from reader.translation.engine import EngineBusy, EngineUnavailable, Rejected
from reader.translation.online.mymemory import MyMemoryEngine
from tests.translation.online.pages import SAYS, Service
from tests.translation.online.services import engine
from tests.translation.online.unhurried import unhurried

SENTENCE = "O líder visitou uma fábrica militar."
ENGLISH = "The leader visited a military factory."
QUOTA = (
    "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN  17 HOURS 05 MINUTES "
    "23 SECONDS VISIT HTTPS://MYMEMORY.TRANSLATED.NET/DOC/USAGELIMITS.PHP TO TRANSLATE MORE"
)


@pytest.mark.parametrize("status", [200, 429])
@pytest.mark.parametrize(("notice", "seconds"), [(QUOTA, 61_523.0), (QUOTA.partition(" NEXT")[0], 3_600.0)])
def test_the_quota_is_told_and_kept_to(service: Service, status: int, notice: str, seconds: float) -> None:
    body = {"responseData": {"translatedText": notice}, "responseStatus": 429, "matches": ""}
    service.answer = lambda page: page.json(body, status)
    made = engine("mymemory", service.address)
    for _ in range(3):
        with pytest.raises(EngineBusy) as caught:
            made.translate(SENTENCE)
        assert caught.value.retry_after == seconds
    assert len(service.asked) == 1


def test_an_error_within_the_answer_is_told(service: Service) -> None:
    body = {"responseData": {"translatedText": "INVALID LANGUAGE PAIR SPECIFIED"}, "responseStatus": "403"}
    service.answer = lambda page: page.json(body)
    with pytest.raises(EngineUnavailable, match="403"):
        engine("mymemory", service.address).translate(SENTENCE)


def test_what_somebody_made_of_another_text_is_refused(service: Service) -> None:
    def much_like(segment: str) -> None:
        matches = [{"segment": segment, "translation": ENGLISH, "match": 0.92}]
        body = {"responseData": {"translatedText": ENGLISH}, "responseStatus": 200, "matches": matches}
        service.answer = lambda page: page.json(body)

    much_like("O líder não visitou uma fábrica militar.")
    with pytest.raises(Rejected, match="another text"):
        engine("mymemory", service.address).translate(SENTENCE)
    much_like("o LÍDER visitou uma f&aacute;brica militar")
    assert engine("mymemory", service.address).translate(SENTENCE) == ENGLISH


def test_signs_written_as_html_are_read(service: Service) -> None:
    service.answer = lambda page: SAYS["mymemory"](page, "The leader&#39;s &quot;visit&quot; to a factory.")
    assert engine("mymemory", service.address).translate(SENTENCE) == 'The leader\'s "visit" to a factory.'


def test_which_portuguese_and_which_english_can_be_said(service: Service) -> None:
    service.answer = lambda page: SAYS["mymemory"](page, ENGLISH)
    MyMemoryEngine("pt-PT", "en-GB", service.address, unhurried("mymemory")).translate(SENTENCE)
    assert service.pages[0].fields["langpair"] == "pt-PT|en-GB"
