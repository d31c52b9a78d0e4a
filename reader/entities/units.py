"""Units of measure and currencies: what they are called in Portuguese, their codes, and their names in CLDR.

Each line has a code, the unit's name in CLDR, its signs (as written: ``g`` is a gram, ``G`` is none), and its words,
spelt with any accents, so that ``quilômetro`` and ``quilómetro`` are one. ``_`` stands for a space. A word after ``!``
has other meanings too ("dois pés", "as duas onças"): it takes a number in digits, or ten and more.
"""

from __future__ import annotations

import functools
import re

from reader.entities.counted import people
from reader.entities.gazetteer import fold

_MEASURES = """
km length-kilometer · km Km KM · quilômetro quilômetros kilómetro kilómetros
m length-meter · m mts · metro metros
cm length-centimeter · cm · centímetro centímetros
mm length-millimeter · mm · milímetro milímetros
µm length-micrometer · µm · micrômetro micrômetros micra
nm length-nanometer · nm · nanômetro nanômetros
mi length-mile · - · milha milhas
nmi length-nautical-mile · - · milha_náutica milhas_náuticas milha_marítima milhas_marítimas
ft length-foot · ft · !pés
in length-inch · - · polegada polegadas
yd length-yard · - · jarda jardas
ly length-light-year · - · ano-luz anos-luz
au length-astronomical-unit · - · unidades_astronômicas
km² area-square-kilometer · km² km2 · quilômetro_quadrado quilômetros_quadrados
m² area-square-meter · m² m2 · metro_quadrado metros_quadrados
cm² area-square-centimeter · cm² cm2 · centímetros_quadrados
mi² area-square-mile · - · milha_quadrada milhas_quadradas
ha area-hectare · ha · hectare hectares
acre area-acre · - · !acres
m³ volume-cubic-meter · m³ m3 · metro_cúbico metros_cúbicos
cm³ volume-cubic-centimeter · cm³ cm3 cc · centímetros_cúbicos
km³ volume-cubic-kilometer · km³ km3 · quilômetros_cúbicos
l volume-liter · l L · litro litros
ml volume-milliliter · ml mL · mililitro mililitros
cl volume-centiliter · cl · centilitro centilitros
hl volume-hectoliter · hl · hectolitro hectolitros
bbl volume-barrel · - · barril barris
gal volume-gallon · - · galão !galões
kg mass-kilogram · kg Kg KG kgs · quilo quilos quilograma quilogramas kilo kilos
g mass-gram · g gr · grama gramas
mg mass-milligram · mg · miligrama miligramas
µg mass-microgram · µg mcg · micrograma microgramas
t mass-tonne · t ton tons · tonelada toneladas
oz mass-ounce · oz · !onça !onças
lb mass-pound · lb lbs ·
carat mass-carat · - · quilate quilates
°C temperature-celsius · °C ºC · grau_celsius graus_celsius grau_centígrado graus_centígrados
°F temperature-fahrenheit · °F ºF · graus_fahrenheit
K temperature-kelvin · - · kelvin kelvins
° temperature-generic · - · !grau graus
km/h speed-kilometer-per-hour · km/h Km/h KM/H · quilômetro_por_hora quilômetros_por_hora quilômetros_horários
m/s speed-meter-per-second · m/s · metros_por_segundo
mph speed-mile-per-hour · mph · milhas_por_hora
kn speed-knot · - · !nós
W power-watt · W · watt watts
kW power-kilowatt · kW KW · quilowatt quilowatts kilowatt kilowatts
MW power-megawatt · MW · megawatt megawatts
GW power-gigawatt · GW · gigawatt gigawatts
hp power-horsepower · hp HP cv CV · cavalos-vapor cavalos_de_potência cavalos-força
kWh energy-kilowatt-hour · kWh KWh · quilowatt-hora quilowatts-hora kilowatts-hora
MWh - · MWh · megawatt-hora megawatts-hora
GWh - · GWh · gigawatt-hora gigawatts-hora
TWh - · TWh · terawatt-hora terawatts-hora
J energy-joule · - · joule joules
kcal energy-kilocalorie · kcal · quilocaloria quilocalorias
cal energy-foodcalorie · - · caloria calorias
bit digital-bit · - · bit bits
B digital-byte · - · byte bytes
KB digital-kilobyte · KB kB Kb · quilobyte quilobytes kilobyte kilobytes
MB digital-megabyte · MB · megabyte megabytes
GB digital-gigabyte · GB · gigabyte gigabytes
TB digital-terabyte · TB · terabyte terabytes
Mbit/s - · Mbps Mb/s Mbit/s · megabits_por_segundo
Gbit/s - · Gbps Gb/s Gbit/s · gigabits_por_segundo
MP graphics-megapixel · - · megapixel megapixels
Hz frequency-hertz · Hz · hertz
kHz frequency-kilohertz · kHz KHz · quilohertz kilohertz
MHz frequency-megahertz · MHz · megahertz
GHz frequency-gigahertz · GHz · gigahertz
V electric-volt · - · volt volts
hPa pressure-hectopascal · hPa ·
mbar pressure-millibar · mbar mb · milibar milibares
atm pressure-atmosphere · atm ·
s duration-second · s · !segundo segundos
min duration-minute · min · minuto minutos
h duration-hour · h hs · hora horas
d duration-day · - · dia dias
wk duration-week · - · semana semanas
mo duration-month · - · mês meses
quarter duration-quarter · - · trimestre trimestres
yr duration-year · - · ano anos
decade duration-decade · - · década décadas
century duration-century · - · século séculos
millennium - · - · milênio milênios
ms duration-millisecond · ms · milissegundo milissegundos
% concentr-percent · % ·
‰ concentr-permille · ‰ · por_mil
pp - · pp p.p. pps · ponto_percentual pontos_percentuais pontos_porcentuais
bp - · - · ponto_base pontos_base pontos-base
dB - · dB · decibel decibéis
Richter - · - · graus_na_escala_richter graus_na_escala_de_richter graus_da_escala_richter graus_da_escala_de_richter
"""
_MONEY = """
BRL R$ · real reais
USD US$ U$ · USD dólar dólares dólar_americano dólares_americanos dólares_norte-americanos dólares_dos_eua
$ $ · -
EUR € · EUR euro euros
GBP £ · GBP libra_esterlina libras_esterlinas libras_britânicas !libras
JPY ¥ · iene ienes yen yens
CNY - · yuan yuans iuan iuans iuane iuanes renminbi
RUB - · rublo rublos
INR ₹ · !rupia !rupias rupias_indianas
KRW ₩ · won wons
CHF - · CHF franco_suíço francos_suíços
CAD C$ · dólares_canadenses dólares_canadianos dólar_canadense
AUD A$ · dólares_australianos dólar_australiano
HKD HK$ · dólares_de_hong_kong
ILS ₪ · shekel shekels
TRY - · liras_turcas
UAH - · grívnia grívnias hryvnia hryvnias
PLN - · zloty zlotys złoty
ZAR - · !rand !rands
SEK - · coroa_sueca coroas_suecas
NOK - · coroa_norueguesa coroas_norueguesas
DKK - · coroa_dinamarquesa coroas_dinamarquesas
CZK - · coroas_checas coroas_tchecas
ARS - · peso_argentino pesos_argentinos !austrais
MXN - · peso_mexicano pesos_mexicanos
UYU - · pesos_uruguaios
CLP - · pesos_chilenos
COP - · pesos_colombianos
CUP - · pesos_cubanos
PYG - · !guarani !guaranis
VES - · bolívar !bolívares
BOB - · !bolivianos
AOA - · kwanza kwanzas
MZN - · metical meticais
CVE - · escudos_cabo-verdianos escudos_de_cabo_verde
STN - · !dobras
MOP - · !patacas
FKP - · libras_das_malvinas
EGP - · libras_egípcias
XOF - · francos_cfa
BRR CR$ · cruzeiros_reais cruzeiro_real
BRN NCz$ · cruzados_novos cruzado_novo
BRC Cz$ · !cruzado !cruzados
Cr$ Cr$ · cruzeiro cruzeiros
réis - · mil-réis réis
PTE Esc. · !escudo !escudos
kPTE - · !conto !contos
kréis - · conto_de_réis contos_de_réis
DEM DM · marco_alemão marcos_alemães !marcos
FRF FF · franco_francês francos_franceses !franco !francos
BEF - · francos_belgas
LUF - · francos_luxemburgueses
ITL - · !lira !liras liras_italianas
ESP - · peseta pesetas
NLG - · florim !florins
ECU - · ecu ecus
ATS - · xelins
GRD - · !dracma dracmas
peso - · !peso !pesos
dinar - · dinar !dinares
"""
SCALES = {
    "mil milhoes": 10**9, "mil": 10**3, "milhao": 10**6, "milhoes": 10**6, "bilhao": 10**9, "bilhoes": 10**9,
    "biliao": 10**12, "bilioes": 10**12, "trilhao": 10**12, "trilhoes": 10**12, "triliao": 10**18, "trilioes": 10**18,
    "mi": 10**6, "milh.": 10**6, "bi": 10**9, "tri": 10**12,
    "dezena": 10, "dezenas": 10, "duzia": 12, "duzias": 12, "centena": 100, "centenas": 100,
    "milhar": 1000, "milhares": 1000,
}  # fmt: skip
"""Folded: "bilião" is 10¹² in Portugal, "bilhão" 10⁹ in Brazil; both say only what they say."""


