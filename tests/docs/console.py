"""Programs in the documentation: what follows them on the page is what they print.

In a ``console`` block, what follows ``$ timeline`` is the output of the command; a ``text`` block right after a ``python``
block without prompts is the output of that program.

Run as a script it writes the present output into README.md and docs: ``python -m tests.docs.console``; read the
difference before you commit it.
"""

from __future__ import annotations

import contextlib
import io
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FENCE = "```"


def pages() -> list[Path]:
    """Return every page that may hold a session."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def sessions(text: str) -> list[tuple[int, int]]:
    """Return the first and last line numbers (from 0, fences left out) of every console block."""
    found, start = [], None
    for number, line in enumerate(text.split("\n")):
        if start is None and line == f"{FENCE}console":
            start = number + 1
        elif start is not None and line == FENCE:
            found.append((start, number))
            start = None
    return found


def run(command: str) -> str:
    """Return what a command of ours prints, both streams, and its exit code where it is not 0."""
    words = shlex.split(command)
    program = [sys.executable, "-m", "timeline"] if words[0] == "timeline" else [sys.executable]
    done = subprocess.run(
        [*program, *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    output = (done.stdout + done.stderr).rstrip("\n")
    return output + f"\n(exit code {done.returncode})" * (done.returncode != 0)


def replayed(lines: list[str]) -> list[str]:
    """Return a session as it is when its commands are run now."""
    result: list[str] = []
    for line in lines:
        if line.startswith("$ "):
            result.append(line)
            result += run(line[2:]).split("\n")
    return result


def programs(lines: list[str]) -> list[tuple[str, int, int]]:
    """Return every program that has its output after it, with the first and last line numbers of that output."""
    found = []
    for number, line in enumerate(lines):
        if line == f"{FENCE}text" and FENCE in lines[:number]:
            end = max(index for index in range(number) if lines[index] == FENCE)
            start = max((index for index in range(end) if lines[index] == f"{FENCE}python"), default=end)
            if not "".join(lines[end + 1 : number]) and FENCE not in lines[start:end]:
                found.append(("\n".join(lines[start + 1 : end]), number + 1, lines.index(FENCE, number)))
    return found


def printed(program: str) -> list[str]:
    """Return the lines that a program prints."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(program, "<documentation>", "exec"), {"__name__": "__main__"})
    return output.getvalue().rstrip("\n").split("\n")


def renewed(text: str) -> str:
    """Return a page with the present output in all its sessions and of all its programs."""
    lines = text.split("\n")
    for program, start, end in reversed(programs(lines)):
        lines[start:end] = printed(program)
    for start, end in reversed(sessions("\n".join(lines))):
        lines[start:end] = replayed(lines[start:end])
    return "\n".join(lines)


if __name__ == "__main__":
    for page in pages():
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
