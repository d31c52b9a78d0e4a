"""Given names and family names common in Portuguese texts, written for this project."""

from __future__ import annotations

_GIVEN = """
abel abílio adalberto adão adelaide adélia ademar ademir adriana adriano afonso agnaldo agostinho aguinaldo
aida aílton alan alana alba alberto albino alceu alcides alcindo aldo alejandro aleksandr alessandra
alessandro alex alexandra alexandre alexei alexis alfredo alice alicia aline aloísio aloizio altair álvaro
alzira amadeu amália amanda amaral amaro amaury amélia américo amílcar ana anabela anderson andré andrea
andréa andreia andrei andrew andy ângela ângelo angela anita ann anna anne anselmo anthony antoine antónia
antónio antônia antônio aparecida aparecido apolinário ariel aristides armando arlindo arminda arnaldo artur
arthur assis augusta augusto aurélio aurora ayrton bárbara barack bartolomeu basílio beatriz belmiro ben
benedita benedito benjamin benjamim benito bernard bernardino bernardo berta beth bia bianca bill bob boris
brad brenda brian bruce bruna bruno caetano caio camila camilo carina carla carlo carlos carlota carmem
carmen carol carolina caroline cássia cássio catarina catherine cecília celestino célia celina celso césar
charles charlie chico chris christian christina christine christophe cícero cid cíntia ciro clara clarice
claude cláudia claudia cláudio claudio cleide clemente clint cleber clóvis conceição constantino cornélio
cosme cristiana cristiane cristiano cristina cristóvão custódio dagoberto daisy dalila dalva damião dan
daniel daniela daniele danilo dario darcy david davi débora deborah delfim demétrio denis denise dennis
deolinda diana diego dilma dina dinis diogo dirceu djalma dolores domingos donald dora doris douglas duarte
dulce durval edgar edgard edilson edinho edison edith edmar edmilson edmundo edna edson eduarda eduardo
edward elaine elena eleonora eli eliana eliane elias elio élio elis elisa elisabete elisabeth elizabeth
ellen elsa elvira elza emanuel emerson emília emiliano emílio emma emmanuel enrique enzo eric erica érica
érico erik ernani ernesto esteban ester estela esther eugénia eugénio eugênia eugênio eunice eurico eva
evaldo evandro evaristo evelyn evo fabiana fabiano fabiola fábia fábio fabrício fátima fausto felícia felipe
félix fernanda fernandinho fernando fidel filipa filipe filomena flávia flávio florbela florinda françois
francine francis francisca francisco franco frank franklin franz fred frederico friedrich gabriel gabriela
gaspar geisa genésio george georges geraldo geraldine gerard gerhard germano gerson gianni gil gilberto
gilda gilmar gilson giovana giovane giovanni gisela gisele giuliano giulio giuseppe gladys glauber glauco
glória gloria graça grace graciliano greg greta guido guilherme guillermo guilhermina guiomar gustavo
hamilton hans harold harrison harry hassan haroldo heitor helena hélder hélio heloísa henri henrique henry
herbert hércules herman hermínia hilary hillary hilda homero horácio hortênsia howard hugo humberto iara ian
ignácio igor ildo ilda inácio inês ingrid ira iracema irene íris isaac israel isabel isabela isadora isaías isidro
ísis ismael itamar iuri ivan ivana ivete ivo ivone izabel jaci jack jacinta jacinto jackson jacob jacqueline
jacques jader jaime jair jairo james jamil jan jana jandira jane janaína janet janete jânio jardel jay jean
jeff jefferson jennifer jeremias jerónimo jerônimo jerry jessé jéssica jessica jesus jim jimmy jô joan joana
joão joaquim joaquina joe joel johan john johnny jonas jonathan jordi jorge jorginho josé josefa josefina
joseph josué joyce juan juana juarez judite judith júlia julia juliana juliano julie julieta júlio julio
juliet jurandir jürgen juscelino kaká karen karin karina karl karla kátia katia keila keith ken kenneth
kevin kim kléber kurt laís lara larissa larry laura lauro laurinda lázaro léa leandra leandro leda leila
lenine léo leon leonardo leonel leonid leonor leopoldo letícia lia lídia lígia lílian lilian lima lina linda
lindalva lino lionel lisa lívia liz lopo loreta lorena louis louise lourdes lourenço lourival lu luana luc
lúcia lucas lucélia luciana luciano lucila lúcio ludmila ludwig luigi luís luísa luiz luíza luiza lula luzia
madalena mafalda magali magda magno maira mauricio maitê manoel manuel manuela mara marc márcia marcela
marcelino marcelo márcio marco marcos marcus margaret margarete margarida maria mariana marília marina mário
mario marisa mariza mark marlene marli marta martha martim martin martinho mary mateus matheus mathias
matias matilde matthew maurício maurílio mauro max maximiano maximiliano máximo michael michel michelle
miguel mike mikhail milena milton mirela miriam mirian moacir moacyr moema moisés mónica mônica monique
morgana muhammad mohamed mohammed murilo myriam nádia nair nancy nara natália natalia natasha nathalia neide
nélida nelma nelson nestor neusa newton ney neymar nicanor nicholas nick nicolae nicolas nicolau nikita
nikolai nilda nilo nilson nilton nina noah noam noel noémia norberto norma nuno octávio odair odete olavo
olga olinda olímpio olívia oliver olivier orlando oscar osmar osvaldo oswaldo otávio otto pablo palmira
paloma pamela paola paolo pascoal pat patrice patrícia patricia patrick paul paula paulina paulinho paulino
paulo pedro penélope peter petra phil philip philippe pierre pilar plínio policarpo priscila quintino
quitéria rachel rafael rafaela raimunda raimundo ralph ramiro ramón ramon raquel raul raúl ray raymond
rebeca regina reginaldo reinaldo renan renata renato rené ricardo rich richard rita rivaldo robert roberta
roberto robin robinson robson rodolfo rodrigo roger rogério roland rolando roman romário romeu romualdo
romulo ron ronald ronaldinho ronaldo ronan rosa rosália rosana rosane rosângela rose roseana rosemary roseli
rosilene rosinha roy rubem rubens rudolf rui russell rute ruth ruy sabrina salazar salete salomão salvador
sam samantha samara samir samuel sancho sandra sandro sara sarah saulo scott sean sebastiana sebastião
serafim serena serge sergei sergey sergio sérgio severino sharon sheila sidney sidnei sílvia silvana
silvério silvia silviano silvino silvio sílvio simão simon simone sofia solange sónia sônia sonia soraia
sophie stella stephanie stephen steve steven stuart sueli susan susana suzana suzi sylvia tadeu taís tália
tamara tânia tarcísio tarso tatiana telma telmo teo teodoro teófilo teresa tereza teresinha thais thales
theodor thiago thomas tiago tibúrcio tim tito tom tomás tomaz tommy tony toninho trajano tristão túlio
ulisses ulrich ulysses urbano ursula vagner valdemar valdir valdo valentim valentina valéria valério valmir
valter vânia vanda vanderlei vanessa vasco vera verónica verônica vicente victor victoria vilma vincent
vinícius violeta virgílio virgínia vitor vítor vitória vitorino viviane vladimir volodymyr wagner waldemar
waldir walter wanda wanderley warren washington wellington wesley wilhelm william willian wilma wilson
winston wolfgang woody xavier xi xuxa yasser yara yolanda yuri yves zacarias zeca zeferino zélia zenaide
zilda zoé zuleica
"""

