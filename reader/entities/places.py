"""Places beside the countries that CLDR names, with their English where it differs; written for this project."""

from __future__ import annotations

from reader.entities.wordlist import words

_RENAMED = """
Açores=Azores; Adis Abeba=Addis Ababa; África=Africa; África Ocidental=West Africa;
África Oriental=East Africa; África Austral=Southern Africa; África Subsaariana=Sub-Saharan Africa;
Alasca=Alaska; Alentejo=; Algarve=; Alemanha Ocidental=West Germany; Alemanha Oriental=East Germany;
Alepo=Aleppo; Alpes=Alps; Alsácia=Alsace; Amazónia=Amazon; Amazônia=Amazon; América=America;
América do Norte=North America; América do Sul=South America; América Central=Central America;
América Latina=Latin America; Américas=Americas; Amesterdão=Amsterdam; Amsterdã=Amsterdam; Ancara=Ankara;
Andaluzia=Andalusia; Andes=; Antártida=Antarctica; Antártica=Antarctica; Antuérpia=Antwerp;
Apeninos=Apennines; Arábia=Arabia; Argel=Algiers; Ártico=Arctic; Ásia=Asia; Ásia Central=Central Asia;
Assunção=Asunción; Atenas=Athens; Atlântico=Atlantic; Atlântico Norte=North Atlantic;
Atlântico Sul=South Atlantic; Auschwitz=; Bagdá=Baghdad; Bagdade=Baghdad; Balcãs=Balkans; Bálcãs=Balkans;
Báltico=Baltic; Banguecoque=Bangkok; Bangcoc=Bangkok; Barém=Bahrain; Basileia=Basel; Basiléia=Basel;
Baviera=Bavaria; Beirute=Beirut; Belém=; Belgrado=Belgrade; Bengala=Bengal; Berlim=Berlin;
Berlim Ocidental=West Berlin; Berlim Oriental=East Berlin; Berna=Bern; Bilbau=Bilbao; Birmânia=Burma;
Bombaim=Mumbai; Bordéus=Bordeaux; Borgonha=Burgundy; Bretanha=Brittany; Bruxelas=Brussels;
Bucareste=Bucharest; Budapeste=Budapest; Cabul=Kabul; Cairo=; Calcutá=Kolkata; Califórnia=California;
Camberra=Canberra; Canárias=Canary Islands; Caracas=; Caraíbas=Caribbean; Caribe=Caribbean;
Carélia=Karelia; Cartum=Khartoum; Casablanca=; Catalunha=Catalonia; Catânia=Catania; Caxemira=Kashmir;
Cáspio=Caspian; Cáucaso=Caucasus; Chechénia=Chechnya; Chechênia=Chechnya; Tchetchênia=Chechnya;
Cidade do Cabo=Cape Town; Cidade do México=Mexico City; Cisjordânia=West Bank; Coimbra=; Colónia=Cologne;
Colônia=Cologne; Cone Sul=Southern Cone; Copenhaga=Copenhagen; Copenhague=Copenhagen; Córdova=Córdoba;
Córsega=Corsica; Crimeia=Crimea; Criméia=Crimea; Cracóvia=Kraków; Curdistão=Kurdistan; Curitiba=;
Dacar=Dakar; Damasco=Damascus; Danúbio=Danube; Díli=Dili; Donbass=Donbas; Donetsk=; Dresden=;
Dublim=Dublin; Edimburgo=Edinburgh; Escandinávia=Scandinavia; Escócia=Scotland; Estocolmo=Stockholm;
Estrasburgo=Strasbourg; Eufrates=Euphrates; Eurásia=Eurasia; Europa=Europe;
Europa Ocidental=Western Europe; Europa Oriental=Eastern Europe; Europa Central=Central Europe;
Extremo Oriente=Far East; Faixa de Gaza=Gaza Strip; Filadélfia=Philadelphia; Flandres=Flanders;
Florença=Florence; Flórida=Florida; Frankfurt=; Francoforte=Frankfurt; Friburgo=Freiburg; Galiza=Galicia;
Gaza=; Genebra=Geneva; Génova=Genoa; Gênova=Genoa; Glásgua=Glasgow; Golfo Pérsico=Persian Gulf; Golfo=Gulf;
Gotemburgo=Gothenburg; Grã-Bretanha=Great Britain; Groenlândia=Greenland; Hamburgo=Hamburg; Hanói=Hanoi;
Hanôver=Hanover; Haia=The Hague; Harare=; Havaí=Hawaii; Havai=Hawaii; Havana=; Helsínquia=Helsinki;
Helsinque=Helsinki; Himalaia=Himalayas; Hiroshima=; Holanda=Netherlands; Iangtzé=Yangtze; Ibéria=Iberia;
Illinois=; Inglaterra=England; Irlanda do Norte=Northern Ireland; Islamabade=Islamabad; Istambul=Istanbul;
Jacarta=Jakarta; Jerusalém=Jerusalem; Jerusalém Oriental=East Jerusalem; Joanesburgo=Johannesburg;
Johannesburgo=Johannesburg; Jugoslávia=Yugoslavia; Iugoslávia=Yugoslavia; Kiev=Kyiv; Quieve=Kyiv;
Komsomolsk do Amur=Komsomolsk-on-Amur; Khabarovsk=; Kosovo=; Lapónia=Lapland; Leninegrado=Leningrad;
Leningrado=Leningrad; Leipzig=; Líbano=Lebanon; Lião=Lyon; Lyon=; Lima=; Lisboa=Lisbon; Londres=London;
Lovaina=Leuven; Luisiana=Louisiana; Macau=; Madeira=; Madrid=; Madri=Madrid; Magrebe=Maghreb;
Maiorca=Majorca; Malaca=Malacca; Malvinas=Falklands; Ilhas Malvinas=Falkland Islands;
Mancha=English Channel; Manchester=; Manchúria=Manchuria; Manila=; Mar Cáspio=Caspian Sea;
Mar do Norte=North Sea; Mar Mediterrâneo=Mediterranean Sea; Mar Morto=Dead Sea; Mar Negro=Black Sea;
Mar Vermelho=Red Sea; Marraquexe=Marrakesh; Marselha=Marseille; Meca=Mecca; Medina=;
Médio Oriente=Middle East; Mediterrâneo=Mediterranean; Mercosul=Mercosur; Mesopotâmia=Mesopotamia;
Milão=Milan; Minesota=Minnesota; Mississípi=Mississippi; Mogadíscio=Mogadishu; Moldova=; Monróvia=Monrovia;
Montevideu=Montevideo; Montevidéu=Montevideo; Moscou=Moscow; Moscovo=Moscow; Mossul=Mosul; Munique=Munich;
Nairóbi=Nairobi; Nápoles=Naples; Navarra=Navarre; Nice=; Nicósia=Nicosia; Nilo=Nile; Normandia=Normandy;
Nova Deli=New Delhi; Nova Délhi=New Delhi; Nova Inglaterra=New England; Nova Iorque=New York;
Nova York=New York; Nova Jersey=New Jersey; Nova Orleans=New Orleans; Nova Gales do Sul=New South Wales;
Novo México=New Mexico; Nuremberga=Nuremberg; Nuremberg=; Oceania=; Oceânia=Oceania; Ocidente=West;
Oriente=East; Oriente Médio=Middle East; Oriente Próximo=Near East; Odessa=Odesa; Oxford=;
Pacífico=Pacific; Países Bálticos=Baltic States; Palestina=Palestine; Pamplona=; Paquistão=Pakistan;
Paris=; Patagônia=Patagonia; Patagónia=Patagonia; Pádua=Padua; Pearl Harbor=;
Península Ibérica=Iberian Peninsula; Península Coreana=Korean Peninsula; Pensilvânia=Pennsylvania;
Pequim=Beijing; Pérsia=Persia; Pireneus=Pyrenees; Pirineus=Pyrenees; Polinésia=Polynesia; Pompeia=Pompeii;
Porto Príncipe=Port-au-Prince; Praga=Prague; Pretória=Pretoria; Provença=Provence; Prússia=Prussia;
Quebeque=Quebec; Quebec=; Quioto=Kyoto; Rangum=Yangon; Reims=; Renânia=Rhineland; Reno=Rhine;
República Checa=Czech Republic; República Tcheca=Czech Republic; Reiquejavique=Reykjavík; Riade=Riyadh;
Riad=Riyadh; Riga=; Roma=Rome; Rochosas=Rockies; Roterdão=Rotterdam; Roterdã=Rotterdam; Ruão=Rouen;
Saara=Sahara; Sara Ocidental=Western Sahara; Sahel=; Saigão=Saigon; Salamanca=; Salisbúria=Salisbury;
Salónica=Thessaloniki; Salônica=Thessaloniki; Samarcanda=Samarkand; Santa Sé=Holy See;
São Francisco=San Francisco; São Petersburgo=Saint Petersburg; São Tomé=; Saragoça=Zaragoza; Sarajevo=;
Saraievo=Sarajevo; Sardenha=Sardinia; Sebastopol=Sevastopol; Seul=Seoul; Sevilha=Seville; Sibéria=Siberia;
Sicília=Sicily; Siena=; Singapura=Singapore; Sófia=Sofia; Sudeste Asiático=Southeast Asia;
Sudoeste Asiático=Southwest Asia; Surrey=; Taipé=Taipei; Taipei=; Talin=Tallinn; Tamisa=Thames;
Tasmânia=Tasmania; Tbilissi=Tbilisi; Teerã=Tehran; Teerão=Tehran; Tejo=Tagus; Tel Aviv=; Telavive=Tel Aviv;
Terra do Fogo=Tierra del Fuego; Terra Santa=Holy Land; Tessália=Thessaly; Tibete=Tibet; Tigre=Tigris;
Timor=; Timor Leste=Timor-Leste; Tirana=; Tóquio=Tokyo; Toscana=Tuscany; Toulouse=;
Transilvânia=Transylvania; Trípoli=Tripoli; Trieste=; Tunes=Tunis; Túnis=Tunis; Turim=Turin;
Ucrânia=Ukraine; Úmbria=Umbria; União Soviética=Soviet Union; URSS=USSR; Urais=Urals; Utreque=Utrecht;
Valência=Valencia; Varsóvia=Warsaw; Vaticano=Vatican; Veneza=Venice; Versalhes=Versailles; Viena=Vienna;
Vietnã do Norte=North Vietnam; Vietnã do Sul=South Vietnam; Vilnius=; Virgínia=Virginia; Vladivostok=;
Volga=; Vostochni=Vostochny; Xangai=Shanghai; Iémen=Yemen; Zagrebe=Zagreb; Zagreb=; Zurique=Zurich;
Tchecoslováquia=Czechoslovakia; Checoslováquia=Czechoslovakia; Zaire=; Rodésia=Rhodesia; Eire=; Irão=Iran;
EUA=USA; E.U.A=USA; Estados Unidos=United States; Estados Unidos da América=United States of America;
RDA=GDR; RFA=FRG; Coreia=Korea; Coréia=Korea; Emirados Árabes=Emirates; Emirados=Emirates; Saxônia=Saxony;
Saxónia=Saxony; Washington DC=Washington, D.C.; Carolina do Norte=North Carolina;
Carolina do Sul=South Carolina; Dakota do Norte=North Dakota; Dakota do Sul=South Dakota;
Vestfália=Westphalia; Antilhas=Antilles; Cantão=Guangzhou; Castela=Castile; Estremadura=Extremadura;
Leão=León; Oviedo=; Corunha=A Coruña; Astúrias=Asturias; País Basco=Basque Country; Lorena=Lorraine;
Savoia=Savoy; Tirol=Tyrol; Boémia=Bohemia; Boêmia=Bohemia; Morávia=Moravia; Galileia=Galilee; Judeia=Judea;
Samaria=; Golã=Golan; Sinai=; Suez=; Canal do Panamá=Panama Canal; Canal de Suez=Suez Canal;
Estreito de Ormuz=Strait of Hormuz; Mariupol=; Carcóvia=Kharkiv; Kharkiv=; Kherson=;
Zaporíjia=Zaporizhzhia; Lviv=; Bakhmut=; Xinjiang=; Rafah=; Srebrenica=; Bósnia=Bosnia; Herzegovina=;
Constantinopla=Constantinople; Dublin=; New Jersey=; Las Palmas=; San Juan=; Punjab=; Alaska=; Ulster=;
Catar=Qatar; Leste Europeu=Eastern Europe; Champs-Elysées=; Alemanha Federal=West Germany; Ucraína=Ukraine;
Daguestão=Dagestan; Inguchétia=Ingushetia; Abecásia=Abkhazia; Ossétia do Sul=South Ossetia;
Transnístria=Transnistria; Vojvodina=; Voivodina=Vojvodina; Somalilândia=Somaliland; Biafra=; Darfur=;
Tigré=Tigray; Timor Oriental=East Timor
"""

