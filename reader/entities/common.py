"""Portuguese words that begin sentences with a capital but name nothing."""

from __future__ import annotations

from reader.entities.wordlist import words

_CLOSED = """
a à ao aos às as o os um uma uns umas de do da dos das em no na nos nas num numa nuns numas dum duma por
pelo pela pelos pelas per para pra com sem sob sobre entre até desde após ante contra durante mediante
perante segundo conforme consoante exceto excepto salvo e ou mas porém contudo todavia entretanto nem que
quem quê qual quais cujo cuja cujos cujas onde aonde donde quando quanto quanta quantos quantas como porque
porquê pois portanto logo assim então se caso embora enquanto apesar além aquém antes depois agora hoje
ontem anteontem amanhã já ainda sempre nunca jamais também tampouco só somente apenas mesmo muito muita
muitos muitas pouco pouca poucos poucas mais menos tão tanto tanta tantos tantas todo toda todos todas tudo
nada algo alguém ninguém algum alguma alguns algumas nenhum nenhuma outro outra outros outras cada qualquer
quaisquer certo certa certos certas vários várias diversos diversas ambos ambas demais este esta estes estas
esse essa esses essas aquele aquela aqueles aquelas isto isso aquilo neste nesta nestes nestas nesse nessa
nesses nessas naquele naquela naqueles naquelas deste desta destes destas desse dessa desses dessas daquele
daquela daqueles daquelas disto disso daquilo nisto nisso àquele àquela eu tu ele ela nós vós eles elas você
vocês me te lhe lhes vos mim ti si comigo contigo consigo conosco connosco dele dela deles delas nele nela
neles nelas meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas vosso vossa
aqui ali aí cá lá acolá perto longe dentro fora acima abaixo adiante atrás através junto diante defronte
cerca quase talvez sim não bem mal melhor pior maior menor bastante demasiado depressa devagar cedo tarde
aliás afinal enfim finalmente inclusive exatamente exactamente sobretudo principalmente especialmente
geralmente normalmente provavelmente atualmente actualmente recentemente anteriormente posteriormente
inicialmente simplesmente ser é são era eram foi foram será serão seria seriam fosse for sendo sido estar
está estão estava estavam esteve estiveram estará estarão estou estamos somos fomos fui ter tem têm tinha
tinham teve tiveram terá terão teria tenho temos tendo haver há havia houve haverá haveria hão ir vai vão
vou vamos ia iam indo vem vêm veio vieram vir fazer faz fazem fez fizeram fazia faça façam feito fazendo
dizer diz dizem disse disseram dito poder pode podem pôde puderam podia podiam poderá poderão poderia posso
podemos possa possam dever deve devem devia deveria deverá deverão querer quer querem quis queria quero
queremos saber sabe sabem sei sabia soube ver vê veja vejam viu viram vendo visto dar dá dão deu deram dado
dando ficar fica ficam ficou ficaram ficará falta faltam basta bastam resta restam existe existem existia
parece parecem trata tratam tratava cabe cabem chega chegou chegaram começa começou continua continuam entra
sai saiu segue seguem vale valem leia confira saiba compare imagine olhe note repare lembre espere pense
dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quatorze quinze dezasseis
dezesseis dezassete dezessete dezoito dezanove dezenove vinte trinta quarenta cinquenta sessenta setenta
oitenta noventa cem cento duzentos trezentos quinhentos mil milhão milhões bilhão bilhões primeiro primeira
primeiros primeiras segunda segundos terceiro terceira quarto quarta quinto quinta sexto último última
últimos últimas próximo próxima próximos próximas novo nova novos novas velho velha velhos velhas antigo
antiga antigos antigas grande grandes pequeno pequena pequenos pequenas bom boa bons boas mau má maus más
alto alta altos altas baixo baixa longo longa belo bela simples único única mesma mesmos mesmas próprio
própria próprios próprias tal tais dada dados devido graças seja sejam ora eis ah oh olá oi ei ai puxa
obrigado obrigada favor pena claro óbvio evidente evidentemente naturalmente felizmente infelizmente
curiosamente paralelamente simultaneamente alegadamente aparentemente
"""

