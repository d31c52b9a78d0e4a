"""Telling a news page's own words ("Leia mais", "Publicidade", "Foto: …") from an article that happens to use them."""

from __future__ import annotations

import re

_LONGEST_LABEL = 90
_LONGEST_PLEA = 420

# A label is the whole of its block.
_label = re.compile(
    r"\W*+(?>(?:"
    r"leia (?:mais|também|ainda|tb)|leia|ler mais|ler também|ver mais|ver também|veja (?:mais|também|ainda)"
    r"|vê também|saiba mais"
    r"|confira(?: também)?|assista(?: (?:ao vídeo|também|abaixo))?|mais sobre(?: .{1,40})?|mais notícias"
    r"|mais lid[ao]s|mais vist[ao]s"
    r"|(?:notícias|artigos|conteúdos?|matérias|temas|posts) relacionad[ao]s|relacionad[ao]s"
    r"|recomendad[ao]s?(?: para (?:você|si))?"
    r"|últimas(?: notícias)?|em alta|destaques"
    r"|(?:continua )?(?:depois|após) (?:d?a )?publicidade|continua (?:depois|após) (?:d?a )?publicidade"
    r"|publicidade|pub|anúncio|patrocinado|conteúdo patrocinado|advertisement|"
    r"a (?:matéria|notícia|reportagem) continua (?:depois|após) .{1,30}"
    r"|compartilh(?:e|ar)(?: (?:esta|essa|no|na|via|por|com).{0,40})?|partilh(?:e|ar)(?: (?:este|esta|no|na|via"
    r"|artigo).{0,40})?"
    r"|copiar (?:o )?link|link copiado!?|imprimir|enviar por e-?mail|guardar|salvar|siga-nos.{0,50}"
    r"|segue-nos.{0,50}|siga no .{1,40}"
    r"|(?:ouvir|ouça)(?: (?:a |esta |este |o )?(?:notícia|artigo|matéria|texto"
    r"|reportagem))?(?: .{0,20}\d+[:h m].{0,10})?"
    r"|(?:tempo (?:de|estimado de) leitura|leitura)\b.{0,25}|\d+ min(?:utos?)?\.? (?:de leitura|para ler)"
    r"|comentários?(?: \(?\d+\)?)?|deixe (?:um|o seu|seu) comentário|comente|\d+ comentários?|ver comentários"
    r"|mostrar comentários"
    r"|newsletter(?: \w+){0,3}|assine(?: já| agora)?|subscreva|inscreva-se|entrar|iniciar sessão|faça login|cadastre-se"
    r"|registe-se|registar"
    r"|voltar ao (?:topo|início)|topo|tags|tópicos|assuntos|carregando|a carregar|aceitar(?: (?:todos|cookies))?|fechar"
    r"|facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|instagram|pinterest|messenger|bluesky|threads"
    r"|aumentar (?:a )?fonte|diminuir (?:a )?fonte|a\+|a-|editar|(?:foto|imagem|vídeo|reprodução|divulgação)"
    r"|reproduzir|pausar|ampliar|ver galeria|exclusivo(?: para assinantes)?|continu[ae] a ler(?: a seguir)?"
    r"|ver (?:essa foto|esta publicação|este post) no instagram|fim do patrocínio|pular para .{1,30}"
    r"|saltar para .{1,30}"
    r")(?!\w)\W*+)++",
    re.IGNORECASE,
)
_begins_more = re.compile(
    r"\W*(?:(?:e )?(?:leia|veja|vê|ler|ver|saiba|confira|assista|ouça|entenda|relembre|conheça|acesse)(?: mais"
    r"| também| ainda| a seguir| aqui)?"
    r"(?: sobre [^:]{2,60})?|mais sobre[^:]{0,60}|em vídeo|vídeos?|galeria|infográfico|podcast"
    r"|artigos? relacionados?|relacionad[ao]s?"
    r"|recomendad[ao]s?|não perca|a não perder|especial|tags?|tópicos|assuntos|newsletter)\s*[:：|»>→]",
    re.IGNORECASE,
)
_names_more = re.compile(
    r"\W*(?:leia (?:mais|também|ainda)|veja (?:mais|também)|ver também|vê também|ler (?:mais|também)|saiba (?:mais"
    r"|como|tudo)|clique aqui|clique para|"
    r"confira|assista|acesse|ouça)\b",
    re.IGNORECASE,
)
_plea = re.compile(
    r"\W*(?:"
    r"(?:clique aqui|clique no link).{0,80}\b(?:para|e)\b|"
    r"(?:receb[ae]|quer receber|fique por dentro)\b.{0,120}(?:whatsapp|telegram|e-?mail|newsletter|notícias"
    r"|celular|telemóvel)|"
    r"(?:inscreva-se|subscreva|subscreve|assine|assina|cadastre-se|registe-se)\b.{0,140}"
    r"(?:newsletter|boletim|canal|youtube|e-?mail|por apenas|r\$|€|acesso|assinante|jornal|edição|conteúdo|ilimitad)|"
    r"(?:siga|segue|sigam|acompanhe|curta)\b.{0,80}(?:facebook|instagram|twitter|x \(|\bx\b|whatsapp|telegram"
    r"|redes sociais|google n|tiktok|youtube|bluesky)|"
    r"(?:participe|entre|faça parte|junte-se)\b.{0,60}(?:whatsapp|telegram|grupo|canal|comunidade)|"
    r"(?:baixe|descarregue|faça (?:o )?download)\b.{0,60}(?:app|aplicativo|aplicação)|"
    r"(?:já (?:é|sou) assinante|já tem (?:uma )?conta|ainda não (?:é|tem)).{0,80}(?:login|entr|sessão|assine"
    r"|registe|acesso|conta)|"
    r"(?:este|esse) (?:conteúdo|artigo|texto) (?:é|está) (?:exclusivo|reservado|disponível apenas"
    r"|bloqueado).{0,60}(?:assinante|subscritor)|"
    r"(?:para continuar (?:a ler|lendo)|continue (?:a ler|lendo)).{0,120}(?:assin|subscre|login|regist|cadastr"
    r"|artigo|conta)|"
    r"(?:apoie|apoia|contribua|doe)\b.{0,100}(?:jornalismo|independente|doação|donativo|pix)|"
    r"(?:este|o nosso|nosso|nós|utilizamos|usamos|o) ?(?:site|sítio|portal)?.{0,40}(?:utiliza(?:mos)?|usa(?:mos)?"
    r"|recorre a)?.{0,20}cookies\b"
    r".{0,250}(?:experiência|navega|aceit|concord|consent|política|definições|preferências)|"
    r"(?:ao continuar|ao clicar|ao navegar).{0,160}(?:cookies|política de privacidade|termos|concord)|"
    r"(?:©|copyright|\(c\)|todos os direitos reservados|é proibida a reprodução|proibida a reprodução"
    r"|este material não pode)|"
    r"(?:as opiniões|os comentários|os textos).{0,80}(?:não (?:refletem|reflectem|representam)|responsabilidade"
    r"|inteira responsab)|"
    r"(?:o seu (?:endereço de )?e-?mail não será publicado|campos obrigatórios)|"
    r"(?:encontrou|viu|achou) (?:um|algum) erro|comunique(?:-nos)? (?:um )?erro|reportar (?:um )?erro|"
    r"(?:você precisa|é preciso|ative|active|por favor,? (?:ative|habilite)).{0,60}javascript|"
    r"(?:seu navegador|o seu browser|este navegador).{0,60}(?:não suporta|não é compatível)"
    r")",
    re.IGNORECASE | re.DOTALL,
)
_credit = re.compile(
    r"\W*(?:(?:fotos?|fotografias?|imagens?|imagem|créditos?(?: da (?:foto|imagem))?|arte|ilustração|infografia"
    r"|vídeo|reprodução|divulgação|cortesia|legenda)"
    r"\s*(?:[:/|—–]|-\s|(?:de|por)\b(?=.{3,50}\Z)(?!.*[.!?…]\W*\Z))|©).{0,110}|[\w .’'-]{3,50}\s*/\s*(?:AFP"
    r"|Reuters|EPA|Lusa|Agência (?:O )?[A-Z]\w+"
    r"|Getty(?: Images)?|AP|EFE|Folhapress|Estadão(?: Conteúdo)?"
    r"|Divulgação|Reprodução|ANGOP|Arquivo(?: pessoal)?|Shutterstock|Unsplash|iStock|Global Imagens|TV \w+|g1"
    r"|Observador|PR|Câmara dos Deputados|Senado)\W*",
    re.IGNORECASE | re.DOTALL,
)
_trailing_credit = re.compile(
    r"(?:\s*[—–|•·/(\[-]+\s*|(?<=[.!?…”\"])\s+|\s*[(\[])"
    r"(?:(?:fotos?|fotografia|imagem|imagens|crédito|créditos|arte|ilustração|reprodução|divulgação)\s*(?:[:/—–]"
    r"|-\s|$).{0,100}"
    r"|©.{1,80}|[\w .’'-]{3,50}\s*/\s*(?:AFP|Reuters|EPA|Lusa|Agência (?:O )?[A-Z]\w+|Getty(?: Images)?|AP|EFE"
    r"|Folhapress"
    r"|Estadão(?: Conteúdo)?|Divulgação"
    r"|Reprodução|ANGOP|Arquivo(?: pessoal)?|Global Imagens|TV \w+|g1)\W*)[)\]]?\s*\Z",
    re.IGNORECASE,
)
_when = re.compile(
    r"\W*(?:(?:publicad[oa]|atualizad[oa]|actualizad[oa]|criad[oa]|postad[oa]|última (?:atualização|actualização)"
    r"|modificad[oa])\b.{0,70}\d.{0,40}"
    r"|(?:(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo)?,?\s*\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{2,4}"
    r"|\s*(?:de\s+)?[a-zç]{3,9}\.?\s*(?:de\s+)?,?\s*\d{4})"
    r"(?:\W{1,4}(?:às|as|atualizad[oa] (?:às|em|há)|\d{1,2}\s*[:hH]).{0,60})?|\d{1,2}[:h]\d{2}|há \d+ (?:minutos"
    r"|horas|dias|meses|anos))\W*",
    re.IGNORECASE,
)
# The name behind it is in capitals: "Por que a ponte caiu" is signed by nobody.
_by = re.compile(
    r"\W*(?:(?i:por|textos?(?: de)?|reportagem(?: de)?|edição(?: de)?):? [A-ZÀ-Ý][^.!?]{1,80}"
    r"|(?i:da redação|redação|de nossa redação)\b[^.!?]{0,60})"
)
_thanks = re.compile(
    r"\W*com (?:informações|colaboração|agências?|a (?:agência )?(?:lusa|afp|reuters)|reportagem)\b.{0,90}",
    re.IGNORECASE,
)
# How agencies end a piece: the initials of who wrote and of who read it.
_initials = re.compile(r"(?:[A-Z]{2,4}(?: ?\([A-Z/]+\))? ?//? ?[A-Z]{2,4}\b[ .]*)?(?:\n?[A-Z]{2,6}/Fim[ .]*)?")
_sentence_end = re.compile(r"[.!?…][\"'”»’)\]]*\Z")