_FAMILY = """
abrantes abreu afonso aguiar albuquerque alcântara alckmin alencar almeida alvarenga alves amado amaral
amorim andrade anjos antunes aragão aranha araújo arruda assunção ataíde athayde azeredo azevedo balsemão
bandeira barata barbosa barreto barros barroso bastos batista belchior beltrão benevides bezerra bittencourt
bolsonaro bonfim borba borges botelho braga bragança brandão brito buarque bueno bulhões cabral caldas
caldeira calheiros calmon camacho câmara camargo campelo campos canavarro cardoso carneiro carrilho
carvalhais carvalho castelo castilho castro cavaco cavalcante cavalcanti cerqueira chaves coelho coimbra
collor constâncio cordeiro correa correia corrêa costa coutinho couto covas cruz cunha custódio dantas
delgado dias diniz dornelles drummond duarte durão dutra eanes esteves fagundes falcão faria farias faro
feijó fernandes ferraz ferreira ferro figueira figueiredo fleury fonseca fontes fontoura fraga franco frança
freire freitas frota furtado galvão gama garcia garrido gaspar genro godinho góes gomes gonçalves gonzaga
goulart gouveia graça guedes guerra guerreiro guimarães gusmão guterres haddad henriques hollanda horta
jardim jobim lacerda lafer lago lamas leal leão leite leitão lemos lessa lima linhares lins lobato lobo
loureiro lopes louçã louro lucena macedo machado maciel magalhães maia malan malta maluf marinho marques
martins mascarenhas matos mattos medeiros meira meireles meirelles mello melo mendes mendonça menezes
meneses mesquita miranda modesto moniz monteiro montenegro moraes morais moreira moreno moro mota motta
moura mourão nabuco nascimento naves negrão neto neves nobre nogueira noronha novaes novais nunes oliveira
osório pacheco padilha paes paim paiva palma palmeira palocci parreira passos patto paz peçanha pedrosa
peixoto pena penha peres pereira pessoa pestana picciani pimenta pimentel pinheiro pinho pinto pires pitta
portas portela porto prado prates proença queirós queiroz quadros quaresma quércia quintela ramalho ramos
rangel rebelo rego rêgo reis resende rezende ribas ribeiro rocha rodrigues romão rosa rossi sá sabino sales
salgado salgueiro salles sampaio santana santos sarney saramago saraiva seabra seixas sena senna sequeira
serra severo silva silveira simões siqueira soares sobral sócrates sodré sousa souza suassuna suplicy
tavares taveira távora teixeira teles telles temer toledo torres trindade tucano valadares vale valente
valle vargas vasconcelos vaz velho veloso veríssimo viana vidal vieira vilaça vilar vilela villas xavier
zagallo bush clinton obama trump biden putin zelensky yeltsin gorbatchev lenin stalin hitler churchill
thatcher reagan nixon kennedy mitterrand chirac kohl merkel macron sarkozy blair johnson berlusconi arafat
rabin netanyahu kissinger chávez maduro menem kirchner milei pinochet mandela jiang deng mao nehru gandhi
marx freud einstein darwin newton shakespeare camões machiavel nietzsche kant hegel beethoven mozart bach
wagner picasso fellini spielberg hitchcock smith jones brown taylor williams davis miller thompson anderson
lee kelly schmidt müller fischer schneider weber meyer hoffmann ferrari bianchi garcía gonzález rodríguez
fernández lópez martínez sánchez pérez gómez díaz hernández ivanov petrov kuznetsov fhc jk acm jfk brizola
tancredo telê schumacher elvis lênin honecker ceausescu kadhafi saddam ieltsin iéltsin gorbachev maomé
ricupero ronaldão pelé garrincha zico dunga bebeto cafu guga rivelino tostão kassab doria tarcísio
"""

GENERATIONS = frozenset({"filho", "neto", "júnior", "junior", "sobrinho", "jr"})
"""What may end a family name; lower case."""


def given_names() -> list[str]:
    """Given names, lower case, with their accents."""
    return _GIVEN.split()


def family_names() -> list[str]:
    """Family names, lower case, with their accents."""
    return _FAMILY.split()
