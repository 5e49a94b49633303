"""Common slips in EDTF: what to say about them, and how a lenient reading mends the harmless ones."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["hint_for", "mended"]

MARKS = "?~%"

SHAPES: dict[str, Callable[[str], str]] = {
    "9": lambda _text: "a year has four digits, as in 0007",
    "99": lambda text: f"a century is written {text}XX",
    "999": lambda text: f"a decade is written {text}X",
    "-99": lambda text: f"a century BCE is written {text}XX, a year {'-00' + text[1:]}",
    "-999": lambda text: f"a decade BCE is written {text}X, a year {'-0' + text[1:]}",
    "99999": lambda text: f"a year of more than four digits is written Y{text}",
    "+9999": lambda text: f"a year has no +: {text[1:]}",
    "9999-9": lambda text: f"a month has two digits: {text[:5]}0{text[5:]}",
    "9999-9-9": lambda text: f"months and days have two digits: {text[:5]}0{text[5:7]}0{text[7:]}",
    "9999-99-9": lambda text: f"a day has two digits: {text[:8]}0{text[8:]}",
    "9999-9-99": lambda text: f"a month has two digits: {text[:5]}0{text[5:]}",
    "99999999": lambda text: f"hyphens are required: {text[:4]}-{text[4:6]}-{text[6:]}",
    "9999/99/99": lambda text: f"hyphens stand between the parts: {text.replace('/', '-')}",
    "9999.99.99": lambda text: f"hyphens stand between the parts: {text.replace('.', '-')}",
    "99-99-9999": lambda text: (
        f"the year comes first: {text[6:]}-{text[3:5]}-{text[:2]} or {text[6:]}-{text[:2]}-{text[3:5]}"
    ),
    "99/99/9999": lambda text: (
        f"the year comes first: {text[6:]}-{text[3:5]}-{text[:2]} or {text[6:]}-{text[:2]}-{text[3:5]}"
    ),
    "9999-9999": lambda text: f"an interval has a solidus: {text[:4]}/{text[5:]}",
    "Y9999": lambda text: f"only a year of more than four digits has a Y: {text[1:]}",
    "Y-9999": lambda text: f"only a year of more than four digits has a Y: {text[1:]}",
}
"""What to say about a text of a shape, in which 9 stands for any digit; marks at its end are passed over."""

WORDS = (
    ("unknown", "an unknown end is left blank, as in 1985/"),
    ("open", "an open end is written .., as in 1985/.."),
    ("u", "an unspecified digit is a capital X"),
    ("x", "an unspecified digit is a capital X"),
    ("y", "a long year begins with a capital Y"),
    ("e", "an exponent follows a capital E"),
    ("p", "significant digits follow a capital S"),
    ("^", "a season's hemisphere is in its number: 25 to 28 north, 29 to 32 south"),
    (
        "(",
        "there are no brackets: a mark behind a part counts for all before it, a mark in front for the part alone",
    ),
    ("?~", "uncertain and approximate together are one mark: %"),
    ("~?", "uncertain and approximate together are one mark: %"),
    ("T24", "a day ends at 23:59:59; midnight is 00:00:00 of the next day"),
    (".", "a time of day has hours, minutes and whole seconds"),
)
"""What to say about a text that has some piece; the first that fits counts. The last one is for date-times only."""

LENIENT = {
    "\N{MINUS SIGN}": "-",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{EN DASH}": "-",
    "\N{FULLWIDTH TILDE}": "~",
    "\N{HORIZONTAL ELLIPSIS}": "..",
    "x": "X",
    "y": "Y",
    "e": "E",
    "s": "S",
    "t": "T",
    "z": "Z",
}
NEIGHBOURS = frozenset("[]{},/")


def hint_for(text: str) -> str | None:
    """Return what to do about a text that is not EDTF, where it is a slip that people make.

    >>> hint_for("198?")
    'a decade is written 198X'
    >>> hint_for("1985-4-1")
    'months and days have two digits: 1985-04-01'
    """
    plain = text.rstrip(MARKS)
    shape = "".join("9" if "0" <= letter <= "9" else letter for letter in plain[:12])
    if len(plain) <= 12 and shape in SHAPES:
        return SHAPES[shape](plain)
    if "-0000" in text:
        return "there is no year -0000; 1 BCE is 0000"
    if text != text.strip() or " " in text:
        return "no spaces are allowed; lenient reading passes over them around , and / and brackets"
    if any(letter in LENIENT and LENIENT[letter] == "-" for letter in text):
        return "the hyphen is the plain one of ASCII"
    for piece, hint in WORDS:
        if piece in text and (piece != "." or "T" in text):
            return hint
    return None


def mended(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text without harmless slips, and for each of its characters where that stood before.

    Mended are spaces at the ends and beside brackets, commas and solidi; small letters for capital ones; and
    dashes that are not the hyphen of ASCII. Everything else is left for the parser to refuse.

    >>> mended("[1667, 19xx]")[0]
    '[1667,19XX]'
    """
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for one in LENIENT.get(letter, letter):
            letters.append(one)
            places.append(place)
    kept = _without_spaces(letters)
    return "".join(letters[index] for index in kept), tuple(places[index] for index in kept)


def _without_spaces(letters: list[str]) -> list[int]:
    """Return the places of all letters but of runs of spaces that have an end or a bracket, comma or solidus beside."""
    kept: list[int] = []
    place, end = 0, len(letters)
    while place < end:
        after = place
        while after < end and letters[after] == " ":
            after += 1
        inside = place > 0 and after < end
        if inside and letters[place - 1] not in NEIGHBOURS and letters[after] not in NEIGHBOURS:
            kept.extend(range(place, after))
        if after < end:
            kept.append(after)
        place = after + 1
    return kept
