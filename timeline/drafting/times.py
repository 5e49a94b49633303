"""What a time in a sentence says of its statement: when, since when, until when, how long; or why it says nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from timeline.drafting.lexicon import (
    BACKGROUNDS,
    COORDINATORS,
    DETERMINERS,
    EVENT_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TAKES_A_LENGTH,
    word_set,
)
from timeline.drafting.passages import Passage, Span
from timeline.drafting.verbs import is_adverb
from timeline.drafting.words import is_number
from timeline.errors import TimelineError
from timeline.events import Aspect
from timeline.expressions.anchor import Anchor
from timeline.expressions.conventions import Conventions
from timeline.expressions.readings import Reading, TimexType
from timeline.expressions.resolve import resolve

__all__ = [
    "OF_A_THING",
    "Told",
    "background",
    "event_noun",
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
FORWARD, BACKWARD = frozenset({"after"}), frozenset({"before", "by", "until"})
BEFORE_A_LENGTH = TAKES_A_LENGTH | word_set("for within in over during throughout under after")
NEARLY = word_set("about around almost nearly roughly some just only the a at least most approximately")
RANGE_HEADS = frozenset({"from", "between"})

LOOKING_BACK = word_set("earlier ago before")
COMPARING = word_set("from compared versus vs against")
AMOUNTS = frozenset("0123456789$#\u20ac\u00a3")
FAR = 14
"""How many words before a time a comparison may begin that it is part of."""

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
    if key in {"after", "before", "following"}:
        return "before" if key == "before" else "after"
    return "of" if key == "of" and passage.key(first - 1) == "within" else ""


def told(
    passage: Passage, time: Span, *, is_future: bool, anchor: Anchor, conventions: Conventions
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
    if time[1] - time[0] > 1:
        start = passage.words[first - 1].start if edge in RANGE_HEADS else start
        whole = [reading for reading in mention.readings if reading.timex_type is TimexType.DURATION]
        return _alone(passage, Told(start, end), whole or mention.readings, anchor, conventions)
    aspect = EDGES.get(edge, Aspect.WHEN)
    if edge == "since" and any(passage.key(index) == "first" for index in range(first)):
        return BESIDE
    if edge in EDGES and aspect is Aspect.WHEN:
        meant = [reading for reading in mention.readings if _is_open(reading, edge)]
        if meant:
            return _alone(passage, Told(passage.words[first - 1].start, end), meant, anchor, conventions)
    return _alone(passage, Told(start, end, aspect), mention.readings, anchor, conventions)


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


def background(passage: Passage, time: Span) -> str:
    """Return why a time is not that of the statement it stands in, if it is not."""
    mention = passage.mentions[time[0]]
    first, after = passage.place(time)
    if mention.timex_type is TimexType.SET:
        return OFTEN
    if is_reference(mention.readings):
        return "says no more than '" + passage.text_of((mention.start, mention.end)) + "'"
    if _is_compared(passage, time):
        return BESIDE
    if (time[1] - time[0] == 1 and _is_origin(passage, first)) or _belongs_to_a_noun(passage, first, after):
        return NO_LENGTH if is_length(mention.readings[0]) else OF_A_THING
    return ""


def _is_comparison(passage: Passage, first: int) -> bool:
    """Return whether a time stands after "instead of", "than" or the like, with at most three words between."""
    for place in range(first - 1, max(first - 5, -1), -1):
        for words in BACKGROUNDS:
            begin = place - len(words) + 1
            if begin >= 0 and all(passage.key(begin + step) == word for step, word in enumerate(words)):
                return passage.key(place + 1)[:1] not in AMOUNTS or passage.timed[place + 1]
        if not passage.is_word(place) or passage.key(place) in SUBORDINATORS:
            return False
    return False


def _is_compared(passage: Passage, time: Span) -> bool:
    """Return whether a time is only what is compared with: "rather than in May", "from a year earlier"."""
    first, after = passage.place(time)
    looks_back = any(passage.key(index) in LOOKING_BACK for index in range(first, after))
    if looks_back and passage.key(first - 1) == "from":
        return True
    return _is_comparison(passage, first) or _is_of_an_amount(passage, first)


def _is_of_an_amount(passage: Passage, first: int) -> bool:
    """Return whether a time says when something was at the amount that it is now compared with: "from $91 million a year ago"."""
    for place in range(first - 1, max(first - FAR, -1), -1):
        key, following = passage.key(place), passage.key(place + 1)
        if key in COMPARING and (following[:1] in AMOUNTS or key == "compared"):
            return not passage.timed[place + 1]
        if any(clause.verb is not None and clause.verb.main == place for clause in passage.clauses):
            return False
    return False


def _belongs_to_a_noun(passage: Passage, first: int, after: int) -> bool:
    """Return whether a time only says which thing is meant: "the 1994 agreement", "last year's budget", "the war of 1812"."""
    if passage.key(after) == "'s":
        return True
    before = passage.key(first - 1)
    if before == "of" and passage.is_word(first - 2):
        return True
    if before in {"ended", "ending"} and first > 1 and passage.timed[first - 2]:
        return True
    if passage.key(after) in {"ended", "ending"}:
        return True
    if passage.key(after) == "-" or not passage.is_word(after) or not _is_noun(passage, after):
        return False
    words = passage.words
    in_a_name = first > 1 and words[first - 1].capital and words[first].capital and words[after].capital
    if in_a_name and passage.is_word(first - 1):
        return True
    own = passage.key(first)
    articled = (
        before in DETERMINERS or before in {"'s", "'"} or own in {"a", "an", "its", "their", "his", "her"}
    )
    return articled or "-" in own


def _is_origin(passage: Passage, first: int) -> bool:
    """Return whether "from" says which thing is meant ("the variants from 2020"), not since when something was so.

    It says since when only right after the verb, or at the head of a part of the sentence.
    """
    index = first - 1
    if passage.key(index) != "from" or not passage.is_word(index - 1) or passage.timed[index - 1]:
        return False
    return not any(
        clause.first == index or (clause.verb is not None and clause.verb.after == index)
        for clause in passage.clauses
    )


def _is_noun(passage: Passage, index: int) -> bool:
    """Return whether a word is none of the small ones after which a time stands for itself."""
    word = passage.words[index]
    key = word.key
    small = PREPOSITIONS | DETERMINERS | COORDINATORS | SUBORDINATORS | RELATIVES | PRONOUNS
    if key in small or key == "to" or is_adverb(word) or is_number(word):
        return False
    return not any(
        clause.verb is not None and clause.verb.first <= index < clause.verb.after
        for clause in passage.clauses
    )


def event_noun(passage: Passage, time: Span) -> int | None:
    """Return where the noun of something that takes place stands after its time: "Friday's welcoming ceremony"."""
    _, after = passage.place(time)
    index = after + 1 if passage.key(after) == "'s" else after
    for place in range(index, min(index + 4, len(passage.words))):
        if not passage.is_word(place) or passage.timed[place] or passage.key(place) in PREPOSITIONS:
            return None
        if passage.key(place) in EVENT_NOUNS and passage.key(place + 1) not in EVENT_NOUNS:
            return place
    return None


def _length(
    passage: Passage, time: Span, *, is_future: bool, anchor: Anchor, conventions: Conventions
) -> Told | str:
    """Return what a length tells: how long it took, or when it will be."""
    mention = passage.mentions[time[0]]
    first, _ = passage.place(time)
    while passage.key(first - 1) in NEARLY:
        first -= 1
    before = passage.key(first - 1)
    if before == "after":
        return UNNAMED
    if before not in BEFORE_A_LENGTH:
        return NO_LENGTH
    start = passage.words[first - 1].start if before in {"within", "in"} else mention.start
    if before == "in" and is_future:
        meant = [reading for reading in mention.readings if not is_length(reading)]
        return _alone(passage, Told(start, mention.end), meant or mention.readings, anchor, conventions)
    begin = start if before == "within" else mention.start
    return _alone(passage, Told(begin, mention.end, Aspect.DURATION), mention.readings, anchor, conventions)


def _alone(
    passage: Passage, found: Told, meant: Sequence[Reading], anchor: Anchor, conventions: Conventions
) -> Told | str:
    """Return what is told, with its readings where the words alone do not have them."""
    words = passage.text_of((found.start, found.end))
    readings = _resolved(words, anchor, conventions)
    likeliest = (meant[0].bounds, meant[0].distance)
    agrees = any((reading.bounds, reading.distance) == likeliest for reading in readings)
    if agrees and all(_fits(reading, found.aspect) for reading in readings):
        return attrs.evolve(found, readings=readings)
    pins = _pins(meant, found.aspect, anchor, conventions)
    if not pins:
        return NOT_ALONE
    texts, pinned = zip(*pins, strict=True)
    return attrs.evolve(found, reads=texts, readings=pinned)


def _fits(reading: Reading, aspect: Aspect) -> bool:
    return reading.distance is not None if aspect is Aspect.DURATION else not is_length(reading)


def _pins(
    meant: Iterable[Reading], aspect: Aspect, anchor: Anchor, conventions: Conventions
) -> list[tuple[str, Reading]]:
    """Return readings with texts that mean just that, alone and anywhere."""
    pins: dict[str, Reading] = {}
    for reading in meant:
        if not _fits(reading, aspect):
            continue
        for text in (reading.edtf, reading.timex_value):
            again = _resolved(text, anchor, conventions) if text else ()
            if again and again[0].bounds == reading.bounds and again[0].distance == reading.distance and text:
                pins.setdefault(text, again[0])
                break
    return list(pins.items())


def _resolved(words: str, anchor: Anchor, conventions: Conventions) -> tuple[Reading, ...]:
    try:
        return resolve(words, anchor=anchor, conventions=conventions)
    except TimelineError:
        return ()
