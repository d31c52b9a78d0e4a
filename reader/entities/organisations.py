"""Organisations that articles name often, for recognising them; written for this project from general knowledge."""

from __future__ import annotations

from reader.entities.wordlist import words

_NAMES = """
ONU; Organização das Nações Unidas; Nações Unidas; OTAN; NATO; Organização do Tratado do Atlântico Norte;
Aliança Atlântica; FMI; Fundo Monetário Internacional; UE; União Europeia; União Européia; União Africana;
Comissão Europeia; Comissão Européia; Parlamento Europeu; Conselho Europeu; Banco Central Europeu; BCE; Banco
Mundial; OMS; Organização Mundial da Saúde; Organização Mundial de Saúde; OMC; Organização Mundial do Comércio;
OIT; Organização Internacional do Trabalho; OEA; Organização dos Estados Americanos; OPEP; AIEA; Agência
Internacional de Energia Atómica; Agência Internacional de Energia Atômica; OCDE; TPI; Tribunal Penal
Internacional; CIJ; Unesco; Unicef; ACNUR; Acnur; COI; Comitê Olímpico Internacional; FIFA; Fifa; UEFA; Uefa;
Cruz Vermelha; Anistia Internacional; Amnistia Internacional; Médicos Sem Fronteiras; G7; G8; G20; Brics;
Conselho de Segurança; Conselho de Segurança da ONU; Conselho de Segurança Nacional; Assembleia Geral;
Departamento de Estado; Departamento de Defesa; Casa Branca; Pentágono; Kremlin; Congresso; Congresso Nacional;
Senado; Senado Federal; Câmara dos Deputados; Câmara dos Comuns; Câmara dos Lordes; Assembleia da República;
Supremo Tribunal Federal; STF; STJ; TSE; TST; TCU; PGR; AGU; OAB; Supremo; Suprema Corte; Tribunal
Constitucional; Banco Central; Banco Central do Brasil; Banco do Brasil; Banco de Portugal; Caixa Econômica
Federal; Receita Federal; Polícia Federal; PF; Polícia Militar; PM; Polícia Civil; Polícia Judiciária; PJ; PSP;
GNR; SEF; Exército; Marinha; Aeronáutica; Força Aérea; Força Aérea Brasileira; Forças Armadas; Capes; CNPq;
IBGE; INE; BNDES; Ministério Público; Ministério da Saúde; Ministério da Fazenda; Ministério das Finanças;
Ministério da Educação; Ministério da Justiça; Ministério da Defesa; Ministério das Relações Exteriores;
Ministério dos Negócios Estrangeiros; Itamaraty; Ministério da Cultura; Ministério da Agricultura; Ministério da
Economia; Ministério do Interior; Ministério da Administração Interna; Ministério do Meio Ambiente; Partido
Comunista; Partido Socialista; Partido dos Trabalhadores; Partido Republicano; Partido Democrata; Partido
Trabalhista; Partido Conservador; Partido Verde; Igreja Católica; Igreja Universal; Guarda Costeira; Agência
Espacial Europeia; Universidade de São Paulo; Universidade de Lisboa; Universidade de Coimbra; Universidade do
Porto; Cúria Romana; Liga Árabe; Mercosul; CEE; CE; CPLP; CEI; OLP; ALADI; CIA; FBI; NASA; Nasa; KGB; Mossad;
IRA; ETA; Hamas; Hezbollah; Al Qaeda; Talibã; Taleban; Estado Islâmico; Farc; EFE; France Presse; Agence
France-Presse; Reuters; Lusa; AFP; Associated Press; BBC; CNN; RTP; SIC; TVI; TSF; Rede Globo; TV Globo; Globo;
SBT; Bandeirantes; Record; Manchete; MTV; HBO; NBC; CBS; ABC; Folha; Folha de S. Paulo; Folha de S.Paulo; O
Globo; O Estado de S. Paulo; Jornal do Brasil; Público; Expresso; Veja; Diário de Notícias; Jornal de Notícias;
Correio da Manhã; Visão; A Bola; Le Monde; El País; New York Times; The New York Times; Washington Post; The
Washington Post; The Guardian; Financial Times; The Economist; Newsweek; Datafolha; Ibope; USP; Unicamp; UFRJ;
UnB; UNE; PUC; FGV; CUT; CGTP; UGT; Fiesp; Febraban; Sebrae; Senai; Sesc; Incra; Ibama; Funai; INSS; Anvisa;
Anatel; PT; PSDB; PMDB; MDB; PFL; DEM; PDT; PSB; PTB; PP; PL; PPS; PPB; PPR; PSOL; PCdoB; PC do B; PV; PRN; PSD;
PS; PCP; CDS; CDS-PP; UDP; PSR; PSN; UDR; MPLA; UNITA; Unita; Frelimo; Renamo; PAIGC; Fretilin; ANC; MST;
Plataforma; Petrobras; Petrobrás; Vale; Embraer; Eletrobrás; Telebrás; Telesp; Varig; Vasp; TAM; TAP; Galp; EDP;
CTT; CP; BCP; BPA; BPI; BES; BTA; CGD; Sonae; Portugal Telecom; Telecom; Petrogal; Bradesco; Itaú; Unibanco;
Banespa; Bamerindus; Citibank; Nestlé; Volkswagen; Volks; Fiat; Ford; General Motors; GM; Autolatina; Toyota;
Honda; Nissan; Renault; Peugeot; Citroën; BMW; Mercedes-Benz; Ferrari; McLaren; Williams; Benetton; Microsoft;
Apple; Google; Facebook; Amazon; IBM; Intel; Compaq; Sony; Philips; Siemens; Samsung; Nokia; Boeing; Airbus;
Sukhoi; Gazprom; Rosneft; SpaceX; Tesla; Coca-Cola; Pepsi; McDonald's; Nike; Adidas; Shell; Esso; Texaco;
Warner; Disney; Time Warner; Bayer; Benfica; Sporting; FC Porto; Boavista; Belenenses; Braga; Vitória de
Guimarães; Marítimo; Salgueiros; Beira-Mar; Farense; Gil Vicente; Académica; Tirsense; Corinthians; Palmeiras;
Flamengo; Fluminense; Vasco; Botafogo; Grêmio; Internacional; Cruzeiro; Atlético-MG; Atlético Mineiro;
Portuguesa; Guarani; Ponte Preta; Juventude; Bragantino; Criciúma; Sport; Náutico; Chapecoense; Real Madrid;
Barcelona; Atlético de Madrid; Juventus; Milan; Inter; Lazio; Manchester United; Arsenal; Chelsea; Ajax; Bayern;
Beatles; Rolling Stones; Pink Floyd; U2; Legião Urbana; Titãs; Paralamas; Madredeus; Xutos; Harvard; Yale;
Oxford; Stanford; Sorbonne; MIT; Opus Dei; Greenpeace; WWF; Interpol; Europol; Eurostat; Standard & Poor's;
Moody's; JP Morgan; Goldman Sachs; Deutsche Bank; Bundesbank; Fed; Tesouro Nacional; Bovespa; Nasdaq; Copom;
Procon; Cetesb; Sabesp; Cesp; Light; CET; Dersa; Embratel; Embrapa; Infraero; Dnit; Contag; Conmebol; CBF; FPF;
FIA; NBA; FPA; PSG; CSKA; CGT; IRS; Governo; Parlamento; Tesouro; Justiça; Câmara; Igreja; Fipe; Embratur;
Exame; Playboy; Time; Cinemateca Portuguesa; Queen; American Express; Mercedes; Epson; Lancia; Jaguar; Volvo;
Audi; Porsche; Hyundai; Kia; Suzuki; Yamaha; Motorola; Xerox; Kodak; Canon; HP; Dell; Lufthansa; Iberia; Air
France; British Airways; American Airlines; Visa; Mastercard; Unilever; Parmalat; Antarctica; Brahma; Skol;
Ambev; JBS; Natura; Magazine Luiza; Americanas; Casas Bahia; Pão de Açúcar; Carrefour; Continente; Pingo Doce;
Jerónimo Martins; Mota-Engil; Novo Banco; Santander; BBVA; Barclays; HSBC
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


def organisation_names() -> list[str]:
    """Names of organisations."""
    return [" ".join(name.split()) for name in _NAMES.split(";")]
