"""Are the links of TimeML documents consistent? Verdicts, conflicts and time: ``python tests/benchmarks/timeml.py FOLDER...``.

For each folder of ``.tml`` documents and each reading of DURING: how many documents contradict themselves, and the
seconds (of this process alone) to read all, to decide all, and to report on all: bounds, conflicts, corrections. Every conflict is then checked by plain shortest
paths, which know nothing of the package: its links cannot all hold, and without any one of them they can. Where z3 is
installed, it decides the same documents, in so many times the seconds.
"""

from __future__ import annotations

import importlib.util
import itertools
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.oracles.timeml_oracle import Link, consistent, links, orders
from timeline.formats.programs.timeml import read_timeml
from timeline.formats.programs.timemllinks import During
from timeline.model.compile import compile_timeline
from timeline.model.report import Conflict
from timeline.solver import Refutation, solve


def is_conflict(conflict: Conflict, told: dict[str, Link], during: str) -> bool:
    """Say whether the links of a conflict contradict each other, and no part of them does."""
    core = [told[str(getattr(statement.about, "page", None))] for statement in conflict.statements]
    parts = itertools.combinations(core, len(core) - 1)
    return not consistent(core, during) and all(consistent(part, during) for part in parts)


def decided_by_z3(told: list[Link], during: str) -> bool:
    import z3  # type: ignore[import-not-found, import-untyped, unused-ignore]

    solver = z3.SolverFor("QF_IDL")
    for name in {name for _, first, _, second in told for name in (first, second)}:
        solver.add(z3.Int(f"{name} s") < z3.Int(f"{name} e"))
    for link in told:
        for (one, one_end), is_strict, (two, two_end) in orders(link, during):
            first, second = z3.Int(f"{one} {one_end}"), z3.Int(f"{two} {two_end}")
            solver.add(first < second if is_strict else first <= second)
    return bool(solver.check() == z3.sat)


def run(folder: Path, during: During) -> None:
    files = sorted(folder.glob("*.tml"))
    documents = [file.read_bytes() for file in files]
    told = [links(document.decode()) for document in documents]
    start = time.process_time()
    stories = [
        read_timeml(data, name=file.name, during=during) for file, data in zip(files, documents, strict=True)
    ]
    read = time.process_time()
    decided = [not isinstance(solve(compile_timeline(story).problem), Refutation) for story in stories]
    verdict = time.process_time()
    reports = [story.check() for story in stories]
    checked = time.process_time()
    assert decided == [report.consistent for report in reports]
    conflicts = [
        (conflict, one) for report, one in zip(reports, told, strict=True) for conflict in report.conflicts
    ]
    sound = sum(
        is_conflict(conflict, {link[0]: link for link in one}, during.value) for conflict, one in conflicts
    )
    against = ""
    if importlib.util.find_spec("z3"):
        begin = time.process_time()
        others = [decided_by_z3(one, during.value) for one in told]
        ratio = (time.process_time() - begin) / (verdict - read)
        against = f"; z3 agrees on {sum(map(bool.__eq__, others, decided))}, {ratio:.1f} times slower"
    print(
        f"{folder.name}, DURING {during.value}: {decided.count(False)} of {len(files)} inconsistent, read {read - start:.2f} s,"
        f" decided {verdict - read:.2f} s, reported {checked - verdict:.2f} s, {sound} of {len(conflicts)} conflicts irreducible{against}"
    )


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(f"usage: python {sys.argv[0]} FOLDER...")
    for path, meaning in itertools.product(map(Path, sys.argv[1:]), During):
        run(path, meaning)
