"""The patterns of expressions of time, by form: matched at the word where one begins, in lower case."""

from __future__ import annotations

from reader.entities.dating import words as w
from reader.entities.dating.words import END, NOT_COUNTED, PART, S

_TO = rf"(?:{S}(?P<sep>a|até|e|para){S}|{S}?(?P<dash>[-–]){S}?)"
_UNIT = "(?P<unit>dias?|semanas?|mês|mes|meses|anos?|décadas?|séculos?|milênios?|milénios?)"
_UNITS = "(?P<units>dias|semanas|meses|anos|décadas|séculos)"
_ABOUT = (
    rf"(?P<about>(?:pouco{S})?(?:mais|menos)?{S}?de|cerca{S}de|quase|aproximadamente|por{S}volta{S}de|perto{S}de|"
    rf"pelo{S}menos|uns|umas)"
)
_VAGUE = "(?P<vague>alguns|algumas|poucos|poucas|muitos|muitas|vários|várias)"
_HALF = rf"(?P<half>{S}e{S}mei[oa])?"
_PERIOD = "(?P<period>semana|mês|ano|década|século)"
_PART_OF_YEAR = rf"(?P<nth>primeir|segund|terceir|quart|quint|sext|últim|[1-6])(?:[oa]|\.?[ºoª°a]){S}"
_LATER = rf"(?:antes|depois|após|mais{S}tarde)"
_SIDE = rf"(?P<side>passad[oa]|que{S}vem|próxim[oa]|últim[oa]|retrasad[oa]|seguinte|anterior)"
# "Sexta-feira Santa", "quarta-feira de cinzas", "domingo de Páscoa": a feast, on a day that is not told.
_NO_FEAST = (
    rf"(?!{S}(?:sant[ao]|gord[ao]|magr[ao]|sangrento|negra|maior|de{S}(?:cinzas|ramos|páscoa|carnaval|aleluia)))"
)
_DATE_TAIL = rf"(?:[/.]{w.number_of_month('n')}(?:[/.](?:{w.year('ny')}|(?P<nyy>\d\d)(?!\d)))?)?"
_AFTER_NUMBER = rf"(?![\w:%º°/]|[.,]\d|-\d|{S}(?:de\b|horas?\b|h\b|a{S}\d)){NOT_COUNTED}{w.NO_PLURAL}"
_FEW = rf"(?:,{S}{w.FIGURE}){{0,3}}"

