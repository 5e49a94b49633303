"""The years of a story's bare months: as a slow search through all of them finds, and as readers expect."""

from __future__ import annotations

from itertools import pairwise, product

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.expressions.anchor import Anchor
from timeline.expressions.english.chronology import step, years_of
from timeline.expressions.english.cycles import MONTH_NAMES, dated
from timeline.expressions.english.frame import Frame, Window
from timeline.expressions.english.scanner import Tokens
from timeline.expressions.english.values import Calendar
from timeline.expressions.tagging import tag

Told = tuple[int, int | None]
"""A month, and its year where the story says it."""

FRAME = Frame(Anchor.parse("2009-12-19"))
STORIES = st.lists(st.tuples(st.integers(1, 12), st.none() | st.integers(1940, 1943)), min_size=1, max_size=5)


def window(month: int, year: int) -> Window:
    found = dated(Calendar(year, month=month))
    assert found is not None
    return found


def cost(story: list[Told], years: tuple[int, ...]) -> int:
    windows = [window(month, year) for (month, _), year in zip(story, years, strict=True)]
    return sum(step(one, other) for one, other in pairwise(windows))


def choices(story: list[Told], place: int) -> list[int]:
    """Return the years that a month may have: its own, or those of its neighbours that say theirs, give or take one."""
    own = story[place][1]
    if own is not None:
        return [own]
    behind = [year for _, year in story[:place] if year is not None][-1:]
    ahead = [year for _, year in story[place:] if year is not None][:1]
    return sorted({year + side for year in behind + ahead for side in (-1, 0, 1)})


@given(STORIES)
@example([(10, 1942), (1, None), (6, None), (3, 1943)])
def test_no_other_years_make_a_shorter_way(story: list[Told]) -> None:
    if all(year is None for _, year in story):
        story = [*story, (1, 1941)]
    text = " ".join(f"In {MONTH_NAMES[month].title()} {year or ''} it went on." for month, year in story)
    found = list(years_of(Tokens(text), FRAME).values())
    bare = [place for place, (_, year) in enumerate(story) if year is None]
    assert len(found) == len(bare)
    filled = dict(zip(bare, found, strict=True))
    ours = tuple(filled.get(place, year or 0) for place, (_, year) in enumerate(story))
    every = product(*(choices(story, place) for place in range(len(story))))
    assert cost(story, ours) == min(cost(story, years) for years in every)


def test_a_look_ahead_does_not_carry_the_story_off() -> None:
    text = (
        "The siege began in October 1904. The general, who would be tried in February 1908, held out. "
        "In November the hill fell, and on 2 January 1905 the port."
    )
    values = [mention.timex_value for mention in tag(text, anchor="2009-12-19", mode="narrative")]
    assert values == ["1904-10", "1908-02", "1904-11", "1905-01-02"]


def test_the_last_of_a_row_says_the_year_of_all() -> None:
    for mode in ("document", "narrative"):
        text = "It rained in January, February and March 2018, and from 27 May-28 May 2019."
        values = [mention.timex_value for mention in tag(text, anchor="2021-06-01", mode=mode)]
        assert values == ["2018-01", "2018-02", "2018-03", "2019-05-27", "2019-05-28"]


def test_years_before_christ_share_their_era() -> None:
    mentions = tag("The revolt of 499-493 BC and the wars from 492 to 449 BC.", anchor="2009-12-19")
    assert [mention.timex_value for mention in mentions] == ["BC0499", "BC0493", "BC0492", "BC0449"]


def told(text: str) -> list[tuple[str, str]]:
    return [
        (mention.text, mention.timex_value) for mention in tag(text, anchor="2009-12-19", mode="narrative")
    ]


def test_a_day_of_which_only_the_month_was_told_stays_open() -> None:
    text = "The fleet sailed in June 1944. That same day the king left; the next morning it rained. They moved at night."
    assert told(text) == [
        ("June 1944", "1944-06"),
        ("That same day", "1944-06-XX"),
        ("the next morning", "1944-06-XXTMO"),
        ("night", "XXXX-XX-XXTNI"),
    ]
    same_day = tag(text, anchor="2009-12-19", mode="narrative")[1].readings[0]
    assert same_day.edtf == "1944-06"


def test_histories_mark_what_describes_and_what_repeats() -> None:
    text = "In 1902 the former king returned. During this period, a year-long war, and a nine day long siege, began."
    assert told(text) == [
        ("1902", "1902"),
        ("former", "PAST_REF"),
        ("this period", "1902"),
        ("year-long", "P1Y"),
        ("nine day long", "P9D"),
    ]
    assert "former" not in [mention.text for mention in tag(text, anchor="2009-12-19")]


def test_shares_of_a_time_and_years_beside_each_other() -> None:
    text = "In the latter half of 1941 and the rest of 1942 they waited, as in 1980-81, and in 2007-08 too."
    assert told(text) == [
        ("the latter half of 1941", "1941-H2"),
        ("the rest of 1942", "1942"),
        ("1980", "1980"),
        ("81", "1981"),
        ("2007", "2007"),
        ("08", "2008"),
    ]
