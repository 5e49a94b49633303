"""The hull of options: what holds whichever of them it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from timeline.solver.problem import Gap, Problem, Statement, Window

__all__ = ["relaxed"]


def relaxed(problem: Problem, stand: Mapping[int, tuple[int, ...]]) -> Problem:
    """Return the problem with the hull of its standing options in place of each statement with several.

    Whatever holds in it holds for every combination of those options. Statements keep their numbers; one
    that is not in `stand` keeps all its options in the hull, and one without standing options says nothing.

    >>> wide = (Window(0, low=o, high=o + 2, statement=0, option=o) for o in (0, 5))
    >>> relaxed(Problem(1, (Statement((0,) * 6),), windows=tuple(wide)), {0: (0, 5)}).windows[0].high
    7
    """
    several = problem.several
    silent = {statement for statement, options in stand.items() if not options}
    apart = silent.union(several)
    windows: list[Window] = []
    gaps: list[Gap] = []
    for statement in several:
        if statement not in silent:
            options = stand.get(statement, tuple(range(len(problem.statements[statement].costs))))
            windows += _hull_windows([problem.windows[i] for i in problem.windows_of[statement]], options)
            gaps += _hull_gaps([problem.gaps[i] for i in problem.gaps_of[statement]], options)
    return Problem(
        problem.points,
        tuple(
            statement if statement.costs == (0,) else Statement(weight=statement.weight)
            for statement in problem.statements
        ),
        windows=problem.window_table.spliced(_besides(problem.window_table.statements, apart), windows),
        gaps=problem.gap_table.spliced(_besides(problem.gap_table.statements, apart), gaps),
    )


def _besides(owners: Iterable[int], apart: Collection[int]) -> list[int]:
    """Return the indices of the parts of all statements but some."""
    return [index for index, owner in enumerate(owners) if owner not in apart]


def _hull_windows(windows: list[Window], options: tuple[int, ...]) -> Iterable[Window]:
    for point in sorted({window.point for window in windows}):
        here = [[w for w in windows if w.point == point and w.option == option] for option in options]
        lows = [max((w.low for w in own if w.low is not None), default=None) for own in here]
        highs = [min((w.high for w in own if w.high is not None), default=None) for own in here]
        low = None if None in lows else min(low for low in lows if low is not None)
        high = None if None in highs else max(high for high in highs if high is not None)
        yield Window(point, low=low, high=high, statement=windows[0].statement)


def _hull_gaps(gaps: list[Gap], options: tuple[int, ...]) -> Iterable[Gap]:
    for source, target in sorted({(gap.source, gap.target) for gap in gaps}):
        here = [[g for g in gaps if (g.source, g.target, g.option) == (source, target, o)] for o in options]
        if all(here):
            tightest = [min(own, key=lambda gap: gap.weight) for own in here]
            step = tightest[0].step if all(gap.step == tightest[0].step for gap in tightest) else None
            weight = max(gap.weight for gap in tightest)
            yield Gap(source, target, weight=weight, statement=gaps[0].statement, step=step)
