"""Mutation benchmark of the rules: precision and recall of findings, per rule, as a table.

    python -m benchmarks.rules.mutations [--write]

Ten good reports; every mutant of `tests/warehouse/warehouse_faults.py` is applied to several of them, alone
and in pairs, ten reports to a warehouse. A finding that no fault asked for is a false one.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "warehouse"))

import warehouse_faults as faults
from warehouse_factory import Report, good_report, judged, make_campaign
from warehouse_faults import Mutant
from warehouse_harmless import harmless

TABLE = Path(__file__).parent / "ket-qua.md"
SHIFTS = (0, 3, 6)
"""Each fault is tried on this many different reports."""


@dataclass
class Score:
    """Counts by rule and the cases that went wrong."""

    mutants: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    cases: list[str] = field(default_factory=list)

    def count(self, name: str, rule: str, found: set[tuple[str, str | None]], mutants: list[Mutant]) -> None:
        """Compare what was found on one report with what its mutants ask for."""
        self.mutants[rule] += 1
        left = set(found)
        allowed = frozenset().union(*(mutant.allowed for mutant in mutants))
        for wanted_rule, path in sorted(set().union(*(m.expected for m in mutants)), key=str):
            hit = next(
                (f for f in sorted(left, key=str) if f[0] == wanted_rule and path in (None, f[1])), None
            )
            if hit is None:
                self.missed[wanted_rule] += 1
                self.cases.append(f"thiếu {wanted_rule} {path}: {name}; thấy {sorted(found, key=str)}")
            else:
                self.right[wanted_rule] += 1
                left.discard(hit)
        for extra in sorted(left, key=str):
            if extra[0] not in allowed:
                self.false[extra[0]] += 1
                self.cases.append(f"thừa {extra}: {name}")

    def table(self) -> str:
        """Markdown table, one rule a line."""
        lines = [
            "| Quy tắc | Biến thể | Đúng | Bỏ sót | Thừa | Độ chính xác | Độ phủ |",
            "|---|---|---|---|---|---|---|",
        ]
        rules = sorted(set(self.mutants) | set(self.right) | set(self.missed) | set(self.false))
        counters = (self.mutants, self.right, self.missed, self.false)
        lines += [self._line(rule, *(counter[rule] for counter in counters)) for rule in rules]
        total = [sum(counter.values()) for counter in counters]
        lines.append(self._line("Tất cả", *total))
        return "\n".join(lines) + "\n"

    @staticmethod
    def _line(name: str, mutants: int, right: int, missed: int, false: int) -> str:
        precision = f"{right / (right + false):.3f}" if right + false else "–"
        recall = f"{right / (right + missed):.3f}" if right + missed else "–"
        return f"| {name} | {mutants} | {right} | {missed} | {false} | {precision} | {recall} |".replace(
            ".", ","
        )

    @property
    def precision(self) -> float:
        """Share of findings that a fault asked for."""
        right, false = sum(self.right.values()), sum(self.false.values())
        return right / (right + false)

    @property
    def recall(self) -> float:
        """Share of faults found."""
        right, missed = sum(self.right.values()), sum(self.missed.values())
        return right / (right + missed)


def run(every: int = 1) -> Score:
    """Run the whole benchmark (`every` = take only each n-th case)."""
    score = Score()
    singles = [(m,) for m in (*faults.mutants(), *harmless())]
    cases = [(case, shift) for shift in SHIFTS for case in singles] + [(case, 1) for case in pairs()]
    _single(score, cases[::every])
    _between(score)
    return score


def pairs() -> list[tuple[Mutant, ...]]:
    """Two faults in one report: of different rules, at different items."""
    all_mutants = [m for m in faults.mutants() if m.rule not in _WHOLE]
    result: list[tuple[Mutant, ...]] = []
    for index, first in enumerate(all_mutants):
        second = all_mutants[(index * 7 + 31) % len(all_mutants)]
        if first.rule != second.rule and not _places(first) & _places(second):
            result.append((first, second))
    return result


_WHOLE = {
    "wrong_campaign",
    "unread_file",
    "secret_marking",
    "ocr_unverified",
    "misnumbered",
    "repeated_text",
    "duplicate_section",
}
"""Faults of a whole file, or that speak of several items: not paired."""


def _places(mutant: Mutant) -> set[str]:
    """Top-level items that a mutant touches (citations stand in V.1)."""
    named = {path.split(".")[0] for _, path in mutant.expected if path}
    return named or {"V"}


def _single(score: Score, cases: list[tuple[tuple[Mutant, ...], int]]) -> None:
    campaign = make_campaign()
    iterator = iter(cases)
    turn = 0
    while batch := list(islice(iterator, 10)):
        reports: list[Report] = []
        for index, (mutants, shift) in enumerate(batch):
            report = good_report(f"cq{(index + shift + turn) % 10}")
            for mutant in mutants:
                mutant.apply(report)
            reports.append(report)
        # the batch's reports are of different agencies only when shifts agree; give each a place of its own
        taken: dict[str, int] = {}
        groups: list[list[int]] = []
        for index, report in enumerate(reports):
            number = taken.get(report.code, 0)
            taken[report.code] = number + 1
            while len(groups) <= number:
                groups.append([])
            groups[number].append(index)
        for group in groups:
            here = [reports[index] for index in group]
            names = {report.code for report in here}
            rest = [good_report(agency.code) for agency in campaign.agencies if agency.code not in names]
            judgement = judged(campaign, [*here, *rest])
            for index in group:
                mutants, _ = batch[index]
                found = {
                    (f.rule, f.outline_path)
                    for f in judgement.findings
                    if f.agency_code == reports[index].code
                }
                score.count(
                    f"{reports[index].code}: {' + '.join(m.name for m in mutants)}",
                    mutants[0].rule,
                    found,
                    list(mutants),
                )
            for finding in judgement.findings:
                if finding.agency_code not in names:
                    score.false[finding.rule] += 1
                    score.cases.append(
                        f"thừa {finding.rule} ở báo cáo tốt {finding.agency_code}: {finding.message}"
                    )
        turn += 1


def _between(score: Score) -> None:
    """Faults that stand between agencies: copied text, conflicting dates."""
    campaign = make_campaign()
    for shift, path in enumerate(("II.2", "III.1", "III.3", "III.4", "IV.1", "IV.2", "IV.3", "V.1")):
        reports = [good_report(agency.code) for agency in campaign.agencies]
        source, target = reports[shift], reports[(shift + 3) % 10]
        faults.copied(source, target, path)
        judgement = judged(campaign, reports)
        for report in (source, target):
            found = {(f.rule, f.outline_path) for f in judgement.findings if f.agency_code == report.code}
            wanted = Mutant(f"chép {path}", "copied_text", lambda r: None, {("copied_text", path)})
            score.count(f"{report.code}: chép {path}", "copied_text", found, [wanted])
    for shift, day in enumerate(
        ("07/9/2018", "17/9/2017", "07/8/2017", "08/9/2017", "07/9/2016", "07/10/2017")
    ):
        reports = [good_report(agency.code) for agency in campaign.agencies]
        for step in range(1, 4):
            faults.conflicting(reports[(shift + step) % 10], "07/9/2017")
        faults.conflicting(reports[shift], day)
        judgement = judged(campaign, reports)
        for step in range(4):
            report = reports[(shift + step) % 10]
            found = {(f.rule, f.outline_path) for f in judgement.findings if f.agency_code == report.code}
            expected = {("citation_conflict", None)} if step == 0 else set()
            wanted = Mutant(day, "citation_conflict", lambda r: None, expected)
            score.count(f"{report.code}: ngày {day}", "citation_conflict", found, [wanted])
    reports = [good_report(agency.code) for agency in campaign.agencies[1:]]
    judgement = judged(campaign, reports)
    for agency in campaign.agencies:
        found = {(f.rule, f.outline_path) for f in judgement.findings if f.agency_code == agency.code}
        expected = {("not_submitted", None)} if agency.code == "cq0" else set()
        score.count(
            f"{agency.code}: chưa gửi", "not_submitted", found, [Mutant("", "", lambda r: None, expected)]
        )


def main() -> int:
    """Print the table and the wrong cases; exit 1 below 0.98."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the table beside this file")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    score = run(options.every)
    print(score.table())
    print("\n".join(score.cases))
    if options.write:
        TABLE.write_text("# Kết quả kiểm tra quy tắc bằng biến thể\n\n" + score.table(), encoding="utf-8")
    return int(score.precision < 0.98 or score.recall < 0.98)


if __name__ == "__main__":
    sys.exit(main())
