"""EDTF texts of every level, made by the grammar; a few of them no date can have, which the parser must find out."""

from __future__ import annotations

from hypothesis import strategies as st

MARK = st.sampled_from(["", "", "", "?", "~", "%"])
DIGIT = st.sampled_from("0123456789")
DIGIT_OR_X = st.sampled_from("0123456789XX")


def of_digits(count: int, digit: st.SearchStrategy[str] = DIGIT) -> st.SearchStrategy[str]:
    return st.lists(digit, min_size=count, max_size=count).map("".join)


YEARS = of_digits(4)
SIGNED = st.builds(lambda sign, year: sign + year, st.sampled_from(["", "", "-"]), YEARS).filter(
    lambda text: text != "-0000"
)
MONTHS = st.integers(1, 12).map("{:02d}".format)
DAYS = st.integers(1, 31).map("{:02d}".format)
CODES = st.integers(21, 41).map("{:02d}".format)
MASKED_YEARS = st.builds(
    lambda sign, year: sign + year, st.sampled_from(["", "", "-"]), of_digits(4, DIGIT_OR_X)
).filter(lambda text: text != "-0000")
MASKED_MONTHS = st.sampled_from(["XX", "0X", "1X", "X0", "X1", "X2", "X7"])
MASKED_DAYS = st.sampled_from(["XX", "0X", "1X", "2X", "3X", "X0", "X1", "X9"])
LONG_YEARS = st.builds(
    lambda sign, first, rest: f"Y{sign}{first}{rest}",
    st.sampled_from(["", "-"]),
    st.sampled_from("123456789"),
    st.integers(4, 12).flatmap(of_digits),
)
EXPONENTIAL = st.builds(
    "Y{}{}E{}".format, st.sampled_from(["", "-"]), st.integers(1, 9999), st.integers(1, 9)
)
SIGNIFICANT = st.builds("{}S{}".format, st.one_of(SIGNED, LONG_YEARS, EXPONENTIAL), st.integers(1, 6))


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("-".join)


def marked(text: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put marks before and behind each part of a date."""

    @st.composite
    def build(draw: st.DrawFn) -> str:
        whole = draw(text)
        sign, rest = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        parts = [sign + part if place == 0 else part for place, part in enumerate(rest.split("-"))]
        return "-".join(f"{draw(MARK)}{part}{draw(MARK)}" for part in parts)

    return build()


PLAIN = st.one_of(YEARS, joined(YEARS, MONTHS), joined(YEARS, MONTHS, DAYS))
MASKED = st.one_of(
    MASKED_YEARS,
    joined(MASKED_YEARS, st.one_of(MONTHS, MASKED_MONTHS)),
    joined(MASKED_YEARS, st.one_of(MONTHS, MASKED_MONTHS), st.one_of(DAYS, MASKED_DAYS)),
)
SEASONS = joined(st.one_of(SIGNED, MASKED_YEARS), CODES)
DATES = st.one_of(PLAIN, marked(PLAIN), MASKED, marked(MASKED), SEASONS, LONG_YEARS, EXPONENTIAL, SIGNIFICANT)
CLOCKS = st.builds("{:02d}:{:02d}:{:02d}".format, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
OFFSETS = st.one_of(
    st.sampled_from(["", "Z", "-04", "+13", "-00:15"]),
    st.builds("{}{:02d}:{:02d}".format, st.sampled_from("+-"), st.integers(1, 23), st.integers(0, 59)),
)
DATE_TIMES = st.builds("{}T{}{}".format, joined(SIGNED, MONTHS, DAYS), CLOCKS, OFFSETS)
ENDS = st.one_of(DATES, DATES, st.sampled_from(["", ".."]))
INTERVALS = st.builds("{}/{}".format, ENDS, ENDS)
RANGES = st.builds("{}..{}".format, DATES, DATES)


@st.composite
def sets(draw: st.DrawFn) -> str:
    members = draw(st.lists(st.one_of(DATES, RANGES), min_size=1, max_size=4))
    if draw(st.booleans()):
        members.insert(0, f"..{draw(DATES)}")
    if draw(st.booleans()):
        members.append(f"{draw(DATES)}..")
    brackets = draw(st.sampled_from(["[]", "{}"]))
    return f"{brackets[0]}{','.join(members)}{brackets[1]}"


TEXTS = st.one_of(DATES, DATE_TIMES, INTERVALS, sets())
ALPHABET = st.text(
    alphabet="0123456789XYESTZ-/.,[]{}?~%: +u\N{MINUS SIGN}\N{ARABIC-INDIC DIGIT SEVEN}x", max_size=30
)
