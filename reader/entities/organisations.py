"""Organisations that articles name often, with their English; written for this project from general knowledge."""

from __future__ import annotations

from reader.entities.wordlist import words

_RENAMED = """
ONU=UN; Organização das Nações Unidas=United Nations; Nações Unidas=United Nations; OTAN=NATO; NATO=;
Organização do Tratado do Atlântico Norte=North Atlantic Treaty Organization;
Aliança Atlântica=Atlantic Alliance; FMI=IMF; Fundo Monetário Internacional=International Monetary Fund;
UE=EU; União Europeia=European Union; União Européia=European Union; União Africana=African Union;
Comissão Europeia=European Commission; Comissão Européia=European Commission;
Parlamento Europeu=European Parliament; Conselho Europeu=European Council;
Banco Central Europeu=European Central Bank; BCE=ECB; Banco Mundial=World Bank; OMS=WHO;
Organização Mundial da Saúde=World Health Organization;
Organização Mundial de Saúde=World Health Organization; OMC=WTO;
Organização Mundial do Comércio=World Trade Organization; OIT=ILO;
Organização Internacional do Trabalho=International Labour Organization; OEA=OAS;
Organização dos Estados Americanos=Organization of American States; OPEP=OPEC; AIEA=IAEA;
Agência Internacional de Energia Atómica=International Atomic Energy Agency;
Agência Internacional de Energia Atômica=International Atomic Energy Agency; OCDE=OECD; TPI=ICC;
Tribunal Penal Internacional=International Criminal Court; CIJ=ICJ; Unesco=UNESCO; Unicef=UNICEF;
ACNUR=UNHCR; Acnur=UNHCR; COI=IOC; Comitê Olímpico Internacional=International Olympic Committee; FIFA=;
Fifa=FIFA; UEFA=; Uefa=UEFA; Cruz Vermelha=Red Cross; Anistia Internacional=Amnesty International;
Amnistia Internacional=Amnesty International; Médicos Sem Fronteiras=Doctors Without Borders; G7=; G8=;
G20=; Brics=BRICS; Conselho de Segurança=Security Council;
Conselho de Segurança da ONU=UN Security Council; Conselho de Segurança Nacional=National Security Council;
Assembleia Geral=General Assembly; Departamento de Estado=State Department;
Departamento de Defesa=Department of Defense; Casa Branca=White House; Pentágono=Pentagon; Kremlin=;
Congresso=Congress; Congresso Nacional=National Congress; Senado=Senate; Senado Federal=Federal Senate;
Câmara dos Deputados=Chamber of Deputies; Câmara dos Comuns=House of Commons;
Câmara dos Lordes=House of Lords; Assembleia da República=Assembly of the Republic;
Supremo Tribunal Federal=Supreme Federal Court; STF=Supreme Federal Court of Brazil;
STJ=Superior Court of Justice of Brazil; TSE=Superior Electoral Court of Brazil; TST=; TCU=; PGR=; AGU=;
OAB=Brazilian Bar Association; Supremo=Supreme Court; Suprema Corte=Supreme Court;
Tribunal Constitucional=Constitutional Court; Banco Central=Central Bank;
Banco Central do Brasil=Central Bank of Brazil; Banco do Brasil=; Banco de Portugal=Bank of Portugal;
Caixa Econômica Federal=; Receita Federal=Brazilian Federal Revenue; Polícia Federal=Federal Police; PF=;
Polícia Militar=Military Police; PM=; Polícia Civil=Civil Police; Polícia Judiciária=Judiciary Police; PJ=;
PSP=; GNR=; SEF=; Exército=Army; Marinha=Navy; Aeronáutica=Air Force; Força Aérea=Air Force;
Força Aérea Brasileira=Brazilian Air Force; Forças Armadas=Armed Forces; Capes=CAPES; CNPq=CNPQ;
IBGE=Brazilian Institute of Geography and Statistics; INE=Statistics Portugal;
BNDES=Brazilian Development Bank; Ministério Público=Public Prosecutor's Office;
Ministério da Saúde=Ministry of Health; Ministério da Fazenda=Ministry of Finance;
Ministério das Finanças=Ministry of Finance; Ministério da Educação=Ministry of Education;
Ministério da Justiça=Ministry of Justice; Ministério da Defesa=Ministry of Defence;
Ministério das Relações Exteriores=Ministry of Foreign Affairs;
Ministério dos Negócios Estrangeiros=Ministry of Foreign Affairs; Itamaraty=Brazilian Foreign Ministry;
Ministério da Cultura=Ministry of Culture; Ministério da Agricultura=Ministry of Agriculture;
Ministério da Economia=Ministry of the Economy; Ministério do Interior=Ministry of the Interior;
Ministério da Administração Interna=Ministry of Internal Administration;
Ministério do Meio Ambiente=Ministry of the Environment; Partido Comunista=Communist Party;
Partido Socialista=Socialist Party; Partido dos Trabalhadores=Workers' Party;
Partido Republicano=Republican Party; Partido Democrata=Democratic Party; Partido Trabalhista=Labour Party;
Partido Conservador=Conservative Party; Partido Verde=Green Party; Igreja Católica=Catholic Church;
Igreja Universal=Universal Church; Guarda Costeira=Coast Guard;
Agência Espacial Europeia=European Space Agency; Universidade de São Paulo=University of São Paulo;
Universidade de Lisboa=University of Lisbon; Universidade de Coimbra=University of Coimbra;
Universidade do Porto=University of Porto; Cúria Romana=Roman Curia; Liga Árabe=Arab League;
Mercosul=Mercosur; CEE=EEC; CE=EC; CPLP=Community of Portuguese Language Countries; CEI=CIS; OLP=PLO;
ALADI=; CIA=; FBI=; NASA=; Nasa=NASA; KGB=; Mossad=; IRA=; ETA=; Hamas=; Hezbollah=; Al Qaeda=;
Talibã=Taliban; Taleban=Taliban; Estado Islâmico=Islamic State; Farc=FARC; EFE=; France Presse=;
Agence France-Presse=; Reuters=; Lusa=; AFP=; Associated Press=; BBC=; CNN=; RTP=; SIC=; TVI=; TSF=;
Rede Globo=; TV Globo=; Globo=; SBT=; Bandeirantes=; Record=; Manchete=; MTV=; HBO=; NBC=; CBS=; ABC=;
Folha=; Folha de S. Paulo=; Folha de S.Paulo=; O Globo=; O Estado de S. Paulo=; Jornal do Brasil=;
Público=; Expresso=; Veja=; Diário de Notícias=; Jornal de Notícias=; Correio da Manhã=; Visão=; A Bola=;
Le Monde=; El País=; New York Times=; The New York Times=; Washington Post=; The Washington Post=;
The Guardian=; Financial Times=; The Economist=; Newsweek=; Datafolha=; Ibope=; USP=; Unicamp=; UFRJ=;
UnB=; UNE=; PUC=; FGV=; CUT=; CGTP=; UGT=; Fiesp=; Febraban=; Sebrae=; Senai=; Sesc=; Incra=; Ibama=;
Funai=; INSS=; Anvisa=; Anatel=; PT=; PSDB=; PMDB=; MDB=; PFL=; DEM=; PDT=; PSB=; PTB=; PP=; PL=; PPS=;
PPB=; PPR=; PSOL=; PCdoB=; PC do B=; PV=; PRN=; PSD=; PS=; PCP=; CDS=; CDS-PP=; UDP=; PSR=; PSN=; UDR=;
MPLA=; UNITA=; Unita=UNITA; Frelimo=FRELIMO; Renamo=RENAMO; PAIGC=; Fretilin=FRETILIN; ANC=; MST=;
Plataforma=; Petrobras=; Petrobrás=Petrobras; Vale=; Embraer=; Eletrobrás=Eletrobras; Telebrás=; Telesp=;
Varig=; Vasp=; TAM=; TAP=; Galp=; EDP=; CTT=; CP=; BCP=; BPA=; BPI=; BES=; BTA=; CGD=; Sonae=;
Portugal Telecom=; Telecom=; Petrogal=; Bradesco=; Itaú=; Unibanco=; Banespa=; Bamerindus=; Citibank=;
Nestlé=; Volkswagen=; Volks=; Fiat=; Ford=; General Motors=; GM=; Autolatina=; Toyota=; Honda=; Nissan=;
Renault=; Peugeot=; Citroën=; BMW=; Mercedes-Benz=; Ferrari=; McLaren=; Williams=; Benetton=; Microsoft=;
Apple=; Google=; Facebook=; Amazon=; IBM=; Intel=; Compaq=; Sony=; Philips=; Siemens=; Samsung=; Nokia=;
Boeing=; Airbus=; Sukhoi=; Gazprom=; Rosneft=; SpaceX=; Tesla=; Coca-Cola=; Pepsi=; McDonald's=; Nike=;
Adidas=; Shell=; Esso=; Texaco=; Warner=; Disney=; Time Warner=; Bayer=; Benfica=; Sporting=; FC Porto=;
Boavista=; Belenenses=; Braga=; Vitória de Guimarães=; Marítimo=; Salgueiros=; Beira-Mar=; Farense=;
Gil Vicente=; Académica=; Tirsense=; Corinthians=; Palmeiras=; Flamengo=; Fluminense=; Vasco=; Botafogo=;
Grêmio=; Internacional=; Cruzeiro=; Atlético-MG=; Atlético Mineiro=; Portuguesa=; Guarani=; Ponte Preta=;
Juventude=; Bragantino=; Criciúma=; Sport=; Náutico=; Chapecoense=; Real Madrid=; Barcelona=;
Atlético de Madrid=; Juventus=; Milan=; Inter=; Lazio=; Manchester United=; Arsenal=; Chelsea=; Ajax=;
Bayern=; Beatles=; Rolling Stones=; Pink Floyd=; U2=; Legião Urbana=; Titãs=; Paralamas=; Madredeus=;
Xutos=; Harvard=; Yale=; Oxford=; Stanford=; Sorbonne=; MIT=; Opus Dei=; Greenpeace=; WWF=; Interpol=;
Europol=; Eurostat=; Standard & Poor's=; Moody's=; JP Morgan=; Goldman Sachs=; Deutsche Bank=; Bundesbank=;
Fed=; Tesouro Nacional=; Bovespa=; Nasdaq=; Copom=; Procon=; Cetesb=; Sabesp=; Cesp=; Light=; CET=; Dersa=;
Embratel=; Embrapa=; Infraero=; Dnit=; Contag=; Conmebol=; CBF=; FPF=; FIA=; NBA=; FPA=; PSG=; CSKA=; CGT=;
IRS=; Governo=Government; Parlamento=Parliament; Tesouro=Treasury; Justiça=; Câmara=; Igreja=Church; Fipe=;
Embratur=; Exame=; Playboy=; Time=; Cinemateca Portuguesa=; Queen=; American Express=; Mercedes=; Epson=;
Lancia=; Jaguar=; Volvo=; Audi=; Porsche=; Hyundai=; Kia=; Suzuki=; Yamaha=; Motorola=; Xerox=; Kodak=;
Canon=; HP=; Dell=; Lufthansa=; Iberia=; Air France=; British Airways=; American Airlines=; Visa=;
Mastercard=; Unilever=; Parmalat=; Antarctica=; Brahma=; Skol=; Ambev=; JBS=; Natura=; Magazine Luiza=;
Americanas=; Casas Bahia=; Pão de Açúcar=; Carrefour=; Continente=; Pingo Doce=; Jerónimo Martins=;
Mota-Engil=; Novo Banco=; Santander=; BBVA=; Barclays=; HSBC=
"""

