"""Words that make a role: trades and offices beyond the titles that announce a name, nations, kinds of enterprise."""

from __future__ import annotations

import functools
import re

from reader.entities.cues import NO_ROLE, ORG_NOUNS, is_title
from reader.entities.wordlist import words

_MORE = words(
    """
    responsável encarregado encarregada astrônomo astrónomo astrônoma agrônomo agrónomo aviador aviadora estivador
    capoeirista jesuíta diplomata magistrado magistrada enfermeiro enfermeira cozinheiro cozinheira chef padeiro oficial
    traficante terrorista assassino assassina vencedor vencedora ganhador ganhadora intelectual geógrafo geógrafa
    matemático matemática urbanista designer palhaço rapper dj cacique pajé primeira-dama bombeiro comediante bancário
    empregado empregada funcionário funcionária agricultor agricultora pescador pescadora lavrador garimpeiro
    marinheiro almirante guerrilheiro guerrilheira rebelde refém vítima sobrevivente testemunha réu ré acusado acusada
    suspeito suspeita condenado condenada presidenta antecessor antecessora sucessor sucessora rival adversário
    adversária parceiro parceira líder-supremo patriarca mecenas colecionador editor-chefe redator redatora locutor
    locutora comentarista narrador narradora âncora correspondente enviado enviada biógrafo biógrafa tradutor tradutora
    ensaísta contista poeta cronista letrista violinista baterista baixista flautista organista regente soprano tenor
    barítono dançarino dançarina modelo manequim joalheiro alfaiate costureira estadista parlamentar congressista
    legislador legisladora procurador-geral defensor defensora tabelião notário notária auditor auditora contador
    contadora corretor corretora investidor investidora bilionário bilionária milionário herdeiro magnata fazendeiro
    fazendeira pecuarista comerciante vendedor vendedora lojista livreiro livreira cofundador cofundadora cocriador
    programador programadora técnica zagueira goleira atacante meio-campista ponta ala pivô armador levantador
    levantadora líbero oposto judoca boxeador boxeadora lutador lutadora ginasta surfista skatista velocista saltador
    saltadora remador cavaleiro amazona jóquei enxadrista alpinista montanhista explorador exploradora navegador
    veterinário veterinária dentista farmacêutico farmacêutica nutricionista fisioterapeuta terapeuta pediatra obstetra
    pedagogo pedagoga educador educadora orientador orientadora bolseiro bolseira docente mestre mestra doutorando
    doutoranda catedrático catedrática ministro-chefe premiê premier número-um vice-campeão primogênito primogénito
    caçula gêmeo gémea irmão-gêmeo afilhado afilhada padrinho madrinha mentor mentora discípulo discípula mestre-sala
    missionário missionária pregador pregadora diácono xamã mufti imã imame patriarca cardeal-patriarca
    noivo noiva ex-mulher ex-marido cunhado cunhada padrasto madrasta enteado enteada bisneto bisneta bisavô
    moradora morador residente vizinho vizinha aposentado aposentada reformado reformada pensionista dona-de-casa
    """
)
_TRADE = re.compile(r"(?:\w{3,}(?:ólog[oa]|ógraf[oa]|ônom[oa]|ónom[oa])|\w{4,}ista)\Z")
_NO_TRADE = words(
    """
    diálogo diáloga catálogo prólogo epílogo análogo análoga homólogo homóloga autógrafo parágrafo revista entrevista
    conquista prevista imprevista vista avista autônomo autônoma autónomo autónoma polígrafo
    """
)
_NATIONS = words(
    """
    brasileiro brasileira português portuguesa americano americana norte-americano norte-americana estadunidense
    inglês inglesa britânico britânica francês francesa alemão alemã italiano italiana espanhol espanhola argentino
    argentina uruguaio uruguaia paraguaio paraguaia chileno chilena peruano peruana boliviano boliviana colombiano
    colombiana venezuelano venezuelana equatoriano equatoriana mexicano mexicana cubano cubana canadense canadiano
    canadiana russo russa ucraniano ucraniana bielorrusso bielorrussa polaco polaca polonês polonesa tcheco tcheca checo
    checa checoslovaco eslovaco eslovaca húngaro húngara romeno romena búlgaro búlgara sérvio sérvia croata bósnio
    bósnia esloveno eslovena grego grega turco turca suíço suíça austríaco austríaca belga holandês holandesa neerlandês
    neerlandesa dinamarquês dinamarquesa sueco sueca norueguês norueguesa finlandês finlandesa islandês islandesa
    irlandês irlandesa escocês escocesa galês galesa israelense israelita palestino palestina palestiniano palestiniana
    egípcio egípcia marroquino marroquina argelino argelina tunisiano tunisina líbio líbia sírio síria libanês libanesa
    iraquiano iraquiana iraniano iraniana saudita afegão afegã paquistanês paquistanesa indiano indiana chinês chinesa
    japonês japonesa coreano coreana norte-coreano norte-coreana sul-coreano sul-coreana vietnamita tailandês tailandesa
    filipino filipina indonésio indonésia australiano australiana neozelandês neozelandesa angolano angolana
    moçambicano moçambicana cabo-verdiano cabo-verdiana guineense são-tomense timorense sul-africano sul-africana
    nigeriano nigeriana queniano queniana etíope haitiano haitiana jamaicano jamaicana porto-riquenho porto-riquenha
    paulista carioca mineiro mineira gaúcho gaúcha baiano baiana pernambucano pernambucana cearense paranaense
    catarinense capixaba goiano goiana lisboeta portuense
    """
)
PLAIN_FIRMS = words(
    """
    empresa empresas grupo companhia site portal entidade instituição organização equipe equipa time clube siglas ong
    loja lojas marca casa rádio televisão jornal banco partido partidos central liga canal
    """
)
"""Kinds of organisation that say nothing by themselves."""


@functools.lru_cache(maxsize=1 << 12)
def is_role(word: str) -> bool:
    """Whether a lower-case word is an office, a trade or a relation: what a role of a person can begin with."""
    if word in NO_ROLE:
        return False
    if is_title(word) or word in _MORE:
        return True
    prefix, _, rest = word.partition("-")
    if rest and prefix in {"ex", "vice", "sub", "co", "recém"}:
        return is_role(rest)
    if word.startswith("sub") and is_title(word[3:]):
        return True
    return _TRADE.match(word) is not None and word not in _NO_TRADE


def is_nation(word: str) -> bool:
    """Whether a lower-case word says where somebody is from: "o croata Goran Ivanisevic"."""
    return word in _NATIONS


def is_firm(word: str) -> bool:
    """Whether a lower-case word is a kind of organisation: "a petrolífera ExxonMobil"."""
    return word in ORG_NOUNS
