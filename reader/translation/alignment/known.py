"""Words whose English is known without a model: the commonest ones, days, months, numbers, countries."""

from __future__ import annotations

from functools import cache

_COMMON = """
e:and ou:or mas:but porém:but,however que:that,which,who,than quem:who se:if,whether como:as,like,how quando:when
onde:where,in porque:because pois:for,because enquanto:while embora:although,though também:also,too não:not,no,n't
com:with sem:without para:to,for,towards por:by,for,per pelo:by,for,through pela:by,for,through sobre:about,on,over
entre:between,among até:until,to,up desde:since,from após:after contra:against de:of,from,in,by do:of,from,in
da:of,from,in dos:of,from,in das:of,from,in em:in,on,at,into no:in,on,at,into na:in,on,at,into nos:in,on nas:in,on
o:the a:the,to,at os:the as:the um:a,an,one uma:a,an,one ao:to,at à:to,at aos:to às:to,at ele:he,it,him ela:she,it,her
eles:they,them elas:they,them eu:i,me nós:we,us você:you vocês:you lhe:him,her,it seu:his,her,its,their
sua:his,her,its,their seus:his,her,its,their suas:his,her,its,their nosso:our nossa:our meu:my minha:my este:this
esta:this esse:this,that essa:this,that aquele:that aquela:that isso:this,that isto:this estes:these estas:these
esses:these,those essas:these,those aqueles:those aquelas:those é:is são:are era:was eram:were foi:was foram:were
ser:be sido:been está:is estão:are estava:was estavam:were tem:has têm:have tinha:had tinham:had há:is,are,ago
já:already mais:more,most muito:very,much muitos:many muitas:many menos:less,least todo:all,every toda:all,every
todos:all tudo:everything,all cada:each,every outro:other outra:other outros:other,others outras:other,others
mesmo:same,even só:only ainda:still,yet agora:now antes:before depois:after,later então:then,so aqui:here sempre:always
nunca:never hoje:today ontem:yesterday amanhã:tomorrow primeiro:first primeira:first último:last última:last
segundo:second,according terceiro:third próximo:next próxima:next novo:new nova:new novos:new novas:new velho:old
grande:great,large,big grandes:great,large,big pequeno:small pequena:small
maior:largest,greater,biggest,larger,greatest menor:smaller,smallest,least melhor:better,best pior:worse,worst bom:good
boa:good alto:high,tall alta:high,tall longo:long forte:strong livre:free norte:north,northern sul:south,southern
leste:east,eastern oeste:west,western nordeste:northeast sudeste:southeast dia:day dias:days semana:week semanas:weeks
mês:month meses:months ano:year anos:years hora:hour,o'clock horas:hours século:century décadas:decades década:decade
tempo:time,weather vez:time vezes:times manhã:morning tarde:afternoon noite:night,evening homem:man homens:men
mulher:woman mulheres:women criança:child crianças:children pessoa:person pessoas:people gente:people povo:people
filho:son filha:daughter filhos:children,sons pai:father mãe:mother irmão:brother amigo:friend casa:house,home
cidade:city,town cidades:cities país:country países:countries mundo:world rua:street estado:state terra:land,earth
água:water mar:sea rio:river ilha:island governo:government guerra:war paz:peace lei:law rei:king líder:leader
chefe:chief,head empresa:company empresas:companies escola:school livro:book jogo:game trabalho:work vida:life
morte:death morto:dead mortos:dead,killed palavra:word nome:name lugar:place parte:part fim:end início:beginning
avião:plane,aircraft aviões:planes,aircraft fábrica:factory,plant navio:ship carro:car militar:military exército:army
fogo:fire luz:light corpo:body mão:hand mãos:hands olhos:eyes cabeça:head dinheiro:money preço:price preços:prices
mercado:market saúde:health doença:disease chuva:rain sol:sun céu:sky floresta:forest árvore:tree diz:says,said
disse:said afirmou:said dizer:say,tell disseram:said fez:made,did fazer:make,do feito:made pode:can,may podem:can,may
deve:must,should vai:will,goes ir:go foi-se:went veio:came vem:comes deu:gave dar:give viu:saw ver:see teve:had
ficou:was,became quer:wants sabe:knows escreveu:wrote nasceu:born morreu:died começou:began,started branco:white
preto:black negro:black vermelho:red verde:green azul:blue segunda-feira:monday terça-feira:tuesday
quarta-feira:wednesday quinta-feira:thursday sexta-feira:friday sábado:saturday domingo:sunday janeiro:january
fevereiro:february março:march abril:april maio:may junho:june julho:july agosto:august setembro:september
outubro:october novembro:november dezembro:december dois:two duas:two três:three quatro:four cinco:five seis:six
sete:seven oito:eight nove:nine dez:ten onze:eleven doze:twelve treze:thirteen catorze:fourteen quatorze:fourteen
quinze:fifteen dezesseis:sixteen dezessete:seventeen dezoito:eighteen dezenove:nineteen vinte:twenty trinta:thirty
quarenta:forty cinquenta:fifty sessenta:sixty setenta:seventy oitenta:eighty noventa:ninety cem:hundred cento:hundred
mil:thousand milhão:million milhões:million bilhão:billion bilhões:billion metade:half norte-coreano:north,korean
norte-coreana:north,korean norte-americano:american,american,us estados:states unidos:united inglês:english
francês:french alemão:german espanhol:spanish russo:russian russa:russian russos:russian,russians chinês:chinese
brasileiro:brazilian brasileira:brazilian português:portuguese portuguesa:portuguese
"""


@cache
def known() -> dict[str, frozenset[str]]:
    """The English of Portuguese words, both in small letters."""
    found: dict[str, set[str]] = {}
    for entry in _COMMON.split():
        word, _, english = entry.partition(":")
        found.setdefault(word, set()).update(english.split(","))
    for word, name in _countries():
        found.setdefault(word, set()).add(name)
    return {word: frozenset(english) for word, english in found.items()}


def _countries() -> list[tuple[str, str]]:
    """Countries of a single word in both languages, from CLDR; none where that is not installed."""
    try:
        from babel import Locale

        names, english = Locale("pt").territories, Locale("en").territories
    except Exception:  # whatever is wrong with its data: words are aligned without it
        return []
    pairs = [(names[code].lower(), english[code].lower()) for code in names if code in english]
    return [pair for pair in pairs if " " not in pair[0] and " " not in pair[1]]
