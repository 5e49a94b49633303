"""TimelineJS3's JSON: a slide that says its date in words (`display_date`) is read as some time between its dates.

Without words a start and an end are those of the event. Years before 1 have no year 0: -44 is 44 BCE. Text is HTML, of which
the text is taken. Eras are not events, and are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from timeline import limits
from timeline.errors import RangeError, TimelineError, shorten
from timeline.events import Aspect, Claim
from timeline.formats.encoding import decoded
from timeline.formats.exchange import Import, Taking
from timeline.formats.gathering import Gathering
from timeline.formats.jsontext import load
from timeline.formats.notation import Told
from timeline.formats.problems import Problems
from timeline.times import CivilDate

__all__ = ["from_timelinejs"]

PARTS = ("year", "month", "day", "hour", "minute", "second")
NUMBER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
BREAKS = frozenset({"br", "p", "li", "div"})
READ = frozenset({"unique_id", "start_date", "end_date", "display_date", "group", "text", "media", "open"})

Slide = Mapping[str, Any]


class _Text(HTMLParser):
    """Takes the text out of HTML, with its breaks as new lines."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in BREAKS and self.parts:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def from_timelinejs(data: bytes, taking: Taking) -> Import:
    """Return the timeline that TimelineJS3 would show.

    >>> slide = b'{"start_date": {"year": "1850"}, "display_date": "about 1850", "text": {"headline": "Birth"}}'
    >>> found = from_timelinejs(b'{"events": [' + slide + b"]}", Taking("life.json")).timeline
    >>> found["birth"].claims[0].says, found["birth"].claims[0].reads
    ('about 1850', ('1850',))
    """
    gathering = Gathering(taking)
    problems = Problems(taking.name)
    value, _ = load(decoded(data, taking.name, limits.TEXT_BYTES), problems)
    slides = value.get("events") if isinstance(value, dict) else None
    if not isinstance(slides, list):
        raise gathering.refuse(
            "there are no events", where="$", hint="TimelineJS3's JSON has a list of events"
        )
    if len(problems):
        gathering.omit("$", "numbers with fractions, or keys that are given twice")
    gathering.title = _text_of(value.get("title"), "headline")
    for number, slide in enumerate(slides):
        where = f"$.events[{number}]"
        if isinstance(slide, dict):
            _take(slide, where, gathering)
        else:
            gathering.omit(where, "what is no slide")
    if value.get("eras"):
        gathering.omit("$.eras", "the eras, which are no events")
    return gathering.finish()


def _plain(html: object) -> str:
    """Return the text of HTML."""
    if not isinstance(html, str):
        return ""
    found = _Text()
    found.feed(html)
    found.close()
    return "".join(found.parts).strip()


def _text_of(slide: object, name: str) -> str:
    text = slide.get("text") if isinstance(slide, dict) else None
    return _plain(text.get(name)) if isinstance(text, dict) else ""


def _take(slide: Slide, where: str, gathering: Gathering) -> None:
    title = " ".join(_text_of(slide, "headline").split())
    wanted = slide.get("unique_id")
    name = gathering.fresh(wanted if isinstance(wanted, str) else "", title)
    fields: dict[str, Any] = {"title": "" if title == name else title}
    note = _text_of(slide, "text")
    if note:
        fields["note"] = note
    group = _plain(slide.get("group"))
    if group:
        fields["tags"] = (group,)
    media = slide.get("media")
    if isinstance(media, dict) and isinstance(media.get("url"), str) and media["url"]:
        fields["media"] = (media["url"],)
    gathering.add(name, where, claims=_claims(slide, where, gathering), **fields)
    for key in sorted(slide.keys() - READ):
        gathering.omit(f"{where}.{key}", f"a part of {name} that is not about what happened when")


def _claims(slide: Slide, where: str, gathering: Gathering) -> Iterator[Told]:
    source = gathering.file_source()
    start = _date(slide.get("start_date"), f"{where}.start_date", gathering)
    end = _date(slide.get("end_date"), f"{where}.end_date", gathering)
    words = _plain(slide.get("display_date")) or _plain(_inner(slide, "display_date"))
    if words:
        reads = _window(start, end, slide.get("open"))
        yield Told(Claim(words, source, reads=reads))
    elif start and end and start != end:
        yield Told(Claim(start, source, aspect=Aspect.START))
        yield Told(Claim(end, source, aspect=Aspect.END))
    elif start or end:
        yield Told(Claim(start or end, source))


def _inner(slide: Slide, name: str) -> object:
    start = slide.get("start_date")
    return start.get(name) if isinstance(start, dict) else None


def _window(start: str, end: str, side: object) -> tuple[str, ...]:
    """Return what words mean whose dates are given: some time within them; nothing where both sides are open."""
    if side in {"start", "end"} and start:
        return (f"[{start}..]" if side == "end" else f"[..{end or start}]",)
    if not start or side is not None:
        return ()
    if not end or start == end:
        return (start,)
    return (f"between {start} and {end}" if "T" in start + end else f"[{start}..{end}]",)


def _date(value: object, where: str, gathering: Gathering) -> str:
    """Return a date as EDTF, as fine as it is given; what is no date is told, and an empty text stands for it."""
    if not isinstance(value, dict):
        return ""
    try:
        numbers = [_number(value.get(part)) for part in PARTS]
        return _edtf(numbers[: numbers.index(None)] if None in numbers else numbers)
    except TimelineError as error:
        gathering.omit(where, f"{error}")
        return ""


def _number(value: object) -> int | None:
    """Return a number, which TimelineJS takes as text too; None for nothing."""
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    if not NUMBER.fullmatch(text):
        raise RangeError(f"{shorten(text)} is no number")
    return int(text)


def _edtf(numbers: list[int | None]) -> str:
    """Return a date as EDTF, or a time of day; years of more than four digits are years only."""
    year, month, day, hour, minute, second = [*numbers, *[None] * len(PARTS)][: len(PARTS)]
    if year is None or year == 0:
        raise RangeError("a date needs a year, and there is no year 0")
    year += year < 0
    digits = f"{'-' * (year < 0)}{abs(year):04d}"
    if abs(year) > 9999 or month is None:
        return f"{'Y' * (abs(year) > 9999)}{digits}"
    if day is None:
        return f"{digits}-{CivilDate(year, month).month:02d}"
    date = str(CivilDate(year, month, day))
    return date if hour is None else f"{date}T{hour:02d}:{minute or 0:02d}:{second or 0:02d}"
