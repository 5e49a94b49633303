"""A plain date is read by itself as the whole grammar reads it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.expressions.english.grammar import read_phrase
from timeline.expressions.english.lexicon import MONTHS
from timeline.expressions.english.plain import read_plain
from timeline.expressions.english.scanner import Tokens

FORMS = ("{day} {month} {year}", "{month} {day}, {year}", "{month} {day} {year}", "{month} {year}")


def by_the_grammar(tokens: Tokens) -> object:
    found = read_phrase(tokens, 0)
    return found[0] if found is not None and found[1] == tokens.count else None


@settings(max_examples=400)
@given(
    st.sampled_from(FORMS),
    st.integers(0, 32) | st.sampled_from(["07", "1st", "\u0665"]),
    st.sampled_from(sorted(MONTHS)).flatmap(lambda name: st.sampled_from([name, name.title(), name.upper()])),
    st.integers(0, 10_000) | st.integers(1900, 2100) | st.sampled_from(["'98", "0998", "2004s"]),
)
def test_a_plain_date_is_what_the_grammar_makes_of_it(
    form: str, day: int | str, month: str, year: int | str
) -> None:
    tokens = Tokens(form.format(day=day, month=month, year=year))
    found = read_plain(tokens)
    assert found is None or found == by_the_grammar(tokens)


def test_every_month_is_read_as_the_grammar_reads_it() -> None:
    for month in MONTHS:
        for day in range(1, 32):
            for form in FORMS:
                tokens = Tokens(form.format(day=day, month=month, year=2004))
                found = read_plain(tokens)
                assert found is None or found == by_the_grammar(tokens)
    assert all(read_plain(Tokens(f"5 {month} 2004")) is not None for month in MONTHS)


def test_what_is_more_than_a_plain_date_is_left_to_the_grammar() -> None:
    for text in (
        "5March2004",
        "about May 2004",
        "May 5",
        "May 2004.",
        "5 May 2004 BC",
        "31 June 2004",
        "2004",
    ):
        assert read_plain(Tokens(text)) is None
