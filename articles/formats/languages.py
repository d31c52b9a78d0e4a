"""Guessing an article's language: Portuguese and its variant by spelling, others by their small words."""

from __future__ import annotations

import functools
import re
from collections import Counter

_LOOKED_AT = 20_000  # characters: an article's spelling shows in its first pages
_FEW_WORDS = 20

_words = re.compile(r"[^\W\d_]+")
_beyond_latin = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ua6ff\uaa00-\ud7af]+")

# The small words of each, those that several share in each of them: else a language would lose by what it shares.
_SMALL = {
    "pt": "o a os as um uma dos das do da de e que em é são foi ao aos à às no na nos nas com por pelo pela "
    "pelos para como mas mais se seu sua não também ou já há muito quando ele ela sobre entre até depois",
    "gl": "o a os as un unha dos das do da de e que en é son foi ao aos á ás no na nos nas con por polo pola "
    "polos para como pero máis se seu súa non tamén ou xa hai moi cando el ela sobre entre ata despois co "
    "coa dun dunha nun nunha",
    "es": "el la los las un una unos del de y e que en es son fue al con por para como pero más se su sus no "
    "también o ya hay muy cuando él ella sobre entre hasta después lo ha esta este",
    "ca": "el la els les un una uns del dels de i que en és són va al als amb per com però més es seu seva no "
    "també o ja hi ha molt quan ell ella sobre entre fins després aquest aquesta",
    "en": "the of and to in is that for was on with as by it at from are be this have an a not but he his she her they",
    "fr": "le la les un une des du de et que qui en est sont dans pour par sur avec au aux il elle ne pas plus "
    "ce cette se son sa ou mais a été comme où entre après",
    "it": "il lo la i gli le un una uno di del della dei delle da e che in è sono con per come ma più si al "
    "alla nel nella non anche o ha su questo questa suo sua fino dopo",
    "de": "der die das und ist nicht von mit den zu ein eine einen auf für im in des dem sich auch es sind war "
    "als bei nach an wird werden hat aus",
    "nl": "de het een en van in is dat die op te zijn met voor niet aan er om ook als maar door bij naar uit "
    "werd wordt heeft",
    "ro": "și în de la cu pe nu este sunt un o a care din să se mai pentru prin după au fost că le al ale lui dar "
    "sau când el ea va ce nici între până foarte această acest ca iar ei si in sa ca dupa",
    "mwl": "l la ls las un ua dun dua nun nua de del dels i que an cun ye son fui era nó tamien pul pula puls mais "
    "se sou sue sous anque quien cumo até depuis bien tien ten pa you el eilha eilhes l'",
    "kea": "ta ki na di ku nu es un pa ka sa dja bu el ma tudu kel kes mi nha e si sta tinha era pamodi tanbe undi "
    "ten mas sima ku'l kuzas kusa dipos inda",
    "la": "et in est non ad ut cum sed qui quae quod ex de per ab aut si enim esse sunt erat eius atque nec hoc a "
    "ac quam quibus cuius eo id etiam se",
    "pl": "i w z na do nie się że jest to o od po za przez dla jak ale są był była było oraz który która które tym "
    "co już tylko jego jej ich czy tak być",
    "cs": "a v na se je že o z do s to i pro k ve by ale za jako jsou byl byla bylo po od tak které který která "
    "jeho také není už si",
    "sv": "och i att det som en på är av för med den till inte har de om ett han hon men var jag från eller så när "
    "vid kan efter hade under",
    "da": "og i at det som en på er af for med den til ikke har de om et han hun men var jeg fra eller så når ved "
    "kan efter havde under blev",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi ama ne en kadar sonra var değil her ki o olduğunu",
    "fi": "ja on ei se että oli hän mutta ovat joka kun kuin myös niin sen ole tai jos vain mukaan sitä ollut",
    "hu": "a az és hogy nem is egy ez meg de volt csak már mint van el még azt ki ha vagy után szerint",
    "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke oleh juga karena ada mereka telah sebagai",
    "eu": "eta da ez du bat izan zen dira ere baina zuen dute hau hori egin den dela beste gero oso duen ziren baino",
}
_SCRIPTS = (  # what the letters of other scripts are; where several languages share one, the commonest is named
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_MOST_FOREIGN = 0.5  # of the letters: from here on a text in two scripts is not Portuguese
_FEW_LETTERS = 30
_ukrainian = re.compile("[іїєґ]", re.IGNORECASE)
_persian = re.compile("[پچژگ]")
_SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}

