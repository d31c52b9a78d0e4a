"""Recognising by rules: what is a name, where it ends, and of what kind it is."""

from __future__ import annotations

import pytest

from reader.entities.model import Kind, Recogniser, SteppedRecogniser
from reader.entities.rules import RuleRecogniser, is_acronym

RULES = RuleRecogniser()

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE


def named(*sentences: str) -> list[tuple[str, Kind]]:
    """The mentions of a document, without dates and quantities."""
    return [
        (mention.text, mention.kind)
        for found in RULES.recognise(sentences)
        for mention in found
        if mention.kind not in {Kind.DATE, Kind.QUANTITY}
    ]


def test_it_fills_the_contract() -> None:
    recogniser: Recogniser = RULES
    assert isinstance(recogniser, SteppedRecogniser)
    assert (recogniser.name, bool(recogniser.version)) == ("rules", True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A conversa entre Joana Prates e Duarte Lima foi curta.", [("Joana Prates", PERSON), ("Duarte Lima", PERSON)]),
        ("Ontem morreu Manuel Costa e Silva em Évora.", [("Manuel Costa e Silva", PERSON), ("Évora", PLACE)]),
        ("O escritor José Eduardo dos Santos não veio.", [("José Eduardo dos Santos", PERSON)]),
        ("A obra de J. K. Rowling vende bem.", [("J. K. Rowling", PERSON)]),
        ("Falou o general Ludwig van der Berg.", [("Ludwig van der Berg", PERSON)]),
        ("O poeta Antero d'Ávila escreve.", [("Antero d'Ávila", PERSON)]),
        ("Ouviu o Sr. Sequeira e a dona Amélia.", [("Sequeira", PERSON), ("Amélia", PERSON)]),
        ("O Presidente Clinton riu.", [("Clinton", PERSON)]),
        ("Paula Reis, 41, mora na rua Augusta.", [("Paula Reis", PERSON), ("Augusta", PLACE)]),
        ("Nasceu D. Pedro II no Rio de Janeiro.", [("D. Pedro II", PERSON), ("Rio de Janeiro", PLACE)]),
        ("Ele mora em Odemira e trabalha em Qaraquş.", [("Odemira", PLACE), ("Qaraquş", PLACE)]),
        ("O Irã, o Irão e a Coréia do Norte negam.", [("Irã", PLACE), ("Irão", PLACE), ("Coréia do Norte", PLACE)]),
        ("A Avenida da Liberdade fechou.", [("Avenida da Liberdade", PLACE)]),
        ("Vive na Rua das Flores.", [("Rua das Flores", PLACE)]),
        ("A ponte fica sobre o rio Tejo.", [("Tejo", PLACE)]),
        ("O jogo Holanda-Portugal acabou.", [("Holanda", PLACE), ("Portugal", PLACE)]),
        ("Ele foi à Guiné-Bissau.", [("Guiné-Bissau", PLACE)]),
        ("Trabalha na Universidade de Lisboa.", [("Universidade de Lisboa", ORGANISATION)]),
        (
            "Vai do Ministério do Comércio e Indústria ao Banco Central.",
            [("Ministério do Comércio e Indústria", ORGANISATION), ("Banco Central", ORGANISATION)],
        ),
        (
            "Falou na Comissão de Agricultura da Câmara dos Deputados.",
            [("Comissão de Agricultura", ORGANISATION), ("Câmara dos Deputados", ORGANISATION)],
        ),
        (
            "A Organização Mundial da Saúde (OMS) avisou.",
            [("Organização Mundial da Saúde", ORGANISATION), ("OMS", ORGANISATION)],
        ),
        ("A Sumol & Compal cresceu.", [("Sumol & Compal", ORGANISATION)]),
        ("A empresa Fosforeira lucrou.", [("Fosforeira", ORGANISATION)]),
        ("O Sistema Único de Saúde atende.", [("Sistema Único de Saúde", ORGANISATION)]),
        ("A União Soviética e a Frota do Pacífico.", [("União Soviética", PLACE), ("Frota do Pacífico", ORGANISATION)]),
        ("Ele temia Washington.", [("Washington", PLACE)]),
        ("Leu Machado de Assis, morto em casa.", [("Machado de Assis", PERSON)]),
        ("Foi ao Hospital de Todos os Santos.", [("Hospital de Todos os Santos", PLACE)]),
        ("Os EUA e a ONU discordam.", [("EUA", PLACE), ("ONU", ORGANISATION)]),
        ("Ele comprou caças Sukhoi Su-35.", [("Sukhoi", ORGANISATION), ("Su-35", Kind.WORK)]),
        ("Leu o romance «O Silêncio das Águas» ontem.", [("O Silêncio das Águas", Kind.WORK)]),
        ('Viu o filme "Chuva de maio" na cama.', [("Chuva de maio", Kind.WORK)]),
        ("Estudou Os Lusíadas na escola.", [("Os Lusíadas", Kind.WORK)]),
        ("Ganhou a Copa do Mundo de novo.", [("Copa do Mundo", Kind.EVENT)]),
        ("Fugiu na Segunda Guerra Mundial.", [("Segunda Guerra Mundial", Kind.EVENT)]),
        ("A Copa do Mundo de 2026 será no México.", [("Copa do Mundo", Kind.EVENT), ("México", PLACE)]),
        ("O Prêmio Nobel de Física de 1921 é dele.", [("Prêmio Nobel de Física", Kind.OTHER)]),
        ("O Orçamento do Estado para 2024 passou.", [("Orçamento do Estado", Kind.OTHER)]),
        ("A COP30 será na Bahia.", [("COP30", Kind.EVENT), ("Bahia", PLACE)]),
        ("O vírus causa a Covid-19.", [("Covid-19", Kind.OTHER)]),
        ("Mora em Campinas (SP) há anos.", [("Campinas", PLACE), ("SP", PLACE)]),
        ("Ana Lima (PT) falou.", [("Ana Lima", PERSON), ("PT", ORGANISATION)]),
        ("Segundo a Lei 8.112/90, é crime.", [("Lei 8.112/90", Kind.OTHER)]),
        ("A Constituição é clara.", [("Constituição", Kind.OTHER)]),
        ("Se o Presidente da República quiser, muda.", []),
    ],
)
def test_names(sentence: str, expected: list[tuple[str, Kind]]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        " ",
        "Depois disso, nada mudou.",
        "Choveu muito durante a noite inteira.",
        "Inflação sobe de novo.",
        "«Não hesitaremos», disse ele.",
        "12 34 5",
        "— Sim.",
        "[/] [red] [@click=app.quit]x[/]",
        "A TV e o CD já eram.",
        "R. e P.",
        "RESPONSÁVEIS políticos reuniram-se.",
    ],
)
def test_no_names(sentence: str) -> None:
    assert named(sentence) == []


