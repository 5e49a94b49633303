r"""Claims and lists in a single cell or line, so that tables and calendars can carry them and give them back.

A claim is ``words [source]``. Where it is about something else than when, its aspect stands first (``lasts: two weeks``);
readings set by hand follow an equals sign, a source's date and zone its id:
``lasts: a while = two weeks [yonhap, 2025-12-13 Asia/Seoul]``; ``read from`` and a date give the claim's own anchor. Words that could be taken for something else are
quoted as in JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

import attrs

from timeline.errors import RangeError, shorten
from timeline.events import Aspect, Claim
from timeline.frozen import Record, check_id
from timeline.sources import Source

__all__ = ["Told", "claim_text", "parse_claim", "parse_items", "told_items"]

ASPECTS = {f"{aspect.value}: ": aspect for aspect in Aspect if aspect is not Aspect.WHEN}
READS = " = "
OR = " | "
READ_FROM = "read from "
ZONE_ONLY = "zone"
"""Stands for the date of a source of which only the zone is known: ``[tass, zone Europe/Moscow]``."""

BETWEEN = "; "
UNQUOTED = re.compile(r"[^\"\[\]\s=|;](?:[^\"\[\]\n\r=|;]{0,1000}[^\"\[\]\s=|;])?")
"""Words that need no quotes in any place; what is odd or long is quoted."""


@attrs.frozen
class Told(Record):
    """A claim as a cell tells it, with the date and the zone of its source, as far as they are told."""

    claim: Claim
    published: str | None = None
    zone: str | None = None


def claim_text(claim: Claim, source: Source | None) -> str:
    """Return a claim in one line; its quote, page and status are left out.

    >>> claim_text(Claim("early August", "yonhap"), Source("yonhap", published="2025-12-13", zone="Asia/Seoul"))
    'early August [yonhap, 2025-12-13 Asia/Seoul]'
    """
    aspect = "" if claim.aspect is Aspect.WHEN else f"{claim.aspect.value}: "
    words = _bare_or_quoted(claim.says)
    reads = READS + OR.join(map(_bare_or_quoted, claim.reads)) if claim.reads else ""
    published, zone = (source.published, source.zone) if source else (None, None)
    dated = " ".join(part for part in (published or (zone and ZONE_ONLY), zone) if part)
    anchored = f"{READ_FROM}{claim.anchor}" if claim.anchor else ""
    by = ", ".join([claim.source or "", *filter(None, (dated, anchored))])
    return f"{aspect}{words}{reads}{f' [{by}]' if by else ''}"


def _bare_or_quoted(words: str) -> str:
    is_plain = UNQUOTED.fullmatch(words) and not words.startswith(tuple(ASPECTS)) and words.isprintable()
    return words if is_plain else json.dumps(words, ensure_ascii=not words.isprintable())


def parse_claim(text: str) -> Told:
    """Read a claim that `claim_text` wrote, or that people wrote in the same way.

    >>> parse_claim("lasts: two weeks [tass]").claim.aspect
    <Aspect.DURATION: 'lasts'>
    """
    rest = text.strip()
    aspect = Aspect.WHEN
    for prefix, named in ASPECTS.items():
        if rest.startswith(prefix):
            aspect, rest = named, rest[len(prefix) :]
    says, rest = _words(rest, READS)
    reads: list[str] = []
    while rest.startswith((READS, OR)):
        reading, rest = _words(rest[len(READS) :], OR)
        reads.append(reading)
    name, anchor, published, zone = _by(rest)
    return Told(Claim(says, name, aspect=aspect, reads=reads, anchor=anchor), published, zone)


def _words(text: str, until: str) -> tuple[str, str]:
    """Return the words at the start of a text, and what follows them."""
    if text.startswith('"'):
        try:
            found, end = json.JSONDecoder().raw_decode(text)
        except json.JSONDecodeError:
            raise RangeError(f"the quotes of {shorten(text)} do not end", hint='close them with "') from None
        return str(found), text[end:]
    source = text.rfind(" [") if text.endswith("]") else -1
    end = source if source > 0 else len(text)
    stop = text.find(until, 0, end)
    return (text[:stop], text[stop:]) if stop >= 0 else (text[:end], text[end:])


def _by(text: str) -> tuple[str | None, str | None, str | None, str | None]:
    """Return the id, the anchor, and the date and zone of a source, which stand in brackets."""
    if not text.strip():
        return None, None, None, None
    if not (text.startswith(" [") and text.endswith("]")):
        raise RangeError(f"nothing is known of {shorten(text)} after a claim", hint="write: words [source]")
    name, *notes = text[2:-1].split(", ")
    anchor = next((note.removeprefix(READ_FROM) for note in notes if note.startswith(READ_FROM)), None)
    dated = next((note for note in notes if not note.startswith(READ_FROM)), "")
    published, _, zone = dated.partition(" ")
    by = check_id(name) if name else None
    return by, anchor, published.replace(ZONE_ONLY, "") or None, zone or None


def told_items(items: Iterable[str]) -> str:
    """Return several texts in one cell.

    >>> told_items(["North Korea", "Russia"]), told_items(["a; b"])
    ('North Korea; Russia', '["a; b"]')
    """
    found = list(items)
    if all(UNQUOTED.fullmatch(item) and item.isprintable() for item in found):
        return BETWEEN.join(found)
    return json.dumps(found, ensure_ascii=not all(map(str.isprintable, found)))


def parse_items(text: str) -> tuple[str, ...]:
    """Read several texts from one cell: separated by semicolons, or as a JSON array.

    >>> parse_items("North Korea; Russia"), parse_items('["a; b"]'), parse_items("")
    (('North Korea', 'Russia'), ('a; b',), ())
    """
    if text.startswith("["):
        try:
            found = json.loads(text)
        except ValueError:
            found = None
        if isinstance(found, list) and all(isinstance(item, str) for item in found):
            return tuple(found)
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[str]:
    for part in text.split(";"):
        if part.strip():
            yield part.strip()