OTHER_NAMES = words(
    """
    cpf fgts pis cofins cic mp ufirs medida pib iva irs irc icms ipi iof ipca igp urv cdb cpi aids sida
    dna adn rna hiv vip internet deus jesus cristo constituição concordata bíblia alcorão renascimento
    iluminismo euro plano tratado acordo protocolo lei código estatuto convenção corão marte vénus vênus
    júpiter saturno lua terra natal páscoa carnaval quaresma ramadão ramadã reveillon prozac windows
    linux português inglês francês ipva iptu ufir ir cpmf lsd wifi rock jazz samba blues pop rap punk
    funk mpb bossa verão inverno outono primavera universo medicina psicologia filosofia matemática
    história geografia física química biologia economia sociologia ciência ciências macintosh pentium pdm
    passat fusca chevette escort corsa
    """
)
"""Single words, lower case, that name something else, however they are capitalised."""

NO_NAMES = words(
    """
    cd dvd república presidência estado estados p.s tv pc pcs os cd-rom ok ltda obs etc fm ac dc qi ii
    iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi hora dia mãe pai led gay usb ram
    rom cpu tmg nacional nossa senhora direito arte artes norte sul leste oeste web pdf sms gps a.c d.c
    real uno golf gol km
    """
)
"""Single words, lower case, that name nothing by themselves."""


def organisations() -> dict[str, str | None]:
    """Names of organisations and their English ones; None where it is the same or not known."""
    table: dict[str, str | None] = {}
    for entry in _RENAMED.split(";"):
        name, _, english = entry.strip().partition("=")
        table[name.strip()] = english.strip() or None
    return table
