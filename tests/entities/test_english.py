"""English names by table, CLDR and rule, and None where nothing is gained or nothing is sure."""

from __future__ import annotations

import pytest

from reader.entities.english import english_name, named, place_key, territory
from reader.entities.english_setting import Setting
from reader.entities.gazetteer import fold, gazetteer
from reader.entities.model import EnglishFrom, Kind
from reader.entities.name_tables import read, table

PLACES = """
Coreia do Norte=North Korea; Coréia do Norte=North Korea; RÚSSIA=Russia; Moscou=Moscow; Moscovo=Moscow; Pequim=Beijing
Vostochni=Vostochny; Irão=Iran; Irã=Iran; Vietname=Vietnam; Vietnã=Vietnam; EUA=USA; Polónia=Poland; Polônia=Poland
Bielorrússia=Belarus; Letónia=Latvia; Quénia=Kenya; Quênia=Kenya; Países Baixos=Netherlands; Holanda=Netherlands
Birmânia=Burma; Mianmar=Myanmar; Turquia=Turkey; Costa do Marfim=Ivory Coast
Bósnia e Herzegovina=Bosnia and Herzegovina
Trinidad e Tobago=Trinidad and Tobago; São Tomé e Príncipe=São Tomé and Príncipe; República Tcheca=Czech Republic
Lisboa=Lisbon; Nova York=New York; Nova Iorque=New York; Londres=London; Quieve=Kyiv; Kiev=Kyiv; Genebra=Geneva
Bruxelas=Brussels; Mar Negro=Black Sea; Rio Amur=Amur River; rio Tejo=Tagus River; Golfo Pérsico=Persian Gulf
Estado do Amazonas=State of Amazonas; Ilha de Marajó=Marajó Island; Aeroporto de Guarulhos=Guarulhos Airport
Império Otomano=Ottoman Empire; Grande Porto=Greater Porto; Universidade de Coimbra=University of Coimbra
Universidade dos Açores=University of the Azores; Cidade de Roma=City of Rome; Porto de Sines=Port of Sines
Palácio do Catete=Catete Palace; Convento do Carmo=Carmo Convent
Golfo de Cádis=Gulf of Cádiz; Lago Titicaca=Lake Titicaca; rio São Francisco=São Francisco River; Liubliana=Ljubljana
Astracã=Astrakhan; Duchambe=Dushanbe; Estados-Unidos=United States; Terra=Earth; Guiana Francesa=French Guiana
"""

ORGANISATIONS = """
ONU=UN; OTAN=NATO; a ONU=UN; Banco Mundial=World Bank; STF=Supreme Federal Court of Brazil; Fifa=FIFA
Supremo Tribunal Federal=Supreme Federal Court; TSE=Superior Electoral Court of Brazil; BNDES=Brazilian Development Bank
Câmara dos Deputados=Chamber of Deputies; Assembleia da República=Assembly of the Republic; OPEP=OPEC
Ministério da Saúde=Ministry of Health; Ministério da Defesa russo=Russian Ministry of Defence; Petrobrás=Petrobras
Ministério da Ciência, Tecnologia e Inovação=Ministry of Science, Technology and Innovation; Unita=UNITA
Ministério da Defesa da Ucrânia=Ministry of Defence of Ukraine; Ministério da Economia=Ministry of the Economy
Universidade Federal do Ceará=Federal University of Ceará; Câmara Municipal de Lisboa=Municipal Council of Lisbon
Universidade de Moscou=University of Moscow; Universidade Yonsei=Yonsei University; Governo russo=Russian Government
Faculdade de Economia=Faculty of Economics; Tribunal de Justiça de São Paulo=Court of Justice of São Paulo
Federação Russa de Atletismo=Russian Athletics Federation; seleção argentina=Argentine national team
Partido Comunista Francês=French Communist Party; Partido Liberal Democrático=Liberal Democratic Party
Bolsa de Tóquio=Tokyo Stock Exchange; Governo Regional dos Açores=Regional Government of the Azores
Banco do Japão=Bank of Japan; Banco de Espanha=Bank of Spain; Prefeitura=City Hall
Prefeitura de São Paulo=City Hall of São Paulo; Exército israelense=Israeli Army; Relações Exteriores=Foreign Affairs
Indústria e do Comércio=Industry and Trade; Economia=Economy; França=France; RDA=GDR
"""

