"""A small part of a problem, asked by itself: what some statements say, and the axioms that can matter to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from timeline.solver.answers import Contradiction, Link, LinkKind
from timeline.solver.problem import Problem

__all__ = ["Excerpt"]


@attrs.frozen(eq=False)
class Excerpt:
    """Some statements of a problem with numbers of their own, in the same order, and the way back to the old numbers."""

    problem: Problem
    statements: tuple[int, ...]
    points: tuple[int, ...]
    windows: tuple[int, ...]
    gaps: tuple[int, ...]

    @classmethod
    def of(cls, whole: Problem, statements: Iterable[int]) -> Excerpt:
        """Return what some statements say, with the axioms on their points, and on the points that those lead to.

        >>> from timeline.solver import Gap, Statement, Window
        >>> windows = tuple(Window(point, low=0, high=9, statement=point) for point in range(3))
        >>> axiom = Gap(2, 1, weight=0, statement=3)
        >>> story = Problem(3, (*(Statement(),) * 3, Statement(weight=None)), windows=windows, gaps=(axiom,))
        >>> found = Excerpt.of(story, [1])
        >>> found.statements, found.points, found.problem.points
        ((1, 3), (1, 2), 2)
        """
        windows, gaps, points = set[int](), set[int](), set[int]()
        said = dict.fromkeys(sorted({*statements}.difference(whole.fixed)))
        waiting = list(said)
        while waiting:
            statement = waiting.pop()
            windows.update(whole.windows_of[statement])
            gaps.update(whole.gaps_of[statement])
            near = [*whole.points_of(statement)]
            while near:
                point = near.pop()
                if point not in points:
                    points.add(point)
                    own_windows, own_gaps = whole.axiom_parts_at(point)
                    windows.update(own_windows)
                    gaps.update(own_gaps)
                    near += [whole.gap_table.sources[gap] for gap in own_gaps]
                    near += [whole.gap_table.targets[gap] for gap in own_gaps]
                    owners = [whole.window_table.statements[window] for window in own_windows]
                    owners += [whole.gap_table.statements[gap] for gap in own_gaps]
                    waiting += [o for o in owners if o not in said and len(whole.statements[o].costs) > 1]
                    said.update(dict.fromkeys(owners))
        numbers = (sorted(said), sorted(points), sorted(windows), sorted(gaps))
        return cls._numbered(whole, *numbers)

    @classmethod
    def _numbered(
        cls, whole: Problem, statements: list[int], points: list[int], windows: list[int], gaps: list[int]
    ) -> Excerpt:
        own, place = ({old: new for new, old in enumerate(numbers)} for numbers in (statements, points))
        problem = Problem(
            len(points),
            tuple(whole.statements[statement] for statement in statements),
            windows=tuple(
                attrs.evolve(window, point=place[window.point], statement=own[window.statement])
                for window in (whole.windows[index] for index in windows)
            ),
            gaps=tuple(
                attrs.evolve(
                    gap, source=place[gap.source], target=place[gap.target], statement=own[gap.statement]
                )
                for gap in (whole.gaps[index] for index in gaps)
            ),
        )
        return cls(problem, tuple(statements), tuple(points), tuple(windows), tuple(gaps))

    def told(self, contradiction: Contradiction) -> Contradiction:
        """Return a contradiction of the excerpt in the numbers of the whole problem."""
        return attrs.evolve(contradiction, links=tuple(self._links(contradiction.links)))

    def _links(self, links: Iterable[Link]) -> Iterator[Link]:
        for link in links:
            indices = self.windows if link.kind is LinkKind.WINDOW else self.gaps
            yield attrs.evolve(
                link,
                index=indices[link.index],
                statement=self.statements[link.statement],
                point=self.points[link.point],
            )
