"""How fast EDTF is read: ``python tests/benchmarks/edtf.py [VECTORS]``.

VECTORS is a file of JSON lines with an ``edtf`` in each, or of plain texts, one a line; without it, texts of every level are
made from one seed. Lines that say what is right (``valid``, ``level``, ``lower``, ``upper``) are scored first; those marked
``disputed`` are told apart. Four things are measured: reading with first and last day, the same with
the four corners as instants, a second time every text with its canonical form and words, and texts that are refused.
Peers are measured beside it where they are installed (edtf, undate, chronologia), on the texts that all of them take.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from timeline.expressions.edtf import EdtfError, EdtfValue, describe, parse

SEED = 20190204
COUNT = 4_000
ROUNDS = 7
Reader = Callable[[str], object]


def main(arguments: list[str]) -> None:
    texts = texts_of(Path(arguments[0])) if arguments else made(COUNT)
    rows = rows_of(Path(arguments[0])) if arguments else []
    if rows:
        tell_scores(rows)
    good = [text for text in texts if accepted(days, text)]
    bad = [text for text in texts if not accepted(days, text)]
    print(
        f"{len(good)} texts that are EDTF, {len(bad)} that are not; best of {ROUNDS} rounds, time of one core"
    )
    print(f"{'read, first and last day':36}{rate(days, good):>12,.0f} texts/s")
    print(f"{'read, four corners as instants':36}{rate(bounds, good):>12,.0f} texts/s")
    print(f"{'read, canonical text, words':36}{rate(told, good):>12,.0f} texts/s")
    if bad:
        print(
            f"{'refused, with column and hint':36}{rate(lambda text: accepted(days, text), bad):>12,.0f} texts/s"
        )
    beside_peers(good)


def texts_of(path: Path) -> list[str]:
    """Read a file of vectors; rows that are said not to be valid are kept, to be refused."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["edtf"] if line.startswith('{"') else line for line in lines if line]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Read the lines that say what is right."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.startswith('{"')]
    return [row for row in rows if "valid" in row]


def tell_scores(rows: list[dict[str, Any]]) -> None:
    """Print how many lines are answered rightly, and by the peers as far as they answer."""
    sure = [row for row in rows if not row.get("disputed")]
    good = [row for row in sure if row["valid"]]
    agreed = sum(accepted(days, row["edtf"]) == row["valid"] for row in rows if row.get("disputed"))
    print(
        f"{len(sure)} lines, {len(good)} of them valid; of {len(rows) - len(sure)} disputed ones {agreed} agree"
    )
    for name, read in (("timeline", days), *installed().items()):
        with contextlib.redirect_stdout(io.StringIO()):  # one of them prints what it tries
            right = sum(accepted(read, row["edtf"]) == row["valid"] for row in sure)
        print(f"{f'verdict, {name}':36}{percent(right, sure)}")
    values = [(row, parse(row["edtf"])) for row in good if accepted(days, row["edtf"])]
    again = [(value, parse(value.canonical())) for _, value in values]
    print(f"{'level':36}{percent(sum(value.level == row['level'] for row, value in values), good)}")
    print(f"{'first and last day':36}{percent(sum(ends(value) == said(row) for row, value in values), good)}")
    print(f"{'text round trip':36}{percent(sum(str(value) == row['edtf'] for row, value in values), good)}")
    same = sum(value == other and value.bounds() == other.bounds() for value, other in again)
    print(f"{'meaning round trip':36}{percent(same, good)}\n")


def percent(right: int, of: list[Any]) -> str:
    return f"{100 * right / len(of):>11.1f} %  ({right} of {len(of)})"


def ends(value: EdtfValue) -> tuple[str, str]:
    """Return the first and the last day as the lines write them: no plus, and words where there is none."""
    found = describe(str(value))
    sides = (("start", "first_day", "-inf"), ("end", "last_day", "inf"))
    known, without = "known", {"unknown": "unknown"}
    first, last = (
        str(found[day]).removeprefix("+") if found[side] == known else without.get(str(found[side]), endless)
        for side, day, endless in sides
    )
    return first, last


def said(row: dict[str, Any]) -> tuple[str, str]:
    return row["lower"], row["upper"]


def made(count: int) -> list[str]:
    """Make texts of every level, about as often as catalogues have them, and one slip in twenty."""
    random = Random(SEED)
    makers = (
        plain,
        plain,
        plain,
        plain,
        qualified,
        qualified,
        masked,
        masked,
        interval,
        interval,
        season,
        long_year,
        one_of,
    )
    texts = [random.choice(makers)(random) for _ in range(count)]
    for index in range(0, count, 20):
        texts[index] = texts[index].replace("-", "/-", 1) + "!"
    return texts


def plain(random: Random) -> str:
    year = f"{random.randint(1000, 2030)}"
    month, day = f"-{random.randint(1, 12):02d}", f"-{random.randint(1, 28):02d}"
    return random.choice((year, year + month, year + month + day))


def qualified(random: Random) -> str:
    text = plain(random)
    if random.random() < 0.5:
        return text + random.choice("?~%")
    return "-".join(random.choice(("", "?", "~")) + part for part in text.split("-"))


def masked(random: Random) -> str:
    return random.choice(
        (
            f"{random.randint(100, 203)}X",
            f"{random.randint(10, 20)}XX",
            f"{plain(random)[:4]}-XX",
            "156X-12-25",
        )
    )


def interval(random: Random) -> str:
    first = plain(random)
    return random.choice((f"{first}/2031", f"{first}/..", f"/{first}", f"../{first}~"))


def season(random: Random) -> str:
    return f"{random.randint(1000, 2030)}-{random.randint(21, 41)}"


def long_year(random: Random) -> str:
    return random.choice(
        (
            f"Y{random.randint(10_000, 10**9)}",
            f"Y-{random.randint(1, 20)}E7",
            f"{random.randint(1000, 2030)}S2",
        )
    )


def one_of(random: Random) -> str:
    year = random.randint(1000, 1990)
    return random.choice(
        (f"[{year},{year + 3},{year + 5}..{year + 9}]", f"{{..{year}}}", f"[{year}-01,{year}-12..]")
    )


def days(text: str) -> object:
    value = parse(text)
    return value.first_day_number, value.last_day_number


def bounds(text: str) -> object:
    return parse(text).bounds()


def told(text: str) -> object:
    value = parse(text)
    return value.canonical(), value.humanize()


def accepted(read: Reader, text: str) -> bool:
    """Tell whether a reader takes a text; peers raise many kinds of error."""
    try:
        read(text)
    except EdtfError:
        return False
    except Exception:
        if read is days:
            raise
        return False
    return True


def rate(read: Reader, texts: list[str]) -> float:
    """Return texts a second, from the best round."""
    best = float("inf")
    gc.collect()
    for _ in range(ROUNDS):
        start = process_time()
        for text in texts:
            read(text)
        best = min(best, process_time() - start)
    return len(texts) / best


def edtf_days(text: str) -> object:
    value = importlib.import_module("edtf").parse_edtf(text)
    return value.lower_strict(), value.upper_strict()


def undate_days(text: str) -> object:
    value = importlib.import_module("undate").Undate.parse(text, "EDTF")
    return value.earliest, value.latest


def chronologia_days(text: str) -> object:
    value = importlib.import_module("chronologia").parse_edtf(text)
    return value.span.start, value.span.end


PEERS: dict[str, Reader] = {"edtf": edtf_days, "undate": undate_days, "chronologia": chronologia_days}


def installed() -> dict[str, Reader]:
    """Return the peers that can be imported; this folder, whose file is named like one of them, is out of the way."""
    sys.path[:] = [place for place in sys.path if Path(place).resolve() != Path(__file__).resolve().parent]
    present: dict[str, Reader] = {}
    for name, read in PEERS.items():
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
            present[name] = read
    return present


def beside_peers(texts: list[str]) -> None:
    present = installed()
    for name in PEERS.keys() - present.keys():
        print(f"{name} is not installed")
    with contextlib.redirect_stdout(io.StringIO()):  # one of them prints what it tries
        common = [text for text in texts if all(accepted(read, text) for read in present.values())][:400]
    if not present or not common:
        return
    print(f"\n{len(common)} texts that all of them take, with first and last day")
    ours: tuple[tuple[str, Reader], ...] = (("timeline", days), ("timeline, corners as instants", bounds))
    for name, read in (*ours, *present.items()):
        print(f"{name:36}{rate(read, common):>12,.0f} texts/s")


if __name__ == "__main__":
    main(sys.argv[1:])
