"""The command ``words unknown``: how many of an article's words are not known yet, and which."""

from __future__ import annotations

import argparse

from reader.cli import output
from reader.cli.compose import Composition
from reader.i18n import _


def unknown_words(options: argparse.Namespace, parts: Composition) -> int:
    """Print the share of an article's words that are not known, and these words, the most frequent first.

    Raises:
        Problem: There is no such article.
    """
    from reader.cli.entities import entities_of
    from reader.cli.sources import find, is_id
    from reader.dictionary.commonness import zipf
    from reader.vocabulary.unknown import lemmas_in, unknown

    name = options.words[0]
    article = find(name, parts)
    entities = entities_of(article, parts, stored=is_id(name))
    mentions = (each.span for entity in entities for each in entity.mentions)
    counted = lemmas_in(article.body, mentions, parts.dictionary.lemmas)
    known_from = parts.config.words.known_from
    found = unknown(counted, parts.vocabulary.statuses(), known_from, zipf)
    if options.format == "json":
        output.put_json(
            {
                "article": article.id,
                "count": found.count,
                "unknown": found.unknown,
                "share": round(found.share, 4),
                "known_from": known_from,
                "words": [
                    {
                        "lemma": each.lemma,
                        "count": each.count,
                        "zipf": each.zipf,
                        "status": each.status.value if each.status is not None else None,
                    }
                    for each in found.words
                ],
            }
        )
        return 0
    share = f"{100 * found.share:.1f}"
    output.put(
        _("{share}% of {count} words are not known ({unknown})").format(
            share=share, count=found.count, unknown=found.unknown
        )
    )
    if found.words:
        from reader.cli.describe import in_columns
        from reader.vocabulary.telling import status_name

        rows = [
            (
                output.one_line(each.lemma),
                str(each.count),
                f"{each.zipf:.1f}" if each.zipf is not None else "–",
                status_name(each.status) if each.status is not None else "",
            )
            for each in found.words
        ]
        output.put("\n".join(in_columns(rows)))
    return 0
