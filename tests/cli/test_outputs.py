"""Writing results: what a broken or missing output, a terminal, or an odd value does to it."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import Any

import attrs
import pytest
from click.testing import CliRunner

from timeline.cli import outputs
from timeline.cli.outputs import (
    BadInput,
    Output,
    busy,
    counted,
    json_line,
    json_output,
    tell,
    text_options,
    warn,
    write,
)
from timeline.cli.plain import plain
from timeline.cli.program import program
from timeline.errors import LimitError, RangeError
from timeline.render.lines import Role, Span
from timeline.render.wording import Passage

LINES = ((Span("조약", Role.TITLE), Span("   ")), (Span("plain"),), ())


class Terminal(io.TextIOWrapper):
    """A text stream that says it is a terminal, and remembers what it was sent."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="ascii")

    def isatty(self) -> bool:
        return True

    def sent(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8")


class Broken(io.RawIOBase):
    """A stream that fails when it is written to."""

    def __init__(self, error: OSError) -> None:
        self.error: OSError | None = error

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if self.error is not None:
            raise self.error
        return len(data)


def on_terminal(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Terminal:
    """Make both outputs a terminal."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    for name, value in ({"TERM": "xterm-256color", "NO_COLOR": "", "COLUMNS": "50"} | environment).items():
        monkeypatch.setenv(name, value)
    return stream


def test_a_terminal_gets_colour_and_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    write(Output(LINES))
    assert terminal.sent() == "\x1b[1m조약\x1b[0m\nplain\n\n"
    assert text_options().width == 50


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    terminal = on_terminal(monkeypatch, **{name: value})
    write(Output(LINES))
    assert terminal.sent() == "조약\nplain\n\n"


@pytest.mark.parametrize(("columns", "width"), [("3", 20), ("5000", 200)])
def test_a_terminal_of_an_odd_width(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    on_terminal(monkeypatch, COLUMNS=columns)
    assert text_options().width == width
    assert text_options(120).width == 120


def test_notes_are_for_terminals_and_warnings_for_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    tell("wrote \x1b[2J")
    assert terminal.sent() == "wrote \\x1b[2J\n"
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    tell("wrote")
    warn("left out")
    assert file.getvalue() == "left out\n"


def test_long_work_shows_a_sign_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    with busy("checking", outputs.LONG_WORK - 1):
        assert terminal.sent() == ""
    with busy("checking", outputs.LONG_WORK):
        pass
    assert "checking" in terminal.sent()


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
        (OSError(28, "No space left on device"), 2, "error: no space left on device\n"),
    ],
)
def test_an_output_that_fails(
    monkeypatch: pytest.MonkeyPatch, error: OSError, code: int, message: str
) -> None:
    told, broken = io.StringIO(), Broken(error)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(broken, 1)))
    monkeypatch.setattr(sys, "stderr", told)
    with pytest.raises(SystemExit) as ended:
        program(["formats"])
    assert (ended.value.code, told.getvalue()) == (code, message)
    broken.error = None


def test_no_output_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(BadInput, match="standard output is closed"):
        write(Output("text"))


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (KeyboardInterrupt(), 130, ""),
        (RangeError("no", where="x:1:2", hint="mend it"), 2, "error: x:1:2: no; mend it\n"),
        (PermissionError(13, "Permission denied", "a\x1bb"), 2, "error: a\\x1bb: permission denied\n"),
        (OSError("odd"), 2, "error: odd\n"),
    ],
)
def test_what_a_command_raises(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, message: str
) -> None:
    def fail(_limit: int) -> bytes:
        raise error

    monkeypatch.setattr("timeline.cli.edtf.read_input", fail)
    result = CliRunner().invoke(program, ["edtf"])
    assert (result.exit_code, result.stderr, result.stdout) == (code, message, "")


def test_input_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.cli.inputs import read_input

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"12345")))
    assert read_input(5) == b"12345"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"123456")))
    with pytest.raises(LimitError, match="more than 5 bytes"):
        read_input(5)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(RangeError, match="standard input is closed"):
        read_input(5)


def test_json_keeps_letters_and_order() -> None:
    assert json_output({"b": "조약", "a": 1}, 1) == Output('{\n  "b": "조약",\n  "a": 1\n}\n', 1)
    assert json_line({"b": None}) == '{"b": null}\n'


def test_records_as_plain_data() -> None:
    @attrs.frozen
    class Holder:
        role: Role
        several: tuple[object, ...]

    value = Holder(Role.BAR, (1, None, True, "x", Passage("head", ("line",)), date(2025, 12, 12)))
    assert plain(value) == {
        "role": "bar",
        "several": [1, None, True, "x", {"head": "head", "lines": ["line"]}, "2025-12-12"],
    }


def test_a_count_of_things_done_is_for_those_who_do_not_see_the_results(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert list(counted("ab", "documents")) == ["a", "b"]
    terminal = on_terminal(monkeypatch)
    assert list(counted("ab", "documents")) == ["a", "b"]
    assert terminal.sent() == ""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert list(counted("ab", "documents")) == ["a", "b"]
    assert "documents" in terminal.sent()