def test_the_document_judges_the_first_word() -> None:
    assert named("Neblina fechou a estrada.", "A neblina voltou.") == []
    assert named("Zandor teme a chuva.", "Ontem ouviram Zandor outra vez.") == [("Zandor", PERSON)] * 2


@pytest.mark.parametrize("sentence", ["Zulmirinha disse que vem.", "Zulmirinha -- Não sei.", "Zulmirinha é bela."])
def test_an_unknown_first_word_before_a_verb(sentence: str) -> None:
    assert named(sentence) == [("Zulmirinha", PERSON)]


def test_one_name_has_one_kind_throughout() -> None:
    found = named("O deputado Barcelar falou.", "Em casa, Barcelar descansa.", "O Barcelar ganhou.")
    assert found == [("Barcelar", PERSON)] * 3


def test_a_part_of_a_persons_name_is_a_person() -> None:
    found = named("A obra de Nelson Viseu agrada.", "O Viseu vende.")
    assert found[0] == ("Nelson Viseu", PERSON)
    assert {kind for text, kind in found if text == "Viseu"} == {PERSON}


def test_headlines_in_capitals() -> None:
    headline = "LUKOV VISITA FÁBRICA DE AVIÕES NA RÚSSIA"
    assert named(headline, "Na fábrica, Lukov sorriu.")[:2] == [("LUKOV", PERSON), ("RÚSSIA", PLACE)]
    assert named("MARIANA DA NÓBREGA") == [("MARIANA DA NÓBREGA", PERSON)]
    assert named("GOVERNO ANUNCIA CORTES NOS GASTOS") == [("GOVERNO", ORGANISATION)]


def test_numbers_take_what_names_would() -> None:
    kinds = [mention.kind for mention in RULES.recognise(["A Vale gastou R$ 3 milhões em Maio de 2019."])[0]]
    assert kinds == [ORGANISATION, Kind.QUANTITY, Kind.DATE]


def test_a_full_stop_that_belongs_to_the_name() -> None:
    assert named("Chegou Alberto Helena Jr. hoje.") == [("Alberto Helena Jr.", PERSON)]


def test_the_same_text_gives_the_same_mentions() -> None:
    sentences = ["Marta Reis vive em Faro.", "A ONU reuniu-se."]
    assert RULES.recognise(sentences) == RuleRecogniser().recognise(sentences)


def test_steps_end_with_what_recognise_returns() -> None:
    sentences = ["Marta Reis vive em Faro e gosta de ler jornais."] * 300
    steps = list(RULES.recognise_in_steps(sentences))
    assert steps[:-1] == [None] * (len(steps) - 1)
    assert len(steps) > 5
    assert steps[-1] == RULES.recognise(sentences)


def test_no_sentences() -> None:
    assert RULES.recognise([]) == []


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("onu", "organizacao das nacoes unidas", True),
        ("oms", "organizacao mundial da saude", True),
        ("pt", "partido dos trabalhadores", True),
        ("pc do b", "partido comunista", False),
        ("x", "xadrez", False),
        ("abc", "organizacao mundial da saude", False),
    ],
)
def test_acronyms(short: str, long: str, expected: bool) -> None:
    assert is_acronym(short, long) is expected
