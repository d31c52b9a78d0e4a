"""Names that are one without the text saying so, written for this project; folded."""

from __future__ import annotations

from reader.entities.wordlist import words

_ORGANISATIONS = """
onu = organizacao das nacoes unidas; nacoes unidas; un; o.n.u
otan = organizacao do tratado do atlantico norte; nato; alianca atlantica
fmi = fundo monetario internacional; imf
ue = uniao europeia
bce = banco central europeu
oms = organizacao mundial da saude; organizacao mundial de saude; who
omc = organizacao mundial do comercio; organizacao mundial de comercio
oit = organizacao internacional do trabalho
oea = organizacao dos estados americanos
opep = organizacao dos paises exportadores de petroleo
ocde = organizacao para a cooperacao e desenvolvimento economico
ocde = organizacao para a cooperacao e o desenvolvimento economico
aiea = agencia internacional de energia atomica
tpi = tribunal penal internacional
unesco = organizacao das nacoes unidas para a educacao, a ciencia e a cultura
unicef = fundo das nacoes unidas para a infancia
acnur = alto comissariado das nacoes unidas para os refugiados
fao = organizacao das nacoes unidas para a alimentacao e a agricultura
cplp = comunidade dos paises de lingua portuguesa
cia = agencia central de inteligencia
stf = supremo tribunal federal
stj = superior tribunal de justica
tse = tribunal superior eleitoral
tst = tribunal superior do trabalho
stm = superior tribunal militar
tcu = tribunal de contas da uniao
agu = advocacia-geral da uniao
pgr = procuradoria-geral da republica
cnj = conselho nacional de justica
pf = policia federal
prf = policia rodoviaria federal
oab = ordem dos advogados do brasil
bc = banco central do brasil
bndes = banco nacional de desenvolvimento economico e social
ibge = instituto brasileiro de geografia e estatistica
inpe = instituto nacional de pesquisas espaciais
inss = instituto nacional do seguro social
incra = instituto nacional de colonizacao e reforma agraria
ibama = instituto brasileiro do meio ambiente e dos recursos naturais renovaveis
funai = fundacao nacional do indio; fundacao nacional dos povos indigenas
anvisa = agencia nacional de vigilancia sanitaria
fiocruz = fundacao oswaldo cruz
petrobras = petroleo brasileiro; petroleo brasileiro s.a
embraer = empresa brasileira de aeronautica
cbf = confederacao brasileira de futebol
fifa = federacao internacional de futebol
coi = comite olimpico internacional
cob = comite olimpico brasileiro
mst = movimento dos trabalhadores rurais sem terra; movimento dos trabalhadores rurais sem-terra
mst = movimento dos sem-terra; movimento dos sem terra
cut = central unica dos trabalhadores
pt = partido dos trabalhadores
psdb = partido da social democracia brasileira; partido da social-democracia brasileira
pmdb = partido do movimento democratico brasileiro
mdb = movimento democratico brasileiro
pdt = partido democratico trabalhista
psb = partido socialista brasileiro
pcdob = partido comunista do brasil; pc do b
ps = partido socialista
psd = partido social democrata; partido social-democrata
pcp = partido comunista portugues
cds = centro democratico social
usp = universidade de sao paulo
unicamp = universidade estadual de campinas
ufrj = universidade federal do rio de janeiro
fgv = fundacao getulio vargas
taliba = taleban; talibas; talibans
fbi = departamento federal de investigacao
fed = federal reserve; reserva federal
"""

CANONICAL: dict[str, str] = {
    name.strip(): short.strip()
    for line in _ORGANISATIONS.strip().splitlines()
    for short, _, names in [line.partition("=")]
    for name in names.split("; ")
}
"""Folded names of organisations, and the one that stands for all of a kind."""

PLACES: dict[str, str] = {
    "bosnia": "ba",
    "bosnia-herzegovina": "ba",
    "bosnia-herzegovinia": "ba",
    "bosnia and herzegovina": "ba",
    "birmania": "mm",
    "burma": "mm",
    "estados unidos": "us",
    "estados unidos da america": "us",
    "federacao russa": "ru",
    "russian federation": "ru",
    "holanda": "nl",
    "netherlands": "nl",
    "republica da coreia": "kr",
    "republica popular da china": "cn",
    "republica popular democratica da coreia": "kp",
    "rpdc": "kp",
    "timor leste": "tl",
    "timor-leste": "tl",
    "soviet union": "urss",
    "uniao sovietica": "urss",
    "ussr": "urss",
    "cidade do rio de janeiro": "rio de janeiro",
    "rio": "rio de janeiro",
    "sampa": "sao paulo",
}
"""Places as ``english.place_key`` has them, and the one that stands for all of a kind."""

VAGUE_HEADS = words(
    """
    estado uniao governo nacional internacional grupo sao santa santo nova novo o a os as vitoria sporting atletico
    real clube fc desportivo gremio united racing deportivo banco new the folha jornal diario correio
    """
)
"""First words of organisations that alone name another thing, or nothing: "Estado" is not "Estado de S. Paulo"."""
