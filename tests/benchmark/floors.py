"""The figures held by floors, and the only way to move them: `python -m tests.benchmark.floors` raises what has risen, lowers nothing."""

from __future__ import annotations

from pathlib import Path

import yaml

from audit.pipeline import Engine, prepare
from tests.benchmark.measure import measure_clean, measure_contexts, measure_texts

FILE = Path(__file__).resolve().parent / "floors.yaml"
# A floor stands a little under its figure: the texts of one category are few, and one text more or less is not a step back.
SLACK_OVERALL, SLACK_DETAIL = 0.02, 0.05
_OVERALL = ("micro_precision", "micro_recall", "micro_f1", "span_overlap", "severity_right")
_HEAD = """# Figures of `python -m tests.benchmark.measure` that may not fall under these floors; `kept_clean` = 1 - share of clean texts touched.
# They only go up: `python -m tests.benchmark.floors` raises what has risen and lowers nothing.
"""


def figures(engine: Engine) -> dict[str, float]:
    """Every figure that a floor holds, for one engine; higher is better in all."""
    held = {}
    for lang in ("fr", "en"):
        found = measure_texts(engine, lang)
        held |= {f"{lang}.{key}": found[key] for key in _OVERALL}
        held |= {f"{lang}.not_flagged": 1 - found["clean_flagged"], f"{lang}.kept_clean": 1 - found["clean_touched"]}
        if lang == "fr":  # English has too few texts a category for a floor on each
            held |= {f"fr.{key}": value for key, value in found.items() if key.startswith("f1.")}
    held["long.kept_clean"] = 1 - measure_clean(engine)["clean_touched"]
    for unseen, part in ((False, "seen"), (True, "unseen")):
        for name, found in measure_contexts(engine, unseen).items():
            keep = found if name == "all" else {key: value for key, value in found.items() if key.startswith("cue_")}
            held |= {f"context.{part}.{name}.{key}": value for key, value in keep.items()}
    return held


def floor_of(key: str, value: float) -> float:
    """Where the floor of a figure stands."""
    detail = ".f1." in key or (key.startswith("context.") and ".all." not in key)
    return round(max(0.0, value - (SLACK_DETAIL if detail else SLACK_OVERALL)), 3)


def layers() -> dict[str, Engine]:
    """The engines measured."""
    return {"with_meaning": prepare(), "without_meaning": prepare(meaning=False)}


def read_floors() -> dict[str, dict[str, float]]:
    """The floors as they stand, by layer."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def main() -> None:
    old = read_floors()
    new = {}
    for layer, engine in layers().items():
        before = old.get(layer, {})
        now = {key: floor_of(key, value) for key, value in figures(engine).items()}
        new[layer] = {key: max(before.get(key, 0.0), now.get(key, 0.0)) for key in {**now, **before}}
    FILE.write_text(_HEAD + yaml.safe_dump(new, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
