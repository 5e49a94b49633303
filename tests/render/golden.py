"""What rendered stories look like, kept in `tests/golden/text`; ``python -m tests.render.golden`` writes them anew.

Look at the difference before you keep it: these files are how people see the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.render import stories
from timeline.render import Charset, TextOptions, render, render_text
from timeline.render.layout import layout
from timeline.render.view import Detail, Grouping, View, first_day_of, last_day_of

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


VIEWS = {
    "by-source": View(group_by=Grouping.SOURCE, since=first_day_of("2025-08")),
    "compact": View(detail=Detail.COMPACT),
    "full": View(detail=Detail.FULL, until=last_day_of("2025-08")),
}
WIDTHS = ("40", "80", "200")


def pages() -> Iterator[tuple[str, str]]:
    """Return the name and text of every page."""
    for story, make in STORIES.items():
        timeline = make()
        for name, options in OPTIONS.items():
            yield f"{story}-{name}.txt", render(timeline, options)
    timeline = stories.engineers()
    report = timeline.check()
    for story, view in VIEWS.items():
        for name in WIDTHS:
            yield f"engineers-{story}-{name}.txt", render_text(layout(timeline, report, view), OPTIONS[name])


def main() -> None:
    """Write all pages."""
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
