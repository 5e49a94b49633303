"""`tag`: the time expressions in running text, each with where it stands and what it can mean."""

from __future__ import annotations

from typing import Literal, get_args

import attrs

from timeline import limits
from timeline.errors import LimitError, RangeError, TimelineError, WrongTypeError
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.expressions.english.answers import readings_of
from timeline.expressions.english.chronology import years_of
from timeline.expressions.english.context import Story
from timeline.expressions.english.doubts import describes, doubtful
from timeline.expressions.english.frame import Frame
from timeline.expressions.english.mentions import read_mention
from timeline.expressions.english.pieces import Piece, pieces
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.spans import trimmed
from timeline.expressions.english.starters import places
from timeline.expressions.english.values import Range
from timeline.expressions.manner import tells_a_story
from timeline.expressions.readings import Reading, TimexType
from timeline.times.calendar import integer

__all__ = ["Mention", "Mode", "tag"]

Mode = Literal["document", "narrative", "auto"]
MODES = get_args(Mode)


@attrs.frozen
class Mention:
    """A time expression in a text: ``text[start:end]``, with its readings, most likely first."""

    start: int
    end: int
    text: str = attrs.field(kw_only=True)
    readings: tuple[Reading, ...] = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not 0 <= integer(self.start, "start") < integer(self.end, "end"):
            raise RangeError(f"a mention ends after it starts, but {self.end} is not after {self.start}")
        if not self.readings:
            raise RangeError("a mention has at least one reading")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.start, self.end, self.text, self.readings)

    @property
    def timex_type(self) -> TimexType:
        """The TIMEX3 type of the likeliest reading."""
        return self.readings[0].timex_type

    @property
    def timex_value(self) -> str:
        """The TIMEX3 value of the likeliest reading."""
        return self.readings[0].timex_value

    @property
    def timex_mod(self) -> str | None:
        """The TIMEX3 modifier of the likeliest reading."""
        return self.readings[0].timex_mod


def _rebuild(start: int, end: int, text: str, readings: tuple[Reading, ...]) -> Mention:
    return Mention(start, end, text=text, readings=readings)


def tag(
    text: str,
    *,
    anchor: object,
    mode: Mode = "document",
    conventions: Conventions = DEFAULT,
) -> tuple[Mention, ...]:
    """Return the time expressions of a text, in its order, none overlapping another.

    In a ``document`` relative words start from the anchor, the day it was published; in a ``narrative`` they start
    from the times that the text spoke of before ("two days later", "that year"). ``auto`` takes the second for what
    `tells_a_story`, which the times that it mentions decide.

    >>> [(mention.text, mention.timex_value) for mention in tag("It rained on Friday.", anchor="2025-12-13")]
    [('Friday', '2025-12-12')]
    """
    if not isinstance(text, str):
        raise WrongTypeError(f"a text is read, not {type(text).__name__}")
    if len(text) > limits.TEXT_BYTES:
        raise LimitError(f"a text has at most {limits.TEXT_BYTES} characters", hint="read it in parts")
    if mode not in MODES:
        raise RangeError(f"mode is one of {', '.join(MODES)}, not {mode!r}")
    tokens = Tokens(text)
    frame = Frame(Anchor.from_value(anchor), conventions)
    if mode == "narrative":
        return _mentions(tokens, Story(frame, narrative=True, years=years_of(tokens, frame)))
    mentions = _mentions(tokens, Story(frame, narrative=False))
    if mode == "auto" and tells_a_story((each.text for each in mentions), frame.anchor.date.year):
        return tag(text, anchor=frame.anchor, mode="narrative", conventions=conventions)
    return mentions


def _mentions(tokens: Tokens, story: Story) -> tuple[Mention, ...]:
    """Return the mentions of a text, read on with its story."""
    mentions: list[Mention] = []
    read_on = 0
    for index in places(tokens):
        if index >= read_on:
            found, read_on = _read(tokens, index, story)
            mentions += found
    return tuple(mentions)


def _read(tokens: Tokens, index: int, story: Story) -> tuple[list[Mention], int]:
    """Return the mentions of what begins at a token, if anything does, and where to read on."""
    found = read_mention(tokens, index)
    if found is None:
        return [], index + 1
    value, after = found
    if doubtful(value, tokens, index, after):
        return [], index + 1
    if not story.narrative and describes(value, tokens, index, after):
        return [], index + 1
    parts = pieces(value, tokens, index, after)
    if len(parts) > 1 and isinstance(value, Range):
        if index and tokens.words[index - 1] == "between":
            value = attrs.evolve(value, window=True)
        story.expect(value, parts[0][1], parts[1][1])
    mentions = [mention for part in parts if (mention := _mention(part, tokens, story)) is not None]
    return mentions, after if mentions else index + 1


def _mention(piece: Piece, tokens: Tokens, story: Story) -> Mention | None:
    value, index, after = piece
    try:
        readings = readings_of(story.find(value, tokens, index, after), story.frame)
    except (TimelineError, OverflowError):
        return None
    if not readings:
        return None
    first, last = trimmed(value, tokens, index, after)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Mention(start, end, text=tokens.text[start:end], readings=readings)
