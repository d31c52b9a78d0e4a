"""Who is who, on texts written for it: ``[P:Kim Jong Un:1]`` is a mention of a person, of the entity 1."""

from __future__ import annotations

import re

import pytest

from articles.model import Span
from reader.entities.merging import merge
from reader.entities.model import Kind, Mention

KINDS = {"P": Kind.PERSON, "O": Kind.ORGANISATION, "L": Kind.PLACE, "W": Kind.WORK, "E": Kind.EVENT}
MARK = re.compile(r"\[([POLWE]):([^:\]]+):(\w+)\]")


def said_and_true(marked: str) -> tuple[list[list[str]], list[list[str]]]:
    """The entities found in a marked text, and those it is marked with, as the texts of their mentions."""
    body, mentions, true = "", [], {}
    last = 0
    for match in MARK.finditer(marked):
        body += marked[last : match.start()]
        last = match.end()
        mention = Mention(Span(len(body), len(body) + len(match[2])), KINDS[match[1]], match[2])
        body += match[2]
        mentions.append(mention)
        true.setdefault(match[3], []).append(mention)
    body += marked[last:]
    names = [[f"{mention.text}@{mention.span.start}" for mention in each.mentions] for each in merge(mentions, body)]
    return sorted(names), sorted([f"{mention.text}@{mention.span.start}" for mention in each] for each in true.values())


