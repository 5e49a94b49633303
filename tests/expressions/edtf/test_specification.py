"""The examples of the Library of Congress text of 4 February 2019: level, first and last day of each."""

from __future__ import annotations

import pytest

from timeline.expressions.edtf import EdtfInterval, End, describe, parse

EXAMPLES = """
1985-04-12                   0  1985-04-12  1985-04-12
1985-04                      0  1985-04-01  1985-04-30
1985                         0  1985-01-01  1985-12-31
1985-04-12T23:20:30          0  1985-04-12  1985-04-12
1985-04-12T23:20:30Z         0  1985-04-12  1985-04-12
1985-04-12T23:20:30-04       0  1985-04-12  1985-04-12
1985-04-12T23:20:30+04:30    0  1985-04-12  1985-04-12
1964/2008                    0  1964-01-01  2008-12-31
2004-06/2006-08              0  2004-06-01  2006-08-31
2004-02-01/2005-02-08        0  2004-02-01  2005-02-08
2004-02-01/2005-02           0  2004-02-01  2005-02-28
2004-02-01/2005              0  2004-02-01  2005-12-31
2005/2006-02                 0  2005-01-01  2006-02-28
Y170000002                   1  +170000002-01-01  +170000002-12-31
Y-170000002                  1  -170000002-01-01  -170000002-12-31
2001-21                      1  2001-03-01  2001-05-31
1984?                        1  1984-01-01  1984-12-31
2004-06~                     1  2004-06-01  2004-06-30
2004-06-11%                  1  2004-06-11  2004-06-11
201X                         1  2010-01-01  2019-12-31
20XX                         1  2000-01-01  2099-12-31
2004-XX                      1  2004-01-01  2004-12-31
1985-04-XX                   1  1985-04-01  1985-04-30
1985-XX-XX                   1  1985-01-01  1985-12-31
1985-04-12/..                1  1985-04-12  open
1985-04/..                   1  1985-04-01  open
1985/..                      1  1985-01-01  open
../1985-04-12                1  open        1985-04-12
../1985-04                   1  open        1985-04-30
../1985                      1  open        1985-12-31
1985-04-12/                  1  1985-04-12  unknown
1985-04/                     1  1985-04-01  unknown
1985/                        1  1985-01-01  unknown
/1985-04-12                  1  unknown     1985-04-12
/1985-04                     1  unknown     1985-04-30
/1985                        1  unknown     1985-12-31
-1985                        1  -1985-01-01  -1985-12-31
Y-17E7                       2  -170000000-01-01  -170000000-12-31
1950S2                       2  1900-01-01  1999-12-31
Y171010000S3                 2  +171000000-01-01  +171999999-12-31
Y3388E2S3                    2  +338000-01-01  +338999-12-31
2001-34                      2  2001-04-01  2001-06-30
[1667,1668,1670..1672]       2  1667-01-01  1672-12-31
[..1760-12-03]               2  open        1760-12-03
[1760-12..]                  2  1760-12-01  open
[1760-01,1760-02,1760-12..]  2  1760-01-01  open
[1667,1760-12]               2  1667-01-01  1760-12-31
[..1984]                     2  open        1984-12-31
{1667,1668,1670..1672}       2  1667-01-01  1672-12-31
{1960,1961-12}               2  1960-01-01  1961-12-31
{..1984}                     2  open        1984-12-31
2004-06~-11                  2  2004-06-11  2004-06-11
2004?-06-11                  2  2004-06-11  2004-06-11
?2004-06-~11                 2  2004-06-11  2004-06-11
2004-%06-11                  2  2004-06-11  2004-06-11
156X-12-25                   2  1560-12-25  1569-12-25
15XX-12-25                   2  1500-12-25  1599-12-25
XXXX-12-XX                   2  0000-12-01  9999-12-31
1XXX-XX                      2  1000-01-01  1999-12-31
1XXX-12                      2  1000-12-01  1999-12-31
1984-1X                      2  1984-10-01  1984-12-31
2004-06-~01/2004-06-~20      2  2004-06-01  2004-06-20
2004-06-XX/2004-07-03        2  2004-06-01  2004-07-03
"""
ROWS = [tuple(line.split()) for line in EXAMPLES.strip().splitlines()]


def test_there_are_sixty_three_examples() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS) == 63


@pytest.mark.parametrize(("text", "level", "first", "last"), ROWS)
def test_an_example_of_the_specification(text: str, level: str, first: str, last: str) -> None:
    value = parse(text)
    assert value.level == int(level)
    assert str(value.first_day) == (first if first[-1].isdecimal() else "None")
    assert str(value.last_day) == (last if last[-1].isdecimal() else "None")
    assert str(value) == value.text == text
    assert parse(value.canonical()) == value
    told = describe(text)
    assert (told["start"], told["end"]) == tuple(
        word if word.isalpha() else "known" for word in (first, last)
    )


@pytest.mark.parametrize(("text", "level"), [(row[0], int(row[1])) for row in ROWS])
def test_a_level_takes_what_it_has_and_nothing_above(text: str, level: int) -> None:
    for asked in (0, 1, 2):
        assert describe(text, level=asked)["valid"] is (asked >= level)


def test_open_is_not_unknown() -> None:
    opened, unknown = parse("1985/.."), parse("1985/")
    assert isinstance(opened, EdtfInterval)
    assert isinstance(unknown, EdtfInterval)
    assert (opened.end, unknown.end) == (End.OPEN, End.UNKNOWN)
    assert opened != unknown
    assert opened.bounds().latest_end is unknown.bounds().latest_end is None
