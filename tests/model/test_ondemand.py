from __future__ import annotations

import pickle
from operator import itemgetter

import attrs
from hypothesis import HealthCheck, given, reject, settings

from timeline.errors import TimelineError
from timeline.events import Event
from timeline.model.ondemand import OnDemand
from timeline.model.timeline import Timeline
from timeline.render.findings import findings
from timeline.strategies import conflicting_timelines, consistent_timelines, timelines


def test_what_is_made_later_is_made_once_and_equal_to_its_tuple() -> None:
    made: list[int] = []

    def make() -> tuple[int, ...]:
        made.append(1)
        return (1, 2, 3)

    later = OnDemand(make)
    assert made == []
    assert later == (1, 2, 3)
    assert later == (1, 2, 3)
    assert later == OnDemand(lambda: (1, 2, 3))
    assert later != [1, 2, 3]
    assert (len(later), later[1:], list(later), repr(later)) == (3, (2, 3), [1, 2, 3], "(1, 2, 3)")
    assert hash(later) == hash((1, 2, 3))
    assert pickle.loads(pickle.dumps(later)) == (1, 2, 3)
    assert made == [1]


def test_reports_prove_their_bounds_when_somebody_looks() -> None:
    story = Timeline().add(Event("a").said("2024"), Event("b").said("2025"), Event("a").precedes("b"))
    one, two = story.check(), story.replace(story["a"]).check()
    assert one == two
    assert hash(one["a"]) == hash(two["a"])
    assert pickle.loads(pickle.dumps(one["b"])) == one["b"]
    assert [bound.value for bound in one["b"].bounds] == [
        one["b"].derived.earliest_start,
        one["b"].derived.latest_start,
        one["b"].derived.earliest_end,
        one["b"].derived.latest_end,
    ]


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(timelines() | consistent_timelines() | conflicting_timelines(max_events=2).map(itemgetter(0)))
def test_what_is_noteworthy_is_found_without_a_look_at_the_rest(story: Timeline) -> None:
    try:
        report = story.check()
    except TimelineError:
        reject()
    told = attrs.evolve(report, events=tuple(report.events))
    assert report == told
    for looked_at in (report, attrs.evolve(story, title="again").check()):
        assert looked_at.noteworthy == told.noteworthy
        assert findings(looked_at) == findings(told)
    for event in story.events:
        assert report[event] == told[event]
