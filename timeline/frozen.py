"""Small pieces that every record shares: checked texts, ids, tuples, pickles, and details that cannot change."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, Union

import attrs

from timeline import limits
from timeline.errors import LimitError, RangeError, WrongTypeError, shorten

__all__ = [
    "Details",
    "Json",
    "Record",
    "are_texts",
    "check_id",
    "is_optional_text",
    "is_text",
    "optional_id",
    "several",
    "text",
    "texts",
    "unchecked",
]

T = TypeVar("T")
R = TypeVar("R", bound="Record")

Json = Union[None, bool, int, str, tuple["Json", ...], "Details"]
"""What a detail may hold: JSON without floats, lists as tuples and objects as `Details`."""

ID_EXTRA = frozenset("_-.:")
PLAIN_ID = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_.:-]{{0,{limits.ID_CHARACTERS - 1}}}").fullmatch


class Record:
    """A value whose copies and pickles go through its constructor, so that an edited pickle is checked again.

    Subclasses are attrs classes. What they keep beside their fields (cached properties) is left behind.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        kind: Any = type(self)
        values = {field.alias: getattr(self, field.name) for field in attrs.fields(kind) if field.init}
        return _construct, (kind, values)


def _construct(kind: Callable[..., object], fields: dict[str, object]) -> object:
    return kind(**fields)


@functools.lru_cache(maxsize=1_024)
def unchecked(sample: R, names: tuple[str, ...]) -> Callable[..., R]:
    """Return a function that makes records like a sample from values of some fields, given in this order and not looked at.

    It is for readers that have checked each value already. The law: for values that the constructor keeps as they are, it gives
    what ``attrs.evolve(sample, ...)`` gives. It makes a draft, of a subclass that is not frozen; when the fields are set,
    the draft becomes one of its kind. That takes a fourth of the time of setting the fields of a frozen record.

    >>> from timeline.sources import Source
    >>> unchecked(Source("tass"), ("id", "title"))("yonhap", "Engineers welcomed home").title
    'Engineers welcomed home'
    """
    kind: Any = type(sample)
    fields = {name: attrs.field() for name in names}
    for field in attrs.fields(kind):
        fields.setdefault(field.name, attrs.field(default=getattr(sample, field.name)))

    def freeze(draft: Any) -> None:
        draft.__class__ = kind

    freezing = type("Freezing", (), {"__attrs_post_init__": freeze})
    setting = attrs.make_class("Setting", fields, bases=(freezing,), slots=False, eq=False, repr=False)
    plain = {name: getattr(object, name) for name in ("__new__", "__setattr__", "__delattr__")}
    own = {"__slots__": (), "__init__": vars(setting)["__init__"], "__attrs_post_init__": freeze}
    draft: Callable[..., R] = type(f"{kind.__name__}Draft", (kind,), plain | own)
    return draft


def text(value: object, name: str) -> str:
    """Return a text that is one, is not too long, and can be written as UTF-8.

    >>> text("early August", "says")
    'early August'
    """
    if type(value) is str and len(value) <= limits.SCALAR_CHARACTERS and value.isascii():
        return value
    if not isinstance(value, str):
        raise WrongTypeError(f"{name} must be text, not {type(value).__name__}")
    if len(value) > limits.SCALAR_CHARACTERS:
        raise LimitError(f"{name} is longer than {limits.SCALAR_CHARACTERS} characters")
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise RangeError(f"{name} holds half a surrogate pair", hint="give the whole character")
    return value


def is_text(_record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Check, as a validator, that a field is a text."""
    text(value, field.name)


def is_optional_text(_record: object, field: attrs.Attribute[Any], value: object) -> None:
    """Check, as a validator, that a field is a text or None."""
    if value is not None:
        text(value, field.name)


def are_texts(_record: object, field: attrs.Attribute[Any], values: tuple[object, ...]) -> None:
    """Check, as a validator, that a field is a tuple of texts."""
    for value in values:
        text(value, field.name)


def several(values: Iterable[T]) -> tuple[T, ...]:
    """Return values as a tuple; a lone text is refused, not split into letters.

    >>> several(["war", "treaty"])
    ('war', 'treaty')
    """
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise WrongTypeError(f"several values are wanted here, not {shorten(values)}", hint="give a list")
    return tuple(values)


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """Return texts as a tuple: `several`, in a type that a checker can follow through a converter.

    >>> texts(["war"])
    ('war',)
    """
    return several(values)


def check_id(value: object) -> str:
    """Return an id: letters, digits and ``_ - . :``, beginning with a letter or digit; any script.

    An object with an `id` of its own, such as an event, stands for it.

    >>> check_id("engineer-regiment")
    'engineer-regiment'
    >>> check_id("engineer regiment")
    Traceback (most recent call last):
    timeline.errors.RangeError: no id: 'engineer regiment'; use letters, digits and _ - . : without spaces
    """
    if type(value) is str and PLAIN_ID(
        value
    ):  # most ids, and a file of a million events has millions of them
        return value
    name = text(getattr(value, "id", value), "an id")
    legal = all(letter in ID_EXTRA or letter.isalnum() for letter in name)
    if not name or not legal or not name[0].isalnum() or len(name) > limits.ID_CHARACTERS:
        raise RangeError(f"no id: {shorten(name)}", hint="use letters, digits and _ - . : without spaces")
    return name


def optional_id(value: object) -> str | None:
    """Return an id, or None for none."""
    return None if value is None else check_id(value)


@attrs.frozen(init=False, repr=False)
class Details(Mapping[str, Json]):
    """A mapping of texts to plain values that never changes; the fields of a kind that we do not know.

    >>> Details({"strength": "about 15,000", "units": ["528th"]})["units"]
    ('528th',)
    """

    _items: tuple[tuple[str, Json], ...]

    def __init__(self, items: Mapping[str, object] | Iterable[tuple[str, object]] = ()) -> None:
        pairs = sorted(dict(items).items(), key=lambda pair: text(pair[0], "a key of details"))
        frozen = tuple((key, _freeze(value, 1)) for key, value in pairs)
        object.__setattr__(self, "_items", frozen)

    def __reduce__(self) -> tuple[object, ...]:
        return Details, (self._items,)

    def __getitem__(self, key: str) -> Json:
        for name, value in self._items:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"Details({dict(self._items)!r})"


def _freeze(value: object, depth: int) -> Json:
    if depth > limits.DEPTH:
        raise LimitError(f"details are nested more than {limits.DEPTH} deep")
    if value is None or isinstance(value, bool) or type(value) is int:
        return value
    if isinstance(value, str):
        return text(value, "a detail")
    if isinstance(value, Mapping):
        return Details({key: _freeze(item, depth + 1) for key, item in value.items()})
    if isinstance(value, list | tuple):
        return tuple(_freeze(item, depth + 1) for item in value)
    raise WrongTypeError(
        f"a detail is text, a whole number, true, false, a list or a mapping, not {type(value).__name__}"
    )
