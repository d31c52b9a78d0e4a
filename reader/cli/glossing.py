"""The glossary of what is translated: the reader's own terms, and the names of the article or the line."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence

from articles.errors import StorageError
from articles.model import Article
from reader.cli.compose import Composition
from reader.entities.model import Recogniser
from reader.translation.glossary.model import Glossary, Hit, Term
from reader.translation.names import typos
from reader.translation.names.looking import State, look, sought_in
from reader.translation.names.model import Held, NameHolder

_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zà-öø-ÿ][\w'’-]*")


def of_article(article: Article, parts: Composition, *, stored: bool) -> Callable[[], Glossary]:
    """What gives an article's glossary, once it is asked for; its names are found then, where they are not known yet.

    Args:
        article: The article.
        parts: Gives the recogniser, the library and the reader's own terms.
        stored: Whether the article is the library's.
    """

    def made() -> Glossary:
        from reader.cli.entities import entities_of
        from reader.terms import terms_of

        entities = entities_of(article, parts, stored=stored)
        return _with_own(terms_of(entities, article.language), parts, article.id if stored else None)

    return made


class LineNames:
    """Holds the names of lines by themselves, and asks the network for names only where that may change something.

    Reading each line with the network would take half as long again as translating it. So the glossary that a line is
    looked up in is the rules', made in a fiftieth of that time; where the English has all that they found, there is
    nothing to put right, whatever it is. Else the network's names count. It fills ``NameHolder``.

    Args:
        parts: Gives the recognisers and the reader's own terms.
        holder: Holds the names that the network found.
    """

    def __init__(self, parts: Composition, holder: NameHolder) -> None:
        from reader.entities.rules import RuleRecogniser

        # One thread for the network's small matrices: more of them only wait for each other.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self._parts = parts
        self._holder = holder
        self._rules = RuleRecogniser()

    @property
    def version(self) -> str:
        """The holder's, and that lines were held by themselves."""
        return f"{self._holder.version}l"

    def glossary(self, line: str) -> Glossary:
        """What a line's English is looked up in, by rules; the line is clean and has no breaks."""
        return self._read(line, self._rules)

    def hold(self, source: str, target: str, hits: Sequence[Hit], again: Callable[[str], str] | None = None) -> Held:
        """The English with its names as the network's glossary has them; see ``NameHolder``."""
        if not _may_change(source, target, hits):
            return Held(target)
        found = self._read(source, self._parts.recogniser).hits(source)
        return self._holder.hold(source, target, found, again)

    def _read(self, line: str, recogniser: Recogniser) -> Glossary:
        from reader.entities.analysis import analyse
        from reader.entities.capitals import names_in_capitals
        from reader.terms import terms_of

        found = analyse(Article("-", line, id="-"), recogniser)
        return _with_own(terms_of((*found, *names_in_capitals(line, found))), self._parts, None)


def _may_change(source: str, target: str, hits: Sequence[Hit]) -> bool:
    """Whether a name that the rules found is not in the English, or something else with a capital; or a slip is."""
    if any(found.state is State.ABSENT for found in look(target, sought_in(source, hits))):
        return True
    if typos.mended(source, hits) is not None:
        return True
    known = [hit.span for hit in hits]
    said = set(_CAPITAL.findall(target))
    for match in _CAPITAL.finditer(source):
        covered = any(span.start <= match.start() < span.end for span in known)
        if match.start() and not covered and match.group() not in said:
            return True
    return False


def _with_own(terms: Iterable[Term], parts: Composition, article_id: str | None) -> Glossary:
    try:
        return parts.translation.glossary.glossary_for(article_id, terms)
    except StorageError:  # the memory tells that the library cannot be used
        return Glossary(terms)