def is_label(text: str) -> bool:
    """Whether this is the page's own label and nothing else ("Publicidade", "Leia também:")."""
    return len(text) <= _LONGEST_LABEL and _label.fullmatch(text) is not None


def is_furniture(text: str, link_share: float, *, item: bool = False) -> bool:
    """Whether a block is none of the article's text, by its words and by how much of it is links.

    Args:
        text: All of the block.
        link_share: From 0 to 1.
        item: Whether it is an item of a list: a list of names may well be links.
    """
    if is_label(text) or (len(text) <= 40 and _initials.fullmatch(text)):
        return True
    short = len(text) <= _LONGEST_PLEA
    if short and _begins_more.match(text) and (link_share >= 0.3 or (len(text) < 160 and _labels_first(text))):
        return True
    if short and _names_more.match(text) and link_share >= 0.4:
        return True
    if short and _plea.match(text) and not _speaks_on(text):
        return True
    if len(text) <= 130 and (_credit.fullmatch(text) or _when.fullmatch(text) or _thanks.fullmatch(text)):
        return True
    # A line that is nothing but a link, and no sentence, leads to another article.
    return not item and link_share > 0.95 and len(text) <= 200 and not _sentence_end.search(text)


def is_signature(text: str, byline: str | None) -> bool:
    """Whether a short block says who wrote the article: it is known beside the text."""
    if len(text) > 120 or _sentence_end.search(text.removesuffix(".")):
        return False
    if byline and text.casefold().strip(" ,.-—–") in (byline.casefold(), f"por {byline.casefold()}"):
        return True
    return (
        len(text) <= 90
        and not text.endswith(".")
        and _by.fullmatch(text) is not None
        and text[:1].isupper()
        and len(text.split()) <= 9
    )


def without_credit(caption: str) -> str:
    """A caption without the photographer's name at its end."""
    bare = _trailing_credit.sub("", caption).rstrip() or caption
    before, bar, behind = bare.rpartition(" | ")
    return before if bar and len(behind) <= 40 and not _sentence_end.search(behind) else bare


def _labels_first(text: str) -> bool:
    """Whether a short line is a label and a headline, rather than a sentence with a colon in it."""
    label = re.split(r"[:：|»>→]", text, maxsplit=1)[0]
    return (
        len(label.split()) <= 4
        and re.match(
            r"\W*(?:leia|veja|saiba|ler|ver|vê|confira|tags?|assista|relacionad|newsletter"
            r"|mais sobre)",
            label,
            re.IGNORECASE,
        )
        is not None
    )


def _speaks_on(text: str) -> bool:
    """Whether a plea is rather a passage of some sentences that quotes one: an article on cookies, or on a campaign."""
    return (
        len(re.findall(r"[.!?](?=\s+[A-ZÀ-Ý])", text)) >= 3
        or re.search(r"\b(?:disse|afirmou|segundo|explic(?:a|ou)|de acordo com)\b", text) is not None
    )
