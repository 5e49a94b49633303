"""Classes of events and the `details` of a file: a class's own fields, as plain values and back.

A field may hold text, whole numbers, true and false, enumerations, the values of `timeline.times` (as ISO 8601
text), None, tuples, frozen sets and attrs classes of these. Files written by hand know only text, so a number or a
truth may be given as text too. What is no field of the class stays among the details.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from timeline.errors import RangeError, TimelineError, WrongTypeError, shorten
from timeline.events import Event
from timeline.formats.structuring import converter
from timeline.frozen import Details

__all__ = ["Kinds", "details_of"]

Path = tuple[str | int, ...]
Complain = Callable[[Path, TimelineError], None]


@attrs.frozen
class Field:
    """A field that a class has and `Event` has not; its key in files is the name its constructor takes."""

    key: str
    name: str
    type: Any
    default: object


class Kinds:
    """The classes that a reader builds events of, by the kind that files call them.

    >>> Kinds([]).build({"id": "a", "kind": "Treaty"}, {"parties": "two"}, print).details["parties"]
    'two'
    """

    def __init__(self, classes: Iterable[type[Event]]) -> None:
        self._classes: dict[str, type[Event]] = {}
        for kind in classes:
            if not (isinstance(kind, type) and issubclass(kind, Event)):  # type: ignore[redundant-expr]  # untyped callers
                raise WrongTypeError(f"kinds are subclasses of Event, not {shorten(kind)}")
            if self._classes.setdefault(kind.__name__, kind) is not kind:
                raise RangeError(f"two classes are called {kind.__name__!r}", hint="rename one of them")

    def __contains__(self, name: str) -> bool:
        return name in self._classes

    def __len__(self) -> int:
        return len(self._classes)

    def build(
        self, fields: dict[str, Any], details: Mapping[str, object], complain: Complain
    ) -> Event | None:
        """Return the event with these fields of `Event` and these details, as an instance of its kind's class.

        What is wrong with the details is told to `complain`, with the path in them; then the event is None.
        """
        kind: Any = self._classes.get(fields.get("kind", ""), Event)
        if kind is Event:
            return _constructed(lambda: kind(**fields, details=details) if details else kind(**fields))
        rest = dict(details)
        own: dict[str, object] = {}
        complete = True
        for field in _own_fields(kind):
            if field.key in rest:
                complete &= _structure(field, rest.pop(field.key), own, complain)
            elif field.default is attrs.NOTHING:
                complete = False
                complain((), RangeError(f"a {kind.__name__} needs {field.key!r} among its details"))
        if not complete:
            return None
        fields = {name: value for name, value in fields.items() if name != "kind"}
        return _constructed(lambda: kind(**fields, **own, details=rest))


def details_of(event: Event) -> Details:
    """Return the details of an event as files have them: with the own fields of its class that differ from their default.

    >>> details_of(Event("a", details={"strength": 1000}))
    Details({'strength': 1000})
    """
    kind: Any = type(event)
    if kind is Event:
        return event.details
    fields = _own_fields(kind)
    taken = [field.key for field in fields if field.key in event.details]
    if taken:
        raise RangeError(f"the detail {taken[0]!r} of {event.id!r} has the name of a field of {event.kind}")
    own = {
        field.key: converter().unstructure(value, unstructure_as=field.type)
        for field in fields
        if (value := getattr(event, field.name)) != field.default
    }
    return Details({**event.details, **own})


@functools.cache
def _own_fields(kind: Any) -> tuple[Field, ...]:
    try:
        hints = typing.get_type_hints(kind)
    except NameError as error:
        raise WrongTypeError(
            f"the fields of {kind.__name__} cannot be read from files: {error}",
            hint="define the classes that it names in its module",
        ) from None
    base = attrs.fields_dict(Event)
    return tuple(
        Field(field.alias or field.name, field.name, hints[field.name], _default(field))
        for field in attrs.fields(kind)
        if field.init and field.name not in base
    )


def _default(field: attrs.Attribute[Any]) -> object:
    factory = getattr(field.default, "factory", None)
    if factory is None:
        return field.default
    return object() if getattr(field.default, "takes_self", False) else factory()


def _structure(field: Field, value: object, own: dict[str, object], complain: Complain) -> bool:
    try:
        own[field.key] = converter().structure(value, field.type)
    except Exception as error:  # noqa: BLE001  # a user's own class may raise anything on bad input
        for path, leaf in _leaves(error):
            complain((field.key, *path), leaf)
        return False
    return True


def _constructed(build: Callable[[], Event]) -> Event:
    try:
        return build()
    except TimelineError:
        raise
    except Exception as error:
        raise RangeError(_told(error)) from error


def _told(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"the key {error} is missing"
    return shorten(str(error) or type(error).__name__, 200)[1:-1]


def _leaves(error: Exception) -> Iterable[tuple[Path, TimelineError]]:
    """Take cattrs's groups of errors apart, with the path of each in the value."""
    stack: list[tuple[Path, Exception]] = [((), error)]
    while stack:
        path, one = stack.pop()
        if isinstance(one, ExceptionGroup):
            stack += [((*path, *_step(child)), child) for child in reversed(one.exceptions)]
        else:
            yield path, one if isinstance(one, TimelineError) else RangeError(_told(one))


def _step(error: Exception) -> Path:
    from cattrs import AttributeValidationNote, IterableValidationNote  # noqa: PLC0415  # as the converter

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return (note.index,)
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
    return ()