ALIASES = """
[P:Luiz Inácio Lula da Silva:1] venceu. [P:Lula:1] discursou. O presidente [P:Lula da Silva:1] viaja.
[P:Dilma Rousseff:1] saiu. [P:Dilma:1] voltou. A presidente [P:Rousseff:1] falou.
[P:Neymar da Silva Santos Júnior:1] marcou. [P:Neymar:1] sorriu. [P:Neymar Jr.:1] saiu.
[P:Edson Arantes do Nascimento:1], o [P:Pelé:1], morreu. [P:Pelé:1] marcou mil gols.
[P:Edson Arantes do Nascimento:1] veio. [P:Edson Arantes:1], conhecido como [P:Pelé:1], ri. [P:Pelé:1] cala.
A [P:Sra. Silva:1] veio. A Sra. [P:Silva:1] riu.
[P:Arthur Antunes Coimbra:1], mais conhecido como [P:Zico:1], treina. [P:Zico:1] ri.
[P:Maria da Graça Meneghel:1], a [P:Xuxa:1], canta. [P:Xuxa:1] dança.
[P:José Gregório:1] («[P:Grego:1]») é campeão. [P:Grego:1] ganhou.
O traficante [P:Luiz Fernando da Costa:1], conhecido como [P:Fernandinho Beira-Mar:1], fugiu. [P:Beira-Mar:1] caiu.
[P:Fernando Pessoa:1] escreveu. Seu amigo [P:Mário de Sá-Carneiro:2] também. [P:Sá-Carneiro:2] morreu.
[P:J. K. Rowling:1] publica. [P:Rowling:1] vende.
[P:J.K. Rowling:1] publica. A escritora [P:J. K. Rowling:1] vende.
[P:Fernando Henrique Cardoso:1] governa. [P:F. H. Cardoso:1] assina. [P:FHC:1] ri. [P:Cardoso:1] cala.
[P:Fernando H. Cardoso:1] governa. [P:Fernando Henrique Cardoso:1] assina.
[P:Juscelino Kubitschek:1] construiu. [P:JK:1] sorriu.
[P:Antônio Carlos Magalhães Neto:1] é prefeito. [P:ACM Neto:1] fala. [P:Neto:1] ri.
[P:John F. Kennedy:1] morreu. [P:John Kennedy:1] viveu. [P:Kennedy:1] amou.
[P:Volodymyr Zelensky:1] falou. [P:Zelenski:1] ouviu. [P:Volodymyr Zelenskyy:1] riu.
[P:Muammar Kadafi:1] caiu. [P:Khadafi:1] fugiu. O coronel [P:Gaddafi:1] gritou.
[P:Kim Jong Un:1] e [P:Putin:2] riem. [P:Kim Jong-un:1] parte.
[P:Zelensky:1] falou. [P:Zelenski:1] ouviu.
[P:Luís de Sousa:1] escreve. [P:Luiz de Souza:1] assina.
[P:Serguei Lavrov:1] veio. [P:Sergei Lavrov:1] foi.
[P:Gorbatchov:1] e a perestroika. [P:Gorbachev:1] e a glasnost.
[P:Dmitri Peskov:1] nega. [P:Peskov:1] mente. [P:Dmitry Peskov:1] cala.
[P:José Saramago:1] ganhou. [P:SARAMAGO:1] vence. [P:Jose Saramago:1] fala.
[P:Marcelo Rebelo de Sousa:1] fala. [P:Rebelo de Sousa:1] ouve. [P:Marcelo:1] abraça.
A ministra [P:Marina Silva:1] falou. A ministra [P:Silva:1] saiu.
[P:Mohammed bin Salman:1] manda. [P:Bin Salman:1] ri. [P:Salman:1] dorme.
O [P:papa Francisco:1] reza. [P:Francisco:1] abençoa. Segundo o papa [P:Francisco:1], chove.
[P:Ludwig van Beethoven:1] compôs. [P:Van Beethoven:1] ouviu. [P:Beethoven:1] calou.
[P:D. Pedro II:1] viajou. O imperador [P:Pedro II:1] voltou.
[P:Jean-Paul Sartre:1] pensa. [P:Jean Paul Sartre:1] escreve. [P:Sartre:1] fuma.
[P:Sebastião José de Carvalho e Melo:1], o futuro [P:Marquês de Pombal:1], governa. [P:Pombal:1] manda.
A [O:Organização das Nações Unidas:1] ([O:ONU:1]) vota. A [O:ONU:1] decide.
O [O:STF:1] ([O:Supremo Tribunal Federal:1]) julga. O [O:Supremo:1] decide.
O [O:Instituto da Água Doce:1], o [O:IAD:1], abre. O [O:IAD:1] fecha.
O [O:Instituto da Água Doce:1] abre. Dias depois, o [O:IAD:1] fecha.
A [O:Companhia Urbanizadora da Nova Capital:1], a [O:Novacap:1], constrói.
A [O:Pontifícia Universidade Católica do Rio de Janeiro:1] ([O:PUC-Rio:1]) ensina.
A [O:Superintendência do Desenvolvimento do Nordeste:1] ([O:Sudene:1]) planta. A [O:Sudene:1] colhe.
O [O:Instituto Brasileiro do Meio Ambiente:1] ([O:Ibama:1]) multa. O [O:Ibama:1] multa.
A [O:Organização do Tratado do Atlântico Norte:1] ([O:NATO:1]) arma-se. A [O:OTAN:1] cresce.
A [O:Câmara dos Deputados:1] vota. A [O:Câmara:1] aprova. O [O:Senado Federal:2] espera. O [O:Senado:2] cala.
O [O:Banco Itaú:1] lucra. O [O:Itaú:1] paga.
A [O:PIDE:1], rebatizada [O:Direção-Geral de Segurança:1] ([O:DGS:1]), prende. A [O:PIDE:1] mata. A [O:DGS:1] mente.
O [O:Conselho de Segurança da ONU:1] vota. O [O:Conselho de Segurança:1] decide.
O [O:Banco Central do Brasil:1] paga. O [O:Banco Central:1] emite.
O [O:Instituto de Arte de Beja:1] e o [O:Instituto de Arte:1]. O [O:Instituto:1] abre.
A [O:Receita:1] cobra. A [O:Receita Federal:1] paga.
O [O:PMDB-SP:1] vota. O [O:PMDB:1] perde.
A [O:TVI-Televisão Independente:1] fala. A [O:TVI:1] ri.
Os [O:Los Angeles Clippers:1] ganham. Os [O:Clippers:1] riem.
Os [O:Chicago Bulls:1] ganham. Os [O:Bulls:1] riem.
A [O:Rede Manchete:1] fecha. A [O:Manchete:1] abre.
O [O:Ministério da Fazenda:1] gasta. A [O:Fazenda:1] cobra.
O [O:Desportivo de Chaves:1] ganha. O [O:Chaves:1] festeja em [L:Chaves:2].
[L:Vila Franca de Xira:1] cresce. [L:Vila Franca:1] encolhe.
A [L:Bósnia:1] e a [L:Bósnia-Herzegovina:1].
A [O:Petrobras:1] lucra. A [O:Petrobrás:1] paga.
Os [L:EUA:1] e a [L:Rússia:2]. Os [L:Estados Unidos:1] e a [L:Federação Russa:2].
[L:Moscou:1] ou [L:Moscovo:1]. O [L:Rio:2] de fevereiro. O [L:Rio de Janeiro:2] de março.
A [L:Birmânia:1] e [L:Mianmar:1]. [L:Kiev:2], [L:Kyiv:2]. [L:Pequim:3] e [L:Beijing:3]. [L:NY:4] ou [L:Nova York:4].
[L:URSS:1] ou [L:União Soviética:1]. [L:Timor Leste:2] e [L:Timor-Leste:2]. [L:Leninegrado:3], [L:Leningrado:3].
A [L:Holanda:1] joga. Os [L:Países Baixos:1] ganham.
O [L:Terreiro do Paço:1], hoje [L:Praça do Comércio:1], enche. A [L:Praça do Comércio:1] brilha.
«[W:Os Lusíadas:1]» é um poema. [W:"Os Lusíadas":1] tem dez cantos. [W:OS LUSÍADAS:1]!
A [E:Copa do Mundo:1] começa. A [E:COPA DO MUNDO:1] acaba.
"""

