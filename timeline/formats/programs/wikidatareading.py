"""Wikidata's entity JSON: the dates of items as events, with the references as sources.

An item that has a point in time, or a start and an end, is an event itself; every other date of it (birth, inception) is one
of its own, and so is a statement that has a start or an end (an office held). Deprecated statements are disputed claims.
Source: the Wikibase JSON data model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timeline import limits
from timeline.errors import TimelineError
from timeline.events import Aspect, Claim, Status
from timeline.formats.encoding import decoded
from timeline.formats.exchange import Format, Import, Taking
from timeline.formats.gathering import Gathering, slug
from timeline.formats.jsontext import load
from timeline.formats.notation import Told
from timeline.formats.problems import Problems
from timeline.formats.programs.wikidatatimes import time_words, window_words

__all__ = ["FORMAT", "from_wikidata"]

OF_THE_ITEM = {"P585": Aspect.WHEN, "P580": Aspect.START, "P582": Aspect.END}
"""Point in time, start time and end time."""

NAMES = {
    "P569": "birth",
    "P570": "death",
    "P571": "inception",
    "P575": "discovery or invention",
    "P576": "dissolution",
    "P577": "publication",
    "P606": "first flight",
    "P619": "launch",
    "P620": "landing",
    "P730": "end of service",
    "P746": "disappearance",
    "P1191": "first performance",
    "P1317": "floruit",
    "P1619": "official opening",
    "P3999": "official closure",
}
EARLIEST, LATEST, CIRCUMSTANCES, CIRCA = "P1319", "P1326", "P1480", "Q5727902"
STATED_IN, ADDRESS = "P248", "P854"
LANGUAGE = "en"

Json = Mapping[str, Any]


def from_wikidata(data: bytes, taking: Taking) -> Import:
    """Return the events that entities of Wikidata tell of.

    >>> time = b'{"time": "+1943-09-08T00:00:00Z", "precision": 11, "calendarmodel": "http://www.wikidata.org/entity/Q1985727"}'
    >>> snak = b'{"property": "P585", "datavalue": {"type": "time", "value": ' + time + b"}}"
    >>> entity = b'{"id": "Q1", "labels": {}, "claims": {"P585": [{"mainsnak": ' + snak + b"}]}}"
    >>> from_wikidata(b'{"entities": {"Q1": ' + entity + b"}}", Taking("q1.json")).timeline["Q1"].claims[0].says
    '1943-09-08'
    """
    gathering = Gathering(taking)
    value, _ = load(decoded(data, taking.name, limits.DOCUMENT_BYTES), Problems(taking.name))
    found = value if isinstance(value, dict) else {}
    entities = found["entities"] if isinstance(found.get("entities"), dict) else {"": found}
    items = [
        entity
        for entity in entities.values()
        if isinstance(entity, dict) and isinstance(entity.get("id"), str)
    ]
    if not items:
        hint = "give what https://www.wikidata.org/wiki/Special:EntityData/Q42.json has"
        raise gathering.refuse("there is no entity", where="$", hint=hint)
    for entity in items:
        _take(entity, gathering)
    return gathering.finish()


def _take(entity: Json, gathering: Gathering) -> None:
    name = gathering.named(entity["id"])
    label = _text(entity.get("labels")) or name
    described = _text(entity.get("descriptions"))
    statements = entity.get("claims") or entity.get("statements")
    for key, group in (statements if isinstance(statements, dict) else {}).items():
        for number, statement in enumerate(group if isinstance(group, list) else ()):
            if not isinstance(statement, dict):
                continue
            where = f"{name}.{key}[{number}]"
            snak = statement.get("mainsnak")
            if key in OF_THE_ITEM:
                fields = {"title": label, **({"note": described} if described else {})}
                told = _dates(snak, statement, OF_THE_ITEM[key], where, gathering)
                gathering.add(name, where, claims=told, **fields)
            elif _is_time(snak):
                title = f"{label}: {NAMES.get(key, key)}"
                told = _dates(snak, statement, Aspect.WHEN, where, gathering)
                gathering.add(gathering.named(f"{name}-{key}"), where, claims=told, title=title)
            else:
                _take_dated(
                    f"{name}-{key}-{number + 1}", f"{label}: {key} {_told(snak)}", statement, where, gathering
                )


def _take_dated(name: str, title: str, statement: Json, where: str, gathering: Gathering) -> None:
    """Take a statement that has dates among its qualifiers; what has none is no event."""
    told = [
        claim
        for key, aspect in OF_THE_ITEM.items()
        for snak in _snaks(statement.get("qualifiers"), key)
        for claim in _dates(snak, {**statement, "qualifiers": {}}, aspect, where, gathering)
    ]
    if told:
        gathering.add(gathering.named(name), where, claims=told, title=title.strip())


def _text(texts: object) -> str:
    """Return a label: the English one, or else the first by its language."""
    values = texts if isinstance(texts, dict) else {}
    for language in sorted(values, key=lambda language: (language != LANGUAGE, language)):
        text = values[language].get("value") if isinstance(values[language], dict) else None
        if isinstance(text, str):
            return text
    return ""


def _value(snak: object) -> object:
    found = snak.get("datavalue") if isinstance(snak, dict) else None
    return found.get("value") if isinstance(found, dict) else None


def _is_time(snak: object) -> bool:
    if not isinstance(snak, dict):
        return False
    value = snak.get("datavalue")
    return snak.get("datatype") == "time" or (isinstance(value, dict) and value.get("type") == "time")


def _told(snak: object) -> str:
    value = _value(snak)
    if isinstance(value, dict):
        value = value.get("id") or value.get("text") or value.get("amount")
    return value if isinstance(value, str) else ""


def _snaks(group: object, key: str) -> list[object]:
    found = group.get(key) if isinstance(group, dict) else None
    return found if isinstance(found, list) else []


def _dates(snak: object, statement: Json, aspect: Aspect, where: str, gathering: Gathering) -> Iterator[Told]:
    """Yield the claim that a date makes; an unknown value, or one that cannot be, is told."""
    qualifiers = statement.get("qualifiers")
    about = any(_told(one) == CIRCA for one in _snaks(qualifiers, CIRCUMSTANCES))
    earliest, latest = (
        next((word for word in _words(_snaks(qualifiers, key), where, gathering)), None)
        for key in (EARLIEST, LATEST)
    )
    words = next(iter(_words([snak], where, gathering, about=about)), None)
    if earliest or latest:
        words = window_words(earliest, latest)
    if words is None:
        return
    status = Status.DISPUTED if statement.get("rank") == "deprecated" else None
    for source in _sources(statement, gathering):
        yield Told(Claim(words, source, aspect=aspect, status=status))


def _words(snaks: list[object], where: str, gathering: Gathering, *, about: bool = False) -> Iterator[str]:
    for snak in snaks:
        value = _value(snak)
        if not isinstance(value, dict):
            gathering.omit(where, "a date whose value is unknown")
            continue
        try:
            yield time_words(value, about=about)
        except TimelineError as error:
            gathering.omit(where, f"{error}")


def _sources(statement: Json, gathering: Gathering) -> list[str]:
    """Return who says it: what the references name, else Wikidata."""
    found: dict[str, None] = {}
    references = statement.get("references")
    for reference in references if isinstance(references, list) else []:
        snaks = reference.get("snaks") if isinstance(reference, dict) else None
        found |= dict.fromkeys(gathering.source(_told(one)) for one in _snaks(snaks, STATED_IN) if _told(one))
        for url in map(_told, _snaks(snaks, ADDRESS)):
            if url:
                found[gathering.source(slug(url, "reference"), url=url)] = None
    return list(found) or [gathering.source("wikidata", title="Wikidata")]


FORMAT = Format(
    "wikidata",
    (".wikidata.json",),
    sentence="Wikidata's entity JSON: the dates of items, with their precision, calendar and references",
    take=from_wikidata,
)
