"""The small words that tell languages in Latin letters apart."""

from __future__ import annotations

# Those that several languages share stand in each of them: else a language would lose by what it shares.
_SMALL = {
    "pt": "o a os as um uma dos das do da de e que em é são foi ao aos à às no na nos nas com por pelo pela "
    "pelos para como mas mais se seu sua não também ou já há muito quando ele ela sobre entre até depois "
    "num numa lhe lhes nem isso tudo dele dela minha",
    "gl": "o a os as un unha dos das do da de e que en é son foi ao aos á ás no na nos nas con por polo pola "
    "polos para como pero máis se seu súa non tamén ou xa hai moi cando el ela sobre entre ata despois co "
    "coa dun dunha nun nunha lle lles nin iso todo",
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
    "ro": "și şi în de la cu nu a o un pe este care să că din pentru sunt mai al ale au fost prin dar ca se lui ei "
    "această acest după când sau fi până între le îl își iar",
    "pl": "i w na z do nie się jest to że o jak po od za przez dla ze są był była było oraz ale który która które "
    "już tym tego jego jej ich może tylko także przy we lub",
    "cs": "a v na se je že s z do i o k za to ve jako po od pro by ale jsou byl byla bylo si který která které "
    "nebo jeho jejich ze však také už jen při podle této není",
    "sk": "a v na sa je že s z do i o k za to vo ako po od pre by ale sú bol bola bolo si ktorý ktorá ktoré "
    "alebo jeho ich zo však aj už len pri podľa nie",
    "hr": "i u na je se da su za od s iz koji koja koje o ne ili kao ali što bi će nije bio bila bilo po sa to "
    "te do već samo prema nakon kako njegov",
    "sv": "och i att det som en på är av för med den till inte om ett han men var jag sig från vi så har hade de "
    "när vid kan efter hon under också ska eller",
    "da": "og i at det som en på er af for med den til ikke om et han men var jeg sig fra vi så har havde de når "
    "ved kan efter hun under også skal eller blev nogle hvor",
    "no": "og i at det som en på er av for med den til ikke om et han men var jeg seg fra vi så har hadde de når "
    "ved kan etter hun under også skal eller ble noen hvor ei ikkje",
    "fi": "ja on ei se että oli hän joka mutta ovat kun niin myös sen kuin tai olla mukaan vain ole sekä jo "
    "hänen joita jotka nyt voi vielä kanssa jälkeen tämä tämän mitä",
    "hu": "a az és hogy nem is egy van volt meg ez de ha csak már mint még azt el ki be fel le sem vagy amely "
    "aki ezt után szerint lesz minden pedig majd",
    "tr": "ve bir bu da de için ile çok ne gibi olarak olan daha ama o var kadar sonra en her ki mi değil oldu "
    "ise ya göre ancak şu ben sen onun",
    "la": "et in est non cum ad ut qui quod sed ex ab per atque quae sunt esse etiam enim nec aut si quam eius "
    "haec hoc autem quo quem a ac de pro ne erat eo inter post ante neque ipse",
    "eu": "eta da ez du bat ere baina dira izan zuen zen egin hau hori den dute duten dela edo beste bere oso "
    "gabe arte baino ziren dituzte ditu bai nik",
    "eo": "la kaj de en estas ne al ke por li kun sed mi ili ĝi ŝi pri el oni sur kiu estis per tiu kiel plu "
    "jam ankaŭ pli tio da sin aŭ post inter kiuj",
    "mwl": "l la ls las de i que an ye ua un del dels cun nun mais se sou sue you el eilha mas tamien fui ne nas "
    "bien por pula pul cumo quando tenie ten son sien pa par subre anté eiqui",
    "kea": "ta di ku ki un pa ma ka na es el nha bu se tudu mas ora dja sta kel kes si e era nos txeu tanbe "
    "ti sima undi kantu foi dipos ten tinha nu",
    "id": "yang dan di dari untuk dengan ini itu tidak pada dalam akan ke adalah juga oleh sebagai karena atau "
    "ada mereka telah bisa saya kami dia lebih sudah",
    "vi": "là và của có không được trong cho một những các người với này đã khi để ở đến từ ra về như cũng đó",
    "sw": "ya na wa kwa ni katika la za cha kuwa hii yake hiyo kama huo lakini pia watu wake ambao mwaka si",
}

SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
"""By the tag of the language, in lower case."""