PEOPLE = """
Denis Manturov=
Dmitri Peskov=Dmitry Peskov; Mikhail Degtiarev=Mikhail Degtyarev; Serguei Lavrov=Sergei Lavrov; Putine=Putin
Vladimir Putine=Vladimir Putin; Iéltsin=Yeltsin; Gorbatchov=Gorbachev; Mikhail Gorbachov=Mikhail Gorbachev
Khrushchov=Khrushchev; Chostakovitch=Shostakovich; Anton Tchékhov=Anton Chekhov; Dostoiévski=Dostoevsky
Tolstói=Tolstoy; Tchaikovski=Tchaikovsky; Soljenítsin=Solzhenitsyn; Zelenski=Zelensky
Guennadi Ziuganov=Gennady Zyuganov
Iuri Lujkov=Yuri Luzhkov; Serguei Riabkov=Sergei Ryabkov; Aristóteles=Aristotle; Platão=Plato; Confúcio=Confucius
Cristóvão Colombo=Christopher Columbus; Fernão de Magalhães=Ferdinand Magellan; papa Francisco=Pope Francis
Papa João Paulo II=Pope John Paul II; rainha Isabel II=Queen Elizabeth II; Lênin=Lenin; Estaline=Stalin; Kadafi=Gaddafi
Maquiavel=Machiavelli; Joana d'Arc=Joan of Arc; Mao Tsé-tung=Mao Zedong; Luís XIV=Louis XIV
Valeri Todorovski=Valery Todorovsky
"""


def pairs(text: str) -> list[tuple[str, str]]:
    entries = [entry.strip() for entry in text.replace("\n", ";").split(";")]
    return [(name, english) for name, _, english in (entry.partition("=") for entry in entries if entry)]


@pytest.mark.parametrize(("name", "expected"), pairs(PLACES))
def test_places(name: str, expected: str) -> None:
    assert english_name(name, Kind.PLACE) == expected


@pytest.mark.parametrize(("name", "expected"), pairs(ORGANISATIONS))
def test_organisations(name: str, expected: str) -> None:
    assert english_name(name, Kind.ORGANISATION) == expected


@pytest.mark.parametrize(("name", "expected"), pairs(PEOPLE))
def test_people(name: str, expected: str) -> None:
    told = Setting(slavic=True) if name == "Iuri Lujkov" or "Valeri" in name else Setting()
    assert english_name(name, Kind.PERSON, told) == (expected or None)


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Copa do Mundo", Kind.EVENT, "World Cup"),
        ("Os Lusíadas", Kind.WORK, "The Lusiads"),
        ("PIB", Kind.OTHER, "GDP"),
        ("galego", Kind.OTHER, "Galician"),
        ("Coroa Sueca", Kind.OTHER, "Swedish Krona"),
    ],
)
def test_other_kinds(name: str, kind: Kind, expected: str) -> None:
    assert english_name(name, kind) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Portugal", Kind.PLACE),
        ("Pyongyang", Kind.PLACE),
        ("ANGOLA", Kind.PLACE),
        ("Vila Desconhecida", Kind.PLACE),
        ("Salvador", Kind.PLACE),
        ("Franca", Kind.PLACE),
        ("Rio de Janeiro", Kind.PLACE),
        ("Rio Claro", Kind.PLACE),
        ("rio Grande", Kind.PLACE),
        ("Granada", Kind.PLACE),
        ("Ilha Solteira", Kind.PLACE),
        ("Lago Norte", Kind.PLACE),
        ("Porto de Galinhas", Kind.PLACE),
        ("Porto de Mós", Kind.PLACE),
        ("Baía da Traição", Kind.PLACE),
        ("Estado de Direito", Kind.PLACE),
        ("Saúde", Kind.PLACE),
        ("Grande Hotel", Kind.PLACE),
        ("Cidade de Deus", Kind.PLACE),
        ("Banco do Brasil", Kind.ORGANISATION),
        ("Banco do Nordeste", Kind.ORGANISATION),
        ("Pão de Açúcar", Kind.ORGANISATION),
        ("América", Kind.ORGANISATION),
        ("Palácio da Cultura", Kind.PLACE),
        ("São Francisco", Kind.PLACE),
        ("NASA", Kind.ORGANISATION),
        ("Gazprom", Kind.ORGANISATION),
        ("Firma Qualquer", Kind.ORGANISATION),
        ("Ministério das Coisas", Kind.ORGANISATION),
        ("Universidade Católica Qualquer", Kind.ORGANISATION),
        ("Partido dos Amigos", Kind.ORGANISATION),
        ("Federação Marciana de Futebol", Kind.ORGANISATION),
        ("PT", Kind.ORGANISATION),
        ("PSD", Kind.ORGANISATION),
        ("x" * 500, Kind.ORGANISATION),
        ("x" * 500, Kind.PLACE),
        ("Moscou", Kind.PERSON),
        ("Andrei da Silva", Kind.PERSON),
        ("Yuri Alberto", Kind.PERSON),
        ("Boris Fausto", Kind.PERSON),
        ("Igor Lewandowski", Kind.PERSON),
        ("Serguei Babourine", Kind.PERSON),
        ("Serguei Chukov", Kind.PERSON),
        ("Ivan Lins", Kind.PERSON),
        ("Presidente Lula", Kind.PERSON),
        ("Sócrates", Kind.PERSON),
        ("ontem", Kind.DATE),
        ("500 km", Kind.QUANTITY),
        ("", Kind.PLACE),
        ("", Kind.PERSON),
    ],
)
def test_the_same_unknown_or_unsure_is_none(name: str, kind: Kind) -> None:
    assert english_name(name, kind) is None


