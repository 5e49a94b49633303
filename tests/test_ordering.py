"""The language of order: what each form means, and that any text is read or refused with a column."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.constraints import (
    PRECEDES,
    AllenConstraint,
    Constraint,
    End,
    MetricConstraint,
    NearnessConstraint,
    Point,
)
from timeline.errors import (
    DocumentError,
    NotUnderstoodError,
    ParseError,
    TimelineError,
    UnknownReferenceError,
)
from timeline.expressions.conventions import Conventions
from timeline.formats.orderlines import order_line
from timeline.ordering import parse_constraint, parse_distance, parse_point
from timeline.times import ALL_RELATIONS, BusinessDays, Duration, Granularity, Period, Relation, Turns
from timeline.times.distance import Amount, Distance

IDS = frozenset({"a", "b", "c", "ceremony", "clearing", "c-1.x:y_z", "의식", "before", "end"})
FOLLOWS = frozenset({Relation.AFTER, Relation.MET_BY})


def read(line: str) -> Constraint:
    (constraint,) = parse_constraint(line, events=IDS)
    return constraint


def allen(first: str, relations: frozenset[Relation], second: str) -> AllenConstraint:
    return AllenConstraint(first, second, relations=relations)


@pytest.mark.parametrize(
    ("line", "relations"),
    [
        ("a < b", PRECEDES),
        ("a<b", PRECEDES),
        ("a > b", FOLLOWS),
        ("a precedes b", PRECEDES),
        ("a follows b", FOLLOWS),
        ("a is before b", {Relation.BEFORE}),
        ("a Met By b", {Relation.MET_BY}),
        ("a met-by b", {Relation.MET_BY}),
        ("a met_by b", {Relation.MET_BY}),
        ("a before or meets b", PRECEDES),
        ("a not during b", ALL_RELATIONS - {Relation.DURING}),
        ("a not before or meets b", ALL_RELATIONS - PRECEDES),
        ("a disjoint b", PRECEDES | FOLLOWS),
        ("a disjoint or overlaps b", PRECEDES | FOLLOWS | {Relation.OVERLAPS}),
    ],
)
def test_relations(line: str, relations: frozenset[Relation]) -> None:
    assert read(line) == allen("a", frozenset(relations), "b")


@pytest.mark.parametrize("relation", list(Relation))
def test_each_of_the_thirteen_names_stands_for_itself(relation: Relation) -> None:
    assert read(f"a {relation.value.replace('_', ' ')} b") == allen("a", frozenset({relation}), "b")


@example({Relation.FINISHED_BY, Relation.AFTER}, "b")
@given(st.sets(st.sampled_from(list(Relation)), min_size=1), st.sampled_from(sorted(IDS)))
def test_what_a_relation_prints_is_read_back(relations: set[Relation], second: str) -> None:
    constraint = allen("a", frozenset(relations), second)
    assert read(str(constraint)) == constraint


@given(
    st.lists(st.sampled_from(sorted(IDS)), min_size=2, max_size=6),
    st.lists(st.booleans(), min_size=5, max_size=5),
)
def test_a_chain_is_its_neighbours(names: list[str], downs: list[bool]) -> None:
    signs = ["<" if down else ">" for down in downs]
    chain = "".join(f"{name} {sign} " for name, sign in zip(names, signs, strict=False)) + (
        names[5] if len(names) == 6 else ""
    )
    chain = chain.strip().rstrip("<>").strip()
    pairs = zip(names, signs, names[1:], strict=False)
    expected = tuple(allen(one, PRECEDES if sign == "<" else FOLLOWS, two) for one, sign, two in pairs)
    assert parse_constraint(chain, events=IDS) == expected


def test_source_and_quote_are_kept() -> None:
    for line in ("a < b", "a within P3D of b", "a P3D after b"):
        (constraint,) = parse_constraint(line, events=IDS, source="tass", quote="and then")
        assert (constraint.source, constraint.quote) == ("tass", "and then")


A_END, A_START = Point("a", End.END), Point("a", End.START)
B_END, B_START = Point("b", End.END), Point("b", End.START)
MONTH = Period(months=1)


@pytest.mark.parametrize(
    ("line", "first", "second", "distance"),
    [
        ("b at least P1M after a", A_END, B_START, Distance(at_least=MONTH)),
        ("a at least P1M before b", A_END, B_START, Distance(at_least=MONTH)),
        ("the start of b P1M after the start of a", A_START, B_START, Distance.exactly(MONTH)),
        ("end of b P1M after a", A_END, B_END, Distance.exactly(MONTH)),
        ("the beginning of a is P1M before b", A_START, B_START, Distance.exactly(MONTH)),
        ("b at most P1M after a", A_END, B_START, Distance(at_least=Duration(0), at_most=MONTH)),
        ("the end of a before the end of b", A_END, B_END, Distance(more_than=Duration(0))),
        ("a more than PT1H and less than PT2H before b", A_END, B_START, Distance(more_than=Duration(3_600_000_000), less_than=Duration(7_200_000_000))),
    ],
)  # fmt: skip
def test_distances_in_iso_text(line: str, first: Point, second: Point, distance: Distance) -> None:
    assert read(line) == MetricConstraint(first, second, distance=distance)


def test_distances_in_words_are_kept_as_they_were_said() -> None:
    constraint = read("ceremony at least a month after clearing")
    assert constraint == MetricConstraint(
        Point("clearing", End.END),
        Point("ceremony", End.START),
        distance=Distance(at_least=MONTH),
        says="at least a month",
    )


def test_an_upper_limit_alone_still_says_which_comes_first() -> None:
    constraint = read("b within 14 days after a")
    assert isinstance(constraint, MetricConstraint)
    assert constraint.distance == Distance(at_least=Duration(0), at_most=Period(days=14))


def test_nearness_has_no_direction() -> None:
    assert read("a within 3 days of b") == NearnessConstraint("a", "b", at_most=Period(days=3), says="3 days")
    assert read("a within P3D of b") == NearnessConstraint("a", "b", at_most=Period(days=3))


def test_a_subject_goes_before_the_line() -> None:
    whole = parse_constraint("b two weeks after the end of a", events=IDS)
    assert parse_constraint("two weeks after the end of a", events=IDS, subject="b") == whole


amounts = st.one_of(
    st.builds(Duration, st.integers(0, 10**15)),
    st.builds(Period, st.integers(0, 500), st.integers(0, 500)),
)


@given(amounts, st.sampled_from(["at_least", "more_than", "at_most", "less_than"]))
def test_a_distance_is_read_back(amount: Duration | Period, limit: str) -> None:
    for distance in (
        (Distance(**{limit: amount}), Distance.exactly(amount), Distance()) if str(amount) else ()
    ):
        assert parse_distance(str(distance)) == distance


@given(amounts, st.sampled_from(list(End)), st.sampled_from(list(End)))
def test_what_a_metric_constraint_prints_is_read_back(amount: Duration | Period, one: End, two: End) -> None:
    for distance in (Distance(at_least=amount), Distance.exactly(amount)):
        constraint = MetricConstraint(Point("a", one), Point("b", two), distance=distance)
        assert read(str(constraint)) == constraint


@given(st.sampled_from(sorted(IDS)), st.sampled_from(list(End)))
def test_a_point_is_read_back(event: str, end: End) -> None:
    assert parse_point(str(Point(event, end)), events=IDS) == Point(event, end)


@pytest.mark.parametrize("text", ["a", "the end of", "the end of a b", "", "end a"])
def test_what_is_no_point(text: str) -> None:
    with pytest.raises(TimelineError):
        parse_point(text, events=IDS)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("", 1),
        ("a", 1),
        ("a b", 3),
        ("< a", 1),
        ("a <", 3),
        ("a < b c", 7),
        ("a < < b", 5),
        ("a not b", 3),
        ("a is b", 6),
        ("a nearby b", 3),
        ("a within of b", 3),
        ("a 3 days of b", 3),
        ("a at least P1X after b", 14),
        ("a at least P1D and at least P2D after b", 20),
        ("a at most -P3D after b", 3),
        ("a within at least P3D of b", 3),
        ("a less than P3D of b", 3),
        ("a exactly P3D and less than P2D after b", 3),
        ("a more than P3D and less than P2D after b", 3),
        (" or ".join(["a not before", *(r.value for r in Relation)]).replace("_", " ") + " b", 3),
    ],
)
def test_errors_have_their_column(line: str, column: int) -> None:
    with pytest.raises(ParseError) as caught:
        parse_constraint(line, events=IDS)
    assert caught.value.column == column


def test_a_phrase_not_understood_is_told_at_its_column() -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        parse_constraint("ceremony three blinks after clearing", events=IDS)
    assert 10 <= caught.value.column <= 23


def test_a_chain_goes_not_on_from_a_subject() -> None:
    with pytest.raises(ParseError, match="under `order`"):
        parse_constraint("< a", events=IDS, subject="b")


def test_unknown_events_are_all_told_with_the_nearest() -> None:
    with pytest.raises(DocumentError) as caught:
        parse_constraint("cermony < clearng < a", events=IDS)
    hints = [problem.hint for problem in caught.value.problems]
    assert hints == ["did you mean 'ceremony'?", "did you mean 'clearing'?"]
    with pytest.raises(UnknownReferenceError) as single:
        parse_constraint("a < A", events=IDS)
    assert isinstance(single.value, ParseError)
    assert single.value.column == 5


pieces = st.sampled_from(
    [
        *sorted(IDS),
        "<",
        ">",
        "not",
        "or",
        "the",
        "start",
        "end",
        "of",
        "within",
        "after",
        "before",
        "P3D",
        "3 days",
    ]
)


def attempt(line: str) -> tuple[Constraint, ...] | TimelineError:
    try:
        return parse_constraint(line, events=IDS)
    except TimelineError as error:
        return error


@given(st.one_of(st.text(max_size=60), st.lists(pieces, max_size=8).map(" ".join)))
def test_any_line_is_read_or_refused_at_its_columns(line: str) -> None:
    found = attempt(line)
    if isinstance(found, tuple):
        assert found
        assert IDS.issuperset(name for constraint in found for name in constraint.events)
        return
    problems = found.problems if isinstance(found, DocumentError) else (found,)
    columns = [problem.column for problem in problems if isinstance(problem, ParseError)]
    assert len(columns) == len(problems)
    assert columns == sorted(columns)
    assert all(1 <= column <= len(line) + 1 for column in columns)


def test_half_a_surrogate_pair_is_refused() -> None:
    assert isinstance(attempt("a < \ud800"), TimelineError)


@pytest.mark.parametrize("line", ["(" * 90_000, "a " * 40_000, "or " * 30_000 + "b", "a" * 200_000])
def test_long_lines_are_refused_in_a_short_message(line: str) -> None:
    found = attempt(line)
    assert isinstance(found, TimelineError)
    assert len(str(found)) < 1_000


def test_a_long_chain_is_read() -> None:
    assert len(parse_constraint("a " + "< a " * 20_000, events=IDS)) == 20_000


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("a starts before b ends", "the end of b is more than PT0S after the start of a"),
        ("a ended before b started", "the start of b is more than PT0S after the end of a"),
        ("a begins when b ends", "the start of a is exactly PT0S after the end of b"),
        (
            "a starts at least 2 hours after b starts",
            "the start of a is at least 2 hours after the start of b",
        ),
        (
            "a ends within PT20M of the end of b",
            "the end of a is at least -PT20M and at most PT20M after the end of b",
        ),
        ("a starts or meets b", "a meets or starts b"),
        ("a starts b", "a starts b"),
        ("a immediately after b", "a met by b"),
        ("a at the same time as b", "a equals b"),
        ("a on the same day as b", "a is within P0D of b"),
        ("a the day after b", "the start of a is the day after the end of b"),
        ("a the next day after b", "the start of a is the next day after the end of b"),
        ("a shortly after b", "the start of a is shortly after the end of b"),
        ("a between 2 and 5 days after b", "the start of a is between 2 and 5 days after the end of b"),
    ],
)
def test_ends_are_named_by_verbs_and_relations_as_people_say_them(line: str, told: str) -> None:
    (constraint,) = parse_constraint(line, events=("a", "b"))
    assert str(constraint) == told
    assert parse_constraint(told, events=("a", "b")) == (constraint,)


@pytest.mark.parametrize(
    "line", ["a when b", "a starts two days when b ends", "a starts within 2 days of b or c"]
)
def test_when_stands_between_two_ends(line: str) -> None:
    with pytest.raises(TimelineError):
        parse_constraint(line, events=("a", "b", "c"))


@pytest.mark.parametrize("name", ["ends", "starts"])
def test_an_event_may_be_called_like_a_verb(name: str) -> None:
    (constraint,) = parse_constraint(f"a before {name}", events=("a", name))
    assert constraint.events == ("a", name)


TWO = BusinessDays(2)
IN_MONTH = Turns(1, Granularity.MONTH)


@pytest.mark.parametrize(
    ("line", "first", "second", "distance"),
    [
        ("b three business days after a", A_END, B_START, Distance.exactly(BusinessDays(3))),
        ("b the third business day after a", A_END, B_START, Distance.exactly(BusinessDays(3))),
        ("b on the next working day following a", A_END, B_START, Distance.exactly(BusinessDays(1))),
        ("b the second GB-ENG business day after a", A_END, B_START, Distance.exactly(BusinessDays(2, "GB-ENG"))),
        ("b within two business days after a", A_END, B_START, Distance(at_least=Duration(0), at_most=TWO)),
        ("b no later than two business days after a", A_END, B_START, Distance(at_most=TWO)),
        ("b ends by close of business on the second business day after a starts", A_START, B_END, Distance(at_most=TWO)),
        ("b no earlier than P2D[business] after a", A_END, B_START, Distance(at_least=TWO)),
        ("b no later than 30 days from a", A_END, B_START, Distance(at_most=Period(days=30))),
        ("b no later than 30 days before a", B_END, A_START, Distance(at_least=Period(days=30))),
        ("b two business days before a", A_START, B_END, Distance.exactly(-TWO)),
        ("b at least two business days prior to a", A_START, B_END, Distance(at_most=-TWO)),
        ("b within two business days before a", A_START, B_END, Distance(at_least=-TWO, at_most=Duration(0))),
        ("b no later than two business days before a", A_START, B_END, Distance(at_most=-TWO)),
        ("b the last business day before a", A_START, B_END, Distance.exactly(BusinessDays(-1))),
        ("b in the month after a", A_END, B_START, Distance.exactly(IN_MONTH)),
        ("b the following month after a", A_END, B_START, Distance.exactly(IN_MONTH)),
        ("b by the end of the month after a", A_END, B_START, Distance(at_most=IN_MONTH)),
        ("b in the last month before a", B_END, A_START, Distance.exactly(IN_MONTH)),
        ("b in the second year after a", A_END, B_START, Distance.exactly(Turns(2, Granularity.YEAR))),
        ("b the week after a", A_END, B_START, Distance.exactly(Turns(1, Granularity.WEEK, 7))),
        ("b starts in the same month as a ends", A_END, B_START, Distance.exactly(Turns(0, Granularity.MONTH))),
        ("b starts on the same day as a starts", A_START, B_START, Distance.exactly(Period())),
        ("b on the third day after a", A_END, B_START, Distance.exactly(Period(days=3))),
    ],
)  # fmt: skip
def test_deadlines_and_units_that_are_counted(
    line: str, first: Point, second: Point, distance: Distance
) -> None:
    sundays = Conventions(week_start=7)
    (found,) = parse_constraint(line, events=IDS, conventions=sundays)
    assert isinstance(found, MetricConstraint)
    assert (found.first, found.second, found.distance) == (first, second, distance)
    assert order_line(found, sundays) is not None
    assert parse_constraint(str(found), events=IDS, conventions=sundays) == (found,)


@pytest.mark.parametrize(
    ("line", "at_most"),
    [
        ("b in the same month as a", Turns(0, Granularity.MONTH)),
        ("b the same year as a", Turns(0, Granularity.YEAR)),
        ("b was in the same week as a", Turns(0, Granularity.WEEK)),
        ("b on the same day as a", Period()),
        ("b within 5 business days of a", BusinessDays(5)),
    ],
)
def test_units_that_are_shared(line: str, at_most: Amount) -> None:
    found = read(line)
    assert isinstance(found, NearnessConstraint)
    assert (found.first, found.second, found.at_most) == ("b", "a", at_most)
    assert read(str(found)) == found


def test_business_days_are_those_of_the_conventions_unless_words_name_a_calendar() -> None:
    american = Conventions(business_calendar="US")
    for words, calendar in (("two business days", "US"), ("two ECB business days", "ECB")):
        (found,) = parse_constraint(f"b {words} after a", events=IDS, conventions=american)
        assert isinstance(found, MetricConstraint)
        assert found.distance == Distance.exactly(BusinessDays(2, calendar))


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("b no later than soon after a", 17),
        ("b the previous month after a", 3),
        ("b the last business day after a", 3),
        ("b by a as a", 3),
        ("b from a", 3),
        ("b in the same fortnight as a", 3),
        ("b no later than P3X after a", 19),
        ("b no later than P3D[business=Atlantis] after a", 3),
    ],
)
def test_deadlines_that_are_none_are_refused_where_they_stand(line: str, column: int) -> None:
    with pytest.raises(ParseError) as caught:
        read(line)
    assert caught.value.column == column


WITHIN = {Relation.STARTS, Relation.DURING, Relation.FINISHES, Relation.EQUALS}
STARTS_LATER = FOLLOWS | {Relation.OVERLAPPED_BY, Relation.DURING, Relation.FINISHES}


@pytest.mark.parametrize(
    ("line", "relations"),
    [
        ("a then b", PRECEDES),
        ("a happened before b", {Relation.BEFORE}),
        ("a took place during b", {Relation.DURING}),
        ("a in b", WITHIN),
        ("a while b", WITHIN),
        ("a includes b", {Relation.STARTED_BY, Relation.CONTAINS, Relation.FINISHED_BY, Relation.EQUALS}),
        ("a overlaps with b", ALL_RELATIONS - PRECEDES - FOLLOWS),
        ("a does not overlap b", PRECEDES | FOLLOWS),
        ("a starts with b", {Relation.STARTS, Relation.STARTED_BY, Relation.EQUALS}),
        ("a lasted until b", {Relation.MEETS}),
        ("a coincides with b", {Relation.EQUALS}),
        ("a = b", {Relation.EQUALS}),
        ("a later than b", STARTS_LATER),
        ("a no later than b", ALL_RELATIONS - STARTS_LATER),
        ("a not later than b", ALL_RELATIONS - STARTS_LATER),
    ],
)
def test_what_people_say_for_relations(line: str, relations: set[Relation]) -> None:
    assert read(line) == allen("a", frozenset(relations), "b")


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("a, then b, and then c", "a < b < c"),
        ("a and b before c", "a before c; b before c"),
        ("a, b and c precede", None),
        ("a, b < c", "a < c; b < c"),
        ("a < b, c", "a < b; a < c"),
        ("a before b and c", "a before b; a before c"),
        ("a before both b and c", "a before b; a before c"),
        ("a after b but before c", "a after b; a before c"),
        ("a within 3 days of b and c", "a within 3 days of b; a within 3 days of c"),
        ("a between b and c", "a follows b; a precedes c"),
        ("a between 2 and 3 days after b", "a between 2 and 3 days after b"),
        ("a an hour and a half after b", "a an hour and a half after b"),
        ("a starts with b and ends with c", "a starts with b; a ends with c"),
        ("a begins as b ends", "a starts when b ends"),
        ("a.start < b.end", "the start of a < the end of b"),
        ("the start of a < the end of b", "the start of a is before the end of b"),
        ("c-1.x:y_z < b", "c-1.x:y_z precedes b"),
    ],
)
def test_lists_share_what_is_said(line: str, same: str | None) -> None:
    ids = IDS - {"before", "end"}
    if same is None:
        with pytest.raises(TimelineError):
            parse_constraint(line, events=ids)
        return
    wanted = [each for simple in same.split("; ") for each in parse_constraint(simple, events=ids)]
    assert [str(each) for each in parse_constraint(line, events=ids)] == [str(each) for each in wanted]


def test_an_event_may_be_called_as_a_word_of_the_language() -> None:
    assert read("a before before") == allen("a", frozenset({Relation.BEFORE}), "before")
    assert read("end before b") == allen("end", frozenset({Relation.BEFORE}), "b")


@given(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True),
    st.sampled_from(["before", "during", "at least two days after", "within a week of", "no later than"]),
    st.lists(st.sampled_from(["ceremony", "clearing", "의식"]), min_size=1, max_size=3, unique=True),
    st.sampled_from([", ", " and ", ", and "]),
)
def test_a_list_is_each_of_its_members(firsts: list[str], words: str, seconds: list[str], joint: str) -> None:
    found = parse_constraint(f"{joint.join(firsts)} {words} {joint.join(seconds)}", events=IDS)
    each = [read(f"{first} {words} {second}") for first in firsts for second in seconds]
    assert list(found) == each


@pytest.mark.parametrize(
    ("line", "start", "finish", "distance"),
    [
        (
            "a on the Friday after b",
            Point("b", End.END),
            Point("a", End.START),
            Distance.exactly(BusinessDays(1, "fridays")),
        ),
        (
            "a the second Tuesday after b",
            Point("b", End.END),
            Point("a", End.START),
            Distance.exactly(BusinessDays(2, "tuesdays")),
        ),
        (
            "a the Friday before b",
            Point("b", End.START),
            Point("a", End.END),
            Distance.exactly(BusinessDays(-1, "fridays")),
        ),
        (
            "a no later than the next Monday after b",
            Point("b", End.END),
            Point("a", End.START),
            Distance(at_most=BusinessDays(1, "mondays")),
        ),
    ],
)
def test_weekdays_are_counted(line: str, start: Point, finish: Point, distance: Distance) -> None:
    found = read(line)
    assert isinstance(found, MetricConstraint)
    assert (found.first, found.second, found.distance) == (start, finish, distance)
