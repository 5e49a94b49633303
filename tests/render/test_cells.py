from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.stories import HOSTILE
from timeline.render.cells import pad, visible, width, wrap, wrap_items

texts = st.one_of(
    st.text(max_size=60),
    st.text("ab 조약宽e\u0301\u200d👩❤\ufe0f\x1b\u202e", max_size=60),
    st.sampled_from(HOSTILE),
)
DANGEROUS = {"Cc", "Zl", "Zp"}
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@given(texts)
def test_what_is_visible_controls_nothing(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(letter) in DANGEROUS or letter in BIDI for letter in shown)
    assert visible(shown) == shown


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Mn", "Mc"]), max_size=60))
def test_letters_marks_and_signs_stay_as_they_are(text: str) -> None:
    assert visible(text) == text


def test_escapes_can_be_read() -> None:
    assert visible("\x1b[2J\r\n\t\x00\x9b") == "\\x1b[2J\\r\\n\\t\\x00\\x9b"
    assert visible("\u202e\u2028\U000e0001") == "\\u202e\\u2028\\U000e0001"
    assert visible("👩\u200d👧") == "👩\u200d👧"


@given(texts)
def test_no_terminal_library_measures_more(text: str) -> None:
    shown = visible(text)
    assert width(shown) >= cell_len(shown)


def test_widths_of_common_text() -> None:
    assert [
        width(text) for text in ("treaty", "Zürich", "조약", "北朝鮮", "ﾛｼｱ", "e\u0301", "…", "❤\ufe0f")
    ] == [*(6, 6, 4, 6, 3, 1, 1, 2)]


@given(texts, st.integers(2, 40))
def test_wrapping_keeps_every_letter_and_the_width(text: str, columns: int) -> None:
    shown = visible(text)
    lines = wrap(shown, columns)
    assert lines
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")


def test_wrapping_breaks_at_spaces_first() -> None:
    assert wrap("the summer of 2024", 10) == ["the summer", "of 2024"]
    assert wrap("a verylongword b", 6) == ["a", "verylo", "ngword", "b"]
    assert wrap("", 5) == [""]
    assert wrap("조약서명", 5) == ["조약", "서명"]
    assert wrap("e\u0301" * 5, 3) == ["e\u0301" * 3, "e\u0301" * 2]


@given(st.lists(texts, max_size=5), st.integers(4, 40))
def test_items_are_broken_between_each_other(items: list[str], columns: int) -> None:
    shown = [visible(item) for item in items]
    lines = wrap_items(shown, "; ", columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "").replace(";", "") == "".join(shown).replace(" ", "").replace(
        ";", ""
    )


@given(texts, st.integers(0, 80))
def test_padding_reaches_a_width_and_never_cuts(text: str, columns: int) -> None:
    padded = pad(visible(text), columns)
    assert padded.startswith(visible(text))
    assert width(padded) == max(columns, width(visible(text)))


def test_wrapping_takes_steps_in_proportion_to_the_text() -> None:
    """A word of a hundred thousand letters is cut in one pass: as many pieces as it takes, none empty."""
    lines = wrap("x" * 100_000, 10)
    assert len(lines) == 10_000
