"""The command line as processes: what a shell, a pipe, a locale or a terminal does to it."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from timeline._compiled import solver_text
from timeline._version import __version__

KURSK = Path(__file__).parents[2] / "docs" / "examples" / "kursk"
TASS = str(KURSK / "tass.timeline.yaml")
STORY = sorted(map(str, KURSK.glob("*.timeline.yaml")))


def start(
    *arguments: str, environment: dict[str, str] | None = None, **options: Any
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "timeline", *arguments]
    process: subprocess.Popen[bytes] = subprocess.Popen(
        command, env=os.environ | (environment or {}), **options
    )
    return process


def run(
    *arguments: str, environment: dict[str, str] | None = None, text: bytes = b""
) -> tuple[int, bytes, bytes]:
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = start(*arguments, environment=environment, **pipes)
    out, err = process.communicate(text)
    return process.returncode, out, err


def test_exit_codes() -> None:
    assert run("check", TASS)[0] == 0
    assert run("check", *STORY)[0] == 1
    assert run("check", "no-such-file")[0] == 2


def test_the_version_loads_nothing() -> None:
    script = (
        "import sys; sys.argv = ['timeline', '--version']; from timeline.__main__ import main; code = main();"
        "heavy = {'attr', 'attrs', 'click', 'rich', 'yaml', 'pendulum', 'cattrs'} & set(sys.modules);"
        "print(code, sorted(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == [f"timeline {__version__} ({solver_text()})", "0 []"]
    assert run("--version")[:2] == (0, f"timeline {__version__} ({solver_text()})\n".encode())


def test_commands_load_only_what_they_need() -> None:
    script = (
        "import sys; from timeline.cli.program import program;"
        "program(['edtf', '1985'], standalone_mode=False);"
        "print(sorted({'rich', 'yaml', 'pendulum', 'cattrs', 'hypothesis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert b"Error" not in done.stderr
    assert "rich" not in done.stdout.decode()


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TZ": "Pacific/Apia"},
        {"LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "PYTHONOPTIMIZE": "1"},
        {"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"},
        {"COLUMNS": "33", "TERM": "dumb", "FORCE_COLOR": "1"},
    ],
)
def test_the_same_bytes_whatever_the_environment(environment: dict[str, str]) -> None:
    plain = run("show", *STORY)
    assert run("show", *STORY, environment=environment) == plain
    assert "░".encode() in plain[1]


def test_a_reader_that_goes_away_is_no_error() -> None:
    process = start("schema", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


def test_a_closed_or_full_output_is_told() -> None:
    code = (
        "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-m', 'timeline', 'formats'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"error: standard output is closed\n")
    full = Path("/dev/full")
    if full.exists():
        with full.open("wb") as sink:
            process = start("formats", stdout=sink, stderr=subprocess.PIPE)
            _, err = process.communicate()
        assert (process.returncode, err) == (2, b"error: no space left on device\n")


def test_a_closed_input_is_told() -> None:
    code = "import os, sys; os.close(0); os.execv(sys.executable, [sys.executable, '-m', 'timeline', 'check', '-'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (2, b"error: standard input is closed\n")


def test_an_interrupt_ends_quietly() -> None:
    """More is written than a pipe holds, so that the command is certainly reading; the input ends after the interrupt has come."""
    read_end, write_end = os.pipe()
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a job in the background ignores interrupts
    process = start("check", "-", stdin=read_end, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    os.close(read_end)
    with os.fdopen(write_end, "wb") as pipe:
        pipe.write(b"# \n" * 1_000_000)
        pipe.flush()
        process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")


def on_terminal(*arguments: str, environment: dict[str, str] | None = None) -> bytes:
    """Run a command with a terminal as its output, and return what it showed."""
    master, slave = pty.openpty()
    process = start(*arguments, environment=environment, stdout=slave, stderr=slave)
    os.close(slave)
    shown = b""
    while True:
        try:
            data = os.read(master, 65_536)
        except OSError:
            break
        if not data:
            break
        shown += data
    os.close(master)
    assert process.wait() == 0
    return shown


def test_colour_is_for_terminals_that_want_it() -> None:
    environment = {"TERM": "xterm-256color", "NO_COLOR": "", "COLUMNS": "80"}
    coloured = on_terminal("show", TASS, environment=environment)
    assert b"\x1b[" in coloured
    plain = on_terminal("show", TASS, environment=environment | {"NO_COLOR": "1"})
    assert b"\x1b[" not in plain
    assert plain.replace(b"\r\n", b"\n") == run("show", TASS)[1]
    assert b"\x1b[" not in on_terminal("show", TASS, environment=environment | {"TERM": "dumb"})


def test_a_terminal_has_its_own_width() -> None:
    narrow = on_terminal("show", TASS, environment={"TERM": "dumb", "COLUMNS": "44"})
    assert max(map(len, narrow.decode().splitlines())) <= 44


def test_long_work_is_shown_on_a_terminal_only(tmp_path: Path) -> None:
    story = tmp_path / "many.json"
    events = ",".join(f'{{"id": "e{number}", "claims": [{{"says": "2025"}}]}}' for number in range(5_000))
    story.write_text(f'{{"timeline": 1, "events": [{events}]}}', encoding="utf-8")
    environment = {"TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "1"}
    assert b"checking 5,000 events" in on_terminal("check", str(story), environment=environment)
    assert run("check", str(story))[2] == b""
