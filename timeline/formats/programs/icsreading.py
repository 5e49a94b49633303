"""Calendars in iCalendar: an event for each VEVENT and VJOURNAL; of what repeats only the first time is taken over."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline import limits
from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Status
from timeline.formats.encoding import decoded
from timeline.formats.exchange import Import, Taking
from timeline.formats.fields import amount
from timeline.formats.gathering import Gathering
from timeline.formats.notation import Told, parse_claim
from timeline.formats.programs.icscontent import Line, content_lines, unescaped
from timeline.times import BusinessDays, CivilDate, CivilTime, Instant, Period, Turns
from timeline.times.calendar import date_from_day_number
from timeline.times.iso import Scanner

__all__ = ["from_ics"]

COMPONENTS = frozenset({"VEVENT", "VJOURNAL"})
DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?", re.ASCII)
READ = frozenset(
    [
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "DURATION",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "CATEGORIES",
        "URL",
        "STATUS",
        "TRANSP",
        "CLASS",
        "SEQUENCE",
        "CREATED",
        "LAST-MODIFIED",
        "X-TIMELINE-ID",
        "X-TIMELINE-WHEN",
        "X-TIMELINE-SAID",
        "X-TIMELINE-STATUS",
        "X-TIMELINE-KIND",
        "X-TIMELINE-ORDER",
    ]
)
"""What is taken over, or says nothing about when and what."""


def from_ics(data: bytes, taking: Taking) -> Import:
    r"""Return the timeline that a calendar holds.

    >>> lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Signing", "DTSTART:20250812T140000Z", "END:VEVENT")
    >>> from_ics("\n".join(lines).encode(), Taking("a.ics")).timeline["1"].claims[0].says
    '2025-08-12T14:00:00Z'
    """
    gathering = Gathering(taking)
    inside: list[str] = []
    component: list[Line] = []
    began = False
    for line in content_lines(decoded(data, taking.name, limits.TEXT_BYTES)):
        value = line.value.strip().upper()
        if line.name == "BEGIN":
            inside.append(value)
            began |= value == "VCALENDAR"
            component = [] if value in COMPONENTS else component
        elif line.name == "END":
            if inside and value in COMPONENTS and inside[-1] == value:
                _take(component, gathering)
            inside = inside[:-1]
        elif inside and inside[-1] in COMPONENTS:
            component.append(line)
        elif line.name == "X-WR-CALNAME":
            gathering.title = unescaped(line.value)
    if not began:
        raise gathering.refuse("this is no calendar: BEGIN:VCALENDAR is missing")
    if inside:
        gathering.omit("", f"what follows the last END: {' in '.join(reversed(inside))} does not end")
    return gathering.finish()


def _take(component: Iterable[Line], gathering: Gathering) -> None:
    lines: dict[str, list[Line]] = {}
    for line in component:
        lines.setdefault(line.name, []).append(line)
    first = {name: unescaped(found[0].value) for name, found in lines.items()}
    where = f"{min((found[0].number for found in lines.values()), default=0)}"
    title = first.get("SUMMARY", "")
    if "X-TIMELINE-WHEN" in first:
        title = title.removesuffix(f" [{first['X-TIMELINE-WHEN']}]")
    wanted = first.get("X-TIMELINE-ID") or first.get("UID", "")
    name = gathering.fresh(wanted, title)
    fields = {"title": title if title != name else "", **_fields(lines, first)}
    gathering.add(name, where, claims=_claims(lines, gathering), **fields)
    for line in lines.get("X-TIMELINE-ORDER", []):
        gathering.order(unescaped(line.value), f"{line.number}")
    for other in sorted(lines.keys() - READ):
        gathering.omit(f"{lines[other][0].number}", f"{other or 'a line without a name'} of {name}")


def _fields(lines: dict[str, list[Line]], first: dict[str, str]) -> dict[str, object]:
    fields: dict[str, object] = {}
    if "X-TIMELINE-ID" not in first and first.get("DESCRIPTION"):
        fields["note"] = first["DESCRIPTION"]
    if first.get("LOCATION"):
        fields["place"] = first["LOCATION"]
    if "CATEGORIES" in lines:
        fields["tags"] = _categories(lines["CATEGORIES"])
    if "URL" in lines:
        fields["links"] = (lines["URL"][0].value,)
    if first.get("X-TIMELINE-STATUS") in {status.value for status in Status}:
        fields["status"] = Status(first["X-TIMELINE-STATUS"])
    if "X-TIMELINE-KIND" in first:
        fields["kind"] = first["X-TIMELINE-KIND"]
    return fields


def _categories(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the categories, which are separated by the commas that are not escaped."""
    joined = ",".join(line.value for line in lines)
    parts = joined.replace("\\\\", "\0").replace("\\,", "\1").split(",")
    return tuple(unescaped(part.replace("\1", "\\,").replace("\0", "\\\\")) for part in parts if part)


def _claims(lines: dict[str, list[Line]], gathering: Gathering) -> list[Told]:
    found = []
    for line in lines.get("X-TIMELINE-SAID", []):
        try:
            found.append(parse_claim(unescaped(line.value)))
        except TimelineError as error:
            gathering.omit(f"{line.number}", f"the claim {line.value!r}: {error}")
    if found or "X-TIMELINE-ID" in lines or "DTSTART" not in lines:
        return found
    start = lines["DTSTART"][0]
    end = lines["DTEND"][0] if "DTEND" in lines else None
    source = gathering.file_source()
    first = _words(start, gathering, 0)
    last = None if end is None else _words(end, gathering, 1)
    if last is None and "DURATION" in lines:
        last = _after(first, lines["DURATION"][0].value.strip())
    if last is None or last == first:
        found.append(Told(Claim(first, source)))
    else:
        found.append(Told(Claim(first, source, aspect=Aspect.START)))
        found.append(Told(Claim(last, source, aspect=Aspect.END)))
    return found


def _after(start: str, length: str) -> str:
    """Return the end of what starts at an instant or a day and is so long; what cannot be read stays as it is."""
    try:
        lasting = amount(length)
        if "T" in start and not isinstance(lasting, BusinessDays | Turns):
            return str(Instant.parse(start).plus(lasting))
        months, days = (lasting.months, lasting.days) if isinstance(lasting, Period) else (0, 0)
        return str(CivilDate(*map(int, start.split("-"))).plus(months=months, days=days - 1))
    except (TimelineError, ValueError):
        return length


def _words(line: Line, gathering: Gathering, back: int) -> str:
    """Return a date in ISO 8601, an exclusive one as the day before; what is no date stays as it is."""
    match = DATE.fullmatch(line.value.strip())
    if match is None:
        return line.value or "?"
    try:
        date = CivilDate(*map(int, match.groups()[:3]))
        if match[4] is None:
            return str(date_from_day_number(date.number - back))
        return _time(line, date, match, gathering)
    except TimelineError:
        return line.value


def _time(line: Line, date: CivilDate, match: re.Match[str], gathering: Gathering) -> str:
    text = f"{date}T{match[4]}:{match[5]}:{match[6]}"
    zone = line.parameter("TZID")
    if match[7] or not zone:
        if not match[7]:
            gathering.assume("times without a zone are in the zone of the file, else UTC")
        return text + match[7]
    since_midnight, _ = Scanner(text[11:]).time_of_day()
    return str(Instant.from_civil(CivilTime(date, since_midnight), zone=zone))
