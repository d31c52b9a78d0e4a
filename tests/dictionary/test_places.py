"""What a word is where it stands: which lemma and class come first, and what is no expression."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articles.model import Span
from reader.dictionary.lemmatizer import InProcess
from reader.dictionary.lookup import WordLookups
from reader.dictionary.model import Lookup
from reader.dictionary.store import Dictionaries
from tests.dictionary.making import stardict

_NOUNS = "ação acção água carta casa casinha cidade flor homem jogo porta-voz preso seca voo xadrez"
_VERBS = "atingir avisar dar deixar escrever fazer ferir fumar gostar ir jogar passar prender retirar ser ver vir"
_KINDS = {
    **dict.fromkeys(_NOUNS.split(), "noun"),
    **dict.fromkeys((*_VERBS.split(), "dar conta", "gostar de", "jogar xadrez", "passar por"), "verb"),
    **dict.fromkeys(("belo", "bom", "coreano", "feito", "ferido", "melhor", "seco"), "adj"),
    "d'água": "contraction",
}
_ENTRIES = sorted(_KINDS.items())
_FORMS = [("casinha", "casa"), ("óptimo", "bom"), ("vôo", "voo"), ("florzinhas", "flor")]


@pytest.fixture(scope="module")
def lookups(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordLookups]:
    folder = tmp_path_factory.mktemp("places")
    words = [(word, f"<i>{kind}</i><br><ol><li>{word}!</li></ol>") for word, kind in _ENTRIES]
    order = [word for word, _ in words]
    store = Dictionaries(folder / "data")
    store.add(stardict(folder / "in", words, forms=[(form, order.index(word)) for form, word in _FORMS]))
    made = WordLookups(InProcess(), store.open)
    yield made
    made.close()


def found(lookups: WordLookups, marked: str) -> Lookup:
    before, word, after = marked.split("*")
    return lookups.look_up(before + word + after, Span(len(before), len(before) + len(word)))


@pytest.mark.parametrize(
    ("marked", "lemmas", "kind"),
    [
        ("Ele *foi* ao porto.", ("ir", "ser"), "VERB"),
        ("Eles *foram* ontem para Lisboa.", ("ir", "ser"), "VERB"),
        ("Ela *foi* fumar.", ("ir", "ser"), "VERB"),
        ("Ela *foi* a Lisboa.", ("ir", "ser"), "VERB"),
        ("Ela *foi* a primeira.", ("ser", "ir"), "VERB"),
        ("Ela *foi* eleita.", ("ser", "ir"), "VERB"),
        ("As casas foram *feitas* ali.", ("fazer", "feito"), "VERB"),
        ("A carta *escrita* ontem.", ("escrever", "escrito"), "VERB"),
        ("Foi *preso* ontem.", ("prender", "preso"), "VERB"),
        ("O *preso* fugiu.", ("preso",), "NOUN"),
        ("Eles já tinham *feito* tudo.", ("fazer", "feito"), "VERB"),
        ("Ficaram gravemente *feridos* no porto.", ("ferido", "ferir"), "ADJ"),
        ("A *seca* atinge todos.", ("seca", "seco"), "NOUN"),
        ("A *retirada* das tropas.", ("retirada",), "NOUN"),
        ("Uma *acção* longa.", ("ação", "acção"), "NOUN"),
        ("Um *vôo* longo.", ("voo",), "NOUN"),
        ("Uma *casinha* branca.", ("casa", "casinha"), "NOUN"),
        ("Umas *florzinhas* azuis.", ("flor",), "NOUN"),
        ("Os *melhores* alunos.", ("melhor", "bom"), "ADJ"),
        ("Uma casa *belíssima*.", ("belo",), "ADJ"),
        ("*Vimo-nos* ontem.", ("ver",), "VERB"),
        ("*Foi-se* embora.", ("ir",), "VERB"),
        ("Um copo *d'água*.", ("água",), "NOUN"),
    ],
)
def test_the_likeliest_lemma_and_class_come_first(
    lookups: WordLookups, marked: str, lemmas: tuple[str, ...], kind: str
) -> None:
    told = found(lookups, marked)
    assert told.lemmas[: len(lemmas)] == lemmas
    assert told.part_of_speech == kind
    if not told.parts and told.senses and told.senses[0].headword == lemmas[0]:
        assert told.senses[0].part_of_speech == kind


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("Ninguém *nos* viu.", ["nos"]),
        ("Isso *nos* deixa tristes.", ["nos"]),
        ("Quando *nos* vimos, choveu.", ["nos"]),
        ("Foi *nos* anos trinta.", ["em", "os"]),
        ("Ela está *nos* Estados Unidos.", ["em", "os"]),
        ("Não *nos* ramos, mas no chão.", ["em", "os"]),
        ("Os *porta-vozes* falaram.", ["porta", "voz"]),
        ("As tropas *sul-coreanas* recuaram.", ["sul", "coreano"]),
    ],
)
def test_parts_are_those_of_the_word_in_its_place(lookups: WordLookups, marked: str, parts: list[str]) -> None:
    assert [each.form for each in found(lookups, marked).parts] == parts


def test_where_no_dictionary_tells_classes_the_place_and_the_table_do() -> None:
    lookups = WordLookups(InProcess(), lambda told: [])
    for marked, lemma, kind in (
        ("Duas *mulheres* riem.", "mulher", "NOUN"),
        ("A *busca* continua.", "busca", "NOUN"),
        ("A *conta* chegou.", "conta", "NOUN"),
        ("Ela *busca* água.", "buscar", "VERB"),
        ("O *resultado* surpreendeu.", "resultado", "NOUN"),
        ("Falou *rapidamente*.", "rapidamente", "ADV"),
        ("Uma boa *idéia*.", "ideia", None),
        ("Os *primeiros-ministros* riem.", "primeiro-ministro", "NOUN"),
    ):
        told = found(lookups, marked)
        assert (told.lemmas[0], told.part_of_speech) == (lemma, kind), marked
    lookups.close()


def test_a_verb_with_its_preposition_or_object_is_no_expression_and_told_after_the_verb_itself(
    lookups: WordLookups,
) -> None:
    verb = found(lookups, "Ele *gosta* de casas.")
    assert (verb.lemmas, verb.expression) == (("gostar",), False)
    assert [(each.headword, each.grammar) for each in verb.senses] == [("gostar", ""), ("gostar de", "with “de”")]
    assert [each.headword for each in found(lookups, "Eu *jogo* xadrez.").senses][:2] == ["jogar", "jogo"]
    for marked in ("Gosto *disso*.", "Passou *pela* ponte.", "Eu jogo *xadrez*.", "Ele voltou *a* casa."):
        assert not found(lookups, marked).expression, marked
    for marked, name in (("Ele *deu* conta.", "dar conta"), ("Ele deixou *de* fumar.", "deixar de")):
        told = found(lookups, marked)
        assert (told.expression, told.lemmas) == (True, (name,))
        assert told.word is not None