def _rows(table: str) -> list[list[list[str]]]:
    return [[part.split() for part in line.split("·")] for line in table.strip().splitlines()]


@functools.cache
def words() -> dict[str, tuple[str, bool]]:
    """The words for units, folded, words apart by one space: the code, and whether the word has other meanings."""
    found: dict[str, tuple[str, bool]] = {}
    listed = [(head[0], names) for head, *_, names in (*_rows(_MEASURES), *_rows(_MONEY))]
    listed += [(code, list(counted.forms)) for code, counted in people().items()]
    listed.append(("%", ["por_cento"]))
    for code, names in listed:
        for name in names:
            found[fold(name.lstrip("!").replace("_", " "))] = code, name.startswith("!")
    return found


@functools.cache
def longest() -> dict[str, int]:
    """The first words of the units' names, and the most words that such a name has."""
    found: dict[str, int] = {}
    for name in words():
        first = name.partition(" ")[0]
        found[first] = max(found.get(first, 0), name.count(" ") + 1)
    return found


@functools.cache
def signs() -> dict[str, str]:
    """The signs that stand behind a number, as they are written, and their codes."""
    found = {sign: head[0] for head, listed, _ in _rows(_MEASURES) for sign in listed if sign != "-"}
    found.update({"€": "EUR", "£": "GBP", "US$": "USD", "° C": "°C"})
    return found


@functools.cache
def money_signs() -> dict[str, str]:
    """The signs that stand before an amount, in small letters where that is no other sign, and their codes."""
    found = {sign: head[0] for head, _ in _rows(_MONEY) for sign in head[1:] if sign != "-"}
    found.update({"r$": "BRL", "us$": "USD", "Us$": "USD", "US $": "USD", "R $": "BRL"})
    return found


@functools.cache
def currencies() -> frozenset[str]:
    """The codes of money."""
    return frozenset(head[0] for head, _ in _rows(_MONEY))


@functools.cache
def cldr_names() -> dict[str, str]:
    """The name in CLDR of each unit that has one there."""
    return {head[0]: head[1] for head, *_ in _rows(_MEASURES) if head[1] != "-"}


@functools.cache
def known() -> frozenset[str]:
    """All codes."""
    return frozenset(head[0] for head, *_ in (*_rows(_MEASURES), *_rows(_MONEY))) | people().keys()


@functools.cache
def sign_pattern() -> re.Pattern[str]:
    """A unit's sign, right behind a number or after a space."""
    listed = sorted(map(re.escape, signs()), key=len, reverse=True)
    return re.compile(rf"[ \u00a0\u202f]?({'|'.join(listed)})(?![\w$²³]|-\w)")
