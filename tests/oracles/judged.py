"""The timelines that other programs judge our pages, pictures and exports on."""

from __future__ import annotations

from pathlib import Path

from timeline.events import Event
from timeline.formats import read_file
from timeline.model.timeline import Timeline

KURSK = Path(__file__).parents[2] / "docs" / "examples" / "kursk"


def kursk() -> Timeline:
    """Return the engineers' story as all its sources tell it: it has conflicts, readings that fall, an open end."""
    first, *others = (read_file(path) for path in sorted(KURSK.glob("*.timeline.yaml")))
    return first.merge(*others)


def rome() -> Timeline:
    """Return events before the year 1, and one long after."""
    return Timeline("Rome, before our era").add(
        Event("ides", "Caesar is killed").said("-0043-03-15"),
        Event("civil-war", "Civil war").said("-0048/-0044"),
        Event("triumvirate", "The second triumvirate").said("-0042-11-27/-0032"),
        Event("founding", "Founding of the city").said("-0752"),
        Event("rediscovery", "The Fasti are found").said("1431"),
    )


def order_alone() -> Timeline:
    """Return events of which nothing but the order is known."""
    first, second, third = Event("first", "The founding"), Event("second"), Event("third", "The fire")
    return Timeline("Nothing but order").add(
        first, second, third, first.precedes(second), second.precedes(third)
    )


STORIES = {"kursk": kursk, "rome": rome, "order-alone": order_alone}
