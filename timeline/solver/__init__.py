"""Integers only: exact bounds, contradictions and corrections, each with its proof; no words, no calendar."""

from timeline.solver.alternatives import Refutation, Selection, possible, solutions, solve, standing
from timeline.solver.answers import Contradiction, Link, LinkKind, Proof, Solution, check
from timeline.solver.collecting import GapCollector, WindowCollector
from timeline.solver.conflicts import Conflict, exclusions, independent, irreducible
from timeline.solver.corrections import Correction, cheapest_correction, corrections
from timeline.solver.hulls import relaxed
from timeline.solver.judging import Judgement, judge
from timeline.solver.problem import Gap, Problem, Statement, Step, Window
from timeline.solver.tables import GapTable, WindowTable

__all__ = [
    "Conflict",
    "Contradiction",
    "Correction",
    "Gap",
    "GapCollector",
    "GapTable",
    "Judgement",
    "Link",
    "LinkKind",
    "Problem",
    "Proof",
    "Refutation",
    "Selection",
    "Solution",
    "Statement",
    "Step",
    "Window",
    "WindowCollector",
    "WindowTable",
    "cheapest_correction",
    "check",
    "corrections",
    "exclusions",
    "independent",
    "irreducible",
    "judge",
    "possible",
    "relaxed",
    "solutions",
    "solve",
    "standing",
]
