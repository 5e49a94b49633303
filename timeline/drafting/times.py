"""What a time in a sentence says of its statement: when, since when, until when, how long; or why it says nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from timeline.drafting.lexicon import BE, TAKES_A_LENGTH, word_set
from timeline.drafting.passages import Passage, Span
from timeline.errors import TimelineError
from timeline.events import Aspect
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import Conventions
from timeline.expressions.readings import Reading, TimexType
from timeline.expressions.resolve import resolve

__all__ = [
    "BESIDE",
    "NO_LENGTH",
    "OFTEN",
    "OF_A_THING",
    "UNNAMED",
    "UNTIL",
    "Told",
    "is_length",
    "is_reference",
    "link_after",
    "told",
    "told_of_noun",
]

EDGES = {
    "before": Aspect.WHEN,
    "after": Aspect.WHEN,
    "by": Aspect.WHEN,
    "following": Aspect.WHEN,
    "within": Aspect.WHEN,
    "since": Aspect.START,
    "from": Aspect.START,
    "starting": Aspect.START,
    "beginning": Aspect.START,
    "effective": Aspect.START,
    "until": Aspect.END,
    "till": Aspect.END,
    "through": Aspect.END,
}
NO_LATER: Mapping[tuple[str, ...], str] = {
    ("no", "later", "than"): "by",
    ("not", "later", "than"): "by",
    ("no", "earlier", "than"): "after",
    ("not", "earlier", "than"): "after",
}
FORWARD, BACKWARD = frozenset({"after"}), frozenset({"before", "by", "until"})
BEFORE_A_LENGTH = TAKES_A_LENGTH | word_set("for within in over during throughout under after")
NEARLY = word_set("about around almost nearly roughly some just only the a at least most approximately")
UNTIL = frozenset({"until", "till", "through", "to"})
PARTS_OF_DAY = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
RANGE_HEADS = frozenset({"from", "between"})

OFTEN = "says how often, not when"
BESIDE = "a time held beside what is said, not when it was"
OF_A_THING = "the time of a thing, not of the statement"
NO_LENGTH = "how long or old a thing is, not how long something took"
UNNAMED = "before or after something that is not said"
NOT_ALONE = "these words are not understood outside their sentence"


@attrs.frozen
class Told:
    """What a time tells of its statement: the words at ``text[start:end]``, and how they are read where it is not alone."""

    start: int
    end: int
    aspect: Aspect = Aspect.WHEN
    reads: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()


def is_reference(readings: Sequence[Reading]) -> bool:
    """Return whether words only point to the present, as "now" and "currently" do."""
    return readings[0].timex_value == "PRESENT_REF"


def is_length(reading: Reading) -> bool:
    """Return whether a reading says how long, and not when."""
    return reading.distance is not None and reading.bounds.is_open


def link_after(passage: Passage, time: Span) -> str:
    """Return "after", "before" or "of" where a length runs to something named: "two days after", "within a week of"."""
    first, after = passage.place(time)
    if time[1] - time[0] > 1 or not is_length(passage.mentions[time[0]].readings[0]):
        return ""
    key = passage.key(after)
    if passage.key(first - 1) == "for":
        return ""  # "banned for four years after testing positive"
    if key in {"after", "before", "following"}:
        return "before" if key == "before" else "after"
    return "of" if key == "of" and passage.key(first - 1) == "within" else ""


def told(
    passage: Passage, time: Span, *, is_future: bool | None, anchor: Anchor, conventions: Conventions
) -> Told | str:
    """Return what a time tells of its statement, or the reason why it tells nothing.

    The words must mean the same alone as in their sentence; where they do not, `reads` says what they mean.
    """
    mention = passage.mentions[time[0]]
    if is_length(mention.readings[0]) and time[1] - time[0] == 1:
        return _length(passage, time, is_future=is_future, anchor=anchor, conventions=conventions)
    if mention.timex_value == "FUTURE_REF" and not is_future and mention.text.lower().startswith("later"):
        return UNNAMED
    first, _ = passage.place(time)
    start, end = mention.start, passage.mentions[time[1] - 1].end
    edge = passage.key(first - 1)
    limit = NO_LATER.get(tuple(passage.key(place) for place in range(first - 3, first)))
    if limit is not None:
        meant = [reading for reading in mention.readings if _is_open(reading, limit)]
        return _alone(
            passage, Told(passage.words[first - 3].start, end), meant or mention.readings, anchor, conventions
        )
    said = _of_tense(mention.readings, anchor, is_future=is_future)
    if time[1] - time[0] > 1:
        start = passage.words[first - 1].start if edge in RANGE_HEADS else start
        whole = [reading for reading in said if reading.timex_type is TimexType.DURATION]
        return _alone(passage, Told(start, end), whole or said, anchor, conventions)
    aspect = EDGES.get(edge, Aspect.WHEN)
    said = said if aspect is Aspect.WHEN else mention.readings
    if edge == "since" and any(passage.key(index) == "first" for index in range(first)):
        return BESIDE
    if edge in EDGES and aspect is Aspect.WHEN:
        meant = [reading for reading in said if _is_open(reading, edge)]
        if meant:
            return _alone(passage, Told(passage.words[first - 1].start, end), meant, anchor, conventions)
    return _alone(passage, Told(start, end, aspect), said, anchor, conventions)


def _of_tense(readings: Sequence[Reading], anchor: Anchor, *, is_future: bool | None) -> Sequence[Reading]:
    """Return the readings that a verb leaves: none ahead of the anchor for what has been, none behind for what will be."""
    if is_future is None:
        return readings
    if is_future:
        kept = [reading for reading in readings if not _ends_before(reading, anchor)]
    else:
        kept = [reading for reading in readings if not _begins_after(reading, anchor)]
    return kept or readings


def _ends_before(reading: Reading, anchor: Anchor) -> bool:
    ends, today = reading.bounds.latest_end, anchor.day.start
    return ends is not None and today is not None and ends <= today and not is_length(reading)


def _begins_after(reading: Reading, anchor: Anchor) -> bool:
    begins, today = reading.bounds.earliest_start, anchor.day.start
    return (
        begins is not None and today is not None and begins >= today and reading.bounds.latest_end is not None
    )


def told_of_noun(passage: Passage, time: Span, anchor: Anchor, conventions: Conventions) -> Told | str:
    """Return what a time tells of the noun after it, whatever stands before it."""
    mention = passage.mentions[time[0]]
    end = passage.mentions[time[1] - 1].end
    return _alone(passage, Told(mention.start, end), mention.readings, anchor, conventions)


def _is_open(reading: Reading, edge: str) -> bool:
    """Return whether a reading is what a preposition makes of a time: "by Friday", "after May"."""
    bounds = reading.bounds
    if edge in FORWARD:
        return bounds.latest_end is None and bounds.earliest_start is not None
    return edge in BACKWARD and bounds.earliest_start is None and bounds.latest_end is not None


def _length(
    passage: Passage, time: Span, *, is_future: bool | None, anchor: Anchor, conventions: Conventions
) -> Told | str:
    """Return what a length tells: how long it took, or when it will be."""
    mention = passage.mentions[time[0]]
    first, _ = passage.place(time)
    while passage.key(first - 1) in NEARLY:
        first -= 1
    before = passage.key(first - 1)
    if before == "after":
        return UNNAMED
    if before not in BEFORE_A_LENGTH or (before == "in" and _only_is(passage, first)):
        return NO_LENGTH
    start = passage.words[first - 1].start if before in {"within", "in"} else mention.start
    if before in {"in", "within"} and is_future:
        meant = [reading for reading in mention.readings if not is_length(reading)]
        return _alone(passage, Told(start, mention.end), meant or mention.readings, anchor, conventions)
    begin = start if before == "within" else mention.start
    return _alone(passage, Told(begin, mention.end, Aspect.DURATION), mention.readings, anchor, conventions)


def _only_is(passage: Passage, index: int) -> bool:
    """Return whether a clause says only what something is: "It is the second case in less than a year"."""
    number = passage.clause_at(index)
    verb = None if number is None else passage.clauses[number].verb
    return verb is not None and passage.key(verb.main) in BE


def _alone(
    passage: Passage, found: Told, meant: Sequence[Reading], anchor: Anchor, conventions: Conventions
) -> Told | str:
    """Return what is told, with its readings where the words alone do not have them."""
    words = passage.text_of((found.start, found.end))
    readings = _resolved(words, anchor, conventions)
    alone = [(reading.bounds, reading.distance) for reading in readings]
    said = {(reading.bounds, reading.distance) for reading in meant if _fits(reading, found.aspect)}
    first = alone[:1] == [(meant[0].bounds, meant[0].distance)]
    agrees = first and all(_fits(reading, found.aspect) for reading in readings)
    if agrees and said <= set(alone):
        return attrs.evolve(found, readings=readings)
    pins = _pins(words, meant, found.aspect, anchor, conventions)
    if agrees and len(pins) < len(said):
        return attrs.evolve(found, readings=readings)  # what the sentence adds has no words of its own
    if not pins:
        return NOT_ALONE
    texts, pinned = zip(*pins, strict=True)
    return attrs.evolve(found, reads=texts, readings=pinned)


def _fits(reading: Reading, aspect: Aspect) -> bool:
    return reading.distance is not None if aspect is Aspect.DURATION else not is_length(reading)


def _pins(
    words: str, meant: Iterable[Reading], aspect: Aspect, anchor: Anchor, conventions: Conventions
) -> list[tuple[str, Reading]]:
    """Return readings with texts that mean just that, alone and anywhere."""
    pins: dict[str, Reading] = {}
    for reading in meant:
        if not _fits(reading, aspect):
            continue
        for text in (reading.edtf, reading.timex_value, *_edged(reading), *_dated(words, reading)):
            again = _resolved(text, anchor, conventions) if text else ()
            if again and again[0].bounds == reading.bounds and again[0].distance == reading.distance and text:
                pins.setdefault(text, again[0])
                break
    return list(pins.items())


def _dated(words: str, reading: Reading) -> list[str]:
    """Return words of a time of day with their date: "after 3 a.m. on 2025-10-12"."""
    date, _, clock = reading.timex_value.partition("T")
    if not clock or not date:
        return []
    part = PARTS_OF_DAY.get(clock)
    return [f"{words} on {date}"] if part is None else [f"{part} on {date}", f"{words} on {date}"]


def _edged(reading: Reading) -> list[str]:
    """Return texts for what is open on one side and has no EDTF: "by 2025-10-14T10:40"."""
    words = {"ON_OR_BEFORE": "by", "BEFORE": "before", "AFTER": "after", "ON_OR_AFTER": "not before"}
    word = words.get(reading.timex_mod or "")
    return [] if word is None else [f"{word} {reading.timex_value}"]


def _resolved(words: str, anchor: Anchor, conventions: Conventions) -> tuple[Reading, ...]:
    try:
        return resolve(words, anchor=anchor, conventions=conventions)
    except TimelineError:
        return ()
