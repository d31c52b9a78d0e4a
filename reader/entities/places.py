"""Places beside the countries that CLDR names, for recognising them; written for this project."""

from __future__ import annotations

from reader.entities.wordlist import words

_ABROAD = """
Açores; Adis Abeba; África; África Ocidental; África Oriental; África Austral; África Subsaariana; Alasca;
Alentejo; Algarve; Alemanha Ocidental; Alemanha Oriental; Alepo; Alpes; Alsácia; Amazónia; Amazônia; América;
América do Norte; América do Sul; América Central; América Latina; Américas; Amesterdão; Amsterdã; Ancara;
Andaluzia; Andes; Antártida; Antártica; Antuérpia; Apeninos; Arábia; Argel; Ártico; Ásia; Ásia Central;
Assunção; Atenas; Atlântico; Atlântico Norte; Atlântico Sul; Auschwitz; Bagdá; Bagdade; Balcãs; Bálcãs; Báltico;
Banguecoque; Bangcoc; Barém; Basileia; Basiléia; Baviera; Beirute; Belém; Belgrado; Bengala; Berlim; Berlim
Ocidental; Berlim Oriental; Berna; Bilbau; Birmânia; Bombaim; Bordéus; Borgonha; Bretanha; Bruxelas; Bucareste;
Budapeste; Cabul; Cairo; Calcutá; Califórnia; Camberra; Canárias; Caracas; Caraíbas; Caribe; Carélia; Cartum;
Casablanca; Catalunha; Catânia; Caxemira; Cáspio; Cáucaso; Chechénia; Chechênia; Tchetchênia; Cidade do Cabo;
Cidade do México; Cisjordânia; Coimbra; Colónia; Colônia; Cone Sul; Copenhaga; Copenhague; Córdova; Córsega;
Crimeia; Criméia; Cracóvia; Curdistão; Curitiba; Dacar; Damasco; Danúbio; Díli; Donbass; Donetsk; Dresden;
Dublim; Edimburgo; Escandinávia; Escócia; Estocolmo; Estrasburgo; Eufrates; Eurásia; Europa; Europa Ocidental;
Europa Oriental; Europa Central; Extremo Oriente; Faixa de Gaza; Filadélfia; Flandres; Florença; Flórida;
Frankfurt; Francoforte; Friburgo; Galiza; Gaza; Genebra; Génova; Gênova; Glásgua; Golfo Pérsico; Golfo;
Gotemburgo; Grã-Bretanha; Groenlândia; Hamburgo; Hanói; Hanôver; Haia; Harare; Havaí; Havai; Havana; Helsínquia;
Helsinque; Himalaia; Hiroshima; Holanda; Iangtzé; Ibéria; Illinois; Inglaterra; Irlanda do Norte; Islamabade;
Istambul; Jacarta; Jerusalém; Jerusalém Oriental; Joanesburgo; Johannesburgo; Jugoslávia; Iugoslávia; Kiev;
Quieve; Komsomolsk do Amur; Khabarovsk; Kosovo; Lapónia; Leninegrado; Leningrado; Leipzig; Líbano; Lião; Lyon;
Lima; Lisboa; Londres; Lovaina; Luisiana; Macau; Madeira; Madrid; Madri; Magrebe; Maiorca; Malaca; Malvinas;
Ilhas Malvinas; Mancha; Manchester; Manchúria; Manila; Mar Cáspio; Mar do Norte; Mar Mediterrâneo; Mar Morto;
Mar Negro; Mar Vermelho; Marraquexe; Marselha; Meca; Medina; Médio Oriente; Mediterrâneo; Mercosul; Mesopotâmia;
Milão; Minesota; Mississípi; Mogadíscio; Moldova; Monróvia; Montevideu; Montevidéu; Moscou; Moscovo; Mossul;
Munique; Nairóbi; Nápoles; Navarra; Nice; Nicósia; Nilo; Normandia; Nova Deli; Nova Délhi; Nova Inglaterra; Nova
Iorque; Nova York; Nova Jersey; Nova Orleans; Nova Gales do Sul; Novo México; Nuremberga; Nuremberg; Oceania;
Oceânia; Ocidente; Oriente; Oriente Médio; Oriente Próximo; Odessa; Oxford; Pacífico; Países Bálticos;
Palestina; Pamplona; Paquistão; Paris; Patagônia; Patagónia; Pádua; Pearl Harbor; Península Ibérica; Península
Coreana; Pensilvânia; Pequim; Pérsia; Pireneus; Pirineus; Polinésia; Pompeia; Porto Príncipe; Praga; Pretória;
Provença; Prússia; Quebeque; Quebec; Quioto; Rangum; Reims; Renânia; Reno; República Checa; República Tcheca;
Reiquejavique; Riade; Riad; Riga; Roma; Rochosas; Roterdão; Roterdã; Ruão; Saara; Sara Ocidental; Sahel; Saigão;
Salamanca; Salisbúria; Salónica; Salônica; Samarcanda; Santa Sé; São Francisco; São Petersburgo; São Tomé;
Saragoça; Sarajevo; Saraievo; Sardenha; Sebastopol; Seul; Sevilha; Sibéria; Sicília; Siena; Singapura; Sófia;
Sudeste Asiático; Sudoeste Asiático; Surrey; Taipé; Taipei; Talin; Tamisa; Tasmânia; Tbilissi; Teerã; Teerão;
Tejo; Tel Aviv; Telavive; Terra do Fogo; Terra Santa; Tessália; Tibete; Tigre; Timor; Timor Leste; Tirana;
Tóquio; Toscana; Toulouse; Transilvânia; Trípoli; Trieste; Tunes; Túnis; Turim; Ucrânia; Úmbria; União
Soviética; URSS; Urais; Utreque; Valência; Varsóvia; Vaticano; Veneza; Versalhes; Viena; Vietnã do Norte; Vietnã
do Sul; Vilnius; Virgínia; Vladivostok; Volga; Vostochni; Xangai; Iémen; Zagrebe; Zagreb; Zurique;
Tchecoslováquia; Checoslováquia; Zaire; Rodésia; Eire; Irão; EUA; E.U.A; Estados Unidos; Estados Unidos da
América; RDA; RFA; Coreia; Coréia; Emirados Árabes; Emirados; Saxônia; Saxónia; Washington DC; Carolina do
Norte; Carolina do Sul; Dakota do Norte; Dakota do Sul; Vestfália; Antilhas; Cantão; Castela; Estremadura; Leão;
Oviedo; Corunha; Astúrias; País Basco; Lorena; Savoia; Tirol; Boémia; Boêmia; Morávia; Galileia; Judeia;
Samaria; Golã; Sinai; Suez; Canal do Panamá; Canal de Suez; Estreito de Ormuz; Mariupol; Carcóvia; Kharkiv;
Kherson; Zaporíjia; Lviv; Bakhmut; Xinjiang; Rafah; Srebrenica; Bósnia; Herzegovina; Constantinopla; Dublin; New
Jersey; Las Palmas; San Juan; Punjab; Alaska; Ulster; Catar; Leste Europeu; Champs-Elysées; Alemanha Federal;
Ucraína; Daguestão; Inguchétia; Abecásia; Ossétia do Sul; Transnístria; Vojvodina; Voivodina; Somalilândia;
Biafra; Darfur; Tigré; Timor Oriental
"""

