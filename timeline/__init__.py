"""Establish what happened when: statements with their sources, proven against each other.

Every public name can be imported from here; a module is loaded when one of its names is first used, so that
``import timeline`` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from timeline._version import __version__

if TYPE_CHECKING:
    from timeline.constraints import AllenConstraint, End, MetricConstraint, NearnessConstraint, Point
    from timeline.errors import (
        DocumentError,
        LimitError,
        MergeError,
        NotUnderstoodError,
        ParseError,
        RangeError,
        TimelineError,
        UnknownReferenceError,
        WrongTypeError,
        ZoneError,
    )
    from timeline.events import Aspect, Claim, Event, Status
    from timeline.expressions.anchor import Anchor
    from timeline.expressions.conventions import Conventions
    from timeline.expressions.readings import Reading, TimexType
    from timeline.expressions.resolve import resolve
    from timeline.expressions.tagging import Mention, tag
    from timeline.formats import from_json, read_file, read_yaml, to_json, write_yaml
    from timeline.formats.programs.timeml import read_timeml
    from timeline.formats.programs.timemllinks import During
    from timeline.model.answers import Answer, Verdict
    from timeline.model.combinations import Combination
    from timeline.model.differences import Difference, diff
    from timeline.model.distances import Apart
    from timeline.model.likelihood import Distribution, Likelihood
    from timeline.model.report import Conflict, Corner, Correction, EventReport, Influence, Report
    from timeline.model.statements import Statement
    from timeline.model.timeline import Timeline
    from timeline.ordering import parse_constraint
    from timeline.render import as_text
    from timeline.sources import Reliability, Source
    from timeline.times import (
        Bounds,
        BusinessDays,
        CivilDate,
        Duration,
        Granularity,
        Instant,
        Interval,
        Period,
        Relation,
        Turns,
    )
    from timeline.times.distance import Distance

__all__ = [
    "AllenConstraint",
    "Anchor",
    "Answer",
    "Apart",
    "Aspect",
    "Bounds",
    "BusinessDays",
    "CivilDate",
    "Claim",
    "Combination",
    "Conflict",
    "Conventions",
    "Corner",
    "Correction",
    "Difference",
    "Distance",
    "Distribution",
    "DocumentError",
    "Duration",
    "During",
    "End",
    "Event",
    "EventReport",
    "Granularity",
    "Influence",
    "Instant",
    "Interval",
    "Likelihood",
    "LimitError",
    "Mention",
    "MergeError",
    "MetricConstraint",
    "NearnessConstraint",
    "NotUnderstoodError",
    "ParseError",
    "Period",
    "Point",
    "RangeError",
    "Reading",
    "Relation",
    "Reliability",
    "Report",
    "Source",
    "Statement",
    "Status",
    "Timeline",
    "TimelineError",
    "TimexType",
    "Turns",
    "UnknownReferenceError",
    "Verdict",
    "WrongTypeError",
    "ZoneError",
    "__version__",
    "as_text",
    "diff",
    "from_json",
    "parse_constraint",
    "read_file",
    "read_timeml",
    "read_yaml",
    "resolve",
    "tag",
    "to_json",
    "write_yaml",
]

_HOMES = {
    "timeline.constraints": "AllenConstraint End MetricConstraint NearnessConstraint Point",
    "timeline.errors": "DocumentError LimitError MergeError NotUnderstoodError ParseError RangeError TimelineError"
    " UnknownReferenceError WrongTypeError ZoneError",
    "timeline.events": "Aspect Claim Event Status",
    "timeline.expressions.anchor": "Anchor",
    "timeline.expressions.conventions": "Conventions",
    "timeline.expressions.readings": "Reading TimexType",
    "timeline.expressions.resolve": "resolve",
    "timeline.expressions.tagging": "Mention tag",
    "timeline.formats": "from_json read_file read_yaml to_json write_yaml",
    "timeline.formats.programs.timeml": "read_timeml",
    "timeline.formats.programs.timemllinks": "During",
    "timeline.model.answers": "Answer Verdict",
    "timeline.model.combinations": "Combination",
    "timeline.model.differences": "Difference diff",
    "timeline.model.distances": "Apart",
    "timeline.model.likelihood": "Distribution Likelihood",
    "timeline.model.report": "Conflict Corner Correction EventReport Influence Report",
    "timeline.model.statements": "Statement",
    "timeline.model.timeline": "Timeline",
    "timeline.ordering": "parse_constraint",
    "timeline.render": "as_text",
    "timeline.sources": "Reliability Source",
    "timeline.times": "Bounds BusinessDays CivilDate Duration Granularity Instant Interval Period Relation Turns",
    "timeline.times.distance": "Distance",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'timeline' has no attribute {name!r}")
    value: object = getattr(importlib.import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
