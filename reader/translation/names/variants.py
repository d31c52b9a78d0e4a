"""Other right ways to say a place's name in English: who lives there, what is of it, and its short forms.

Where the source says "líder da Coreia do Norte", "North Korean leader" is right English, and so is "the U.S.
government" for "governo dos Estados Unidos". What has these is let be; what a repair puts in is the glossary's form.
"""

from __future__ import annotations

import functools
import re

_TABLE = """
Afghanistan = Afghan; Albania = Albanian; Algeria = Algerian; Angola = Angolan
Argentina = Argentine, Argentinian, Argentinean; Armenia = Armenian; Australia = Australian; Austria = Austrian
Azerbaijan = Azerbaijani, Azeri; Bahrain = Bahraini; Bangladesh = Bangladeshi; Belarus = Belarusian; Belgium = Belgian
Benin = Beninese; Bolivia = Bolivian; Bosnia and Herzegovina = Bosnia, Bosnian, Bosnia-Herzegovina
Bosnia = Bosnian, Bosnia and Herzegovina; Botswana = Batswana; Brazil = Brazilian; Bulgaria = Bulgarian
Burkina Faso = Burkinabe, Burkinabé; Burundi = Burundian; Cambodia = Cambodian; Cameroon = Cameroonian
Canada = Canadian; Cape Verde = Cape Verdean, Cabo Verde, Cabo Verdean; Central African Republic = Central African
Chad = Chadian; Chechnya = Chechen; Chile = Chilean; China = Chinese; Colombia = Colombian; Congo = Congolese
Costa Rica = Costa Rican; Crimea = Crimean; Croatia = Croatian, Croat; Cuba = Cuban; Cyprus = Cypriot
Czechia = Czech, Czech Republic; Czech Republic = Czech, Czechia; Czechoslovakia = Czechoslovak, Czechoslovakian
Côte d'Ivoire = Ivory Coast, Ivorian; Ivory Coast = Côte d'Ivoire, Ivorian
Democratic Republic of the Congo = Congolese, DR Congo, DRC, Democratic Republic of Congo
Congo - Kinshasa = Congolese, DR Congo, DRC, Democratic Republic of Congo, Democratic Republic of the Congo
Denmark = Danish, Dane; Dominican Republic = Dominican; East Germany = East German; Ecuador = Ecuadorian, Ecuadorean
Egypt = Egyptian; El Salvador = Salvadoran, Salvadorian; England = English, Englishman, Englishmen
Equatorial Guinea = Equatorial Guinean; Eritrea = Eritrean; Estonia = Estonian; Eswatini = Swazi, Swaziland
Ethiopia = Ethiopian; Fiji = Fijian; Finland = Finnish, Finn; France = French, Frenchman, Frenchmen; Gabon = Gabonese
Gambia = Gambian; Georgia = Georgian; Germany = German; Ghana = Ghanaian; Greece = Greek
Greenland = Greenlandic, Greenlander; Guatemala = Guatemalan; Guinea = Guinean
Guinea-Bissau = Bissau-Guinean, Guinean; Guyana = Guyanese; Haiti = Haitian; Honduras = Honduran; Hungary = Hungarian
Iceland = Icelandic, Icelander; India = Indian; Indonesia = Indonesian; Iran = Iranian; Iraq = Iraqi
Ireland = Irish, Irishman; Israel = Israeli; Italy = Italian; Jamaica = Jamaican; Japan = Japanese; Jordan = Jordanian
Kazakhstan = Kazakh, Kazakhstani; Kenya = Kenyan; Kosovo = Kosovar; Kuwait = Kuwaiti; Kyrgyzstan = Kyrgyz
Laos = Laotian, Lao; Latvia = Latvian; Lebanon = Lebanese; Liberia = Liberian; Libya = Libyan; Lithuania = Lithuanian
Luxembourg = Luxembourgish; Macau = Macao, Macanese; Macao = Macau, Macanese; Macedonia = Macedonian
North Macedonia = Macedonian, North Macedonian; Madagascar = Malagasy; Malawi = Malawian; Malaysia = Malaysian
Mali = Malian; Malta = Maltese; Mauritania = Mauritanian; Mauritius = Mauritian; Mexico = Mexican; Moldova = Moldovan
Mongolia = Mongolian; Montenegro = Montenegrin; Morocco = Moroccan; Mozambique = Mozambican; Myanmar = Burma, Burmese
Myanmar (Burma) = Burma, Burmese, Myanmar; Namibia = Namibian; Nepal = Nepali, Nepalese
Netherlands = Dutch, Holland, Dutchman; New Zealand = New Zealander; Nicaragua = Nicaraguan; Niger = Nigerien
Nigeria = Nigerian; North Korea = North Korean, DPRK; Northern Ireland = Northern Irish; Norway = Norwegian
Oman = Omani; Pakistan = Pakistani; Palestine = Palestinian; Palestinian Territories = Palestinian, Palestine
Panama = Panamanian; Papua New Guinea = Papuan; Paraguay = Paraguayan; Peru = Peruvian
Philippines = Philippine, Filipino; Poland = Polish, Pole; Portugal = Portuguese; Puerto Rico = Puerto Rican
Qatar = Qatari; Romania = Romanian; Russia = Russian, Russian Federation; Rwanda = Rwandan
Saudi Arabia = Saudi, Saudi Arabian; Scotland = Scottish, Scot, Scotsman, Scots; Senegal = Senegalese
Serbia = Serbian, Serb; Siberia = Siberian; Sicily = Sicilian; Sierra Leone = Sierra Leonean; Singapore = Singaporean
Slovakia = Slovak, Slovakian; Slovenia = Slovenian, Slovene; Somalia = Somali; South Africa = South African
South Korea = South Korean; South Sudan = South Sudanese; Soviet Union = Soviet, USSR, U.S.S.R.
USSR = Soviet, Soviet Union, U.S.S.R.; Spain = Spanish, Spaniard; Sri Lanka = Sri Lankan; Sudan = Sudanese
Suriname = Surinamese; Sweden = Swedish, Swede; Switzerland = Swiss; Syria = Syrian
São Tomé and Príncipe = São Toméan, Sao Tome and Principe; Taiwan = Taiwanese; Tajikistan = Tajik
Tanzania = Tanzanian; Thailand = Thai; Tibet = Tibetan; Timor-Leste = Timorese, East Timor, East Timorese
East Timor = Timorese, Timor-Leste, East Timorese; Togo = Togolese; Trinidad and Tobago = Trinidadian
Tunisia = Tunisian; Turkey = Turkish, Turk, Türkiye; Turkmenistan = Turkmen; Uganda = Ugandan; Ukraine = Ukrainian
United Arab Emirates = UAE, Emirati, Emirates; United Kingdom = UK, U.K., Britain, British, Briton, Great Britain
Great Britain = Britain, British, Briton, UK, U.K.; Britain = British, Briton, Great Britain, UK, U.K.
United States = US, U.S., USA, U.S.A., America, American, United States of America
USA = US, U.S., U.S.A., United States, America, American, United States of America
US = U.S., USA, U.S.A., United States, America, American; Uruguay = Uruguayan; Uzbekistan = Uzbek
Vatican City = Vatican; Vatican = Holy See; Venezuela = Venezuelan; Vietnam = Vietnamese, Viet Nam
Wales = Welsh, Welshman; West Germany = West German; Yemen = Yemeni; Yugoslavia = Yugoslav, Yugoslavian
Zambia = Zambian; Zimbabwe = Zimbabwean; Africa = African; America = American, Americas; Americas = America, American
Asia = Asian; Europe = European; Latin America = Latin American; North America = North American
South America = South American; Central America = Central American; North Africa = North African
West Africa = West African; East Africa = East African; Middle East = Middle Eastern, Mideast
Eastern Europe = Eastern European, East European; Western Europe = Western European, West European
Antarctica = Antarctic; Antarctic = Antarctica; Arctic = Arctics; Amazon = Amazonian, Amazonia, Amazonas
Amazonia = Amazon, Amazonian; Alps = Alpine; Andes = Andean; Balkans = Balkan; Caribbean = Caribbeans
Caucasus = Caucasian; Andalusia = Andalusian; Arabia = Arabian; Basque Country = Basque; Bavaria = Bavarian
Berlin = Berliner; Brittany = Breton; California = Californian; Catalonia = Catalan; Corsica = Corsican
Flanders = Flemish; Florence = Florentine; Galicia = Galician; Gaza = Gazan; Gaza Strip = Gaza; Hawaii = Hawaiian
Kurdistan = Kurdish; London = Londoner; Madrid = Madrilenian; Moscow = Muscovite; Naples = Neapolitan
New York = New Yorker, New York City; New York City = New York; Paris = Parisian; Prussia = Prussian; Persia = Persian
Quebec = Québec, Quebecois, Quebecker; Québec = Quebec, Quebecois, Quebecker; Rome = Roman; Texas = Texan
Tuscany = Tuscan; Venice = Venetian; Vienna = Viennese; Milan = Milanese; Kyiv = Kiev; Kiev = Kyiv; Beijing = Peking
Guangzhou = Canton; European Union = EU, E.U.; EU = E.U., European Union; United Nations = UN, U.N.
UN = U.N., United Nations; NATO = Nato, North Atlantic Treaty Organization
"""


