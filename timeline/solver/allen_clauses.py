"""What cannot be all at once: clauses that are given, and those that a search learns from each failure.

One source that runs in two ways, as `allen_labels` does, in one extension module with it.

A *clause* names labels of which not all may lack some relations. A failure is traced back along the trail to few labels that it needs, and
becomes a clause, which is true whatever is supposed (J. P. Marques-Silva and K. A. Sakallah, "GRASP", 1996; M. W. Moskewicz and
others, "Chaff", 2001). A reason asks of other labels only that they lack the relations by which a lost one would still be
possible: composition tells which those are. So a clause rules out much more than the case that it was learnt from.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from timeline.solver.allen_labels import EVERYTHING, GIVEN, RELATIONS, AllenLabels, longer

if TYPE_CHECKING:
    from timeline.solver.allen_tables import Algebra

__all__ = ["AllenClauses"]

HEAVY = 1 << 40
"""Weights are scaled down here, so that none can wrap."""


class AllenClauses(AllenLabels):
    """Labels that obey clauses, and learn more of them."""

    def __init__(self, size: int, algebra: Algebra) -> None:
        super().__init__(size, algebra)
        cells = size * size
        # The members of a clause are from the end of the one before it to its own. The first two watch.
        self.clauses = 0
        self.ends = array("i", [0]) * 64
        self.members = array("i", [0]) * 64
        self.lacking = array("H", [0]) * 64
        self.names = array("i", [0]) * 64
        self.watching = array("i", [-1]) * cells
        self.following = array("i", [0]) * 128
        # What clauses were learnt from: other clauses, as -1 - clause, or what labels lack whatever is supposed.
        self.logged = 0
        self.log_ends = array("i", [0]) * 64
        self.log_cells = array("i", [0]) * 64
        self.log_lacking = array("H", [0]) * 64
        # What a failure needs labels to lack; those are fresh that lost some of it since the level began.
        self.needed = array("H", [0]) * cells
        self.listed = bytearray(cells)
        self.needs = array("i", [0]) * cells
        self.need_count = 0
        self.fresh = bytearray(cells)
        self.pending = 0
        self.easy = algebra.easy
        self.parts = algebra.parts
        self.weights = array("q", [0]) * cells
        self.bump = 1
        self.core = array("i")

    def rule_out(self, cells: array[int], lacking: array[int], name: int) -> None:
        """State that not all of some labels may lack what is written beside them; the name tells it in `core`."""
        self._back(0)
        clause = self._clause(len(cells), name)
        start = self.ends[clause]
        free = start
        for place in range(len(cells)):
            self.members[start + place] = cells[place]
            self.lacking[start + place] = lacking[place]
            if self.labels[cells[place]] & lacking[place]:
                self._swap(free, start + place)
                free += 1
        if len(cells) > 1:
            self._watch(2 * clause, self.members[start])
            self._watch(2 * clause + 1, self.members[start + 1])
        rest = self.labels[self.members[start]] & self.lacking[start]
        if free <= start + 1 and not self.dead and rest != self.labels[self.members[start]]:
            self._narrow(self.members[start], rest, self.size + clause)

    def _visit(self, cell: int) -> bool:
        """Look after the clauses that watch a label: of those of which all but one hold, the last must not."""
        label = self.labels[cell]
        before = -1
        node = self.watching[cell]
        while node >= 0:
            following = self.following[node]
            clause = node >> 1
            start = self.ends[clause]
            own = start + (node & 1)
            other = start + 1 - (node & 1)
            if not label & self.lacking[own] and self.labels[self.members[other]] & ~self.lacking[other]:
                place = start + 2
                end = self.ends[clause + 1]
                while place < end and not self.labels[self.members[place]] & self.lacking[place]:
                    place += 1
                if place < end:
                    self._swap(own, place)
                    if before < 0:
                        self.watching[cell] = following
                    else:
                        self.following[before] = following
                    self._watch(node, self.members[own])
                    node = following
                    continue
                rest = self.labels[self.members[other]] & self.lacking[other]
                if not self._narrow(self.members[other], rest, self.size + clause):
                    return False
            before = node
            node = following
        return True

    def _swap(self, one: int, two: int) -> None:
        self.members[one], self.members[two] = self.members[two], self.members[one]
        self.lacking[one], self.lacking[two] = self.lacking[two], self.lacking[one]

    def _watch(self, node: int, cell: int) -> None:
        self.following[node] = self.watching[cell]
        self.watching[cell] = node

    def _clause(self, length: int, name: int) -> int:
        """Make room for a clause, which comes from what was logged last."""
        clause = self.clauses
        self.clauses += 1
        if self.clauses + 1 > len(self.ends) - 1:
            self.ends = longer("i", self.ends)
            self.log_ends = longer("i", self.log_ends)
            self.names = longer("i", self.names)
            self.following = longer("i", self.following)
        while self.ends[clause] + length > len(self.members):
            self.members = longer("i", self.members)
            self.lacking = longer("H", self.lacking)
        self.ends[clause + 1] = self.ends[clause] + length
        self.log_ends[clause + 1] = self.logged
        self.names[clause] = name
        return clause

    # A failure is traced to what it needs.

    def _require(self, cell: int, lacking: int) -> None:
        """Note that a failure needs a label to lack some relations."""
        one = cell // self.size
        two = cell % self.size
        if one > two:
            cell = two * self.size + one
            lacking = self.inverses[lacking]
        if not self.listed[cell]:
            self.listed[cell] = 1
            self.needs[self.need_count] = cell
            self.need_count += 1
        self.needed[cell] |= lacking
        if not self.fresh[cell] and self.needed[cell] & self._at_start(cell) & ~self.labels[cell]:
            self.fresh[cell] = 1
            self.pending += 1

    def _explain(self, entry: int, lost: int) -> None:
        """Require that for which a label lost some relations; the trail ends just before."""
        cell = self.changed[entry]
        reason = self.reasons[entry]
        if reason >= self.size:
            for place in range(self.ends[reason - self.size], self.ends[reason - self.size + 1]):
                if self.members[place] != cell:
                    self._require(self.members[place], self.lacking[place])
        elif reason >= 0:
            one = cell // self.size
            two = cell % self.size
            blocked = self.across(lost, self.inverses[self.labels[reason * self.size + two]])
            self._require(one * self.size + reason, blocked)
            blocked = self.across(self.inverses[EVERYTHING & ~blocked], lost)
            self._require(reason * self.size + two, blocked)

    def _fail(self) -> int:
        """Take back the change that left nothing, and require what it takes; returns that change."""
        entry = self.count - 1
        lost = self.olds[entry]
        self._pop()
        self._require(self.failed, EVERYTHING & ~lost)
        return self._blame(entry, lost)

    def _blame(self, entry: int, lost: int) -> int:
        """Explain a change that was taken back, and log a clause that it is from; returns the change."""
        if self.reasons[entry] >= self.size and self.level > 0:
            self._log(self.size - 1 - self.reasons[entry], 0)
        self._explain(entry, lost)
        return entry

    def _log(self, cell: int, lacking: int) -> None:
        if self.logged == len(self.log_cells):
            self.log_cells = longer("i", self.log_cells)
            self.log_lacking = longer("H", self.log_lacking)
        self.log_cells[self.logged] = cell
        self.log_lacking[self.logged] = lacking
        self.logged += 1

    def learn(self) -> None:
        """Make a clause of a failure, of which but one member is of earlier levels, and go back to where it says something."""
        self._fail()
        cell = self.changed[self.count - 1]
        lost = self.needed[cell] & self.olds[self.count - 1] & ~self.labels[cell]
        while not lost or self.pending > 1:
            entry = self.count - 1
            self._pop()
            if lost:
                self.needed[cell] &= ~lost
                if not self.needed[cell] & self._at_start(cell) & ~self.labels[cell]:
                    self.fresh[cell] = 0
                    self.pending -= 1
                self._blame(entry, lost)
            cell = self.changed[self.count - 1]
            lost = self.needed[cell] & self.olds[self.count - 1] & ~self.labels[cell]
        self._conclude(cell)

    def _conclude(self, top: int) -> None:
        """Learn the clause of what is required, the member `top` last to become true."""
        length = 0
        for place in range(self.need_count):
            cell = self.needs[place]
            self.weights[cell] += self.bump
            if self.needed[cell] & ~self.rooted[cell]:
                self._log(cell, self.needed[cell] & ~self.rooted[cell])
            if self.needed[cell] & self.rooted[cell]:
                length += 1
        clause = self._clause(length, -1)
        start = self.ends[clause]
        self.members[start] = top
        self.lacking[start] = self.needed[top] & self.rooted[top]
        free = start + 1
        target = 0
        for place in range(self.need_count):
            cell = self.needs[place]
            lacking = self.needed[cell] & self.rooted[cell]
            if lacking and cell != top:
                self.members[free] = cell
                self.lacking[free] = lacking
                level = self._level_of(cell, lacking)
                if level > target:
                    target = level
                    self._swap(start + 1, free)
                free += 1
        self._forget()
        self._back(target)
        if length > 1:
            self._watch(2 * clause, top)
            self._watch(2 * clause + 1, self.members[start + 1])
        self._narrow(top, self.labels[top] & self.lacking[start], self.size + clause)

    def _level_of(self, cell: int, lacking: int) -> int:
        """Return the level at which a label lost the last of some relations."""
        label = self.labels[cell]
        entry = self.latest[cell]
        while not lacking & self.olds[entry] & ~label:
            label = self.olds[entry]
            entry = self.earlier[entry]
        return self.levels[entry]

    def _forget(self) -> None:
        for place in range(self.need_count):
            cell = self.needs[place]
            self.needed[cell] = 0
            self.listed[cell] = 0
            self.fresh[cell] = 0
        self.need_count = 0
        self.pending = 0
        self.bump += (self.bump >> 4) + 1
        if self.bump > HEAVY:
            self.bump >>= 30
            for cell in range(self.size * self.size):
                self.weights[cell] >>= 30

    def trace(self) -> None:
        """Find the names of what was given that leaves nothing, whatever is tried."""
        marked = bytearray(self.clauses)
        cell = self.failed
        entry = self._fail()
        while True:
            if self.reasons[entry] >= self.size:
                self._cite(self.reasons[entry] - self.size, marked)
            elif self.reasons[entry] <= GIVEN:
                self.core.append(GIVEN - self.reasons[entry])
            lost = 0
            while self.count and not lost:
                entry = self.count - 1
                cell = self.changed[entry]
                lost = self.needed[cell] & self.olds[entry] & ~self.labels[cell]
                self._pop()
            if not lost:
                return
            self.needed[cell] &= ~lost
            self._explain(entry, lost)

    def _cite(self, first: int, marked: bytearray) -> None:
        """Require all that a clause was learnt from."""
        todo = [first]
        while todo:
            clause = todo.pop()
            if marked[clause]:
                continue
            marked[clause] = 1
            if self.names[clause] >= 0:
                self.core.append(self.names[clause])
            for place in range(self.log_ends[clause], self.log_ends[clause + 1]):
                if self.log_cells[place] < 0:
                    todo.append(-1 - self.log_cells[place])
                else:
                    self._require(self.log_cells[place], self.log_lacking[place])

    # What a search asks.

    def go_back(self) -> None:
        """Take back all that was supposed."""
        if self.level > 0:
            self._drain()
            self._back(0)

    def hardest(self, cells: array[int]) -> int:
        """Return which of some cells has a label outside of the tractable class, and the least freedom for its weight; or -1."""
        best = -1
        rank = 0
        weight = 1
        for place in range(len(cells)):
            cell = cells[place]
            label = self.labels[cell]
            if self.easy[label]:
                continue
            if best < 0 or self.ranks[label] * weight < rank * (self.weights[cell] + 1):
                best = cell
                rank = self.ranks[label]
                weight = self.weights[cell] + 1
        return best

    def part(self, mask: int) -> int:
        """Return the largest tractable part of a set; of several the one with the lowest number."""
        found = self.parts[mask]
        if found:
            return found
        if self.easy[mask]:
            found = mask
        else:
            for relation in range(RELATIONS):
                if mask >> relation & 1:
                    other = self.part(mask ^ 1 << relation)
                    if self.sizes[other] > self.sizes[found] or (
                        self.sizes[other] == self.sizes[found] and other < found
                    ):
                        found = other
        self.parts[mask] = found
        return found

    def unsettled(self) -> int:
        """Return the place of a member that can be denied, of a clause that was given and of which all might yet hold, or -1."""
        for clause in range(self.clauses):
            if self.names[clause] >= 0:
                found = -1
                for place in range(self.ends[clause], self.ends[clause + 1]):
                    label = self.labels[self.members[place]]
                    if not label & ~self.lacking[place]:
                        found = -1
                        break
                    if label & self.lacking[place]:
                        found = place
                if found >= 0:
                    return found
        return -1