# Before m or n and a vowel, Brazil writes ô and ê where Portugal writes ó and é: econômico, económico.
_european_vowel = re.compile(r"\b\w*[óé][mn][aeiouáíú]\w*", re.IGNORECASE)
_brazilian_vowel = re.compile(r"\b(?!fêmeas?\b)\w*[ôê][mn][aeiouáíú]\w*", re.IGNORECASE)
_european_ending = re.compile(r"\b\w{2,}ámos\b", re.IGNORECASE)
_european_progressive = re.compile(
    r"\b(?:estou|estás|está|estamos|estão|estava|estavas|estavam)"
    r" a \w+[aei]r(?:-\w+)?\b",
    re.IGNORECASE,
)
_brazilian_progressive = re.compile(
    r"\b(?:estou|está|estamos|estão|estava|estavam|continua|continuam|vem|vinha) \w+[aei]ndo\b", re.IGNORECASE
)
_EUROPEAN = (
    "facto factos moscovo autocarro autocarros comboio comboios telemóvel telemóveis ecrã ecrãs equipa "
    "utilizador utilizadores registo registos planear planeamento contacto contactos desporto desportos equipas "
    "connosco vietname secção secções cimeira rapariga raparigas quotidiano dezasseis dezassete dezanove "
    "autarquia autarquias amesterdão teerão controlo camião camiões golo golos bilião polaco polacos checo "
    "comprovativo betão autoestrada tecto actual actualmente acção direcção projecto objectivo húmido "
    "frigorífico cancro jugoslávia portagem perceção receção deteção conceção arguido arguidos aterragem"
)
_BRAZILIAN = (
    "fato fatos moscou ônibus trem trens celular celulares tela telas time times usuário usuários registro "
    "registros planejar planejamento contato contatos esporte esportes conosco vietnã irã teerã amsterdã "
    "seção seções cotidiano dezesseis dezessete dezenove bilhão bilhões trilhão trilhões caminhão caminhões "
    "controle prefeito prefeita prefeitura prefeituras banheiro você vocês gol gols goleiro gramado mídia "
    "poloneses polonês câncer equipe equipes aposentadoria pedágio aterrissar aterrissagem úmido geladeira "
    "percepção recepção concepção decepção deletar gerenciar"
)
_EUROPEAN_WORDS = frozenset(_EUROPEAN.split())
_BRAZILIAN_WORDS = frozenset(_BRAZILIAN.split())
_PLACES_BRAZIL = re.compile(r"\b(?:Nova York|Oriente Médio|Polônia|Cingapura|Bagdá|Coréia)\b")
_PLACES_EUROPE = re.compile(r"\b(?:Nova Iorque|Médio Oriente|Singapura|Bagdade|Irão)\b")


def guess_language(text: str) -> str:
    """The BCP 47 tag of the language that the text seems to be written in.

    Returns:
        "pt-BR" or "pt-PT" where the spelling or the words say so clearly, "pt" where they do not or where
        there is too little text to say anything, else what ``other_language`` says.
    """
    sample = text[:_LOOKED_AT]
    return other_language(sample) or _variant(sample, _counted(sample))


def other_language(text: str) -> str:
    """The tag of the language of a text that is clearly not Portuguese; "" where it may be, or is too little.

    Returns:
        One of the languages whose small words are known, or one that its script tells. Another in Latin letters comes
        out as the one of these whose small words it shares, or as "".
    """
    text = text[:_LOOKED_AT]
    if script := _script(text):
        return script
    counts = _counted(text)
    words = counts.total()
    scores = {language: sum(counts[word] for word in small) for language, small in _SMALL_WORDS.items()}
    # Letters that only Portuguese of these has count like small words.
    portuguese = scores["pt"] + sum(number for word, number in counts.items() if "ã" in word or "õ" in word)
    # … and what Spanish and Galician write and Portuguese does not.
    hispanic = sum(
        number for word, number in counts.items() if "ñ" in word or word.endswith(("ción", "cións", "ciones"))
    )
    scores["es"], scores["gl"] = scores["es"] + hispanic, scores["gl"] + hispanic
    best = max(scores, key=scores.__getitem__)
    sure = words >= _FEW_WORDS and scores[best] >= 0.15 * words
    return best if sure and best != "pt" and scores[best] > 1.2 * portuguese and scores[best] >= portuguese + 3 else ""


def _script(text: str) -> str:
    """The language that the script of most letters tells; "" for Latin letters and for a few of others."""
    if text.isascii() or not (foreign := _beyond_latin.findall(text)):
        return ""
    letters = sum(map(len, _words.findall(text)))
    sample = "".join(foreign)
    if len(sample) < _FEW_LETTERS or len(sample) < _MOST_FOREIGN * letters:
        return ""
    counts = {language: len(pattern.findall(sample)) for language, pattern in _SCRIPTS}
    language = max(counts, key=counts.__getitem__)
    if language == "ru" and len(_ukrainian.findall(sample)) > 0.02 * len(sample):
        return "uk"
    if language == "ar" and len(_persian.findall(sample)) > 0.01 * len(sample):
        return "fa"
    if language == "zh" and counts["ja"] > 0.1 * len(sample):
        return "ja"
    return language if counts[language] > 0.3 * len(sample) else ""


@functools.lru_cache(maxsize=2)  # one text is asked about several times while it is added
def _counted(sample: str) -> Counter[str]:
    return Counter(_words.findall(sample.lower()))


def _variant(sample: str, counts: Counter[str]) -> str:
    european = 2 * sum(len(found.findall(sample)) for found in (_european_vowel, _european_progressive))
    european += 2 * len(_european_ending.findall(sample)) + 2 * len(_PLACES_EUROPE.findall(sample))
    european += sum(counts[word] for word in _EUROPEAN_WORDS)
    brazilian = 2 * sum(len(found.findall(sample)) for found in (_brazilian_vowel, _PLACES_BRAZIL))
    brazilian += len(_brazilian_progressive.findall(sample)) + sum(counts[word] for word in _BRAZILIAN_WORDS)
    if european >= 2 and european > 2 * brazilian:
        return "pt-PT"
    if brazilian >= 2 and brazilian > 2 * european:
        return "pt-BR"
    return "pt"
