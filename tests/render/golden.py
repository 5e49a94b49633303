"""What rendered stories look like, kept in `tests/golden/text`; ``python -m tests.render.golden`` writes them anew.

Look at the difference before you keep it: these files are how people see the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.render import stories
from timeline.render import Charset, TextOptions, render

FOLDER = Path(__file__).parent.parent / "golden" / "text"
STORIES = {
    "engineers": stories.engineers,
    "yonhap": lambda: stories.engineers("yonhap"),
    "outlier": stories.outlier,
    "undated": stories.undated,
    "outage": stories.outage,
    "open-sides": stories.open_sides,
    "conflicts": stories.several_conflicts,
    "hostile": stories.hostile,
}
OPTIONS = {
    "20": TextOptions(width=20),
    "40": TextOptions(width=40),
    "80": TextOptions(width=80),
    "200": TextOptions(width=200),
    "80-ascii": TextOptions(width=80, charset=Charset.ASCII),
}


def pages() -> Iterator[tuple[str, str]]:
    """Return the name and text of every page."""
    for story, make in STORIES.items():
        timeline = make()
        for name, options in OPTIONS.items():
            yield f"{story}-{name}.txt", render(timeline, options)


def main() -> None:
    """Write all pages."""
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
