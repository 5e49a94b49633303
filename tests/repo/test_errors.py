"""Every error can be caught as ours and as the standard library's, is told in one way, and survives copying."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import errors
from timeline.errors import (
    DocumentError,
    LimitError,
    MergeError,
    NotUnderstoodError,
    ParseError,
    RangeError,
    TimelineError,
    UnknownReferenceError,
    WrongTypeError,
    ZoneError,
    shorten,
)

PARSE_ERROR = ParseError("month 13 does not exist", text="2025-13", column=6, hint="write 01 to 12")
ERRORS = (
    TimelineError("wrong", where="a.yaml:1:2", hint="mend it"),
    RangeError("wrong"),
    WrongTypeError("wrong", hint="mend it"),
    LimitError("wrong", where="$.events[3]"),
    ZoneError("wrong"),
    UnknownReferenceError("no event 'a'", where="a.yaml:1:2"),
    MergeError("wrong"),
    PARSE_ERROR,
    NotUnderstoodError("no time", text="blue", column=1),
    DocumentError((RangeError("one", where="line 1"), PARSE_ERROR)),
)
LIBRARY = {
    RangeError: ValueError,
    WrongTypeError: TypeError,
    LimitError: ValueError,
    ZoneError: ValueError,
    UnknownReferenceError: KeyError,
    MergeError: ValueError,
    ParseError: ValueError,
    NotUnderstoodError: ValueError,
    DocumentError: ValueError,
}
every_error = pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)


def test_every_public_error_is_tried_here() -> None:
    public = {getattr(errors, name) for name in errors.__all__ if name != "shorten"}
    assert public == {type(error) for error in ERRORS} == {TimelineError, *LIBRARY}


@pytest.mark.parametrize(("leaf", "base"), LIBRARY.items())
def test_leaves_can_be_caught_as_ours_and_as_the_standard_librarys(
    leaf: type[TimelineError], base: type[Exception]
) -> None:
    assert issubclass(leaf, TimelineError)
    assert issubclass(leaf, base)


@every_error
def test_copies_and_pickles_tell_the_same(error: TimelineError) -> None:
    twins = [copy.copy(error), copy.deepcopy(error)]
    twins += [
        pickle.loads(pickle.dumps(error, protocol)) for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    ]
    for twin in twins:
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert (twin.message, twin.where, twin.hint) == (error.message, error.where, error.hint)
        assert twin.args == error.args


@every_error
def test_an_error_can_be_told_at_another_place(error: TimelineError) -> None:
    moved = error.at("story.yaml:4:3")
    assert type(moved) is type(error)
    assert moved.where == "story.yaml:4:3"
    assert moved.message == error.message
    assert error.where != "story.yaml:4:3"
    if not isinstance(error, DocumentError):
        assert str(moved).startswith(f"story.yaml:4:3: {error.message}")


def test_an_error_says_where_what_and_what_to_do() -> None:
    assert str(TimelineError("wrong")) == "wrong"
    assert str(TimelineError("wrong", where="here")) == "here: wrong"
    assert str(TimelineError("wrong", hint="mend it")) == "wrong; mend it"
    assert str(UnknownReferenceError("no event 'a'", where="here", hint="b?")) == "here: no event 'a'; b?"
    assert str(PARSE_ERROR) == "column 6 of '2025-13': month 13 does not exist; write 01 to 12"


def test_a_document_tells_all_its_problems_at_once() -> None:
    one = DocumentError((RangeError("one"),))
    two = DocumentError((RangeError("one", where="line 1"), RangeError("two", where="line 2")))
    assert (one.message, two.message) == ("1 problem in the document", "2 problems in the document")
    assert str(two) == "line 1: one\nline 2: two"


@given(st.one_of(st.text(), st.text(min_size=200), st.lists(st.integers()), st.integers()))
def test_what_was_wrong_is_shown_short_and_on_one_line(value: object) -> None:
    text = shorten(value)
    assert "\n" not in text
    assert len(text) <= 40 * len(repr("\U0010ffff")) + 2
    if len(repr(value)) <= 40:
        assert text == repr(value)


def test_long_values_are_cut_in_the_middle() -> None:
    assert shorten("a" * 40) == repr("a" * 40)
    assert shorten("a" * 20 + "b" * 21) == repr("a" * 15 + "..." + "b" * 15)
    assert shorten("abcdefghijklmnop", 14) == "'ab...op'"


def test_what_python_cannot_write_out_is_shown_by_its_type() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert shorten(10**5_000) == "<int>"
    assert shorten(deep) == "<list>"
