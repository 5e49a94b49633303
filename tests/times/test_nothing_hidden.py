"""The same answers in any zone, locale, hash seed and mode of the interpreter."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

SCRIPT = """
from timeline.times import *
from timeline.times.allen import compose
from timeline.times.distance import shortest
print(Instant.parse("2025-02-28T23:30:00-05:00"), Instant(0).civil("Asia/Seoul"))
print(Interval.of(Granularity.WEEK, CivilDate(2024, 2, 29), zone="America/Havana"))
print(Instant.of(2013, 10, 27, 2, 30, zone="Europe/Paris", ambiguous="later").to_pendulum("Pacific/Apia"))
print(Instant(0).to_datetime(), Duration.parse("-PT0.5S"), Period.parse("P1Y2W"[:3]), shortest(Period(7)))
print(sorted(relation.value for relation in compose({Relation.DURING}, {Relation.OVERLAPS})))
for wrong in (lambda: Instant.parse("now"), lambda: CivilDate(2023, 2, 29), lambda: Duration(True)):
    try:
        wrong()
    except ValueError as error:
        print(type(error).__name__, error)
    except TypeError as error:
        print(type(error).__name__, error)
"""


def run(*options: str, **environment: str) -> bytes:
    clean = {
        name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "PYTHONPATH"}
    }
    done = subprocess.run(
        [sys.executable, "-B", *options, "-c", SCRIPT],
        env=clean | environment,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 0
    return done.stdout


@pytest.fixture(scope="module")
def plain() -> bytes:
    output = run()
    assert output.count(b"\n") == 8
    return output


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Apia"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns"},
    ],
    ids=str,
)
def test_the_environment_changes_nothing(plain: bytes, environment: dict[str, str]) -> None:
    assert run(**environment) == plain


@pytest.mark.parametrize(
    "options", [("-O",), ("-OO",), ("-X", "dev"), ("-W", "error"), ("-I",)], ids=" ".join
)
def test_the_mode_of_the_interpreter_changes_nothing(plain: bytes, options: tuple[str, ...]) -> None:
    assert run(*options) == plain
