"""How fast EDTF is read: ``python tests/benchmarks/edtf.py [VECTORS]``.

VECTORS is a file of JSON lines with an ``edtf`` (and perhaps ``valid``) in each, or of plain texts, one a line; without it,
texts of every level are made from one seed. Four things are measured: reading with first and last day, the same with
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

from timeline.expressions.edtf import EdtfError, parse

SEED = 20190204
COUNT = 4_000
ROUNDS = 7
Reader = Callable[[str], object]


def main(arguments: list[str]) -> None:
    texts = texts_of(Path(arguments[0])) if arguments else made(COUNT)
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


def beside_peers(texts: list[str]) -> None:
    sys.path[:] = [place for place in sys.path if Path(place).resolve() != Path(__file__).resolve().parent]
    present: dict[str, Reader] = {}
    for name, read in PEERS.items():
        try:
            importlib.import_module(name)
        except ImportError:
            print(f"{name} is not installed")
        else:
            present[name] = read
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
