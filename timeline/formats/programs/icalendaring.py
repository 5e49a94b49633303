"""iCalendar: an event for whatever has dates in the years 1 to 9999, a journal entry without a date for the rest.

What is not exact is tentative, and its name says when it was in words. The claims go with it in `X-TIMELINE-SAID`, so that
nothing has to be guessed when a calendar is read back. `DTSTAMP` is the day of the latest source, never that of a clock.
Source: RFC 5545.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events import Status
from timeline.formats.entries import Entry, Place, entries, plain_text
from timeline.formats.exchange import Export, Format, Part
from timeline.formats.notation import claim_text
from timeline.formats.programs.icscontent import escaped, folded
from timeline.formats.programs.icsreading import from_ics
from timeline.formats.safety import is_safe_link
from timeline.formats.tabular import order_lines, table_omissions
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.times.calendar import date_from_day_number
from timeline.times.zones import MICROSECONDS_PER_DAY

__all__ = ["FORMAT", "to_ics"]

SECOND = 1_000_000
YEARS = (1, 9999)
NO_DAY = "1970-01-01"
UNSURE = {Status.EXPECTED, Status.DISPUTED}

Property = tuple[str, str]


def to_ics(timeline: Timeline, report: Report | None = None) -> Export:
    r"""Return a timeline as a calendar.

    >>> from timeline.events import Event
    >>> document = to_ics(Timeline().add(Event("a", "Treaty, signed").said("2025-08-12"))).data.decode()
    >>> print(*document.splitlines()[6:9], sep="\n")
    DTSTART;VALUE=DATE:20250812
    DTEND;VALUE=DATE:20250813
    SUMMARY:Treaty\, signed
    """
    report = report or timeline.check()
    found = entries(timeline, report)
    order = order_lines(timeline)
    stamp = _stamp(timeline)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//timeline//EN"]
    if timeline.title.strip():
        lines.append(folded("X-WR-CALNAME", escaped(plain_text(timeline.title))))
    for entry in found:
        lines += (folded(*told) for told in _component(entry, timeline, stamp, order.get(entry.id, [])))
    lines.append("END:VCALENDAR")
    data = "".join(f"{line}\r\n" for line in lines).encode()
    return Export(data, table_omissions(FORMAT, timeline, report, found, {}))


def _stamp(timeline: Timeline) -> str:
    days = [str(anchor.date) for source in timeline.sources for anchor in source.anchors_in(None)[-1:]]
    fitting = [day for day in days if len(day) == len(NO_DAY) and day[0] != "-"]
    return f"{max(fitting, default=NO_DAY).replace('-', '')}T000000Z"


def _component(entry: Entry, timeline: Timeline, stamp: str, order: list[str]) -> Iterator[Property]:
    place = entry.place
    dated = place is not None and YEARS[0] <= place.first_year <= place.last_year < YEARS[1]
    yield "BEGIN", "VEVENT" if dated else "VJOURNAL"
    yield "UID", escaped(f"{entry.id}@timeline")
    yield "DTSTAMP", stamp
    if place is not None and dated:
        yield from _times(place)
    yield "SUMMARY", escaped(entry.labelled)
    told = "\n".join(f"{name}: {text}" for name, text in entry.lines())
    if told:
        yield "DESCRIPTION", escaped(told)
    if entry.event.place is not None and dated:
        yield "LOCATION", escaped(plain_text(entry.event.place))
    if entry.event.tags:
        yield "CATEGORIES", ",".join(escaped(plain_text(tag)) for tag in entry.event.tags)
    yield from (("URL", link) for link in entry.event.links[:1] if is_safe_link(link))
    if dated:
        sure = entry.is_exact and entry.event.status not in UNSURE
        yield "STATUS", "CONFIRMED" if sure else "TENTATIVE"
        yield "TRANSP", "TRANSPARENT"
    yield from _own(entry, timeline, order)
    yield "END", "VEVENT" if dated else "VJOURNAL"


def _own(entry: Entry, timeline: Timeline, order: list[str]) -> Iterator[Property]:
    """Yield what only we read back; others pass it on."""
    event = entry.event
    yield "X-TIMELINE-ID", escaped(entry.id)
    if not entry.is_exact:
        yield "X-TIMELINE-WHEN", escaped(entry.label)
    for claim in event.claims:
        yield "X-TIMELINE-SAID", escaped(claim_text(claim, timeline.source(claim.source)))
    if event.status is not None:
        yield "X-TIMELINE-STATUS", event.status.value
    if event.kind != "Event":
        yield "X-TIMELINE-KIND", escaped(plain_text(event.kind))
    yield from (("X-TIMELINE-ORDER", escaped(line)) for line in order)


def _times(place: Place) -> Iterator[Property]:
    if place.in_days:
        yield "DTSTART;VALUE=DATE", _date(place.start)
        yield "DTEND;VALUE=DATE", _date(place.end)
        return
    yield "DTSTART", _time(place.start)
    last = -(-place.end // SECOND) * SECOND
    if last > place.start // SECOND * SECOND:
        yield "DTEND", _time(last)


def _date(at: int) -> str:
    return str(date_from_day_number(at // MICROSECONDS_PER_DAY)).replace("-", "")


def _time(at: int) -> str:
    seconds = at % MICROSECONDS_PER_DAY // SECOND
    return f"{_date(at)}T{seconds // 3600:02d}{seconds // 60 % 60:02d}{seconds % 60:02d}Z"


FORMAT = Format(
    "ics",
    (".ics",),
    sentence="iCalendar, for calendars: exclusive ends, and tentative where it is not exact",
    take=from_ics,
    write=to_ics,
    carries=frozenset(
        {
            Part.EVENTS,
            Part.UNDATED,
            Part.BOUNDS,
            Part.WORDS,
            Part.ORDER,
            Part.KINDS,
            Part.STATUS,
            Part.TAGS,
            Part.TITLE,
        }
    ),
    tells=frozenset(
        {
            Part.FAR_YEARS,
            Part.PARTICIPANTS,
            Part.PLACES,
            Part.LINKS,
            Part.MEDIA,
            Part.NOTES,
            Part.OTHER_TITLES,
            Part.DETAILS,
        }
    ),
)
