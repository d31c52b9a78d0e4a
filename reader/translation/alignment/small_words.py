"""The small words of both languages, which link a sentence more than they say something."""

from __future__ import annotations

PORTUGUESE = frozenset(
    "a o as os um uma uns umas "  # noqa: SIM905 - one a line fills the page
    "de do da dos das dum duma em no na nos nas num numa nuns numas "
    "por pelo pela pelos pelas para pra pro com sem sob sobre entre até após desde perante ante contra "
    "ao à aos às e ou mas nem que se como quando onde porque pois embora enquanto "
    "quem qual quais cujo cuja cujos cujas "
    "eu tu ele ela nós vós eles elas você vocês me te lhe lhes nos vos mim ti si consigo "
    "meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas dele dela deles delas "
    "este esta estes estas esse essa esses essas aquele aquela aqueles aquelas isto isso aquilo "
    "deste desta destes destas desse dessa desses dessas daquele daquela daqueles daquelas disto disso daquilo "
    "neste nesta nestes nestas nesse nessa nesses nessas naquele naquela naqueles naquelas nisto nisso "
    "àquele àquela é são era eram foi foram ser sendo sido seja sejam será serão seria seriam fosse fossem "
    "está estão estava estavam esteve estar estando "
    "tem têm tinha tinham teve tiveram ter tendo terá teria há havia houve haver "
    "não também só mais muito tão".split()
)
"""Articles, prepositions and what they contract to, conjunctions, pronouns, and the verbs that help others."""

ENGLISH = frozenset(
    "a an the of in on at to for from by with without into onto upon under over about against between among "  # noqa: SIM905
    "through during before after since until as than and or but nor so if that which who whom whose what when where "
    "while whether because though although "
    "i you he she it we they me him her us them my your his its our their mine yours hers ours theirs "
    "myself yourself himself herself itself ourselves themselves one ones "
    "this these those there here "
    "is are was were be been being am has have had having do does did doing done "
    "don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't "
    "will would shall should can could may might must "
    "not no also more very too only up out off".split()
)
"""Articles, prepositions, conjunctions, pronouns, and the verbs that help others."""
