"""Titles of works, with or without quotation marks; with the products and events they are all special names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.model import Span
from reader.entities.common import GRAMMAR
from reader.entities.events import NOT_ALONE as NOT_ALONE
from reader.entities.events import any_of, event_at, heads, storms
from reader.entities.model import Kind
from reader.entities.products import cued_products, product_at
from reader.entities.shouted import shouted_names
from reader.entities.wordlist import words as table

_LONGEST_TITLE = 90  # characters; what is longer between quotation marks is said, not named
_AROUND = 60  # characters on either side in which a word like "filme" speaks for a title

_QUOTED = re.compile(
    "|".join(
        rf"{before}{opening}([^{opening}{closing}\n]{{2,{_LONGEST_TITLE}}}){closing}{after}"
        for opening, closing, before, after in (
            ("«", "»", "", ""),
            ("“", "”", "", ""),
            ('"', '"', "", ""),
            ("'", "'", r"(?<!\w)", r"(?!\w)"),
        )
    )
)
_WORK_NOUNS = any_of(
    """
    livro livros romance romances filme filmes telefilme conto contos novela novelas telenovela telenovelas série
    séries telessérie minissérie seriado sitcom programa programas peça peças música músicas canção canções disco
    discos álbum álbuns cd CD CDs LP single singles poema poemas obra obras quadro quadros tela telas pintura ópera
    óperas opereta espetáculo espetáculos espectáculo espectáculos exposição exposições mostra documentário
    documentários título títulos sinfonia sinfonias concerto balé balés ballet bailado bailados ensaio artigo curta
    longa curta-metragem longa-metragem musical musicais faixa faixas escultura coletânea colectânea trilogia saga
    franquia videogame videojogo comédia tragédia drama thriller coreografia hino hit sucesso clipe videoclipe
    intitulado intitulada intitulados intituladas titulado titulada chama-se
    """
)
_CREATIVE = re.compile(
    r"\b(?!títulos?\b)(?:diretor|director|dirig\w+|cineasta|escritor\w*|autor\w*|romancista|poeta|compositor\w*|cantor\w*|ator|atriz|"
    r"actor|actriz|elenco|personage\w+|protagon\w+|estrel\w+|estrei\w+|estréi\w+|estréia|bilheteria|trilha|gravou|gravad[oa]s?|"
    r"compôs|escreveu|escrit[oa]|publicou|publicad[oa]|lançou|lançad[oa]|editora|filmagens|filmou|cena|cenas|capítulo|"
    r"episódios?|tradução|traduzid[oa]|versos|letra|melodia|Oscar|exibid[oa]s?|exibe|coreografou|remake|adaptação|"
    rf"{_WORK_NOUNS})\b"
)
_PRESS_NOUNS = any_of(
    """
    jornal jornais diário diários semanário revista revistas ao aos empresa grupo marca banda bandas conjunto clube
    associação loja editora rede firma restaurante bar boate discoteca navio barco cadeia partido partidos movimento
    agência canal comunicação notícias comitê corrente frente chapa coligação bloco blocos organização entidade
    apelido apelidado chamado_de chamada_de batizado batizada baptizado baptizada jornadas jornada colóquio congresso
    seminário conferência encontro debate reportagem apelidada alcunha conhecido codinome slogan expressão palavra
    termo frase turma equipe equipa time gangue facção ONG campanha cláusula lema tema pergunta grito tese teoria
    prémio prêmio troféu título_de
    """
)
_PRESS = re.compile(
    r"(?:[\w&'’ ]{0,30}\b)?"
    r"(?:Times|Post|Journal|Herald|Gazette|Tribune|Observer|Guardian|Telegraph|Newsweek|Economist|"
    r"Press|News|Daily|Magazine|Chronicle|Monde|Figaro|Libération|Repubblica|Corriere|Zeitung|Allgemeine|Spiegel|"
    r"Osservatore|Pravda|Izvestia|Jornal|Diário|Gazeta|Semanário|Nación|Clarín|Financiero|Playboy|"
    r"Amigos d[aeo]s?|Primeiro de Janeiro|Pro Teste|Business Week)\b"
    r"|(?:O |A |The |El )?(?:Estado(?: de (?:S\.|São) Paulo| de Minas)?|País|Mundo|Globo|Correio(?: \w+){0,2}|"
    r"Folha(?: de (?:S\.|São) Paulo)?|"
    r"Expresso|Público|Independente|Independent|Mirror|Sun|Veja|Época|IstoÉ|Isto É|Stern|Bild|Time|"
    r"USA Today|Reuters)\Z"
)
_PROPER = r"[A-ZÀ-Þ][\wÀ-ÿ’'-]*"
_WORK_CUE = re.compile(rf"\b{_WORK_NOUNS}(?: \w+)?,? ?$", re.IGNORECASE)
_PRESS_CUE = re.compile(rf"\b{_PRESS_NOUNS}(?: [\w-]+){{0,2}},? ?$", re.IGNORECASE)
_THE = re.compile(
    r"(?:^|\W)(?:o|a|os|as|no|na|nos|nas|do|da|dos|das|ao|à|pelo|pela|num|numa|um|uma|segundo|denominad[oa]s?)"
    r"(?: chamad[oa]s?| nov[oa]s?| velh[oa]s?| própri[oa]s?)?\s?$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[,:]? (?:diz|disse|dizem|dizia|afirm\w+|declar\w+|acrescent\w+|complet\w+|coment\w+|contou|conclu\w+|explic\w+|"
    r"grit\w+|repet\w+|perguntou|respond\w+|lament\w+|garant\w+|defend\w+|sustent\w+|reclam\w+|ironiz\w+|brinc\w+)"
)
_MADE_BY = re.compile(rf",? (?:de|do|da) {_PROPER}(?: (?:d[aeo]s? )?{_PROPER})|,? \((?:\w+, )?(?:1[5-9]|20)\d\d")
_LISTED = re.compile(r"(?:,| e| ou|;) $|^(?:,| e| ou|;) $")
_NICKNAME = re.compile(rf"{_PROPER},? $")
_BY_NAME = re.compile(r"[OA] \w+\Z")
_CRY = re.compile(r"(?:Viva|Abaixo|Fora|Morra)\b|.*!\Z")
_FORMS = frozenset({"Concerto", "Sinfonia", "Sonata", "Quarteto", "Quinteto", "Réquiem", "Cantata"})
_FOREIGN = table(
    """
    the of and in on a an to for from with at by or is it my me you i'm it's le la les de du des et un une el los las y
    en del il lo gli di e che der die das und von du no not
    """
)
_TITLES = """
    Os_Lusíadas Os_Maias Dom_Casmurro Grande_Sertão:_Veredas Os_Sertões Mona_Lisa Bíblia Alcorão Corão Torá
    Dom_Quixote D._Quixote Memórias_Póstumas_de_Brás_Cubas Esaú_e_Jacó Memorial_de_Aires Vidas_Secas O_Guarani
    Macunaíma Odisseia Odisséia Ilíada Eneida Divina_Comédia A_Divina_Comédia Talmude Sagradas_Escrituras
    Novo_Testamento Antigo_Testamento Velho_Testamento Livro_do_Desassossego O_Primo_Basílio Capitães_da_Areia
    O_Crime_do_Padre_Amaro Amor_de_Perdição Memorial_do_Convento Ensaio_sobre_a_Cegueira Cem_Anos_de_Solidão
    O_Auto_da_Compadecida Auto_da_Compadecida Quincas_Borba O_Alienista A_Hora_da_Estrela Grande_Sertão
    Romeu_e_Julieta Guerra_e_Paz Crime_e_Castigo Hamlet O_Capital Das_Kapital Manifesto_Comunista
    O_Senhor_dos_Anéis Senhor_dos_Anéis Star_Wars Guerra_nas_Estrelas Star_Trek Game_of_Thrones Os_Simpsons Titanic
    Cidadão_Kane E_o_Vento_Levou Última_Ceia A_Última_Ceia Grândola,_Vila_Morena Garota_de_Ipanema
    Hino_Nacional Aquarela_do_Brasil Abaporu Vila_Sésamo Big_Brother_Brasil Bhagavad_Gita Os_Três_Mosqueteiros
    A_Origem_das_Espécies Origem_das_Espécies Minha_Luta Mein_Kampf Saltério
