"""Quotes, dashes, currency and spacing: written as the local model knows them, and mended in what it says."""

from __future__ import annotations

import re

_DOUBLE = re.compile(r"[“”„‟«»″]")
_SINGLE_PAIR = re.compile(r"(?<!\w)[‘‚‹]([^‘’‚‹›]{1,400})[’›](?!\w)")
_APOSTROPHE = re.compile(r"[‘’‚‛ʼ′]")
_DASH = re.compile(r"[–—―‒−]")
_PRICE = re.compile(
    r"(?:([€£¥])\s?(\d[\d.,]*\d|\d)|(\d[\d.,]*\d|\d)\s?([€£¥]))"
    r"(?:\s(mil milhões|mil|(?:mi|bi|tri)lh(?:ão|ões))\b)?"
)
_CURRENCY = {"€": "euros", "£": "libras", "¥": "ienes"}
_SYMBOLS = "\\s\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
_EDGE = re.compile(rf"((?:[-–—•*·]\s+|[{_SYMBOLS}]+)?)(.*?)([{_SYMBOLS}]*)\Z", re.DOTALL)
_POWER = re.compile(r"(?<=\d )([kcmd]?m|mi)([23])(?!\w)")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{2,60})[\"”»]")


def for_model(text: str) -> str:
    """The text with quotes, dashes, ellipses and prices in the signs that the local model was trained on."""
    text = _SINGLE_PAIR.sub(r'"\1"', text)
    text = _APOSTROPHE.sub("'", _DOUBLE.sub('"', text))
    text = _DASH.sub("-", text).replace("…", "...")
    return _PRICE.sub(_priced, text)


def _priced(match: re.Match[str]) -> str:
    sign, amount = match[1] or match[4], match[2] or match[3]
    scale = match[5]
    if scale is None:
        return f"{amount} {_CURRENCY[sign]}"
    return f"{amount} {scale} {'' if scale == 'mil' else 'de '}{_CURRENCY[sign]}"


def unwrap(text: str) -> tuple[str, str, str]:
    """What stands before the sentence, the sentence, what stands after it.

    Set apart are a list sign or a dialogue dash, symbols, a quotation mark that opens at the start and closes
    nowhere or at the very end, and one at the end that nothing opened: the model loses those.
    """
    match = _EDGE.match(text)
    before, core, after = match.groups() if match else ("", text, "")
    double = len(re.findall(r"[\"“”„«»]", core))
    if core[:1] in '"“„«' and len(core) > 1:
        whole = double == 2 and core[-1] in '"”»'
        if whole or double == 1:
            before, core = before + core[0], core[1:]
        if whole:
            core, after = core[:-1], core[-1] + after
    elif core[-1:] in '"”»' and double == 1 and len(core) > 1:
        core, after = core[:-1], core[-1] + after
    return before, core, after


def mended(source: str, target: str) -> str:
    """The model's English with spacing put right, and the source's quotes, dashes and units where sure."""
    target = spaced(target)
    if target.endswith(" -") and source[-1:] not in "-–—":
        target = target[:-2]  # "13 de setembro de 2023" comes back as "13 September 2023 -"
    target = _quotes_kept(source, target)
    target = _as_typeset(source, target)
    if "²" in source or "³" in source:
        target = _POWER.sub(lambda match: match[1] + ("²" if match[2] == "2" else "³"), target)
    return target


def spaced(text: str) -> str:
    """English with its spaces in place: ``said,"Go."``, ``U. S.``, ``end .Next``, ``10 a. m.`` are mended."""
    text = re.sub(r"\b([A-Z])\. (?=[A-Z]\.(?:\W|$))", r"\1.", text)
    text = re.sub(r"\b([ap])\. m\.", r"\1.m.", text)
    text = re.sub(r"(?<=[\w\"”)]) +([,;:!?]|\.(?!\.))(?=[\s\"”’')]|$)", r"\1", text)
    text = re.sub(r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])", " ", text)
    text = re.sub(r"(?<=[a-z][,;:])(?=[\"“]\w)", " ", text)
    text = re.sub(r"(?<=[a-z][,;])(?=[A-Za-z])", " ", text)
    return re.sub(r"[ \t]{2,}", " ", text).strip()


def _quotes_kept(source: str, target: str) -> str:
    """Quotation marks around what the source quotes, where the model dropped a pair or the last one."""
    asked = len(re.findall(r"[\"“”„«»]", source))
    said = target.count('"')
    if said == asked or asked % 2:
        return target
    if asked - said == 1 and source[-1:] in '"”»' and target[-1:] != '"':
        return target + '"'
    if asked - said == 1 and re.search(r"[\"”»][.!?]$", source) and target[-1:] != '"':
        return target + '"'
    for quoted in _QUOTED.findall(source):
        if said < asked and f'"{quoted}' not in target and target.count(quoted) == 1:
            target = target.replace(quoted, f'"{quoted}"')
            said += 2
    return target


def _curly(marks: list[str]) -> list[str]:
    """A curly quotation mark for each mark of the source, which may begin within a quotation: ” … “ … ”."""
    opening = marks[0] not in "”»"
    return ["“" if (at % 2 == 0) is opening else "”" for at in range(len(marks))]


def _as_typeset(source: str, target: str) -> str:
    """The target with curly quotes and long dashes where the source has them and as many of them."""
    marks = _DOUBLE.findall(source)
    if marks and '"' not in source and target.count('"') == len(marks):
        turns = iter(_curly(marks))
        target = re.sub('"', lambda _match: next(turns), target)
    dashes = re.findall(r" ([–—]) ", source)
    if dashes and len(re.findall(r" - ", target)) == len(dashes):
        kinds = iter(dashes)
        target = re.sub(" - ", lambda _match: f" {next(kinds)} ", target)
    if "…" in source and "..." not in source:
        target = target.replace("...", "…")
    return target
