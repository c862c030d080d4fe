"""What a run costs at 40, 400 and 4,000 reports, and Dask beside the process pool.

    python -m benchmarks.scale.run --reports 40 400 4000 --write

Reports are made once into --folder and every run starts from nothing. Measurements are kept in
`results.json`, so sizes can be measured one at a time; `--write` writes RESULTS.md from all of them.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import psutil

from benchmarks.scale.nation import make_nation

HERE = Path(__file__).parent
RESULTS, KEPT = HERE / "RESULTS.md", HERE / "results.json"
_MIB = 1024 * 1024
_STEPS = {
    "ingest": "list, hash",
    "extract": "read",
    "transform": "match, rows",
    "load": "load",
    "check": "judge",
    "compose": "compose",
    "verify": "expectations",
    "report": "report, annex, PDF",
    "feedback": "letters",
    "publish": "Parquet, publish",
}
_FILES = {
    "warehouse.duckdb": "warehouse",
    "export": "Parquet",
    "feedback": "letters",
    ".tonghop": "state: read documents, staging",
    "report/tong-hop.html": "report .html",
    "report/phu-luc.xlsx": "annex .xlsx",
}

Measured = dict[str, Any]


def measure(reports: int, runner: str, folder: Path) -> Measured:
    """Run `reports` reports from nothing in a process of its own."""
    campaign = folder / f"n{reports}"
    if not (campaign / "register.csv").exists():
        make_nation(campaign, reports)
    with tempfile.TemporaryDirectory(dir=folder) as out:
        command = [sys.executable, "-m", "benchmarks.scale.one", str(campaign), out, runner]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: Measured = json.loads(done.stdout.splitlines()[-1])
    return found | {"reports": reports, "runner": runner}


def keep(found: Measured) -> None:
    """Put one measurement beside the others; the same size and runner again replaces it."""
    kept = [one for one in load() if (one["reports"], one["runner"]) != (found["reports"], found["runner"])]
    kept.append(found)
    kept.sort(key=lambda one: (one["runner"] != "processes", one["reports"]))
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def load() -> list[Measured]:
    """Return the measurements kept."""
    return json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else []


def table(rows: list[list[str]]) -> list[str]:
    """Lay rows out as a Markdown table, the first being its head."""
    head, *body = rows
    return [_line(head), _line(["---"] + ["---:"] * (len(head) - 1)), *map(_line, body), ""]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def costs(pool: list[Measured]) -> list[str]:
    """Whole runs by size."""
    rows = [["", *(f"{one['counts']['files']:,} reports" for one in pool)]]
    cpu = [sum(one["cpu"]) for one in pool]
    rows += [
        ["pages", *(f"{one['pages']:,}" for one in pool)],
        ["processor seconds", *(f"{value:,.0f}" for value in cpu)],
        [
            "processor seconds a report",
            *(f"{v / one['counts']['files']:.2f}" for v, one in zip(cpu, pool, strict=True)),
        ],
        [
            "of these beyond the smallest run, a report",
            "–",
            *(
                f"{(v - cpu[0]) / (one['counts']['files'] - pool[0]['counts']['files']):.2f}"
                for v, one in list(zip(cpu, pool, strict=True))[1:]
            ),
        ],
        [
            "pages a processor second, reading alone",
            *(f"{one['pages'] / one['cpu'][1]:.0f}" for one in pool),
        ],
        ["wall time, s", *(_number(one["wall"]) for one in pool)],
        ["peak memory of the main process, MiB", *(_number(one["peak_main"], _MIB) for one in pool)],
        ["peak with its workers, MiB", *(_number(one["peak_all"], _MIB) for one in pool)],
        [
            "files in = read + unread + duplicate + waiting + ignored",
            *("holds" if _adds_up(one) else "**fails**" for one in pool),
        ],
    ]
    return table(rows)


def _number(value: float | None, unit: int = 1) -> str:
    return "–" if value is None else f"{value / unit:,.0f}"


def _adds_up(one: Measured) -> bool:
    counts = dict(one["counts"])
    return bool(counts.pop("files") == sum(counts.values()))


def steps(pool: list[Measured]) -> list[str]:
    """Processor seconds by step; the growth is of the last size over the one before, by report."""
    rows = [["step", *(f"{one['counts']['files']:,}" for one in pool), "a report: last / one before"]]
    for at, (name, label) in enumerate(_STEPS.items()):
        used = [one["cpu"][at] for one in pool]
        each = [value / one["counts"]["files"] for value, one in zip(used, pool, strict=True)]
        growth = f"{each[-1] / each[-2]:.2f}" if len(each) > 1 and each[-2] else "–"
        shown = [
            f"{value:,.1f}{'*' if name in one.get('reckoned', ()) else ''}"
            for value, one in zip(used, pool, strict=True)
        ]
        rows.append([f"{label} (`{name}`)", *shown, growth])
    return table(rows)


def memory(pool: list[Measured]) -> list[str]:
    """Peak of the main process by step, where it was measured."""
    known = [one for one in pool if one.get("peaks")]
    if not known:
        return []
    rows = [["step", *(f"{one['counts']['files']:,}" for one in known)]]
    rows += [
        [f"{label} (`{name}`)", *(_number(one["peaks"][at], _MIB) for one in known)]
        for at, (name, label) in enumerate(_STEPS.items())
    ]
    return ["Peak memory of the main process within each step, MiB:", "", *table(rows)]


def sizes(pool: list[Measured]) -> list[str]:
    """Bytes written by size."""
    rows = [["MiB", *(f"{one['counts']['files']:,}" for one in pool)]]
    rows += [
        [label, *(f"{one['bytes'][name] / _MIB:,.1f}" for one in pool)] for name, label in _FILES.items()
    ]
    return table(rows)


def side_by_side(kept: list[Measured]) -> list[str]:
    """Dask and the pool at the sizes both were run at."""
    pool = {one["reports"]: one for one in kept if one["runner"] == "processes"}
    both = [(pool[one["reports"]], one) for one in kept if one["runner"] == "dask" and one["reports"] in pool]
    if not both:
        return []
    rows = [["", "pool, 2 processes", "Dask, 2 worker processes"]]
    for here, there in both:
        rows += [
            [f"{here['reports']} reports: reading, wall s"]
            + [f"{one['steps']['extract']:.0f}" for one in (here, there)],
            ["pages a second, wall"]
            + [f"{one['pages'] / one['steps']['extract']:.1f}" for one in (here, there)],
            ["whole run, wall s"] + [f"{one['wall']:.0f}" for one in (here, there)],
            ["peak with workers, MiB"] + [f"{one['peak_all'] / _MIB:,.0f}" for one in (here, there)],
            ["counts"] + ["the same" if here["counts"] == there["counts"] else "**differ**"] * 2,
        ]
    return ["## Dask beside the process pool", "", *table(rows)]


def write(remark: str) -> None:
    """Write RESULTS.md from the measurements kept."""
    kept = load()
    pool = [one for one in kept if one["runner"] == "processes"]
    text = [
        "# Scale: results",
        "",
        "Written by `python -m benchmarks.scale.run --write` "
        f"({psutil.cpu_count()} cores, {psutil.virtual_memory().total // 1024**3} GiB). Made-up reports of "
        "3-12 pages, 7 in 10 DOCX, 3 in 10 text PDF, no scans; every run from nothing, without Prefect's "
        "server (which adds a constant). Pages of DOCX files are counted by words at the rate of the PDFs.",
        "",
        *([remark, ""] if remark else []),
        "## One machine",
        "",
        *costs(pool),
        "Processor seconds by step, own and of ended children:",
        "",
        *steps(pool),
        *memory(pool),
        "What is written:",
        "",
        *sizes(pool),
        *side_by_side(kept),
    ]
    RESULTS.write_text("\n".join(text).rstrip() + "\n", encoding="utf-8")


def main() -> None:
    """Measure what is asked and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="*", default=[])
    parser.add_argument("--dask", type=int, nargs="*", default=[], help="sizes to run on Dask too")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "tonghop-scale")
    parser.add_argument("--remark", default="", help="a sentence about the machine's state, for the page")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for runner, wanted in (("processes", given.reports), ("dask", given.dask)):
        for reports in wanted:
            found = measure(reports, runner, given.folder)
            keep(found)
            print(f"{reports} reports, {runner}: {found['wall']:.0f} s", flush=True)
    if given.write:
        write(given.remark)


if __name__ == "__main__":
    main()
