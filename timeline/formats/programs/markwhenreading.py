"""Markwhen, read as far as its dates are days, times, years before 1, or words that we know, with ranges of them.

A line that does not begin with a date is text of the event before it, as in Markwhen itself; headings become tags.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from timeline import limits
from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Status
from timeline.expressions.resolve import resolve
from timeline.formats.encoding import decoded
from timeline.formats.exchange import Import, Taking
from timeline.formats.gathering import Gathering
from timeline.formats.notation import Told, parse_claim

__all__ = ["from_markwhen"]

FENCE = "---"
COMMENT = "//"
RANGE = re.compile(r" ?/ ?| - | \u2013 ")
BCE = re.compile(r"([0-9]{1,5}) ?(BCE|BC|CE|AD)", re.ASCII | re.IGNORECASE)
DATE_LETTERS = 100
HEADING = re.compile(r"(#{1,6}) (.*)")
PROPERTY = re.compile(r"([A-Za-z_][A-Za-z0-9_]{0,40}):(?: (.*))?", re.ASCII)
TAG = re.compile(r"(?:^|(?<= ))#(\w{1,100})")
LISTS = frozenset({"participants", "tags", "links", "media", "other_titles"})
TEXTS = frozenset({"title", "kind", "place", "note"})
OURS = LISTS | TEXTS | {"id", "when", "said", "status", "details", "order"}
ANY_DAY = "2000-01-01"


class Block:
    """The lines of one event: its dates, its title, its properties, and the text below them."""

    def __init__(self, line: int, dates: tuple[str, ...], title: str, tags: tuple[str, ...]) -> None:
        self.line = line
        self.dates = dates
        self.title = title
        self.tags = tags
        self.properties: dict[str, Any] = {}
        self.text: list[str] = []

    def take(self, line: str) -> None:
        """Take a line below the first: a property, as long as no text has come, else text."""
        found = PROPERTY.fullmatch(line.rstrip())
        if found and not self.text:
            self.properties[found[1]] = _value(found[2] or "")
        elif line.strip() or self.text:
            self.text.append(line.rstrip())


def from_markwhen(data: bytes, taking: Taking) -> Import:
    """Return the timeline that a Markwhen document holds.

    >>> found = from_markwhen(b"2025-08-01 / 2025-08-10: Regiment leaves #kursk", Taking("a.mw")).timeline
    >>> [claim.says for claim in found["regiment-leaves"].claims], found["regiment-leaves"].tags
    (['2025-08-01', '2025-08-10'], ('kursk',))
    """
    gathering = Gathering(taking)
    lines = decoded(data, taking.name, limits.TEXT_BYTES).split("\n")
    body = _skip_header(lines, gathering)
    for block in _blocks(lines, body, gathering):
        _take(block, gathering)
    return gathering.finish()


def _value(text: str) -> Any:
    """Return a property as JSON where it is written so, else as its text."""
    if text[:1] in {'"', "[", "{"}:
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return text
    return text


def _skip_header(lines: list[str], gathering: Gathering) -> int:
    """Read the title in the header, and return the number of the line after it."""
    if not lines or lines[0].strip() != FENCE:
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == FENCE:
            return number + 1
        key, _, value = line.partition(":")
        if key.strip() == "title":
            title = _value(value.strip())
            gathering.title = title if isinstance(title, str) else value.strip()
    raise gathering.refuse("the header does not end", where="1", hint="end it with a line of ---")


def _blocks(lines: list[str], begin: int, gathering: Gathering) -> Iterator[Block]:
    tags: tuple[str, ...] = ()
    block: Block | None = None
    for number, line in enumerate(lines[begin:], begin + 1):
        if line.startswith(COMMENT):
            continue
        heading = HEADING.match(line)
        first = None if heading else _first_line(line)
        if heading:
            depth = len(heading[1])
            tags = (*tags[: depth - 1], *TAG.sub("", heading[2]).split("\n")[:1])
        if (heading or first) and block is not None:
            yield block
            block = None
        if first:
            block = Block(number, first[0], first[1], tuple(tag.strip() for tag in tags if tag.strip()))
        elif block is not None and not heading:
            block.take(line)
        elif line.strip() and not heading:
            gathering.omit(f"{number}", "text before the first event")
    if block is not None:
        yield block


def _first_line(line: str) -> tuple[tuple[str, ...], str] | None:
    """Return the dates and the title of a line that begins with a date."""
    left, colon, title = line.strip().partition(": ")
    if not colon and line.rstrip().endswith(":"):
        left, title = line.strip()[:-1], ""
    elif not colon:
        return None
    dates = tuple(RANGE.split(left)) if len(left) <= DATE_LETTERS else ()
    known = len(dates) in {1, 2} and any("0" <= letter <= "9" for letter in left)
    return (dates, title.strip()) if known and all(map(_is_date, dates)) else None


def _is_date(text: str) -> bool:
    if BCE.fullmatch(text):
        return True
    try:
        return bool(resolve(text, anchor=ANY_DAY))
    except TimelineError:
        return False


def _take(block: Block, gathering: Gathering) -> None:
    where, told = f"{block.line}", block.properties
    is_ours = {"id", "when"} <= told.keys()
    title = TAG.sub("", block.title).strip() if not is_ours else _text(told.get("title"))
    name = gathering.fresh(_text(told.get("id")), title)
    fields: dict[str, Any] = {"title": title}
    fields |= {key: _text(told[key]) for key in sorted(TEXTS - {"title"}) if key in told}
    fields |= {key: tuple(map(_text, _list(told[key]))) for key in sorted(LISTS) if key in told}
    if not is_ours:
        tags = (*block.tags, *TAG.findall(block.title), *fields.get("tags", ()))
        fields["tags"] = tuple(dict.fromkeys(tags))
        note = "\n".join(block.text).strip()
        fields |= {"note": note} if note else {}
    if told.get("status") in {status.value for status in Status}:
        fields["status"] = Status(told["status"])
    details = told.get("details") if isinstance(told.get("details"), dict) else {}
    fields["details"] = {**(details or {}), **{key: told[key] for key in told.keys() - OURS}}
    claims = _said(told.get("said"), where, gathering) if is_ours else _claims(block.dates, gathering)
    gathering.add(name, where, claims=claims, **fields)
    for line in _list(told.get("order")):
        gathering.order(_text(line), where)


def _text(value: object) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value in {None, ""} else [value]


def _said(value: object, where: str, gathering: Gathering) -> list[Told]:
    found = []
    for text in map(_text, _list(value)):
        try:
            found.append(parse_claim(text))
        except TimelineError as error:
            gathering.omit(where, f"the claim {text!r}: {error}")
    return found


def _claims(dates: tuple[str, ...], gathering: Gathering) -> list[Told]:
    source = gathering.file_source()
    if len(dates) == 1:
        return [Told(Claim(_edtf(dates[0], 0), source))]
    first, last = dates
    return [
        Told(Claim(_edtf(first, 0), source, aspect=Aspect.START)),
        Told(Claim(_edtf(last, 1), source, aspect=Aspect.END)),
    ]


def _edtf(text: str, back: int) -> str:
    """Return a year with an era as EDTF; as the end of a range it is exclusive, so the year before is meant."""
    found = BCE.fullmatch(text)
    if found is None:
        return text
    year = (int(found[1]) if found[2].upper() in {"CE", "AD"} else 1 - int(found[1])) - back
    digits = f"{abs(year):04d}"
    return f"{'Y' * (len(digits) > 4)}{'-' * (year < 0)}{digits}"