_OPEN = """
ano anos dia dias mês meses semana semanas hora horas vez vezes tempo tempos época momento noite manhã homem
homens mulher mulheres criança crianças jovem jovens pessoa pessoas gente povo vida morte mundo país países
cidade cidades casa casas rua obra obras trabalho trabalhos trabalhador trabalhadores empresa empresas
empresário empresários governo governos mercado mercados preço preços dinheiro crise guerra paz lei leis
projeto projecto projetos projectos programa programas plano planos política políticas político políticos
partido partidos eleição eleições candidato candidatos candidata presidente presidentes ministro ministra
ministros deputado deputados senador senadores governador governadores prefeito prefeitos diretor director
diretores directores secretário polícia polícias policial policiais justiça juiz juízes advogado advogados
médico médicos professor professores aluno alunos estudante estudantes jogador jogadores técnico técnicos
treinador time times equipe equipa equipas equipes jogo jogos gol gols golo golos futebol campeão campeões
campeonato torneio taça copa final filme filmes livro livros música músicas disco discos teatro cinema arte
artes artista artistas autor autores ator actor atores actores cantor cantora banda bandas grupo grupos
problema problemas questão questões caso casos causa causas efeito efeitos razão motivo motivos objetivo
objectivo resultado resultados exemplo exemplos parte partes lado lados forma formas modo maneira tipo tipos
número números total metade maioria minoria cerca média nível níveis valor valores taxa taxas custo custos
juro juros imposto impostos conta contas banco bancos bolsa ações acções indústria comércio agricultura
economia economista economistas pesquisa pesquisas estudo estudos especialista especialistas cientistas
analistas autoridades fontes moradores vítima vítimas acidente acidentes crime crimes morto mortos ferido
feridos chuva chuvas fogo incêndio água terra mar sol céu rio norte sul leste oeste nordeste centro interior
exterior estado estados município câmara tribunal igreja deus padre santo santa história ideia idéia ideias
tema texto carta cartas notícia notícias jornal jornais revista televisão rádio internet imprensa leitor
leitores serviço serviços sistema sistemas produto produtos produção venda vendas compra compras exportações
importações negócio negócios acordo acordos contrato contratos reunião encontro viagem visita festa
aniversário prémio prêmio concurso exposição espetáculo espectáculo estreia estréia apresentação inscrições
informações telefone endereço local ingressos horário entrada saída fim início começo meio passado presente
futuro amor medo coisa coisas nome nomes palavra palavras língua voz olhos mão mãos corpo cabeça coração
sangue pé pés carro carros avião aviões trem comboio ônibus autocarro estrada estradas porta portas mesa
cama roupa roupas comida vinho café leite pão carne peixe sal açúcar arroz feijão jantar almoço outrora
tamanho apoio ajuda defesa ataque luta combate greve protesto manifestação debate discussão proposta decisão
resposta pergunta perguntas opinião crítica críticas análise comentário entrevista colaboraram colaborou
tradução foto fotos imagem imagens legenda ilustração quadro tabela gráfico figura capítulo página páginas
edição direção direcção coordenação organização realização participação colaboração fundação associação
comissão conselho assessoria secretaria ministério universidade instituto escola escolas faculdade curso
cursos aula aulas vestibular eleitor eleitores voto votos candidatura campanha militares soldados tropas
exército forças armas bomba bombas ataques rebeldes guerrilha refugiados negros brancos índios católicos
judeus muçulmanos árabes brasileiro brasileira brasileiros brasileiras português portuguesa portugueses
americano americana americanos norte-americanos francês franceses inglês ingleses alemão alemães italiano
italianos espanhol espanhóis argentino argentinos russo russos japonês japoneses chinês chineses europeu
europeus paulista paulistas carioca cariocas mineiro gaúcho baiano lisboeta socialistas comunistas
sociais-democratas tucanos petistas atletas tenistas procurado procurada questionado perguntado informado
acusado preso eleito nascido formado baseado considerado embaixador general coronel capitão comandante
doutor senhor senhora senhores senhoras dona seu sr sra dr dra prof mestre rei rainha príncipe princesa papa
bispo cardeal líder chefe ex-presidente ex-ministro vice-presidente foram-se trata-se sabe-se diz-se fala-se
pode-se deve-se vê-se veja-se note-se quer-se era-se há-de dir-se-ia melhores piores maiores menores
principais seguintes restantes alto baixo claro escuro branco branca preto preta vermelho vermelha azul
verde amarelo amarela negro negra moço moça rapaz rapariga menino menina meninos meninas filho filha filhos
filhas pai mãe pais irmão irmã irmãos marido esposa casal família famílias amigo amigos vizinhos
funcionários empregados servidores metalúrgicos bancários agricultores produtores consumidores fabricantes
investidores importadores sindicatos trabalhadoras operários desempregados aposentados pensionistas idosos
parabéns atenção cuidado socorro silêncio adeus bem-vindo saudades viva morra abaixo chega vamos isenção
redução aumento queda alta baixa crescimento inflação dívida desemprego emprego empregos salário salários
renda lucro lucros prejuízo prejuízos capital investimento investimentos faturamento facturação estoque
"""

_ENDINGS = tuple(
    words(
        """
        mente ções ção dades dade ismo ismos mentos mento ando endo indo aram eram iram aria eria
        iria ável ível áveis íveis ância ência ências agem agens istas ista ados adas idos idas osos
        osas ivos ivas icos icas ais ões ães ores oras ava avam ará erá irá arão erão irão arem irem
        asse esse isse emos amos ar-se er-se ir-se -se -lhe -me -o -a -feira ãos ização ares ormente
        eiros eiras udo
        """
    )
)

GRAMMAR = words(_CLOSED)
"""Articles, prepositions, pronouns, common verbs and numbers: hardly ever part of a name."""

COMMON = GRAMMAR | words(_OPEN)
"""Words that a capital at the head of a sentence does not make a name."""


def looks_common(word: str) -> bool:
    """Whether a lower-case word is a common one, or is built as common words are (``-ção``, ``-mente`` …)."""
    return word in COMMON or (len(word) > 5 and word.endswith(_ENDINGS))
