"""Windows and gaps on their way into tables: taken down field by field, without a value for each."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.solver.columns import indices, numbers
from timeline.solver.facts import Gap, Step, Window
from timeline.solver.loops import WEIGHT
from timeline.solver.tables import GapTable, WindowTable, limit_column

__all__ = ["GapCollector", "WindowCollector"]


class WindowCollector:
    """Takes windows down; `table` returns them.

    >>> windows = WindowCollector()
    >>> windows.add(3, None, 10, 0)
    >>> windows.table()[0]
    Window(point=3, low=None, high=10, statement=0, option=0)
    """

    def __init__(self) -> None:
        self._points: list[int] = []
        self._statements: list[int] = []
        self._options: list[int] = []
        self._lows: list[int | None] = []
        self._highs: list[int | None] = []

    def add(self, point: int, low: int | None, high: int | None, statement: int, option: int = 0) -> None:
        """Take down a window; None is an open side."""
        self._points.append(point)
        self._statements.append(statement)
        self._options.append(option)
        self._lows.append(low)
        self._highs.append(high)

    def extend(self, windows: Iterable[Window]) -> None:
        """Take down windows that are values already."""
        for window in windows:
            self.add(window.point, window.low, window.high, window.statement, window.option)

    def table(self) -> WindowTable:
        """Return what was taken down."""
        points, statements, options = map(indices, (self._points, self._statements, self._options))
        lows, highs = limit_column(self._lows), limit_column(self._highs)
        return WindowTable(points=points, lows=lows, highs=highs, statements=statements, options=options)


class GapCollector:
    """Takes gaps down; `table` returns them.

    >>> gaps = GapCollector()
    >>> gaps.add(1, 0, -5, 0)
    >>> gaps.table()[0]
    Gap(source=1, target=0, weight=-5, statement=0, option=0, step=None)
    """

    def __init__(self) -> None:
        self._sources: list[int] = []
        self._targets: list[int] = []
        self._statements: list[int] = []
        self._options: list[int] = []
        self._weights: list[int] = []
        self._steps: dict[int, Step] = {}

    def add(
        self, source: int, target: int, weight: int, statement: int, option: int = 0, step: Step | None = None
    ) -> None:
        """Take down a gap."""
        if step is not None:
            self._steps[len(self._weights)] = step
        self._sources.append(source)
        self._targets.append(target)
        self._statements.append(statement)
        self._options.append(option)
        self._weights.append(weight)

    def add_alike(self, sources: Iterable[int], targets: Iterable[int], weight: int, statement: int) -> None:
        """Take down gaps between several points that are alike in all else."""
        before = len(self._sources)
        self._sources.extend(sources)
        self._targets.extend(targets)
        count = len(self._sources) - before
        self._statements.extend([statement] * count)
        self._options.extend([0] * count)
        self._weights.extend([weight] * count)

    def extend(self, gaps: Iterable[Gap]) -> None:
        """Take down gaps that are values already."""
        for gap in gaps:
            self.add(gap.source, gap.target, gap.weight, gap.statement, gap.option, gap.step)

    def table(self) -> GapTable:
        """Return what was taken down."""
        return GapTable(
            sources=indices(self._sources),
            targets=indices(self._targets),
            weights=numbers(self._weights, WEIGHT),
            statements=indices(self._statements),
            options=indices(self._options),
            steps=self._steps,
        )
