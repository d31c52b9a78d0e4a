"""What each fix around the local model is worth: the scores without it, less those with all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reader.translation import casing, drafting, fixed, numbers, pieces, signs
from reader.translation.engine import EngineError
from reader.translation.fixed import Speak
from tests.evaluation.scores import score
from tests.evaluation.texts import Texts

Off = tuple[object, str, Callable[..., Any]]
"""A module, the name of a function in it, and what stands there when the fix is off."""


def _as_said(_source: str, target: str) -> str:
    return target


FIXES: dict[str, Off] = {
    "capitals": (casing, "shouting", lambda _text, _apart=(): False),
    "several sentences in one": (pieces, "inner_sentences", lambda text: [text]),
    "long sentences cut": (pieces, "clauses", lambda text: [text]),
    "loops and lost numbers retried": (drafting, "_retried", lambda _text, _speak: None),
    "quotes and dashes it knows": (signs, "for_model", lambda text: text),
    "what encloses set apart": (signs, "unwrap", lambda text: ("", text, "")),
    "addresses kept": (fixed, "keeping", lambda text, speak: speak(text)),
    "spaces": (signs, "spaced", lambda text: text),
    "lost quotes put back": (signs, "_quotes_kept", _as_said),
    "quotes and dashes of print": (signs, "_as_typeset", _as_said),
    "numbers": (numbers, "numbers_mended", _as_said),
    "hours": (drafting, "_hours", _as_said),
}
"""The fixes of ``reader.translation.drafting``, in the order in which a sentence meets them."""


def table(texts: Sequence[Texts], speak: Speak) -> None:
    """Print, for each text, the bare model, all fixes, and what is lost without each.

    Args:
        texts: What to translate.
        speak: The model without any fix.
    """
    said: dict[str, str] = {}

    def once(text: str) -> str:
        if text not in said:
            said[text] = speak(text)
        return said[text]

    for each in texts:
        bare = score([once(text) for text in each.sources], each.references)
        drafts = _drafts(each.sources, once)
        full = score(drafts, each.references)
        print(f"\n{each.name} ({len(each.sources)})", flush=True)
        print(f"  {'':32} {'BLEU':>7} {'chrF':>7} {'changed':>8}")
        print(f"  {'the model alone':32} {bare.bleu:7.2f} {bare.chrf:7.2f}")
        print(f"  {'with every fix':32} {full.bleu:7.2f} {full.chrf:7.2f}")
        for name, off in FIXES.items():
            with _without(off):
                other = _drafts(each.sources, once)
            changed = sum(one != two for one, two in zip(drafts, other, strict=True))
            if changed:
                lacking = score(other, each.references)
                print(
                    f"  {'+ ' + name:32} {full.bleu - lacking.bleu:+7.2f} {full.chrf - lacking.chrf:+7.2f} {changed:8}"
                )
    print("\n+ is what a fix adds to all the others; one that is not listed changed nothing there.")


@contextmanager
def _without(off: Off) -> Iterator[None]:
    module, name, stand_in = off
    kept = getattr(module, name)
    setattr(module, name, stand_in)
    try:
        yield
    finally:
        setattr(module, name, kept)


def _drafts(sources: Sequence[str], speak: Speak) -> list[str]:
    found = []
    for text in sources:
        try:
            found.append(drafting.draft(text, speak))
        except EngineError:
            found.append(text)  # what a reader sees where there is no English
    return found
