# ruff: noqa: E501  (tables of sentences)
"""Quality and speed of `extract.citations`, against the last recorded run.

    python -m benchmarks.citations.run            prints the tables
    python -m benchmarks.citations.run --record   also stores the result as the one to compare with

Quality: every case of the generated corpus, of the cases by hand, and of the shared gold where it lies
beside the project, and damaged texts (`damage`); gains and losses are listed by name. Speed: our text and an English
text of equal length for eyecite in the same run; then adversarial texts at two lengths.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.citations import damage
from extract.citations import find

ROOT = Path(__file__).resolve().parents[2]
RECORD = Path(__file__).with_name("last.json")
SHARED = ROOT / ".." / "shared"
FIELDS = ("type", "number", "date", "issuer", "subject", "article")
Case = dict[str, Any]

PROSE = (
    "Trong những năm qua, đơn vị luôn quan tâm công tác tiếp công dân, giải quyết kịp thời kiến nghị chính đáng của người "
    "dân; đội ngũ cán bộ, công chức được bồi dưỡng thường xuyên về kỹ năng giao tiếp, thái độ phục vụ đúng mực. "
)
ENGLISH = (
    "The court held that the agency must answer within the time that the statute sets, and that a report without reasons "
    "does not satisfy the duty to explain; see Smith v. Jones, 410 U.S. 113, 120 (1973), and Id. at 121. "
)
ADVERSARIAL = {
    "số": "số ",
    "digits": "1",
    "Kế hoạch": "Kế hoạch ",
    "cores": "1/KH-",
    "laws": "Luật Đất ",
    "lists": "số 1/KH-UBND, ",
}


def cases() -> dict[str, Case]:
    """Cases by name."""
    found: dict[str, Case] = {}
    for path in (Path(__file__).with_name("corpus.jsonl"), ROOT / "tests/extract/citations/by_hand.jsonl"):
        for case in map(json.loads, path.read_text("utf-8").splitlines()):
            found[case.get("name") or f"hand-{case['id']:03d}"] = case
    shared = SHARED / "domain" / "citation_cases.jsonl"
    if shared.exists():
        for case in map(json.loads, shared.read_text("utf-8").splitlines()):
            wanted = [
                {("num" if k == "number" else k): v or None for k, v in e.items()} for e in case["expect"]
            ]
            wanted = [{k: int(v) if k == "year" and v else v for k, v in e.items()} for e in wanted]
            found[f"shared-{case['id']:03d}"] = {"text": case["text"], "expect": wanted}
    return found


def judge(case: Case) -> bool:
    """Whether every expected citation is found with every expected field, and none besides."""
    found = find(case["text"])
    return len(found) == len(case["expect"]) and all(
        getattr(citation, field) == value
        for citation, wanted in zip(found, case["expect"], strict=True)
        for field, value in wanted.items()
    )


def field_scores(all_cases: dict[str, Case]) -> dict[str, float]:
    """F1 of citations by number, and of each field over expected values."""
    hit = wanted = got = 0
    fields: dict[str, list[bool]] = {field: [] for field in FIELDS}
    for case in all_cases.values():
        found = find(case["text"])
        got += len(found)
        for expected in case["expect"]:
            wanted += 1
            citation = next((c for c in found if c.surface == expected["surface"]), None)
            if citation is not None:
                hit += 1
                found.remove(citation)
            for field in FIELDS:
                if field in expected:
                    fields[field].append(citation is not None and getattr(citation, field) == expected[field])
    scores = {"found F1": 2 * hit / (wanted + got)}
    return scores | {field: sum(right) / len(right) for field, right in fields.items() if right}


def best_time(work: Callable[[], object], runs: int = 3) -> float:
    """Shortest of `runs` processor times, seconds (other work on the machine does not count)."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def speed(all_cases: dict[str, Case]) -> dict[str, float]:
    """MB/s of UTF-8 text at the density of reports (a citation about every 800 characters)."""
    texts = [case["text"] for name, case in all_cases.items() if name.startswith(("full", "lists", "nested"))]
    text = "".join(f"{case} {PROSE * 3}\n" for case in texts)
    text *= max(1, 2_000_000 // len(text))
    mb = len(text.encode()) / 1e6
    result = {"tonghop MB/s": mb / best_time(lambda: find(text))}
    try:
        from eyecite import get_citations
    except ImportError:
        return result
    english = (ENGLISH + "It is so ordered by the panel in this matter. " * 12) * 10
    english = (english * (len(text.encode()) // len(english) + 1))[: len(text.encode())]
    sample = english[: len(english) // 8]
    return result | {"eyecite MB/s": len(sample) / 1e6 / best_time(lambda: get_citations(sample), 1)}


def linearity() -> list[tuple[str, float, float]]:
    """Seconds for half a megabyte of characters and for one."""
    rows = []
    for name, unit in ADVERSARIAL.items():
        texts = [(unit * (size // len(unit) + 1))[:size] for size in (500_000, 1_000_000)]
        half, whole = (best_time(lambda t=text: find(t), 1) for text in texts)  # type: ignore[misc]
        rows.append((name, half, whole))
    return rows


def changes(passed: Mapping[str, bool], before: Mapping[str, bool]) -> dict[str, list[str]]:
    """Names of the cases that are right now and were not, that were right and are not, and that are gone."""
    return {
        "gains": [name for name, ok in passed.items() if ok and not before.get(name, True)],
        "losses": [name for name, ok in passed.items() if not ok and before.get(name)],
        "wrong and new": [name for name, ok in passed.items() if not ok and name not in before],
        "gone": [name for name in before if name not in passed],
    }


def damage_scores() -> dict[str, float]:
    """F1 of type, number and date by kind of damage done at every place, and by rate of all kinds together."""
    texts = damage.cases()
    scores = {kind.name: damage.score(texts, (kind,), 1.0).full for kind in damage.DAMAGES}
    for rate in damage.RATES:
        scores[f"all at {rate:.0%}"] = damage.score(texts, damage.DAMAGES, rate).full
    return {name: round(score, 4) for name, score in scores.items()}


def moved(now: Mapping[str, float], before: Mapping[str, float]) -> list[str]:
    """Each score that differs from the recorded one, by name with both values."""
    return [
        f"{name} {before[name]:.4f} -> {score:.4f}"
        for name, score in now.items()
        if name in before and score != before[name]
    ]


def _print_quality(all_cases: dict[str, Case], passed: dict[str, bool], last: dict[str, Any]) -> None:
    print(f"cases: {sum(passed.values())} of {len(passed)} wholly right")
    for name, score in field_scores(all_cases).items():
        print(f"  {name:10s} {score:.4f}")
    print("against the last recorded run:")
    for what, names in changes(passed, last["passed"]).items():
        print(f"  {what}:", ", ".join(names) or "none")
    print("  new and right:", sum(ok and name not in last["passed"] for name, ok in passed.items()))


def main() -> None:
    """Print the tables; with --record store the result."""
    all_cases = cases()
    passed = {name: judge(case) for name, case in all_cases.items()}
    last = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {"passed": {}, "speed": {}}
    _print_quality(all_cases, passed, last)
    harmed = damage_scores()
    print(
        "damaged texts:", ", ".join(f"{name} {harmed[name]:.3f}" for name in harmed if name.startswith("all"))
    )
    print("  moved:", "; ".join(moved(harmed, last.get("damage", {}))) or "none")
    rates = speed(all_cases)
    for name, rate in rates.items():
        was = last["speed"].get(name)
        print(f"{name}: {rate:.2f}" + (f" (last recorded {was:.2f})" if was else ""))
    for name, half, whole in linearity():
        print(f"  {name:10s} 0.5 M characters {half:.2f} s, 1 M {whole:.2f} s, ratio {whole / half:.2f}")
    if "--record" in sys.argv:
        speeds = {name: round(rate, 2) for name, rate in rates.items()}
        stored = {"passed": passed, "damage": harmed, "speed": speeds}
        RECORD.write_text(json.dumps(stored, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
