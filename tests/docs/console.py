"""Console sessions in the documentation: what follows ``$ timeline`` is what the command prints.

Run as a script it writes the present output into README.md and docs: ``python -m tests.docs.console``; read the
difference before you commit it.
"""

from __future__ import annotations

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


def renewed(text: str) -> str:
    """Return a page with the present output in all its sessions."""
    lines = text.split("\n")
    for start, end in reversed(sessions(text)):
        lines[start:end] = replayed(lines[start:end])
    return "\n".join(lines)


if __name__ == "__main__":
    for page in pages():
        page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
