"""Between the fields of a user's class and plain values; cattrs does it, more strictly than by itself.

By itself it would take any value for text and a text for a list of its letters.
"""

from __future__ import annotations

import enum
import functools
import typing
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from timeline import limits
from timeline.errors import RangeError, WrongTypeError, shorten
from timeline.frozen import Details
from timeline.times import BusinessDays, CivilDate, Duration, Instant, Period, Turns
from timeline.times.iso import Scanner, is_digit

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["converter"]

Read = Callable[[object], object]


@functools.cache
def converter() -> Converter:
    """Return the converter between fields and plain values.

    >>> converter().structure(["1", 2], tuple[int, ...])
    (1, 2)
    >>> print(converter().structure("2025-12-12T00:00:00Z", Instant))
    2025-12-12T00:00:00Z
    """
    from cattrs import Converter  # noqa: PLC0415  # slow to load, and only classes of one's own need it

    made = Converter(forbid_extra_keys=True, use_alias=True, omit_if_default=True)
    for kind, read in SCALARS.items():
        made.register_structure_hook(kind, _as_hook(read))
    made.register_structure_hook_func(_is_any, _as_hook(_frozen))
    for kind in TIMES:
        made.register_unstructure_hook(kind, str)
    made.register_unstructure_hook(Details, dict)
    made.register_structure_hook_func(_is_enum, _member)
    made.register_structure_hook_func(_is_several, functools.partial(_items, made))
    made.register_unstructure_hook_func(_is_set, functools.partial(_in_order, made))
    return made


def _as_hook(read: Read) -> Callable[[Any, Any], Any]:
    """Return a hook of cattrs, which also calls it for subclasses: an enumeration of numbers is no number."""
    return lambda value, kind: _member(value, kind) if _is_enum(kind) else read(value)


def _is_any(kind: object) -> bool:
    return kind is Any


def _in_order(made: Converter, values: Iterable[object]) -> list[object]:
    return sorted((made.unstructure(value) for value in values), key=repr)


def _is_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def _is_set(kind: object) -> bool:
    return (typing.get_origin(kind) or kind) in {set, frozenset}


def _is_several(kind: object) -> bool:
    return (typing.get_origin(kind) or kind) in {tuple, list, set, frozenset}


def _items(made: Converter, value: object, kind: Any) -> object:
    """Structure the items of a list; a lone text is no list of its letters."""
    from cattrs import IterableValidationError, IterableValidationNote  # noqa: PLC0415  # as the converter

    if not isinstance(value, list | tuple):
        raise WrongTypeError(f"a list is wanted here, not {shorten(value)}")
    arguments = typing.get_args(kind) or (Any, ...)
    fixed = (typing.get_origin(kind) or kind) is tuple and arguments[-1] is not Ellipsis
    if fixed and len(value) != len(arguments):
        raise RangeError(f"{len(arguments)} values are wanted here, not {len(value)}")
    kinds = arguments if fixed else arguments[:1] * len(value)
    found, errors = [], []
    for index, (item, each) in enumerate(zip(value, kinds, strict=True)):
        try:
            found.append(made.structure(item, each))
        except Exception as error:  # noqa: BLE001  # told with its place in the list
            error.add_note(IterableValidationNote(f"item {index}", index, each))
            errors.append(error)
    if errors:
        raise IterableValidationError("items of a list", errors, kind)
    return (typing.get_origin(kind) or kind)(found)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise WrongTypeError(f"text is wanted here, not {shorten(value)}")
    return value


def _whole_number(value: object) -> int:
    if type(value) is int:
        return value
    digits = value.removeprefix("-") if isinstance(value, str) else ""
    if not digits or len(digits) > limits.NUMBER_DIGITS or not all(map(is_digit, digits)):
        raise WrongTypeError(f"a whole number is wanted here, not {shorten(value)}")
    return int(str(value))


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        raise WrongTypeError(f"true or false is wanted here, not {shorten(value)}")
    return value == "true"


def _no_fraction(value: object) -> float:
    raise WrongTypeError(
        f"files hold no fractions, so {shorten(value)} cannot be read", hint="use text instead"
    )


def _parsing(parse: Callable[[str], object]) -> Callable[[object], object]:
    return lambda value: parse(_text(value))


def _civil_date(text: str) -> CivilDate:
    scanner = Scanner(text)
    year, month, day = scanner.date_parts()
    scanner.finish()
    if month is None or day is None:
        raise scanner.error("a day is wanted here", hint="give year, month and day")
    return CivilDate(year, month, day)


def _member(value: object, kind: type[enum.Enum]) -> enum.Enum:
    """Return the member with a value, or with a value that is written so; True is not 1."""
    members = list(kind)
    for member in members:
        if type(member.value) is type(value) and member.value == value:
            return member
    for member in members:
        if str(member.value) == value:
            return member
    choices = ", ".join(str(member.value) for member in members)
    raise RangeError(f"no {kind.__name__} {shorten(value)}", hint=f"there are {choices}")


def _details(value: object) -> Details:
    if not isinstance(value, dict):
        raise WrongTypeError(f"a mapping is wanted here, not {shorten(value)}")
    return Details(value)


def _frozen(value: object) -> object:
    """Return a value as details hold it: lists as tuples and objects as `Details`."""
    return Details({"value": value})["value"]


TIMES: dict[type, Callable[[str], object]] = {
    Instant: Instant.parse,
    Duration: Duration.parse,
    Period: Period.parse,
    BusinessDays: BusinessDays.parse,
    Turns: Turns.parse,
    CivilDate: _civil_date,
}
SCALARS: dict[Any, Read] = {
    str: _text,
    int: _whole_number,
    bool: _truth,
    float: _no_fraction,
    Details: _details,
} | {kind: _parsing(parse) for kind, parse in TIMES.items()}