DISTINCT = """
[P:Kim Jong Un:1] reina. Seu pai, [P:Kim Jong Il:2], reinou. [P:Kim Il Sung:3] fundou o país.
[P:Kim Jong Un:1] recebeu flores. [P:Kim:1] sorriu. [P:Kim Jong Il:2] morreu em 2011.
[P:José Silva:1] veio. A ministra [P:Silva:2] saiu. A ministra [P:Silva:2] voltou. [P:José Silva:1] riu.
[P:José Silva:1] veio. A Sra. [P:Silva:2] saiu.
[P:José Silva:1] e [P:Maria Silva:2] casaram. O Sr. [P:Silva:1] dança. A dona [P:Silva:2] ri. [P:Silva:2] cala.
O ministro [P:João Silva:1] e o deputado [P:Rui Silva:2]. O ministro [P:Silva:1] fala. O deputado [P:Silva:2] ri.
O Sr. [P:Silva:1] e a Sra. [P:Silva:2] saíram. A Sra. [P:Silva:2] voltou.
Os irmãos [P:Silva:1] fugiram. [P:João Silva:2] foi preso. [P:Silva:2] nega. Os [P:Silva:1] são três.
[P:Silva:1] veio. O Sr. [P:Silva:1] fala. A Sra. [P:Silva:2] ouve. [P:Silva:2] ri.
[P:João Silva:1] e os [P:irmãos Silva:2]. A [P:família Silva:2] cresce.
[P:José Silva:1], [P:João Silva:2], [P:José Silva:1], [P:José Silva:1], [P:José Silva:1]. O Sr. [P:Silva:1] ri.
O casal [P:Obama:1] viajou. [P:Barack Obama:2] falou. [P:Michelle Obama:3] riu. [P:Obama:3] calou.
Vieram [P:Rui:1], a [P:Ana:2], o [P:João:3], e [P:Ivo Melo:4], o [P:Pedro:5].
Os irmãos [P:Joel:1] e [P:Ethan Coen:2] filmam. [P:Joel:1] escreve.
[P:João Silva Filho:1] é neto. [P:João Silva:2] é avô.
[P:George W. Bush:1] invadiu. [P:George Bush:2] também.
[P:Jeb Bush:1], irmão de [P:George:2], perdeu. [P:George Bush:2] ri.
[P:Fábio Luís Lula da Silva:1] enriqueceu. Filho de [P:Lula:2], [P:Fábio:1] nega.
[P:Fidel Castro:1] e [P:Raúl Castro:2]. [P:Raúl:2] herdou de [P:Fidel:1].
[P:Fidel Castro:1] morreu. Seu irmão [P:Raúl Castro:2] governa. O presidente [P:Castro:2] viaja.
[P:Flávio Bolsonaro:1], filho de [P:Bolsonaro:2], é senador. [P:Jair Bolsonaro:2] riu.
[P:Kim:1] e [P:Kim Jong Il:2] são dois. [P:Kim Jong Un:1] reina.
[P:Marta Suplicy:1] saiu. O senador [P:Suplicy:2] ficou. [P:Eduardo Suplicy:2] canta.
[P:Carlos Nobre:1], irmão de [P:Antonio:2], mede. [P:Antonio Donato Nobre:2] pesa.
[P:Alexandre Dumas pai:1] escreveu. [P:Alexandre Dumas filho:2] também.
[P:Louis Jourdain:1] é filho do chefe [P:Floyd Jourdain:2].
[P:Ana Melo:1] e [P:Rui Mello:2] saem. [P:Melo:1] volta. [P:Mello:2] cai.
[P:João Paulo II:1] rezou. [P:João Paulo I:2] morreu.
[P:D. Pedro I:1] partiu. [P:D. Pedro II:2] ficou.
[P:Bill Clinton:1] riu. [P:Hillary Clinton:2] chorou. A senadora [P:Clinton:2] fala. O ex-presidente [P:Clinton:1] ri.
O [O:Banco Central:1] sobe os juros. O [O:Banco Central Europeu:2] desce.
O [O:Estado de S. Paulo:1] publicou. O [O:Estado:2] paga.
O [O:Conselho de Segurança da ONU:1] e o [O:Conselho de Segurança Nacional:2]. O [O:Conselho de Segurança:1] vota.
A [O:Polícia Federal:1] ([O:STF:2]) agiu.
O [O:Sporting de Braga:1] joga com o [O:Sporting:2].
O [O:São Paulo:1] joga em [L:São Paulo:2].
A [L:União Soviética:1], hoje [L:Rússia:2], caiu.
A [L:Ilha de Moçambique:1] fica em [L:Moçambique:2]. A [L:Guiné Equatorial:3] e a [L:Guiné:4].
O [O:Sindicato da Região Centro:1] e o [O:Centro:2].
O [O:Sporting de Braga:1] e o [O:Sporting da Covilhã:2]. O [O:Sporting:3] ri.
[L:Mato Grosso:1] e [L:Mato Grosso do Sul:2]. O [L:Estado de São Paulo:3] e [L:São Paulo:4].
A [L:Alemanha:1] e a [L:Alemanha de Leste:2].
A [L:Coreia do Norte:1] e a [L:Coreia do Sul:2].
A [O:Universidade de São Paulo:1] e a [O:Universidade de Campinas:2]. A [O:USP:1] cresce.
"""


@pytest.mark.parametrize("marked", ALIASES.strip().splitlines())
def test_names_of_one(marked: str) -> None:
    said, true = said_and_true(marked)
    assert said == true


@pytest.mark.parametrize("marked", DISTINCT.strip().splitlines())
def test_names_of_several(marked: str) -> None:
    said, true = said_and_true(marked)
    assert said == true