# The longer forms stand before those that they begin with.
FIGURES = {
    "iso": rf"{w.year('y')}(?P<mark>[-/])(?P<m>0[1-9]|1[0-2])(?P=mark)(?P<d>0[1-9]|[12]\d|3[01])(?=t\d|(?![\w-]))",
    "eras": rf"(?P<y1>\d{{1,4}}){_TO}(?P<y2>\d{{1,4}}){S}{w.ERA}",
    "era": rf"(?P<y>\d{{1,4}}){S}{w.ERA}",
    "numeric": rf"{w.figure('d')}(?P<mark>[/.-]){w.number_of_month('n')}(?P=mark){w.year('y')}(?![/-])"
    rf"|{w.figure('d_')}/(?P<n_>1[0-2]|0[1-9])/(?P<yy>\d\d)(?![\d/])",
    "across": rf"{w.day('d1')}{S}de{S}{w.month('m1')}{w.year_after('1')}{_TO}{w.day('d2')}{S}de{S}{w.month('m2')}"
    rf"{w.year_after()}{END}",
    "figures": rf"{w.figure('d1')}(?:[/.]{w.number_of_month('n1')})?{_TO}{w.figure('d2')}[/.]{w.number_of_month('n2')}"
    rf"(?:[/.]{w.year('y')})?(?![\w/%]|[.,]\d)",
    "days": rf"{w.day('d1')}{_FEW}{_TO}{w.day('d2')}{S}de{S}{w.month('m', short=True)}{w.year_after()}{END}",
    "day": rf"{w.day('d')}{S}de{S}{w.month('m')}{w.year_after()}{END}",
    "day.short": rf"{w.figure('d')}(?:{S}de{S}|[ /.-])(?P<m>{w.ANY_SHORT})(?:\.?(?:{S}de{S}|[ /.-]){w.year('y')}"
    rf"|(?<=/...)(?!\w)|(?<!dez)\.(?={S}?[,;)]|{S}[^\W\d_]|\Z))(?!\w)",
    "numbered": rf"{w.figure('d')}{S}(?P<rel>dest[ea]{S}mês|do{S}(?:mês{S}passado|próximo{S}mês|mês{S}que{S}vem"
    rf"|corrente{S}mês|corrente|mesmo{S}mês))(?!\w)",
    "years": rf"{w.year('y1')}(?:{_TO}{w.year('y2')}|(?P<slash>/)(?P<y2s>(?:1\d|20)?\d\d)(?![\d/-])"
    rf"|(?P<short>[-–])(?P<y2t>\d\d)(?![\d/-]))(?!\w|-\d)",
    "monthly": rf"{w.number_of_month('n')}/{w.year('y')}(?![/\w-])",
    "dm": rf"{w.figure('d')}(?P<mark>[/.]){w.number_of_month('n')}(?![\w/%]|[.,]\d|-\d)",
}
WEEK = {
    "weekdays": rf"{w.weekday('wd')}{S}a{S}{w.weekday('wd2')}(?!{S}?[(\d]|,{S}\d|\w)"
    rf"|[2-6]\.?[ªa]{S}a{S}(?:[2-6]\.?[ªa](?:[- ]feira)?|sábado|sáb\.|domingo|dom\.)(?!\w)",
    "day.side": rf"(?P<rel>próximo|passado|último){S}{w.day('d')}{S}de{S}{w.month('m')}{END}(?!{S}de{S}\d)",
    "nth": rf"(?P<nth>primeir|segund|terceir|quart|últim)[oa]{S}{w.weekday('wd')}{S}(?:de|do{S}mês{S}de){S}"
    rf"{w.month('m')}{w.year_after()}{END}",
    "weekday": rf"(?:(?P<pre>próxim[oa]|passad[oa]|últim[oa]){S})?{w.weekday('wd')}{_NO_FEAST}(?:{S}(?P<part>{PART}))?"
    rf"(?:,?{S}(?:dia{S})?{w.day('d')}{S}de{S}{w.month('m', short=True)}{w.year_after()}{END}"
    rf"|,?{S}\((?:dia{S})?{w.figure('da')}{_DATE_TAIL}\)"
    rf"|,?{S}(?:dia{S})?{w.figure('db')}{_DATE_TAIL.replace('<n', '<o')}{_AFTER_NUMBER}"
    rf"|{S}{_SIDE}|{S}(?P<week>dest[ea]{S}semana|da{S}(?:semana{S}passada|próxima{S}semana|semana{S}que{S}vem)))?"
    rf"{END}",
}
MONTHS = {
    "months": rf"{w.month('m1')}{w.year_after('1')}{_TO}{w.month('m2')}{w.year_after()}{END}",
    "month.side": rf"(?P<rel>próximo|passado|último){S}(?:mês{S}de{S})?{w.month('m')}{END}(?!{S}de{S}\d)",
    "month": rf"{w.month('m')}{w.year_after()}(?:{S}(?:de{S})?(?P<bare>1\d\d\d|20\d\d)(?![\d%]|[.,]\d))?{END}",
    "month.short": rf"(?P<m>{w.ANY_SHORT})\.?(?:{S}de{S}|[ /-]){w.year('y')}(?!\w)",
}
_CENTURY = rf"{w.century('c')}(?:{S}{w.ERA})?"
_OF_CENTURY = rf"(?:{S}d[eo]{S}(?:século{S}(?P<of>{w.ROMAN}|\d\d)(?!\w)|(?P<last>século{S}passado)))?"
_TEN = rf"(?:(?:1\d\d|20\d)0|['’]?[1-9]0|{'|'.join(w.TENS)})"
_NO_AGE = rf"(?!\w|{S}de{S}idade|[.,]\d|%)"
_TENS_OF_YEARS = rf"(?P<ten>{_TEN}){_NO_AGE}"
LONG = {
    "centuries": rf"s[ée]c(?:ulos?|s?\.){S}{w.century('c1')}(?:{S}(?:e|a|ao|até|até{S}ao){S}|{S}?[-–/]{S}?)"
    rf"(?:(?:o{S})?século{S})?{w.century('c2')}",
    "century": rf"s[ée]c(?:ulo|\.){S}(?:{_CENTURY})",
    "decades": rf"(?:anos|décadas{S}d[eo]s?(?:{S}anos)?){S}(?P<ten1>{_TEN}){S}(?P<sep>e|a|aos?|até{S}os)(?:{S}anos)?{S}"
    rf"(?P<ten2>{_TEN}){_NO_AGE}",
    "decade": rf"(?:anos|décadas?{S}d[eo]s?(?:{S}anos)?){S}{_TENS_OF_YEARS}{_OF_CENTURY}",
    "century.first": rf"(?P<nth>primeir|segund|terceir|quart|quint|últim)a{S}década{S}d[eo]{S}século{S}"
    rf"{w.century('c')}",
    "part": rf"{_PART_OF_YEAR}(?P<what>semestre|trimestre|quadrimestre|bimestre)"
    rf"(?:{S}d[eo]{S}(?:ano{S}de{S})?(?:{w.year('y')}|['’]?(?P<yy>[4-9]\d)(?![\w%]|[.,:/]\d))"
    rf"|{S}(?P<rel>{w.YEAR_RELATIVE})(?!\w))?{END}",
    "fortnight": rf"(?P<nth>primeir|segund|últim|1|2)(?:a|\.?ª){S}quinzena{S}d[eo]{S}(?:mês{S}de{S})?{w.month('m')}"
    rf"{w.year_after()}{END}",
}
RELATIVE = {
    "near": rf"(?P<day>(?:tras)?anteontem|antes{S}de{S}ontem|ontem|hoje(?!{S}em{S}dia)|depois{S}de{S}amanhã|amanhã)"
    rf"(?:,?{S}{PART})?{END}",
    "today": rf"(?:n?est[ea]|dest[ea]){S}(?P<part>madrugada|manhã|tarde|noite){END}",
    "lastnight": rf"(?:noite|madrugada|tarde){S}passada{END}",
    "weekend": rf"(?:(?P<this>(?:n|d)?este){S})?(?:(?P<pre>últim|próxim|passad)o{S})?(?:fim|final)[ -]de[ -]semana"
    rf"(?:{S}{_SIDE})?{END}",
    "this": rf"(?:n?est[ea]|dest[ea]|corrente|atual){S}{_PERIOD}{END}",
    "next": rf"(?P<side>próxim[oa]|passad[oa]){S}{_PERIOD}{END}",
    "last": rf"{_PERIOD}{S}{_SIDE}{END}",
    "following": rf"(?:dia|noite|manhã|madrugada|tarde|verão|inverno){S}(?:seguinte|anterior){END}",
    "ago": rf"há{S}(?:{_ABOUT}{S})?(?P<count>{w.NUMBER}|mei[oa])"
    rf"(?P<many>{S}(?:mil|milhões{S}de|milhão{S}de|bilhões{S}de))?{S}{_UNIT}{_HALF}(?:{S}atrás)?{END}(?!{S}d[eao]s?{S})",
    "ahead": rf"(?:daqui{S}a|dentro{S}de){S}(?:{_ABOUT}{S})?(?P<count>{w.NUMBER}){S}{_UNIT}{_HALF}{END}",
    "back": rf"(?:{_ABOUT}{S})?(?:{_VAGUE}|(?P<count>{w.NUMBER})){S}{_UNIT}{_HALF}{S}(?P<back>atrás){END}",
    "later": rf"(?:(?:{_ABOUT}{S})?(?:{_VAGUE}|(?P<count>{w.NUMBER})){S}{_UNIT}{_HALF}|{_UNITS}){S}{_LATER}"
    rf"{END}(?!{S}que\b)",
    "dia": rf"(?:(?P<pre>últim|próxim|passad)o{S})?dia{S}{w.figure('d')}"
    rf"(?:{S}(?P<rel>dest[ea]{S}mês|do{S}(?:mês{S}passado|próximo{S}mês|mês{S}que{S}vem|corrente{S}mês|corrente|mesmo{S}mês"
    rf")))?(?![\w/%º°-]|[.:,]\d|{S}d[eo]{S}(?:{w.ANY_MONTH}|{w.ANY_SHORT}|{S}?\d))",
    "dias": rf"dias{S}{w.figure('d1')}{_FEW}{_TO}{w.figure('d2')}(?![\w/%º°-]|[.:,]\d|{S}d[eo]{S}(?:{w.ANY_MONTH}|\d))",
    "christmas": rf"(?P<eve>vésperas?{S}d[eo]{S})?natal{S}de{S}{w.year('y')}",
    "newyear": rf"ano[- ]novo{S}de{S}{w.year('y')}",
    "current": rf"(?P<period>mês|ano){END}",
    "theyear": rf"ano{S}de{S}{w.year('y')}(?!\w)",
}
YEAR = {"year": rf"{w.year('y')}(?!\w|-\d|/\d){NOT_COUNTED}"}
