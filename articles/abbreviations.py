"""The words whose full stop need not end a Portuguese sentence, and the words that begin one."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_LAST = _words(
    "ex i.e e.g p.ex v.g cf cfr vs vide obs ref refs aprox ca resp rel tel tels telef cód loc op cit "
    "dr dra drs dras sr sra srs sras srta srtas mr mrs ms exmo exma exmos exmas ilmo ilma p.s n.b"
)
"""What always announces something: the sentence goes on, whatever follows."""

TITLES = _words(
    "prof profa profª profs d dom sto sta mons gen cel cor ten cap maj sgt alm brig eng engª engo arq dep "
    "deps sen sens gov pres des min fr pe vig col com ver bibl univ fac inst ed eds org orgs trad rev dir "
    "av r al pç pça praç rod trav tv lg estr jd vl bl apto ap qd lt edif rés esq dto"
)
"""What stands before a name: the sentence goes on before a capital letter that does not clearly begin one."""

NUMBERED = _words(
    "art arts n nº no p pp pág págs pag pags cap caps vol vols fl fls inc par parág al séc sec sécs fig figs "
    "tab núm nr nrs tel proc reg lei dec mat est cx ap apto lt qd bl km § jan fev abr mai jun jul ago "
    "nov v t h ed"
)
"""What stands before a number."""

AMBIGUOUS_MONTHS = _words("mar set out dez")
"""Months whose short form is a word, too: before a number only after a day, "de" or "em"."""

INSIDE_NAMES = _words("cia cias jr inc corp co bros ltd st exa exas s.a s.a.r.l lda e.p")
"""What may stand inside a name or at its end: the sentence goes on before a capital letter of the name."""

ERAS = frozenset(("a.c", "d.c", "e.c", "a.e.c"))
"""What stands after a year, and never inside a name."""

LABELS_BEFORE_LETTER = _words(
    "vitamina vitaminas plano hepatite grupo classe letra série turma tipo categoria nota bloco ponto linha "
    "gripe opção parte fator geração dia alínea secção seção sala fila torre"
)
"""Words after which a single capital letter is a label ("vitamina C."), not a person's initial."""

STARTERS = _words(
    "o a os as um uma uns umas ao aos à às no na nos nas num numa em de do da dos das pelo pela por para com "
    "sem sob sobre entre até após desde durante contra segundo conforme "
    "e mas ou porém contudo todavia entretanto então assim logo pois porque como quando onde enquanto embora "
    "se que quem qual quais quanto quantos já ainda também só apenas não nem nunca sempre talvez hoje ontem "
    "amanhã depois antes agora aqui ali lá isso isto aquilo ele ela eles elas eu nós você vocês tu vós "
    "este esta estes estas esse essa esses essas aquele aquela aqueles aquelas seu sua seus suas meu minha "
    "outro outra outros outras todo toda todos todas muito muitos muita muitas alguns algumas cada nenhum "
    "nenhuma ninguém nada tudo há houve foi é era são está estão tem têm vai vamos "
    "além apesar neste nesta nesse nessa naquele naquela deste desta desse dessa mesmo mais menos "
    "dois duas três quatro cinco seis sete oito nove dez procurado procurada procurados"
)
"""Words that, written with a capital letter, begin a sentence rather than go on with a name."""

PARTICLES = _words("de do da dos das e dois sete nove")
"""Words that are written with a capital letter in names, too ("Av. Das Nações", "R. Sete de Setembro")."""

EXCLAIMING_NAMES = frozenset(("yahoo", "jeopardy"))
"""Names that end in an exclamation mark."""
