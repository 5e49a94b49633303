"""What is in an exported document, found without our own code: the titles of its events, and its structure."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

UNSEEN = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
Titles = Callable[[bytes], list[str]]
Skeleton = Callable[[bytes], object]


class _Html(HTMLParser):
    """Collects the tags and the names of attributes, and the text between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", ()))

    def unknown_decl(self, data: str) -> None:
        self.tags.append(("declaration", ()))


def parsed(text: str) -> _Html:
    found = _Html()
    found.feed(text)
    found.close()
    return found


def html_skeleton(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the distinct tags of a piece of HTML; a list may be longer, but nothing may be new."""
    return tuple(sorted(set(parsed(text).tags)))


def json_skeleton(data: bytes) -> object:
    """Return a JSON document with each text replaced by its tags; what a page's script must not hold is refused."""
    assert not re.search(rb"[<>\x00-\x09\x0b-\x1f\x7f]", data)
    assert not re.search("[\u2028-\u202e\u2066-\u2069]", data.decode())
    return _bare(json.loads(data))


def _bare(value: Any) -> object:
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_bare(item) for item in value]
    return html_skeleton(value) if isinstance(value, str) else value


def timelinejs_titles(data: bytes) -> list[str]:
    return [parsed(slide["text"]["headline"]).text for slide in json.loads(data)["events"]]


def vis_titles(data: bytes) -> list[str]:
    return [parsed(item["content"]).text for item in json.loads(data)["items"]]


def mermaid_text(text: str) -> str:
    return re.sub(r"#([0-9]+);", lambda code: chr(int(code[1])), text)


def mermaid_titles(data: bytes) -> list[str]:
    lines = [line.split(" : ") for line in data.decode().splitlines() if " : " in line]
    return [re.sub(r" \([a-z]+\)\Z", "", mermaid_text(parts[1])) for parts in lines]


def mermaid_skeleton(data: bytes) -> object:
    """Return each line with its texts left out: only the signs that Mermaid reads."""
    lines = data.decode().split("\n")
    assert not any(
        re.search(r"[<>{}%&\"`\\~$\x00-\x1f]|#(?![0-9]+;)|(?<!#)(?<![0-9]);", line) for line in lines
    )
    return [line.count(":") for line in lines]


def gantt_titles(data: bytes) -> list[str]:
    lines = [line.strip().rpartition(" :") for line in data.decode().splitlines()]
    names = [
        mermaid_text(name) for name, sign, rest in lines if sign and rest.partition(", ")[0][-1:].isdigit()
    ]
    return [re.sub(r"( \[.*\])?( \([a-z]+\))?\Z", "", name) for name in names]


def gantt_skeleton(data: bytes) -> object:
    text = data.decode().replace("axisFormat %Y-%m-%d", "")
    return mermaid_skeleton(text.encode()), [line.count(",") for line in text.split("\n")]


def csv_rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def csv_titles(data: bytes) -> list[str]:
    return [row["title"].removeprefix("'") for row in csv_rows(data)]


def csv_skeleton(data: bytes) -> object:
    """Return the shape of a table, and refuse what a spreadsheet would take for a formula or a terminal obey."""
    rows = csv_rows(data)
    cells = [cell for row in rows for cell in row.values()]
    assert not any(re.match(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]", cell) for cell in cells)
    assert not re.search(UNSEEN, data.decode().replace("\r\n", "\n"))
    return [sorted(row) for row in rows]


def calendar_lines(data: bytes) -> list[str]:
    text = data.decode()
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert not re.search(UNSEEN, text.replace("\r\n", ""))
    return text.replace("\r\n ", "").split("\r\n")


def calendar_titles(data: bytes) -> list[str]:
    names = [line.removeprefix("SUMMARY:") for line in calendar_lines(data) if line.startswith("SUMMARY:")]
    return [name.partition(" [")[0] for name in names]


def calendar_skeleton(data: bytes) -> object:
    """Return the names of the properties in their order, with those that a longer text repeats once."""
    return [re.split("[:;]", line)[0] for line in calendar_lines(data)]


FORMATS: dict[str, tuple[Titles, Skeleton]] = {
    "csv": (csv_titles, csv_skeleton),
    "ics": (calendar_titles, calendar_skeleton),
    "timelinejs": (timelinejs_titles, json_skeleton),
    "vis": (vis_titles, json_skeleton),
    "mermaid": (mermaid_titles, mermaid_skeleton),
    "mermaid-gantt": (gantt_titles, gantt_skeleton),
}
"""How to look into a document of each format that is written for other programs."""
