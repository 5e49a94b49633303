"""What tools make of "early August 2025": measured, not remembered.

``ORACLES_NPM=... python -m tests.oracles.early_august`` measures again and writes the table into README.md; a test holds the two
against each other.
"""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.docs.console import ROOT
from tests.oracles.browser import Browser, browser_in, npm
from tests.oracles.hosts import HOSTS
from timeline._version import __version__
from timeline.expressions.resolve import resolve
from timeline.render.wording import reading_phrase

SAID = "early August 2025"
START, END = "<!-- measured: early August -->", "<!-- end of what is measured -->"
HEADING = f"| tool | what it makes of *{SAID}* |\n|---|---|\n"

Row = tuple[str, str]

FIRST_DATE = """
    const [said, done] = arguments;
    const told = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join("-");
"""
JAVASCRIPT = FIRST_DATE + "done(told(new Date(said)));"
VIS = (
    FIRST_DATE
    + """
    const items = new vis.DataSet([{id: 1, content: "a", start: said}]);
    const timeline = new vis.Timeline(document.getElementById("here"), items, {});
    done(told(timeline.itemSet.items[1].data.start));
"""
)
GANTT = (
    FIRST_DATE
    + """
    const text = `gantt\\n  dateFormat YYYY-MM-DD\\n  a :a1, ${said}, 1d\\n`;
    mermaid.initialize({startOnLoad: false});
    mermaid.parse(text).then(() => mermaid.mermaidAPI.getDiagramFromText(text))
      .then((diagram) => done(told(diagram.db.getTasks()[0].startTime)), (error) => done(String(error)));
"""
)
TIMELINEJS = """
    const [said, done] = arguments;
    const data = {events: [{start_date: {year: said}, text: {headline: "a"}}]};
    addEventListener("unhandledrejection", (event) => done(String(event.reason.message ?? event.reason)));
    addEventListener("error", (event) => done(event.message));
    new TL.Timeline("here", data, {hash_bookmark: false, font: null}).on("ready", () => done("ready"));
"""


def measured() -> Iterator[Row]:
    """Return a row for each tool."""
    with tempfile.TemporaryDirectory() as folder, browser_in(Path(folder) / "profile") as browser:
        yield from _in_browser(browser, Path(folder))
    yield from _in_python()
    (reading, *_) = resolve(SAID, anchor="2025-12-13")
    when = reading_phrase(reading, "UTC")
    yield (
        f"**timeline** {__version__}",
        (f"{when}, some time in the first third of the month (a convention with a name), and the words"),
    )


def _in_browser(browser: Browser, folder: Path) -> Iterator[Row]:
    def ask(name: str, script: str) -> str:
        browser.show(HOSTS[name].page(folder))
        return str(browser.wait_for(script, SAID))

    yield "JavaScript's `Date`, in Chromium", f"{_day(ask('vis', JAVASCRIPT))}, a day that nobody named"
    yield _npm("vis-timeline"), f"{_day(ask('vis', VIS))}, a day that nobody named"
    yield _npm("mermaid", "Mermaid's Gantt"), f"{_day(ask('mermaid-gantt', GANTT))}, a day that nobody named"
    answer = ask("timelinejs", TIMELINEJS)
    yield _npm("@knight-lab/timelinejs", "TimelineJS3"), f"the page stays empty: `{answer}`"


def _in_python() -> Iterator[Row]:
    import dateparser
    import edtf
    import undate
    from dateutil import parser

    default = datetime.datetime(2000, 1, 17)  # noqa: DTZ001  # as dateutil wants it
    refused = _error(lambda: parser.parse(SAID))
    filled = parser.parse(SAID, fuzzy=True, default=default)
    yield (
        _pypi("python-dateutil"),
        (
            f"`{refused}`; with `fuzzy=True`, in August, the day of the month on which it is run"
            if (filled.month, filled.day) == (8, default.day)
            else f"`{refused}`; with `fuzzy=True` {filled:%Y-%m-%d}"
        ),
    )
    yield _pypi("dateparser"), f"`{dateparser.parse(SAID)}`"
    yield _pypi("edtf"), f"`{edtf.text_to_edtf(SAID)}`: all of August"
    yield _pypi("undate"), f"`{_error(lambda: undate.Undate.parse(SAID, 'EDTF'))}`"


def _day(text: str) -> str:
    year, month, day = map(int, text.split("-"))
    return f"{year}-{month:02}-{day:02}"


def _error(call: Callable[[], object]) -> str:
    try:
        return f"{call()}"
    except ValueError as error:
        return type(error).__name__


def _npm(package: str, name: str = "") -> str:
    found: dict[str, Any] = json.loads(npm(f"{package}/package.json").read_text(encoding="utf-8"))
    return f"{name or package} {found['version']}"


def _pypi(package: str) -> str:
    return f"{package} {version(package)}"


def table() -> str:
    """Return the table as it stands in the README."""
    return HEADING + "".join(f"| {tool} | {answer} |\n" for tool, answer in measured())


def written(readme: str) -> str:
    """Return the table that the README has."""
    return readme.partition(START)[2].partition(END)[0].strip("\n") + "\n"


if __name__ == "__main__":
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(written(text), table()), encoding="utf-8")