"""
_KNOWN = re.compile(any_of(_TITLES) + r"(?!\w)")
_KNOWN_HEADS = heads(_TITLES)
_CAPITAL = re.compile(r"[A-ZÀ-Þ]\w*")
_JOINS = r"(?:d[aeo]s?|e|em|n[ao]s?|sobre|[oa]s?|of|the|and|in|para|com|sem|&)"
_UNQUOTED = re.compile(
    r"(?:livro|romance|filme|telefilme|novela|telenovela|minissérie|seriado|álbum|documentário|canção|ópera|"
    r"videogame|jogo de videogame|série de (?:TV|televisão)|longa-metragem|curta-metragem|comédia|sitcom|obra-prima) "
    rf"((?:{_PROPER}|\d{{1,3}} {_PROPER})(?:[ :]+(?:{_JOINS} ){{0,2}}(?:{_PROPER}|\d{{1,4}}(?!\d)))*)"
)
_NO_TITLE = re.compile(r"(?:[A-Z]{2,5}|[IVX]+)\Z")


@dataclass(frozen=True, slots=True)
class Special:
    """A name of a work, a product, an event or something else, found by its form.

    Attributes:
        span: Where it stands, without quotation marks.
        kind: What it names; products are works.
        form: What found it: ``title``, ``product``, ``event``.
    """

    span: Span
    kind: Kind
    form: str


def find_works(sentence: str) -> list[Special]:
    """The works, products, events and other named things of a sentence, in order, not overlapping.

    Where two overlap, the longer one stays if it begins first: a title that an event stands in is a title.
    """
    found = sorted(_candidates(sentence), key=lambda special: (special.span.start, -special.span.end))
    kept: list[Special] = []
    for special in found:
        if not kept or special.span.start >= kept[-1].span.end:
            kept.append(special)
    return kept


def is_press(text: str) -> bool:
    """Whether a title is that of a newspaper or a magazine, which is an organisation."""
    return _PRESS.match(text) is not None


def _candidates(sentence: str) -> Iterator[Special]:
    for span in _titles(sentence):
        yield Special(span, Kind.WORK, "title")
    for match in _UNQUOTED.finditer(sentence):
        if not (sentence[match.start() - 1 : match.start()].isalnum() or _NO_TITLE.match(match[1])):
            yield Special(Span(*match.span(1)), Kind.WORK, "title")
    for span in cued_products(sentence):
        yield Special(span, Kind.WORK, "product")
    for span in storms(sentence):
        yield Special(span, Kind.EVENT, "event")
    if sentence.isupper():
        yield from (Special(*found) for found in shouted_names(sentence))
    end = 0
    for match in _CAPITAL.finditer(sentence):
        before = sentence[match.start() - 1 : match.start()]
        if match.start() < end or before.isalnum() or before == "-":
            continue
        special = _special_at(sentence, match.start(), match[0])
        if special is not None:
            yield special
            end = special.span.end


def _special_at(sentence: str, start: int, word: str) -> Special | None:
    """What is named from a capitalised word on; only its first word is asked for, as there are so many."""
    if word in _KNOWN_HEADS and (known := _KNOWN.match(sentence, start)) is not None:
        return Special(Span(*known.span()), Kind.WORK, "title")
    product = product_at(sentence, start, word)
    if product is not None:
        return Special(product, Kind.WORK, "product")
    event = event_at(sentence, start, word)
    return Special(*event, "event") if event is not None else None


def _titles(sentence: str) -> list[Span]:
    """What stands between quotation marks and is a title; in a row of quotations one title makes the next one."""
    found: list[Span] = []
    last = None  # the quotation before, and whether it is a title
    waiting: list[Span] = []  # quotations right before this one that could be titles if it is
    for match in _QUOTED.finditer(sentence):
        group = match.lastindex or 1
        span = Span(*match.span(group))
        listed = last is not None and _LISTED.fullmatch(sentence, last[0].end(), match.start()) is not None
        could = _could_be_title(sentence, match, match[group])
        if could and ((listed and last is not None and last[1]) or _is_title(sentence, match, match[group])):
            found += [*waiting, span] if listed else [span]
            waiting, last = [], (match, True)
            continue
        waiting = [*(waiting if listed else []), span] if could and len(waiting) < 8 else []
        last = (match, False)
    return sorted(found)


def _could_be_title(sentence: str, match: re.Match[str], text: str) -> bool:
    """Whether a quotation is written as a title is, and nobody says it."""
    if not (text[0].isupper() or text[0].isdigit()) or text[-1] in ",.;" or text != text.strip():
        return False
    before = sentence[max(0, match.start() - 40) : match.start()]
    if _PRESS_CUE.search(before) or is_press(text) or _SAID.match(sentence, match.end()):
        return False
    if (_CRY.match(text) or text.isupper()) and not _WORK_CUE.search(before):
        return False
    nickname = _NICKNAME.search(before) is not None
    if nickname and before.endswith(", "):  # "António José da Silva, «O Judeu»,"
        return not (_BY_NAME.match(text) and sentence[match.end() : match.end() + 1] == ",")
    return not (nickname and re.match(rf" {_PROPER}", sentence[match.end() : match.end() + 20]))


def _is_title(sentence: str, match: re.Match[str], text: str) -> bool:
    """Whether a quotation that could be a title is one: its own words, or those around it, say so."""
    words: list[str] = re.findall(r"\w[\w'’-]*", text)
    before = sentence[max(0, match.start() - 40) : match.start()]
    cue = _WORK_CUE.search(before) is not None
    made = _MADE_BY.match(sentence, match.end()) is not None
    if not words:
        return False
    content = [word for word in words if word.lower() not in GRAMMAR and word.lower() not in _FOREIGN]
    capitals = bool(content) and all(word[0].isupper() or word[0].isdigit() for word in content)
    if words[0] in _FORMS and len(words) > 1:
        return True
    if len(words) == 1:
        return cue or (made and not _THE.search(before))
    if capitals and sum(word[0].isupper() for word in words) > 1:
        if cue or made:
            return True
        around = (
            sentence[max(0, match.start() - _AROUND) : match.start()] + sentence[match.end() : match.end() + _AROUND]
        )
        few = 3 * sum(word[0].isupper() for word in words) < len(words)  # "Chegamos até aqui, também graças a Cruyff"
        return _CREATIVE.search(around) is not None or not (few or _THE.search(before))
    return (cue or made) and len(words) <= 9 and not before.endswith((": ", ", ")) and text[-1] not in "?!"
