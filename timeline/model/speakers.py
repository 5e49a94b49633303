"""Who speaks: in which zone, and what it costs to drop what they say."""

from __future__ import annotations

from typing import NamedTuple

from timeline.events import Status
from timeline.model.readings import zone_of
from timeline.model.timeline import Timeline
from timeline.sources import Reliability

__all__ = ["Speaker", "Speakers"]

STATUS_WEIGHTS = {Status.CONFIRMED: 2, Status.REPORTED: 1, Status.DISPUTED: 1, Status.EXPECTED: 1}


class Speaker(NamedTuple):
    """The zone of a source's days, and the weight of what it says so firmly."""

    zone: str
    weight: int


class Speakers:
    """The speakers of a timeline: its sources, and its author, who is no source."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._known: dict[tuple[str | None, Status], Speaker] = {}

    def of(self, source: str | None, status: Status = Status.REPORTED) -> Speaker:
        """Return who says something, by the id of the source, with such a status.

        >>> Speakers(Timeline(zone="Asia/Seoul")).of(None, Status.CONFIRMED)
        Speaker(zone='Asia/Seoul', weight=12)
        """
        known = self._known.get((source, status))
        if known is None:
            said = self._timeline.source(source)
            reliability = said.reliability if said else Reliability.F
            weight = reliability.weight * STATUS_WEIGHTS[status]
            known = self._known[source, status] = Speaker(zone_of(said, self._timeline.zone), weight)
        return known
