"""`resolve`: what an expression means against an anchor, with every reading that the words allow."""

from __future__ import annotations

import functools

from timeline import limits
from timeline.errors import LimitError, NotUnderstoodError, ParseError, TimelineError, WrongTypeError
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.expressions.english.answers import readings_of
from timeline.expressions.english.frame import Frame
from timeline.expressions.english.grammar import read_phrase
from timeline.expressions.english.lengths import read_length
from timeline.expressions.english.plain import read_plain
from timeline.expressions.english.resolving import find
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Away, Value
from timeline.expressions.measures import measured
from timeline.expressions.moments import moment_readings
from timeline.expressions.readings import Reading
from timeline.expressions.stamps import count_hint, rewritten

__all__ = ["resolve", "resolve_duration"]

DIGITS = frozenset("0123456789")
EDTF_LETTERS = DIGITS.union("XYTZES-+/.:~?%[]{},")
HINT = "write a date (2025-08-12), or words such as 'last June', 'early August', 'two weeks ago'"
DURATION_HINT = "write a length such as 'two weeks', 'less than three months', '78 minutes'"
EVENT_HINT = (
    "a time told by another event is a constraint: after, before, during with its id, or a line of `order`"
)
TOWARDS = frozenset({"before", "after", "during", "until", "till", "since", "following"})
CLOSING = frozenset({".", ",", ";", "!"})


def resolve(text: str, *, anchor: object, conventions: Conventions = DEFAULT) -> tuple[Reading, ...]:
    """Return the readings of an expression, most likely first, each with its bounds and its reason.

    The whole text must be one expression; ISO 8601 and EDTF are read as such, also with a calendar behind them
    (``1917-10-25 (julian)``), everything else as English.

    >>> for reading in resolve("last June", anchor="2025-12-13"):
    ...     print(reading.edtf, "-", reading.reason)
    2025-06 - June before the anchor
    2024-06 - June of the previous year
    >>> resolve("sometime soonish", anchor="2025-12-13")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    timeline.errors.NotUnderstoodError: column 1 of 'sometime soonish': not a time that we know; ...
    """
    frame = Frame(Anchor.from_value(anchor), conventions)
    _check(text)
    try:
        return _resolved(text, frame)
    except NotUnderstoodError as error:
        plain = rewritten(text)
        if plain is None:
            hint = count_hint(text)
            raise error if hint is None else _bare_number(text, hint) from None
    try:
        return moment_readings(plain, frame.anchor, fraction=False) or _resolved(plain, frame)
    except NotUnderstoodError as error:
        message = f"read as {plain}, of which {error.message}"
        raise NotUnderstoodError(
            message, text=text, column=1, hint="check the date and the time of day"
        ) from None


def _bare_number(text: str, hint: str) -> NotUnderstoodError:
    return NotUnderstoodError("a bare number says no time", text=text, column=1, hint=hint)


def _resolved(text: str, frame: Frame) -> tuple[Reading, ...]:
    """Return the readings of ISO 8601 and EDTF text, of a date with its calendar, or of English."""
    if _names_a_calendar(text):
        return _read_recorded(text, frame)
    if _looks_like_edtf(text):
        found = _read_edtf(text.strip(), frame) or moment_readings(text.strip(), frame.anchor)
        if found:
            return found
    value, tokens = _phrase(text)
    return _answer(value, tokens, frame)


def resolve_duration(text: str, *, anchor: object, conventions: Conventions = DEFAULT) -> tuple[Reading, ...]:
    """Return the readings of an expression that says how long something lasted, each with its distance.

    A bare count is as precise as its unit; "less than", "at least" and the like count exactly, and so does ISO 8601.

    >>> print(resolve_duration("less than three months", anchor="2025-12-13")[0].distance)
    less than P3M
    >>> print(resolve_duration("a week", anchor="2025-12-13")[0].distance)
    at least P4D and at most P10D
    """
    frame = Frame(Anchor.from_value(anchor), conventions)
    _check(text)
    reading = measured(text)
    if reading is not None:
        return (reading,)
    tokens = Tokens(text)
    start = 1 if tokens.words[0] in {"for", "in", "over", "during", "lasted", "lasting"} else 0
    found = read_length(tokens, start) or read_length(tokens, 0)
    return _answer(_whole(tokens, found, DURATION_HINT), tokens, frame)


