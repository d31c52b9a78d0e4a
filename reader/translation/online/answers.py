"""What a language model says around a translation: taken off where that is sure, and refused where it is not."""

from __future__ import annotations

import re

from reader.translation.engine import rejected

_THOUGHT = re.compile(r"\s*<(think|thinking|thought|reasoning|analysis)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_LEFT_OVER = re.compile(r"</?(?:think|thinking|thought|reasoning|analysis)>", re.IGNORECASE)
_FENCE = re.compile(r"```[\w-]*\n(.*?)\n?```", re.DOTALL)
_LABEL = re.compile(
    r"(?:\*\*)?(?:(?:sure|certainly|of course|okay|ok)[,.!:]?\s+)?"
    r"(?:(?:here(?:'s|’s| is)\s+)?(?:the |a |your )?(?:faithful |literal )?(?:english )?translation"
    r"(?: of the (?:sentence|text))?(?: (?:in|into|to) english)?(?: is)?|english|in english|output)\s*:(?:\*\*)?\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\W*(?:tradu[çc]|ingl[êe]s|em ingl[êe]s|aqui est|sa[íi]da)", re.IGNORECASE)
"""A source that may itself begin so: there the label is the translation."""

_QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’", "«": "»", "`": "`"}
_QUOTED = re.compile(r"\s*[\"“”'‘’«»`]")
_REFUSAL = re.compile(
    r"(?:(?:i'?m|i’m|i am|we are)?\s*(?:very )?(?:sorry|afraid)|unfortunately)\b[^.]{0,40}"
    r"\b(?:can(?:no|'|’)t|can not|unable|not able)"
    r"|as an ai\b|i (?:can(?:no|'|’)t|can not|am unable to|am not able to) (?:assist|help|translate|comply|provide)",
    re.IGNORECASE,
)
_SORRY = re.compile(
    r"desculp|perd[ãa]o|lament|sint[oa]|infelizmente|intelig[êe]ncia artificial|\bIA\b|n[ãa]o poss", re.IGNORECASE
)
_NOTE = re.compile(r"[(\[*]\s*(?:translator'?s? )?note\b", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"”]+", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*(?:[ \u00a0\u202f]\d{3})*(?!\s?h)")
_SMALL = 20  # a number up to here may be written in letters


def translation_in(source: str, said: str, engine: str) -> str:
    """The translation in what a model said.

    Args:
        source: The sentence that it was to translate.
        said: All that it said.
        engine: The engine's name, for the error.

    Raises:
        Rejected: What it said cannot be told from a translation for sure, or is none.
    """
    text = _THOUGHT.sub("", said, count=1)
    if "</think>" in text and "<think>" not in text:  # some servers leave the beginning of the thought away
        text = text.rpartition("</think>")[2]
    if _LEFT_OVER.search(text):
        raise rejected(engine, "the model was still thinking")
    text = text.strip()
    fenced = _FENCE.fullmatch(text)
    text = _bare(source, fenced[1] if fenced else text)
    if len(text.split("\n")) > 1:
        raise rejected(engine, "the answer has several lines")
    reason = fault(source, text)
    if reason is not None:
        raise rejected(engine, reason)
    return text


def _bare(source: str, text: str) -> str:
    """The text without a label before it and quotes or stars around it that the source does not have."""
    text = text.strip()
    label = _LABEL.match(text)
    if label is not None and not _LABELLED.match(source):
        text = text[label.end() :].strip()
    if text.startswith("**") and text.endswith("**") and "**" not in source and len(text) > 4:
        text = text[2:-2].strip()
    closing = _QUOTES.get(text[:1])
    if closing and len(text) > 2 and text.endswith(closing) and not _QUOTED.match(source):
        inner = text[1:-1]
        if text[0] not in inner and (closing not in inner or closing in "'’"):
            text = inner.strip()
    return text


def fault(source: str, target: str) -> str | None:
    """Why an answer is no faithful translation, as far as that shows without knowing either language."""
    if _REFUSAL.match(target) and not _SORRY.search(source):
        return "the model refused"
    if _NOTE.search(target) and "nota" not in source.casefold():
        return "the model added a note"
    links = {link.casefold().rstrip(".,;:)") for link in _LINK.findall(target)}
    if any(link not in source.casefold() for link in links):
        return "the model added a link"
    if numbers_lost(source, target):
        return "numbers are lost"
    return None


def numbers_lost(source: str, target: str) -> bool:
    """Whether more than half of the numbers of the source are not in the target, whatever their separators.

    Numbers that English may write in letters or count otherwise are not looked for: up to twenty, and hours.
    """
    wanted = [digits for digits in _digits(source) if len(digits) > 2 or int(digits) > _SMALL]
    there = "".join(each if each.isdigit() else " " if each not in ".,\u00a0\u202f" else "" for each in target)
    missing = sum(digits not in there for digits in wanted)
    return 2 * missing > len(wanted)


def _digits(text: str) -> list[str]:
    return ["".join(each for each in found if each.isdigit()) for found in _NUMBER.findall(text)]
