"""What an audit costs: `python -m tests.benchmark.cost`.

CPU time of a post with nothing in it, without and with the meaning layer, beside the spaCy French pipeline (all pipes) in the same
process on one core; time to load; memory once loaded; and of judging an address. Each is measured in a process of its own; both
pipelines are warm, and the engine has seen each text once, when it was found to have nothing in it. Ends with 1 when something costs
more than its share of what spaCy costs in the same run (a ratio: a busy or a slow machine weighs on both).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAYERS = {"without": False, "with": True}
AT_MOST = {"without": 0.06, "with": 0.6, "address": 0.25}  # times a post in spaCy; measured 0.03, 0.3 (64 posts at a time) and 0.12
MOST_MEMORY = 700  # MB
_TOGETHER = 64  # posts read ahead at a time, as the command line does
_ADDRESSES = 3000
_ROUNDS = 5  # the texts are dealt into as many hands; the middle one counts, so that a busy machine weighs less


def resident_megabytes() -> float:
    """Memory of this process that is in RAM now (Linux), in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def milliseconds(work, texts: list[str]) -> float:
    """CPU time of `work` for one text: the median of some hands of fresh texts; the first hand only warms up."""
    hands = [texts[start :: _ROUNDS + 1] for start in range(_ROUNDS + 1)]
    work(hands[0])
    spent = []
    for hand in hands[1:]:
        start = time.process_time()
        work(hand)
        spent.append(1000 * (time.process_time() - start) / len(hand))
    return sorted(spent)[_ROUNDS // 2]


def measure(layer: str) -> dict[str, float]:
    """The figures of one layer; imports late, since loading is part of what is measured."""
    before, started, wall = resident_megabytes(), time.process_time(), time.perf_counter()
    from audit.model import Document
    from audit.pipeline import audit_document, audit_reading, prepare, read_ahead

    engine = prepare(meaning=LAYERS[layer])
    for text in ("Bonjour à tous, belle journée.", "Putain de bus, je suis bourré.", "Good morning everyone, what a lovely day."):
        audit_document(Document(text), engine)  # what is loaded at the first use belongs to loading
    figures = {
        "load_cpu_s": time.process_time() - started,
        "load_wall_s": time.perf_counter() - wall,
        "memory_mb": resident_megabytes(),
        "memory_before_mb": before,
    }
    posts = empty_posts(engine)

    def together(texts: list[str]) -> None:
        for start in range(0, len(texts), _TOGETHER):
            for reading in read_ahead(map(Document, texts[start : start + _TOGETHER]), engine):
                audit_reading(reading, engine)

    def alone(texts: list[str]) -> None:
        for text in texts:
            audit_document(Document(text), engine)

    figures |= {"posts": len(posts), "characters": sum(map(len, posts)) / len(posts)}
    figures["together_ms"] = milliseconds(together, posts)
    figures["alone_ms"] = milliseconds(alone, [f"{text} " for text in posts])
    figures["spacy_ms"] = milliseconds(spacy_pipeline(), posts)
    return figures


def measure_addresses() -> dict[str, float]:
    """CPU time of judging an address that holds its owner's first name, a word and a number, each another one."""
    from audit.checks.identity import judge_email
    from tests.benchmark.identity.test_plain_addresses import people

    everybody = [owner for _, owner in people()]
    addresses = [
        f"{owner.first_name}.soleil{number}@gmail.com".encode("ascii", "ignore").decode()
        for number, owner in enumerate(everybody * (_ADDRESSES // len(everybody)))
    ]

    def judge(numbers: list[int]) -> None:
        for number in numbers:
            judge_email(addresses[number], everybody[number % len(everybody)])

    found = {"address_ms": milliseconds(judge, list(range(len(addresses))))}
    return found | {"spacy_ms": milliseconds(spacy_pipeline(), short_french_texts())}


def empty_posts(engine) -> list[str]:
    """French texts of the benchmark, up to 240 characters, in which this engine has nothing to look at: no match at all."""
    from audit.model import Document

    return [text for text in short_french_texts() if not engine.finders.find(engine.reader.read(Document(text))).matches]


def short_french_texts() -> list[str]:
    """French texts of the benchmark, up to 240 characters, each once."""
    from tests.benchmark.many import rows

    texts = [row["text"] for row in rows("fair/identities.jsonl") + rows("texts.jsonl") + rows("clean.jsonl") if row["lang"] == "fr"]
    return [text for text in dict.fromkeys(texts) if len(text) <= 240]


def spacy_pipeline():
    """The French pipeline with all its pipes, as a worker over texts."""
    import spacy

    pipeline = spacy.load("fr_core_news_sm")
    return lambda texts: list(pipeline.pipe(texts))


def in_a_process(what: str) -> dict[str, float]:
    """The figures of a layer or of addresses, measured in a process of its own on one core."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [sys.executable, "-m", "tests.benchmark.cost", what]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | threads, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def main() -> int:
    if len(sys.argv) > 1:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core, before numpy starts its threads
        print(json.dumps(measure_addresses() if sys.argv[1] == "address" else measure(sys.argv[1])))
        return 0
    within = True
    for layer in LAYERS:
        found = in_a_process(layer)
        print(f"{layer} the meaning layer ({found['posts']} posts with nothing in them, {found['characters']:.0f} characters on average)")
        for name, what in (("together_ms", f"a post, {_TOGETHER} at a time"), ("alone_ms", "a post, one by one")):
            print(f"  {what:24} {found[name]:7.3f} ms   {found[name] / found['spacy_ms']:.3f} x spaCy ({found['spacy_ms']:.2f} ms)")
        print(f"  loading                  {found['load_cpu_s']:.1f} s CPU, {found['load_wall_s']:.1f} s in all")
        print(f"  memory once loaded       {found['memory_mb']:.0f} MB (Python alone {found['memory_before_mb']:.0f} MB)")
        within &= found["together_ms"] <= AT_MOST[layer] * found["spacy_ms"] and found["memory_mb"] <= MOST_MEMORY
    found = in_a_process("address")
    print(f"an address                 {found['address_ms']:7.3f} ms   {found['address_ms'] / found['spacy_ms']:.3f} x a post in spaCy")
    within &= found["address_ms"] <= AT_MOST["address"] * found["spacy_ms"]
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