@functools.cache
def _variants() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in _TABLE.strip().replace("\n", "; ").split("; "):
        name, _, others = entry.partition(" = ")
        found[name] = tuple(other.strip() for other in others.split(", "))
    return found


_CONTINENTS = frozenset({"Asia", "Africa", "America", "Europe", "Korea", "Germany"})
_SAINT = re.compile(r"\bSaint\b")
_SORTS = re.compile(
    r"^(?:Lake|Mount|Province of|State of|District of|City of) | (?:Islands?|River|Sea|City|State|Province)$"
)


@functools.lru_cache(maxsize=4096)
def variants(name: str) -> tuple[str, ...]:
    """Other English words that are right for a name, the most usual first; none for most names.

    Args:
        name: In English, as the glossary has it.
    """
    found = list(_variants().get(name, ()))
    if _SAINT.search(name):
        found += [_SAINT.sub("St.", name), _SAINT.sub("St", name)]
    first, _, last = name.rpartition(" ")
    if first and last in _CONTINENTS:
        found += [f"{first} {other}" for other in _variants().get(last, ())]  # "Southeast Asian"
    if bare(name) != name:
        found.append(bare(name))
    return tuple(found)


def bare(name: str) -> str:
    """The name without the word that says what it names: "Galápagos" for "Galápagos Islands"."""
    return _SORTS.sub("", name)
