"""Canonical JSON: the format in which programs keep and exchange timelines.

Equal timelines give equal bytes, and what was written is read back equal. The schema is in
`timeline.formats.schema`.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline import limits
from timeline.events import Event
from timeline.formats.encoding import decoded
from timeline.formats.jsonreading import Reading
from timeline.formats.jsontext import dump, load
from timeline.formats.jsonwriting import timeline_value
from timeline.formats.kinds import Kinds
from timeline.formats.problems import Problems
from timeline.formats.reporting import report_value
from timeline.model.report import Report
from timeline.model.timeline import Timeline

__all__ = ["from_json", "to_json"]


def to_json(timeline: Timeline, *, report: Report | None = None) -> str:
    """Return a timeline as canonical JSON, with what a check found if a report is given.

    The law: equal timelines give the same text, and ``from_json(to_json(t)) == t`` for the `kinds` of t's events.

    >>> print(to_json(Timeline().add(Event("a").said("2025"))), end="")
    {
      "timeline": 1,
      "events": [
        {
          "id": "a",
          "claims": [
            {
              "says": "2025"
            }
          ]
        }
      ]
    }
    """
    value = timeline_value(timeline)
    if report is not None:
        value["report"] = report_value(report)
    return dump(value)


def from_json(text: str | bytes, *, name: str = "<text>", kinds: Iterable[type[Event]] = ()) -> Timeline:
    """Read canonical JSON; everything that is wrong is told at once, in a `DocumentError`, with its path.

    Events whose kind is the name of one of the classes in `kinds` become values of it. A `report` in the document
    is not believed: a check makes it anew.

    >>> from_json('{"timeline": 1, "events": [{"id": "a"}]}')["a"]
    Event(id='a', title='', claims=(), kind='Event', status=None, participants=(), place=None, tags=(), links=(), media=(), note=None, other_titles=(), details=Details({}))
    >>> from_json('{"timeline": 1, "events": [{"id": "a", "claims": [{"says": true}]}]}')
    Traceback (most recent call last):
    timeline.errors.DocumentError: <text>:$.events[0].claims[0].says: text is wanted here, not true or false
    """
    known = Kinds(kinds)
    problems = Problems(name)
    value, told = load(decoded(text, name, limits.DOCUMENT_BYTES), problems)
    return Reading(known, problems, told).timeline(value)
