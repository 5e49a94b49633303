"""What is in an exported document, found without our own code: the titles of its events, and its structure."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from tests.formats import timeml_checker

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
    names = [mermaid_text(name) for name, _, rest in lines if re.match(r"(milestone, )?e[0-9]+, ", rest)]
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


def message_title(row: dict[str, str]) -> str:
    return row["message"].removeprefix("'").partition(" [")[0]


def timesketch_titles(data: bytes) -> list[str]:
    return list(dict.fromkeys(map(message_title, csv_rows(data))))


def lines_titles(data: bytes) -> list[str]:
    return list(dict.fromkeys(message_title(json.loads(line)) for line in data.decode().splitlines()))


def lines_skeleton(data: bytes) -> object:
    assert not re.search(UNSEEN, data.decode())
    return [sorted(json.loads(line)) for line in data.decode().splitlines()]


def markdown_text(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def markdown_cells(data: bytes) -> list[list[str]]:
    rows = [line for line in data.decode().splitlines() if line.startswith("|")]
    return [re.split(r"(?<!\\)(?:\\\\)*\|", row)[1:-1] for row in rows[2:]]


def markdown_titles(data: bytes) -> list[str]:
    return [markdown_text(cells[1].strip()) for cells in markdown_cells(data)]


def markdown_skeleton(data: bytes) -> object:
    """Return the signs that Markdown reads in each line: those without a backslash before them."""
    text = data.decode()
    assert not re.search(UNSEEN, text)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", text)
    return ["".join(re.findall(r"^[#-] |[\\`*_{}\[\]<>#|~$&!^=@]", line)) for line in bare.splitlines()]


def linked_titles(data: bytes) -> list[str]:
    return [node["name"] for node in json.loads(data)["@graph"] if "Event" in node["@type"]]


def linked_skeleton(data: bytes) -> object:
    """Return the keys of every node, and the names that are links; texts are texts to whoever reads JSON."""
    json_skeleton(data)
    return _keys(json.loads(data))


def _keys(value: Any) -> object:
    if isinstance(value, dict):
        own = "details"  # a value of ours, whose keys are data
        return {
            key: item if key in {"@id", "@type"} else key == own or _keys(item) for key, item in value.items()
        }
    return [_keys(item) for item in value] if isinstance(value, list) else None


def markwhen_titles(data: bytes) -> list[str]:
    lines = [line.partition(": ") for line in data.decode().splitlines()]
    return [json.loads(value) for name, _, value in lines if name == "title"][1:]


def markwhen_skeleton(data: bytes) -> object:
    """Return what each line begins with; its text must not hold a tag, a link, a reference or a percentage."""
    lines = data.decode().split("\n")
    assert not re.search(UNSEEN, data.decode())
    for line in lines:
        if re.match(r"[0-9-]", line):
            assert not re.search(r"#\w|@\w|\]\(|[0-9]%", line)
    return [re.match(r"---|//|[a-z_]+:|[0-9]*", line)[0] for line in lines]  # type: ignore[index]  # it matches anything


def timeml_titles(data: bytes) -> list[str]:
    assert timeml_checker.faults(data) == []
    return [event.text or "" for event in ElementTree.fromstring(data).iter("EVENT")]


def timeml_skeleton(data: bytes) -> object:
    assert not re.search(UNSEEN, data.decode())
    return [(element.tag, sorted(element.attrib)) for element in ElementTree.fromstring(data).iter()]


FORMATS: dict[str, tuple[Titles, Skeleton]] = {
    "timeml": (timeml_titles, timeml_skeleton),
    "markwhen": (markwhen_titles, markwhen_skeleton),
    "jsonld": (linked_titles, linked_skeleton),
    "markdown": (markdown_titles, markdown_skeleton),
    "timesketch": (timesketch_titles, csv_skeleton),
    "timesketch-jsonl": (lines_titles, lines_skeleton),
    "csv": (csv_titles, csv_skeleton),
    "ics": (calendar_titles, calendar_skeleton),
    "timelinejs": (timelinejs_titles, json_skeleton),
    "vis": (vis_titles, json_skeleton),
    "mermaid": (mermaid_titles, mermaid_skeleton),
    "mermaid-gantt": (gantt_titles, gantt_skeleton),
}
"""How to look into a document of each format that is written for other programs."""