@functools.lru_cache(maxsize=8_192)
def _phrase(text: str) -> tuple[Value, Tokens]:
    """Return what the words are, whatever the anchor: many sources write the same date."""
    tokens = Tokens(text)
    return read_plain(tokens) or _whole(tokens, read_phrase(tokens, 0), HINT), tokens


def _check(text: object) -> None:
    if not isinstance(text, str):
        raise WrongTypeError(f"an expression is text, not {type(text).__name__}")
    if len(text) > limits.EXPRESSION_CHARACTERS:
        raise LimitError(f"an expression has at most {limits.EXPRESSION_CHARACTERS} characters")
    if not text.strip():
        raise NotUnderstoodError("nothing is said", text=text, column=1, hint=HINT)


def _looks_like_edtf(text: str) -> bool:
    stripped = text.strip()
    return EDTF_LETTERS.issuperset(stripped) and not DIGITS.isdisjoint(stripped)


def _read_edtf(text: str, frame: Frame) -> tuple[Reading, ...]:
    """Return the readings of ISO or EDTF text, none where it is not; English may know it still (03/04/2005)."""
    from timeline.expressions.edtf.readings import edtf_readings  # noqa: PLC0415  # only for such text

    try:
        return edtf_readings(text, anchor=frame.anchor, conventions=frame.conventions)
    except ParseError:
        return ()


def _names_a_calendar(text: str) -> bool:
    """Tell whether it is a date with one word in parentheses behind it: ``1917-10-25 (julian)``."""
    date, opening, rest = text.strip().partition(" (")
    return bool(opening) and rest.endswith(")") and rest[:-1].isalpha() and _looks_like_edtf(date)


def _read_recorded(text: str, frame: Frame) -> tuple[Reading, ...]:
    """Return the reading of a date of another calendar; English has no such thing, so that its error stands."""
    from timeline.expressions.edtf.readings import edtf_readings  # noqa: PLC0415  # only for such text

    try:
        return edtf_readings(text.strip(), anchor=frame.anchor, conventions=frame.conventions)
    except ParseError as error:
        column = error.column + len(text) - len(text.lstrip())
        raise NotUnderstoodError(error.message, text=text, column=column, hint=error.hint) from None


def _whole(tokens: Tokens, found: tuple[Value, int] | None, hint: str) -> Value:
    """Return the value if it took up the whole text, but for a closing sign."""
    if found is None:
        raise NotUnderstoodError("not a time that we know", text=tokens.text, column=1, hint=hint)
    value, after = found
    while tokens.words[after] in CLOSING:
        after += 1
    if after < tokens.count:
        rest = tokens.starts[after]
        hint = EVENT_HINT if tokens.words[after] in TOWARDS else hint
        raise NotUnderstoodError(
            f"not understood from {tokens.text[rest : rest + 20]!r} on",
            text=tokens.text,
            column=rest + 1,
            hint=hint,
        )
    return value


def _answer(value: Value, tokens: Tokens, frame: Frame) -> tuple[Reading, ...]:
    try:
        windows = find(value, frame)
        if isinstance(value, Away) and value.base is None and value.side > 0 and not value.spoken:
            windows = windows + find(value.length, frame) if tokens.words[0] == "in" else windows
        readings = readings_of(windows, frame)
    except NotUnderstoodError:
        raise
    except (TimelineError, OverflowError) as error:
        message = error.message if isinstance(error, TimelineError) else "too far away"
        raise NotUnderstoodError(f"no such time: {message}", text=tokens.text, column=1) from error
    if not readings:
        raise NotUnderstoodError(
            "there is no such time", text=tokens.text, column=1, hint="check the day and the month"
        )
    return readings