_AT_HOME = """
Acre; Alagoas; Amapá; Amazonas; Bahia; Baía; Ceará; Distrito Federal; Espírito Santo; Goiás; Maranhão; Mato
Grosso; Mato Grosso do Sul; Minas Gerais; Minas; Pará; Paraíba; Paraná; Pernambuco; Piauí; Rio de Janeiro; Rio
Grande do Norte; Rio Grande do Sul; Rondônia; Roraima; Santa Catarina; São Paulo; Sergipe; Tocantins; Guanabara;
Rio; Sampa; Nordeste; Triângulo Mineiro; Vale do Paraíba; Baixada Fluminense; Baixada Santista; ABC; Grande São
Paulo; Pantanal; Copacabana; Ipanema; Leblon; Rio Branco; Maceió; Macapá; Manaus; Salvador; Fortaleza; Brasília;
Vitória; Goiânia; São Luís; São Luiz; Cuiabá; Campo Grande; Belo Horizonte; João Pessoa; Recife; Teresina;
Natal; Porto Alegre; Porto Velho; Boa Vista; Florianópolis; Aracaju; Palmas; Campinas; Guarulhos; Osasco; Santo
André; São Bernardo; São Bernardo do Campo; São Caetano; São Caetano do Sul; Diadema; Mauá; Santos; São Vicente;
Guarujá; Sorocaba; Jundiaí; Ribeirão Preto; São José dos Campos; São José do Rio Preto; Bauru; Araraquara;
Piracicaba; Limeira; Americana; São Carlos; Marília; Presidente Prudente; Franca; Taubaté; Uberlândia; Uberaba;
Juiz de Fora; Contagem; Betim; Ouro Preto; Ipatinga; Governador Valadares; Montes Claros; Niterói; Nova Iguaçu;
Duque de Caxias; São Gonçalo; Petrópolis; Volta Redonda; Angra dos Reis; Búzios; Cabo Frio; Parati; Paraty;
Teresópolis; Londrina; Maringá; Cascavel; Foz do Iguaçu; Ponta Grossa; Joinville; Blumenau; Criciúma; Chapecó;
Caxias do Sul; Pelotas; Santa Maria; Passo Fundo; Novo Hamburgo; Gramado; Feira de Santana; Ilhéus; Itabuna;
Vitória da Conquista; Porto Seguro; Olinda; Caruaru; Petrolina; Campina Grande; Mossoró; Juazeiro; Juazeiro do
Norte; Sobral; Imperatriz; Santarém; Marabá; Carajás; Altamira; Anápolis; Dourados; Corumbá; Bonito; Fernando de
Noronha; Itaipu; Aveiro; Beja; Braga; Bragança; Castelo Branco; Évora; Faro; Guarda; Leiria; Portalegre; Porto;
Setúbal; Viana do Castelo; Vila Real; Viseu; Funchal; Ponta Delgada; Angra do Heroísmo; Horta; Amadora; Almada;
Cascais; Sintra; Oeiras; Loures; Odivelas; Estoril; Barreiro; Seixal; Montijo; Palmela; Sesimbra; Sines; Vila
Franca de Xira; Torres Vedras; Peniche; Óbidos; Caldas da Rainha; Alcobaça; Nazaré; Batalha; Fátima; Tomar;
Abrantes; Figueira da Foz; Cantanhede; Ovar; Espinho; Vila Nova de Gaia; Gaia; Matosinhos; Maia; Gondomar;
Valongo; Vila do Conde; Póvoa de Varzim; Póvoa; Barcelos; Guimarães; Famalicão; Vila Nova de Famalicão; Santo
Tirso; Felgueiras; Penafiel; Amarante; Chaves; Mirandela; Lamego; Régua; Covilhã; Fundão; Seia; Elvas; Estremoz;
Portimão; Lagos; Silves; Loulé; Albufeira; Tavira; Olhão; Vilamoura; Lousada; Paredes; Paços de Ferreira;
Trás-os-Montes; Minho; Douro; Beira; Beira Alta; Beira Baixa; Beira Interior; Ribatejo; Serra da Estrela;
Chiado; Bairro Alto; Alfama; Rossio; Luanda; Benguela; Huambo; Lobito; Cabinda; Malange; Namibe; Maputo; Sofala;
Nampula; Tete; Quelimane; Praia; Mindelo; Bissau; Goa; Damão; Buenos Aires; Santiago; Bogotá; Quito; La Paz;
Medellín; Cali; Rosário; Mendoza; Guadalajara; Monterrey; Chiapas; Acapulco; Cancún; Miami; Orlando; Boston;
Chicago; Los Angeles; San Francisco; San Diego; Las Vegas; Houston; Dallas; Atlanta; Detroit; Seattle;
Washington; New York; Baltimore; Cleveland; Denver; Phoenix; Manhattan; Brooklyn; Harlem; Hollywood; Beverly
Hills; Texas; Arizona; Nevada; Utah; Colorado; Oregon; Ohio; Michigan; Indiana; Iowa; Kansas; Missouri;
Arkansas; Alabama; Tennessee; Kentucky; Massachusetts; Connecticut; Maryland; Vermont; Maine; Montana; Idaho;
Wyoming; Nebraska; Oklahoma; Wisconsin; Toronto; Montreal; Montréal; Ottawa; Vancouver; Liverpool; Birmingham;
Leeds; Bristol; Cambridge; Wembley; Wimbledon; Belfast; Cardiff; Barcelona; Málaga; Granada; Cádis; Toledo;
Vigo; Ibiza; Badajoz; Huelva; Alicante; Cannes; Grenoble; Lille; Nantes; Bolonha; Parma; Verona; Bari; Palermo;
Rímini; Monza; Ímola; Bonn; Stuttgart; Dortmund; Düsseldorf; Bremen; Oslo; Bergen; Malmö; Lausanne; Lugano;
Davos; Salzburgo; Graz; Innsbruck; Gdansk; Bratislava; Minsk; Vukovar; Tuzla; Mostar; Grozny; Pristina; Skopje;
Erevan; Baku; Tashkent; Osaka; Nagasaki; Kobe; Nagoya; Hong Kong; Pyongyang; Kuala Lumpur; Bali; Java; Sumatra;
Bornéu; Sydney; Melbourne; Perth; Adelaide; Auckland; Wellington; Dubai; Abu Dhabi; Doha; Ramallah; Hebron;
Jericó; Haifa; Basra; Kandahar; Peshawar; Karachi; Lahore; Kerala; Chernobyl; Nairobi; Kigali; Kinshasa;
Brazzaville; Lusaka; Windhoek; Soweto; Durban; Dacca; Katmandu; Colombo; Interlagos; Wall Street; Broadway;
Maastricht; Schengen; Dayton; Camp David; Oklahoma City; Salt Lake City; Nagorno-Karabakh; Alcácer do Sal;
Arrábida; Gibraltar; Gorazde; Bihac; Amur; Volgogrado; Donbas; Soledar; Ialta; Trancoso; Itacaré; Lençóis;
Diamantina; Tiradentes; Sertãozinho; Jaú; Botucatu; Assis; Barretos; Cubatão; Ubatuba; Ilhabela; Campos do
Jordão; Atibaia; Itu; Cotia; Barueri; Carapicuíba; Suzano; Mogi das Cruzes; Moji das Cruzes; Jacareí; Pinheiros;
Jardins; Morumbi; Higienópolis; Itaquera; Moema; Perdizes; Tatuapé; Maracanã; Pacaembu; Tijuca; Botafogo; Barra
da Tijuca; Jacarepaguá; Rocinha; Vidigal; Bangu; Madureira; Lapa; Santa Teresa; Centro-Oeste; Sudeste; Foz;
Boavista; Alverca; Entroncamento; Carregado; Lumiar; Alvalade; Benfica; Consolação; Itaim; Itaim Paulista; Itaim
Bibi; Mooca; Pinhal Novo; Soure; Arganil; Pinhel; Mineirão; Santa Maria da Feira; São João da Madeira; Oliveira
de Azeméis; Marinha Grande; Miranda do Corvo; Miranda do Douro; Condeixa; Lousã; Montemor; Montemor-o-Velho;
Santiago do Cacém; Santiago do Chile; Santiago de Compostela; Santiago de Cuba; Castelo de Vide; Vila do Porto;
Macedo de Cavaleiros; Alcochete; Benavente; Coruche; Golegã; Ponte de Lima; Ponte de Sor; Castro Verde; Mértola;
Moura; Serpa; Odemira; Aljezur; Monchique; Lagoa; Terreiro do Paço; Baixa; Restauradores; Praça da Figueira
"""

STATE_CODES = words("AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO")
"""The abbreviations of the Brazilian states."""


def place_names() -> list[str]:
    """All names of places of these tables."""
    return [" ".join(name.split()) for name in f"{_AT_HOME};{_ABROAD}".split(";")]