_SAME = """
Acre; Alagoas; Amapá; Amazonas; Bahia; Baía; Ceará; Distrito Federal; Espírito Santo; Goiás; Maranhão;
Mato Grosso; Mato Grosso do Sul; Minas Gerais; Minas; Pará; Paraíba; Paraná; Pernambuco; Piauí;
Rio de Janeiro; Rio Grande do Norte; Rio Grande do Sul; Rondônia; Roraima; Santa Catarina; São Paulo;
Sergipe; Tocantins; Guanabara; Rio; Sampa; Nordeste; Triângulo Mineiro; Vale do Paraíba;
Baixada Fluminense; Baixada Santista; ABC; Grande São Paulo; Pantanal; Copacabana; Ipanema; Leblon;
Rio Branco; Maceió; Macapá; Manaus; Salvador; Fortaleza; Brasília; Vitória; Goiânia; São Luís; São Luiz;
Cuiabá; Campo Grande; Belo Horizonte; João Pessoa; Recife; Teresina; Natal; Porto Alegre; Porto Velho;
Boa Vista; Florianópolis; Aracaju; Palmas; Campinas; Guarulhos; Osasco; Santo André; São Bernardo;
São Bernardo do Campo; São Caetano; São Caetano do Sul; Diadema; Mauá; Santos; São Vicente; Guarujá;
Sorocaba; Jundiaí; Ribeirão Preto; São José dos Campos; São José do Rio Preto; Bauru; Araraquara;
Piracicaba; Limeira; Americana; São Carlos; Marília; Presidente Prudente; Franca; Taubaté; Uberlândia;
Uberaba; Juiz de Fora; Contagem; Betim; Ouro Preto; Ipatinga; Governador Valadares; Montes Claros; Niterói;
Nova Iguaçu; Duque de Caxias; São Gonçalo; Petrópolis; Volta Redonda; Angra dos Reis; Búzios; Cabo Frio;
Parati; Paraty; Teresópolis; Londrina; Maringá; Cascavel; Foz do Iguaçu; Ponta Grossa; Joinville; Blumenau;
Criciúma; Chapecó; Caxias do Sul; Pelotas; Santa Maria; Passo Fundo; Novo Hamburgo; Gramado;
Feira de Santana; Ilhéus; Itabuna; Vitória da Conquista; Porto Seguro; Olinda; Caruaru; Petrolina;
Campina Grande; Mossoró; Juazeiro; Juazeiro do Norte; Sobral; Imperatriz; Santarém; Marabá; Carajás;
Altamira; Anápolis; Dourados; Corumbá; Bonito; Fernando de Noronha; Itaipu; Aveiro; Beja; Braga; Bragança;
Castelo Branco; Évora; Faro; Guarda; Leiria; Portalegre; Porto; Santarém; Setúbal; Viana do Castelo;
Vila Real; Viseu; Funchal; Ponta Delgada; Angra do Heroísmo; Horta; Amadora; Almada; Cascais; Sintra;
Oeiras; Loures; Odivelas; Estoril; Barreiro; Seixal; Montijo; Palmela; Sesimbra; Sines; Setúbal;
Vila Franca de Xira; Torres Vedras; Peniche; Óbidos; Caldas da Rainha; Alcobaça; Nazaré; Batalha; Fátima;
Tomar; Abrantes; Figueira da Foz; Cantanhede; Ovar; Espinho; Vila Nova de Gaia; Gaia; Matosinhos; Maia;
Gondomar; Valongo; Vila do Conde; Póvoa de Varzim; Póvoa; Barcelos; Guimarães; Famalicão;
Vila Nova de Famalicão; Santo Tirso; Felgueiras; Penafiel; Amarante; Chaves; Mirandela; Lamego; Régua;
Covilhã; Fundão; Seia; Elvas; Estremoz; Portimão; Lagos; Silves; Loulé; Albufeira; Tavira; Olhão;
Vilamoura; Lousada; Paredes; Paços de Ferreira; Trás-os-Montes; Minho; Douro; Beira; Beira Alta;
Beira Baixa; Beira Interior; Ribatejo; Estremadura; Serra da Estrela; Chiado; Bairro Alto; Alfama; Rossio;
Luanda; Benguela; Huambo; Lobito; Cabinda; Malange; Namibe; Maputo; Sofala; Nampula; Tete; Quelimane;
Praia; Mindelo; Bissau; Goa; Damão; Buenos Aires; Santiago; Bogotá; Quito; La Paz; Lima; Medellín; Cali;
Rosário; Mendoza; Guadalajara; Monterrey; Chiapas; Acapulco; Cancún; Miami; Orlando; Boston; Chicago;
Los Angeles; San Francisco; San Diego; Las Vegas; Houston; Dallas; Atlanta; Detroit; Seattle; Washington;
New York; Baltimore; Cleveland; Denver; Phoenix; Manhattan; Brooklyn; Harlem; Hollywood; Beverly Hills;
Texas; Arizona; Nevada; Utah; Colorado; Oregon; Ohio; Michigan; Indiana; Iowa; Kansas; Missouri; Arkansas;
Alabama; Tennessee; Kentucky; Massachusetts; Connecticut; Maryland; Vermont; Maine; Montana; Idaho;
Wyoming; Nebraska; Oklahoma; Wisconsin; Toronto; Montreal; Montréal; Ottawa; Vancouver; Liverpool;
Birmingham; Leeds; Bristol; Cambridge; Oxford; Wembley; Wimbledon; Belfast; Cardiff; Barcelona; Málaga;
Granada; Cádis; Toledo; Vigo; Ibiza; Badajoz; Huelva; Alicante; Cannes; Grenoble; Lille; Nantes; Bolonha;
Parma; Verona; Bari; Palermo; Rímini; Monza; Ímola; Bonn; Stuttgart; Dortmund; Düsseldorf; Bremen; Oslo;
Bergen; Malmö; Lausanne; Lugano; Davos; Salzburgo; Graz; Innsbruck; Gdansk; Bratislava; Minsk; Vukovar;
Tuzla; Mostar; Grozny; Pristina; Skopje; Erevan; Baku; Tashkent; Osaka; Nagasaki; Kobe; Nagoya; Hong Kong;
Pyongyang; Kuala Lumpur; Bali; Java; Sumatra; Bornéu; Sydney; Melbourne; Perth; Adelaide; Auckland;
Wellington; Dubai; Abu Dhabi; Doha; Ramallah; Hebron; Jericó; Belém; Haifa; Basra; Mossul; Kandahar;
Peshawar; Karachi; Lahore; Kerala; Chernobyl; Lagos; Nairobi; Kigali; Kinshasa; Brazzaville; Lusaka;
Windhoek; Soweto; Durban; Dacca; Katmandu; Colombo; Interlagos; Wall Street; Broadway; Maastricht;
Schengen; Dayton; Camp David; Oklahoma City; Salt Lake City; Nagorno-Karabakh; Alcácer do Sal; Arrábida;
Gibraltar; Gorazde; Bihac; Hebron; Amur; Volgogrado; Donbas; Soledar; Ialta; Trancoso; Itacaré; Lençóis;
Diamantina; Tiradentes; Sertãozinho; Jaú; Botucatu; Assis; Barretos; Cubatão; Ubatuba; Ilhabela;
Campos do Jordão; Atibaia; Itu; Cotia; Barueri; Carapicuíba; Suzano; Mogi das Cruzes; Moji das Cruzes;
Jacareí; Pinheiros; Jardins; Morumbi; Higienópolis; Itaquera; Moema; Perdizes; Tatuapé; Maracanã; Pacaembu;
Tijuca; Botafogo; Barra da Tijuca; Jacarepaguá; Rocinha; Vidigal; Bangu; Madureira; Lapa; Santa Teresa;
Centro-Oeste; Sudeste;
Foz; Boavista; Alverca; Entroncamento; Carregado; Lumiar; Alvalade; Benfica; Belém; Consolação; Itaim;
Itaim Paulista; Itaim Bibi; Mooca; Pinhal Novo; Soure; Arganil; Pinhel; Mineirão; Morumbi;
Santa Maria da Feira; São João da Madeira; Oliveira de Azeméis; Vila Nova de Famalicão; Marinha Grande;
Miranda do Corvo; Miranda do Douro; Condeixa; Cantanhede; Lousã; Montemor; Montemor-o-Velho;
Santiago do Cacém; Santiago do Chile; Santiago de Compostela; Santiago de Cuba; Castelo de Vide;
Vila do Porto; Macedo de Cavaleiros; Alcochete; Benavente; Coruche; Golegã; Ponte de Lima; Ponte de Sor;
Castro Verde; Mértola; Moura; Serpa; Odemira; Aljezur; Monchique; Lagoa; Terreiro do Paço; Bairro Alto;
Baixa; Restauradores; Praça da Figueira
"""


STATE_CODES = words("AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO")
"""The abbreviations of the Brazilian states."""


def english_places() -> dict[str, str]:
    """Portuguese names of places and their English ones, where they differ."""
    return {name: english for name, english in _pairs() if english}


def place_names() -> list[str]:
    """All names of places of these tables."""
    same = [" ".join(name.split()) for name in _SAME.split(";")]
    return [name for name in same if name] + [name for name, _ in _pairs()]


def _pairs() -> list[tuple[str, str]]:
    pairs = []
    for entry in _RENAMED.split(";"):
        name, _, english = entry.strip().partition("=")
        pairs.append((name.strip(), english.strip()))
    return pairs
