"""What stands around an expression of time, for judging whether it is one; and what several forms ask of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.entities.dating import words as w
from reader.entities.dating.forms import Found

REACH = 40
"""Characters looked at on each side."""

_NEAR = 24

LAW = re.compile(
    r"(?:\b(?:lei|leis|decreto|decretos|decreto-lei|artigo|art\.|portaria|resolução|medida provisória|mp|pec|pl|ac|"
    r"súmula|instrução|norma|emenda|diretiva|directiva|regulamento|despacho|edital|acórdão|nº|n\.º|n°|no\.|processo|"
    r"protocolo|ofício|parecer|contrato|versão|artigos|página|págs?\.|p\.|capítulo|salmo|rg|cpf|cnpj|cep|tel\.?|"
    r"telefone|fone|voo|linha|apto|sala)(?:complementar|federal|estadual|municipal|nº|n\.º|n°|n|º|\s|[:.])*)$",
    re.IGNORECASE,
)
"""What has a number: a law, a page, a flight."""

NAMED_AFTER = re.compile(
    r"\b(?:ruas?|r\.|av\.|avenida|praça|pç\.|ponte|largo|alameda|estádio|metr[ôo]|estação|movimento|bairro|escola|colégio|"
    r"hospital|clube|travessa|viaduto|parque|jardim|vila|rodovia|túnel|associação|cine|cinema|teatro|editora|grupo|"
    r"batalhão|grêmio|esporte clube|sc|ec|conjunto|residencial|edifício|loteamento|assentamento|praia|rio)"
    r"(?: (?:d[aeo]|antiga|nova))? $",
    re.IGNORECASE,
)
"""A street, a bridge, a school: "Rua 25 de Março"."""

PLURAL = re.compile(w.PLURAL)
"""What is counted, after it: "2000 soldados"."""

BETWEEN = re.compile(r"\bentre (?:[ao]s? |(?:o|os|a|as) (?:dias?|anos|meses|noites?) (?:de )?)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """An expression and what stands around it.

    Attributes:
        one: The expression.
        before: What stands before it, ``REACH`` characters at most.
        after: What stands after it, in lower case.
        sentence: The sentence.
        last: The expression before it in the sentence, or None.
    """

    one: Found
    before: str
    after: str
    sentence: str
    last: Found | None

    @property
    def near(self) -> str:
        """The last characters before it, as many as the longest words that are asked for have."""
        return self.before[-_NEAR:]
