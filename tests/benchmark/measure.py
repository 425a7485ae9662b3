"""Measures the audit on the benchmark texts: `python -m tests.benchmark.measure [--no-meaning]`.

Categories and languages, clean texts touched, spans, severities, and each context; with and without the meaning layer.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from audit.model import Document, Finding
from audit.pipeline import Engine, prepare
from tests.benchmark.many import audit_all, rows

Figures = dict[str, float]


def ratio(part: float, whole: float) -> float:
    """Part of the whole; nothing out of nothing is 0."""
    return part / whole if whole else 0.0


def scores(tp: float, fp: float, fn: float) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    return ratio(tp, tp + fp), ratio(tp, tp + fn), ratio(2 * tp, 2 * tp + fp + fn)


def document(row: dict) -> Document:
    """A benchmark row as a person would give it: the language is not told."""
    return Document(row["text"], kind=row.get("kind", "post"), id=row["id"])


def measure_texts(engine: Engine, lang: str | None = None) -> Figures:
    """Figures of the labelled texts of one language, or of both: `f1.drugs`, `micro_f1`, `clean_flagged`, `span_overlap` …"""
    texts = [row for row in rows("texts.jsonl") if lang in (None, row["lang"])]
    return judge_texts(texts, list(audit_all(map(document, texts), engine)))


def judge_texts(texts: Sequence[dict], answers: Sequence[Sequence[Finding]]) -> Figures:
    """Compares answers with labels, as the conventions of the labels say: one category counts once a text."""
    tp, fp, fn, clean, spans = Counter(), Counter(), Counter(), Counter(), Counter()
    for row, found in zip(texts, answers, strict=True):
        want, have = {label["category"] for label in row["labels"]}, {finding.category for finding in found}
        tp.update(want & have)
        fp.update(have - want)
        fn.update(want - have)
        if not want:
            clean.update(all=1, touched=bool(found), flagged=any(finding.outcome == "flag" for finding in found))
        for label in row["labels"]:
            spans.update(_span_figures(row["text"], label, [one for one in found if one.category == label["category"]]))
    figures = {}
    for category in sorted(tp | fp | fn):
        p, r, f1 = scores(tp[category], fp[category], fn[category])
        figures |= {f"precision.{category}": p, f"recall.{category}": r, f"f1.{category}": f1}
    p, r, f1 = scores(tp.total(), fp.total(), fn.total())
    return figures | {
        "micro_precision": p,
        "micro_recall": r,
        "micro_f1": f1,
        "clean_flagged": ratio(clean["flagged"], clean["all"]),
        "clean_touched": ratio(clean["touched"], clean["all"]),
        "span_overlap": ratio(spans["overlap"], spans["all"]),
        "severity_right": ratio(spans["severity"], spans["all"]),
    }


def _span_figures(text: str, label: dict, same: Sequence[Finding]) -> dict[str, int]:
    """Of a label whose category was found: whether a finding overlaps its span, and whether one has its severity."""
    if not same:
        return {}
    start = text.find(label["span"])
    end = start + len(label["span"])
    return {
        "all": 1,
        "overlap": any(finding.start < end and start < finding.end for finding in same),
        "severity": any(finding.severity == label["severity"] for finding in same),
    }


def measure_clean(engine: Engine) -> Figures:
    """Shares of the long clean texts that are flagged, and touched (flag or review)."""
    texts = rows("clean.jsonl")
    answers = list(audit_all(map(document, texts), engine))
    flagged = sum(any(finding.outcome == "flag" for finding in found) for found in answers)
    return {"clean_flagged": ratio(flagged, len(texts)), "clean_touched": ratio(sum(map(bool, answers)), len(texts))}


def measure_contexts(engine: Engine, unseen: bool) -> dict[str, Figures]:
    """Figures of each context on the seen or the unseen sentences, and of `all`.

    `cue_*`: the cue list alone on the marked words. `spare_*`: the whole audit; a sentence to spare is spared without a flag
    (a review may stay), a twin is lost when its category is not found at all.
    """
    sentences = [row for row in rows("contexts.jsonl") if row["unseen"] is unseen]
    answers = audit_all(map(document, sentences), engine)
    counts: dict[str, Counter] = {}
    for row, found in zip(sentences, answers, strict=True):
        same = [finding for finding in found if finding.category == row["category"]]
        spared = not any(finding.outcome == "flag" for finding in same) if row["spare"] else not same
        fired = bool(fires(row, engine))
        for name in (row["context"], "all"):
            counts.setdefault(name, Counter()).update([("spare", row["spare"], spared), ("cue", row["spare"], fired)])
    overall = counts.pop("all")
    return {name: _context_figures(count) for name, count in [*counts.items(), ("all", overall)]}


def fires(row: dict, engine: Engine) -> list:
    """The cues of the row's context on its marked words."""
    reading = engine.reader.read(Document(row["text"], lang=row["lang"]))
    return engine.judge.cues_on(row["context"], row["lang"], (row["start"], row["end"]), reading)


def _context_figures(count: Counter) -> Figures:
    figures = {}
    for what in ("cue", "spare"):
        p, r, _ = scores(count[what, True, True], count[what, False, True], count[what, True, False])
        figures |= {f"{what}_precision": p, f"{what}_recall": r}
    return figures


def print_figures(engine: Engine) -> None:
    """Prints every table for one engine."""
    for lang in ("fr", "en"):
        figures = measure_texts(engine, lang)
        print(f"\n{lang}: labelled texts (precision, recall, F1)")
        for category in [key.removeprefix("f1.") for key in figures if key.startswith("f1.")]:
            print(f"  {category:14} " + "  ".join(f"{figures[f'{what}.{category}']:.2f}" for what in ("precision", "recall", "f1")))
        print("  " + "  ".join(f"{key} {value:.3f}" for key, value in figures.items() if "." not in key))
    print("\nlong clean texts: " + "  ".join(f"{key} {value:.3f}" for key, value in measure_clean(engine).items()))
    for unseen in (False, True):
        print(f"\ncontexts, {'unseen' if unseen else 'seen'} (cue list alone: precision, recall; whole audit: precision, recall)")
        for name, figures in measure_contexts(engine, unseen).items():
            print(f"  {name:14} " + "  ".join(f"{value:.2f}" for value in figures.values()))


def print_alarms(engine: Engine) -> None:
    """Prints which rules touch clean texts, and how often; the texts stay unread, so that nobody tunes on them."""
    texts = [row for row in rows("texts.jsonl") if not row["labels"]] + rows("clean.jsonl")
    alarms = Counter((finding.rule, finding.outcome) for found in audit_all(map(document, texts), engine) for finding in found)
    print(
        "\nrules that touch clean texts: " + (", ".join(f"{rule} {outcome} {n}" for (rule, outcome), n in alarms.most_common()) or "none")
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--no-meaning", action="store_true", help="only without the meaning layer")
    chosen = options.parse_args()
    for meaning in (False,) if chosen.no_meaning else (True, False):
        engine = prepare(meaning=meaning)
        print(f"\n=== {'with' if meaning else 'without'} the meaning layer")
        print_figures(engine)
        print_alarms(engine)


if __name__ == "__main__":
    main()