def test_a_party_is_the_one_of_the_country_that_the_article_is_about() -> None:
    assert english_name("PSD", Kind.ORGANISATION, Setting(home="pt")) == "Social Democratic Party (Portugal)"
    assert english_name("PSD", Kind.ORGANISATION, Setting(home="br")) == "Social Democratic Party (Brazil)"
    assert english_name("PT", Kind.ORGANISATION, Setting(home="br")) == "Workers' Party"
    assert english_name("BE", Kind.ORGANISATION, Setting(home="br")) is None
    assert english_name("STJ", Kind.ORGANISATION, Setting(home="pt")) == "Supreme Court of Justice of Portugal"


def test_a_name_of_several_places_needs_a_neighbour() -> None:
    near = Setting(names=frozenset({"california"}))
    assert english_name("São Francisco", Kind.PLACE, near) == "San Francisco"
    assert english_name("Sócrates", Kind.PERSON, Setting(names=frozenset({"platao"}))) == "Socrates"


def test_a_role_tells_that_a_surname_is_russian() -> None:
    found = named("Degtiarev", Kind.PERSON, roles=("ministro russo do Esporte",))
    assert found is not None
    assert (found.text, found.source) == ("Degtyarev", EnglishFrom.RULE)
    assert named("Degtiarev", Kind.PERSON, roles=("ministro",)) is None


@pytest.mark.parametrize(
    ("name", "kind", "source"),
    [
        ("Alemanha", Kind.PLACE, EnglishFrom.CLDR),
        ("Turquia", Kind.PLACE, EnglishFrom.TABLE),
        ("Mascate", Kind.PLACE, EnglishFrom.TABLE),
        ("Caimão", Kind.PLACE, EnglishFrom.CLDR),
        ("Arábia Saudita", Kind.PLACE, EnglishFrom.CLDR),
        ("Guiné-Bissau", Kind.ORGANISATION, EnglishFrom.TABLE),
        ("Noruega do Sul", Kind.PLACE, None),
        ("Ilha de Marajó", Kind.PLACE, EnglishFrom.RULE),
        ("Ministério da Saúde", Kind.ORGANISATION, EnglishFrom.RULE),
        ("ONU", Kind.ORGANISATION, EnglishFrom.TABLE),
    ],
)
def test_it_says_where_a_name_comes_from(name: str, kind: Kind, source: EnglishFrom | None) -> None:
    found = named(name, kind)
    assert (found.source if found else None) == source


def test_both_spellings_have_one_code_and_one_key() -> None:
    assert territory("Irã") == territory("Irão") == "IR"
    assert territory("Lua") is None
    assert place_key("Moscou") == place_key("Moscovo") != place_key("Minsk")
    assert place_key("Vila Desconhecida") == "vila desconhecida"


def test_folding() -> None:
    assert fold("  São   Tomé ") == "sao tome"
    assert fold("D’Ávila") == "d'avila"


def test_the_gazetteer_holds_what_it_should() -> None:
    known = gazetteer()
    assert len(known.territories) > 280
    assert {"lisboa", "sao paulo", "kiev", "rio de janeiro"} <= known.places
    assert "" not in known.places | known.organisations | known.given | known.family
    assert "mundo" not in known.places


def test_the_tables_are_as_large_as_promised_and_say_their_sources() -> None:
    changed = [entry for entry in read("places") if entry.english and entry.english != entry.name]
    assert len(changed) > 900
    assert len({entry.english for entry in read("people")}) > 250
    organisations = list(read("organisations"))
    assert len({entry.english for entry in organisations}) > 500
    assert {entry.source for entry in organisations} == {"own", "press", "same"}
    assert "" not in table("places").keys() | table("organisations").keys() | table("people").keys()


@pytest.mark.parametrize(
    "name", ["places", "people", "organisations", "topics", "nations", "sports", "leanings", "given"]
)
def test_no_table_says_two_things_of_one_name(name: str) -> None:
    """Where it may mean two, what is around it must tell them apart."""
    seen: dict[tuple[str, str, frozenset[str]], str | None] = {}
    for entry in read(name):
        key = (entry.name.casefold(), entry.home, entry.near)
        assert seen.setdefault(key, entry.english) == entry.english, entry
