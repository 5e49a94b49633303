"""TimelineJS3, vis-timeline and Mermaid show every event that an export says it carried, and no other."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.oracles.browser import Browser
from tests.oracles.hosts import HOSTS
from tests.oracles.judged import STORIES
from timeline.formats import Part, format_named
from timeline.model.timeline import Timeline
from timeline.strategies import consistent_timelines

pytestmark = pytest.mark.oracle


def judge(browser: Browser, folder: Path, name: str, timeline: Timeline) -> None:
    """Hold what a program shows against what we say that the document carries."""
    write = format_named(name).write
    assert write is not None
    export = write(timeline, None)
    lost = {event for one in export.omissions if one.part is Part.EVENTS for event in one.events}
    carried = Counter(_key(event.title or event.id) for event in timeline.events if event.id not in lost)
    if not carried:  # TimelineJS3 and Mermaid's Gantt diagram refuse a document without events
        assert lost == {event.id for event in timeline.events}
        return
    words = {_key(claim.says) for event in timeline.events for claim in event.claims}
    shown = [_key(text) for text in HOSTS[name].shown(browser, folder, export.data)]
    found = Counter(next((key for key in carried if text.startswith(key)), text) for text in shown)
    assert {text for text in found - carried if not any(said in text for said in words)} == set()
    assert {key: found[key] for key in carried} == carried


def _key(title: str) -> str:
    """Return a title without its spaces: programs break lines where they like."""
    return re.sub(r"\s+", "", title)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("name", HOSTS)
def test_programs_show_what_we_say_we_carried(
    browser: Browser, tmp_path: Path, name: str, story: str
) -> None:
    judge(browser, tmp_path, name, STORIES[story]())


@pytest.mark.parametrize("name", HOSTS)
@settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(timeline=consistent_timelines())
def test_programs_show_any_timeline(browser: Browser, tmp_path: Path, name: str, timeline: Timeline) -> None:
    """Titles are replaced, since what a program makes of a control character is its own affair."""
    named = timeline.replace(
        *(attrs.evolve(event, title=f"Event number {place}.") for place, event in enumerate(timeline.events))
    )
    judge(browser, tmp_path, name, named)


BROKEN = {
    "timelinejs": b'{"events": [{"start_date": {"year": "early August"}, "text": {"headline": "a"}}]}',
    "vis": b'{"items": [{"id": "a", "content": "a"}]}',
    "mermaid": b"timelime\n    2025 : a\n",
    "mermaid-gantt": b"gantt\n    a :a1, 2025-08-01, 2025-08-02\n    b :a1\n  : : :\n",
}


@pytest.mark.parametrize("name", HOSTS)
def test_a_program_that_refuses_a_document_is_heard(browser: Browser, tmp_path: Path, name: str) -> None:
    with pytest.raises(Exception, match=r"invalid_date_err|start|No diagram type|Parse error"):
        HOSTS[name].shown(browser, tmp_path, BROKEN[name])
