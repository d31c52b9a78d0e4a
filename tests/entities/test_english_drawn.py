"""Names drawn by chance from news that nobody looked at while the tables were written.

74 names of places and organisations of UNER Bosque's development part, drawn with a seed; their English was written
down before the code was asked. At first sight 60 of the 74 were right (.81), one said "Angola" for "ANGOLA", and 13
had no English where there is one; none had a wrong one. Ten of these were mended since, five by rules for kinds of
names ("Universidade Yonsei", the hyphen of "Estados-Unidos"), five by a line in a table. Three stay without English of
their own ("?" here) and are left to translation.
"""

from __future__ import annotations

import pytest

from reader.entities.english import english_name
from reader.entities.model import Kind
from tests.entities.test_english import pairs

PLACES = """
ANGOLA=; Manaus=; Coréia=Korea; Albânia=Albania; Holanda=Netherlands; Leste Europeu=Eastern Europe
Madison Square Garden=; Tóquio=Tokyo; Irlanda do Norte=Northern Ireland; Pará=; Berlim=Berlin
Oceanário de Lisboa=Lisbon Oceanarium; Nova Zelândia=New Zealand; Cisjordânia=West Bank
Grã-Bretanha=Great Britain; Estados-Unidos=United States; Vale do Ave=Ave Valley; Roma=Rome; Lisboa=Lisbon
Cairo=; Bruxelas=Brussels; Rússia=Russia; Nova York=New York; Florida=; Antuérpia=Antwerp; China=
Jacarta=Jakarta; Alemanha=Germany; Quinta Avenida=Fifth Avenue; Novo México=New Mexico; Jericó=Jericho
Moçambique=Mozambique; Jerusalém Oriental=East Jerusalem; Camboja=Cambodia; Moscovo=Moscow; Colômbia=Colombia
"""

ORGANISATIONS = """
PMDB=Brazilian Democratic Movement Party; UNITA=; Departamento de Estado=State Department
Comissão para a Igualdade e os Direitos das Mulheres=?; Planalto=?; Universidade de Harvard=Harvard University
Masp=São Paulo Museum of Art; Botafogo=; Batalhão de Choque=?
Secretaria do Meio Ambiente=Secretariat of the Environment; Universidade do Porto=University of Porto
Justiça do Trabalho=Labor Court; RDA=GDR; Fazenda=?; PCP=Portuguese Communist Party
Partido Liberal Democrático=Liberal Democratic Party; Tesouro=Treasury; Universidade Yonsei=Yonsei University
Banco Central=Central Bank; Guarda Nacional=National Guard; Negócios Estrangeiros=Foreign Affairs
Comité Central=Central Committee; Comissão Europeia=European Commission
Federação do Comércio do Estado de São Paulo=?; Assembleia da República=Assembly of the Republic
Casa Branca=White House
Organização dos Países Exportadores de Petróleo=Organization of the Petroleum Exporting Countries
Ministério da Ciência e da Tecnologia=Ministry of Science and Technology
Instituto Brasileiro de Geografia e Estatística=Brazilian Institute of Geography and Statistics
Médicos Sem Fronteiras=Doctors Without Borders; Judiciário=Judiciary; PF=Federal Police of Brazil
Guiné-Bissau=Guinea-Bissau; OPEP=OPEC; Governo=Government
Ministério das Relações Exteriores=Ministry of Foreign Affairs; Otan=NATO; Lusa=
"""

DRAWN = [
    *((name, Kind.PLACE, english) for name, english in pairs(PLACES)),
    *((name, Kind.ORGANISATION, english) for name, english in pairs(ORGANISATIONS)),
]


@pytest.mark.parametrize(("name", "kind", "expected"), DRAWN)
def test_a_name_drawn_by_chance(name: str, kind: Kind, expected: str) -> None:
    assert english_name(name, kind) == (expected if expected not in ("", "?") else None)


def test_they_are_as_many_as_it_says() -> None:
    assert len(DRAWN) == 74
