"""Products: aircraft, rockets, weapons, cars, devices, programs, medicines, by their form or their name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.model import Span
from reader.entities.events import any_of, heads

# A road of a state (SP-270), a disease, a summit, a league, a game's score are written alike.
_NO_CODE = (
    r"(?!(?:Covid|COVID|Sub|SUB|COP|G|SARS|MERS|ISO|NBR|CEP|Copa|Euro|Expo|Eco|ECO|Rio|Cannes|Super|Art|Lei|Mundial|Série|"
    r"Grupo|Classe|Plano|Carnaval|"
    r"CAC|PSI|FTSE|DAX|IBEX|OT|HJR|SJR|HR|Jogos|Pan|PM|DL|PL|PEC|MP|IC|IP|EN|U|AC|AL|AP|AM|BA|BR|CE|DF|ES|GO|MA|MT|MS|MG|PA|PB|"
    r"PR|PE|PI|RJ|RN|RS|RO|RR|SC|SP|SE|TO)-\d)"
)
_CODE = re.compile(
    rf"{_NO_CODE}"
    r"(?:[A-Z][a-zà-ÿ]{1,11}-\d{1,3}[A-Z]{0,3}|(?:[A-Z]-\d{2,4}|[A-Z]{2,4}-\d{1,4}|V-[12])[A-Z]{0,3}(?:-\d{1,4})?)(?![\w/-])"
)
_NUMBERED = """
    Angara Apollo Apolo Ariane Artemis Chandrayaan Chang'e Falcon Fiat Ford Galaxy_S Galaxy_Note Hwasong iPad
    iPhone Leopard Luna Mac_OS Macintosh Mariner MiG Minuteman Mirage Model Nintendo Nodong Pentium Peugeot Pioneer
    PlayStation Playstation Renault Salyut Saturno Shahed Shenzhou Soyuz Sputnik Taepodong Tiangong Trident Vanguard
    Venera Viking Volkswagen Voyager Windows Xbox
"""
_NAMED = """
    Angara Soyuz Sputnik_V Sputnik CoronaVac Coronavac Covaxin Comirnaty Covishield Viagra Prozac Tylenol Ozempic Botox
    Aspirina AZT Tamiflu Ritalina Valium Windows Android iOS MS-DOS Linux Unix Photoshop PowerPoint Firefox ChatGPT
    iPhone iPad iPod iMac MacBook Apple_Watch Kindle PlayStation Playstation Xbox_360 Xbox_One Xbox Wii Game_Boy
    Nintendo_Switch Nintendo_DS Macintosh BlackBerry Walkman Super_Tucano Black_Hawk Rafale Gripen Eurofighter Concorde
    Exocet Tomahawk Iskander Kinzhal HIMARS Javelin Stinger Bayraktar Spitfire Zeppelin Fusca Kombi Opala Chevette
    Passat Tempra Uno_Mille Corolla Twingo Fiat_Uno Ford_Ka Ford_T Ford_Escort Escort_Cosworth Prius
    Telescópio_Espacial_Hubble Telescópio_Espacial_James_Webb Skylab Estação_Espacial_Internacional Bitcoin Bluetooth
"""
_MADE = re.compile(
    r"(?:Boeing \d{3}(?:-\d{1,3}\w*)?(?: (?:MAX|Max)(?: \d+)?)?|Airbus A\d{3}(?:-\d{3}\w*)?|"
    r"Embraer (?:E|ERJ|EMB)[- ]?\d{3}|"
    rf"(?:{any_of(_NUMBERED)})[ -](?:\d{{1,4}}[A-Za-z]?|[IVX]{{1,4}}|XP|NT|Vista|MS-\d+)(?: Pro| Plus| Max| Mini)?"
    rf"|{any_of(_NAMED)})(?![\w-])"
)
_PROPER = r"(?:[A-ZÀ-Þ][\wÀ-ÿ’'-]+|[A-Z]{1,3}-?\d{1,4}\w?)"
_CUE = re.compile(
    r"(?:foguetes?|m[íi]ss(?:il|eis)(?: balísticos?| intercontinenta(?:l|is)| de cruzeiro)?|"
    r"caças?(?:-bombardeiros?)?|"
    r"sondas?(?: espacia(?:l|is))?|naves?(?: espacia(?:l|is))?|ônibus espacia(?:l|is)|vaivém espacial|satélites?|"
    r"helicópteros?|bombardeiros?|drones?|tanques?(?: de guerra)?|fuzil|fuzis|medicamentos?|remédios?|antidepressivos?|"
    r"sistema operacional|sistema operativo|navegador|videogames?|videojogos?|consoles?|jatos?|aviões|avião)"
    rf" ((?:{_PROPER})(?:[ -](?:{_PROPER}|\d{{1,4}}\w?|[IVX]{{1,4}})(?!\w)){{0,3}})"
)
_HEADS = heads(_NUMBERED + _NAMED + "Boeing Airbus Embraer") - {"i"}
_APPLE = re.compile(r"i(?:Phone|Pad|Pod|Mac|OS)(?: (?:\d{1,2}|X[RS]?|SE))?(?: Pro| Plus| Max| Mini)*(?![\w-])")
_ROAD = re.compile(
    r"\b(?:rodovia|estrada|auto-estrada|autoestrada|via|rua|sala|bloco|quadra|setor|"
    r"lei|escola|índice|resolução|projeto|automotora)s? (?:\w+ )?$",
    re.IGNORECASE,
)
_MAKERS = re.compile(
    r"(?:Boeing|Airbus|Embraer|Sukhoi|Mikoyan|Lockheed|Dassault|Bell|Cessna|Learjet|Fokker|Antonov|Tupolev)\b"
)
_TYPE = re.compile(r"(?<!\w)[A-Z]{1,4}[ -]\d{1,3} $")
_NATION = re.compile(r"[A-ZÀ-Þ]{2,4}\Z")


def product_at(sentence: str, start: int, word: str) -> Span | None:
    """The product whose name begins with the capitalised word at ``start``, if there is one."""
    end = start + len(word)
    match = None
    if sentence[end : end + 1] == "-" and sentence[start - 1 : start] not in {"/", "."}:
        match = _CODE.match(sentence, start)
    if match is None and word in _HEADS:
        match = _MADE.match(sentence, start)
    if match is None or _ROAD.search(sentence, max(0, start - 30), start):
        return None
    typed = _TYPE.search(sentence, max(0, start - 9), start)  # "JAS 39 Gripen"
    return Span(start if typed is None else typed.start(), match.end())


def cued_products(sentence: str) -> Iterator[Span]:
    """The products that a word like "foguete" stands before, and those that begin with a small letter."""
    for match in _CUE.finditer(sentence):
        if sentence[match.start() - 1 : match.start()].isalnum() or _NATION.match(match[1]):  # "drones EUA"
            continue
        if not _MAKERS.match(match[1]):  # "aviões Boeing" names no product; a Sukhoi Su-35 is a Su-35
            yield Span(*match.span(1))
    for match in _APPLE.finditer(sentence):
        if not sentence[match.start() - 1 : match.start()].isalnum():
            yield Span(*match.span())
