"""Small words whose class is known without a dictionary."""

from __future__ import annotations

from reader.dictionary.model import PartOfSpeech

_CLASSES = {
    PartOfSpeech.DETERMINER: "o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela "
    "aqueles aquelas meu minha meus minhas seu sua seus suas nosso nossa nossos nossas teu tua teus tuas cada qualquer "
    "quaisquer algum alguma alguns algumas nenhum nenhuma",
    PartOfSpeech.PRONOUN: "eu tu ele ela nós vós eles elas você vocês me te se lhe lhes vos isto isso aquilo quem "
    "mim ti si ninguém alguém",
    PartOfSpeech.ADPOSITION: "de em por para com sem sob sobre entre desde até após contra perante durante",
    PartOfSpeech.CONJUNCTION: "e ou mas porém nem pois porque embora portanto",
    PartOfSpeech.ADVERB: "não também já ainda sempre nunca jamais muito mais menos aqui ali aí lá hoje ontem amanhã "
    "agora então quase só apenas bem mal",
}
SMALL = {word: kind for kind, words in _CLASSES.items() for word in words.split()}
"""The likeliest class of each; ambiguous ones ("que", "como", "nos") are left to dictionaries."""

SMALL_LEMMAS = {
    **dict.fromkeys(("a", "os", "as"), "o"),
    **dict.fromkeys(("uma", "uns", "umas"), "um"),
    **dict.fromkeys(("lhes",), "lhe"),
    **dict.fromkeys(("esta", "estes", "estas"), "este"),
    **dict.fromkeys(("essa", "esses", "essas"), "esse"),
    **dict.fromkeys(("aquela", "aqueles", "aquelas"), "aquele"),
    **dict.fromkeys(("minha", "meus", "minhas"), "meu"),
    **dict.fromkeys(("tua", "teus", "tuas"), "teu"),
    **dict.fromkeys(("sua", "seus", "suas"), "seu"),
    **dict.fromkeys(("nossa", "nossos", "nossas"), "nosso"),
    **dict.fromkeys(("ela", "eles", "elas"), "ele"),
}
"""Small words that tables of lemmas mix up."""
