"""How well and how fast times are found in English text.

``python tests/benchmarks/expressions.py [DIRECTORY ...]`` scores directories of TimeML files (``.tml``, a TIMEX3 with
``functionInDocument="CREATION_TIME"`` for the date) as TempEval-3 task A does: strict (same span), relaxed (overlap) and value F1
(overlap and the same value); `alarms` are the times found in sentences in which none is marked, for 10,000 of their words. A directory whose name begins with ``wikiwars`` is read as a narrative. Files that end in ``.jsonl``
hold phrases with the intervals that are right; an answer counts if any of its readings is exactly such an interval. Peers that are
installed (dateparser, parsedatetime, recognizers-text-suite) run beside ours. Without arguments the texts are made here, and only speed and false alarms are told.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, Literal, NamedTuple

from timeline.expressions.tagging import tag
from timeline.times import Instant

Found = list[tuple[int, int, str]]
"""Start, end and TIMEX3 value."""

Tagger = Callable[[str, str], Found]
SEED = 20251213
TAG = re.compile(r"<TIMEX3\b([^<>]*)>|</TIMEX3>")
SENTENCE_END = re.compile(r"[.!?]['\"]{0,2}\s|\n\n")
MARKUP = re.compile(r"</?(?:EVENT|SIGNAL|TEXT)\b[^<>]*>")
"""What else TimeML marks; in files that are no XML everything else is text, also what stands between pointed brackets."""

ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
PLAIN = (
    "The committee found that several members of the old house had carried two green boxes over the bridge. "
)
TIMED = "It met on Friday, 12 December 2025, and again two weeks later; since early August nobody had come. "


class Document(NamedTuple):
    """A text with its date and the times that were marked in it."""

    text: str
    date: str
    gold: Found


class Score(NamedTuple):
    """How many were marked and found, and how many of them agree."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def f1(self, agreeing: int) -> float:
        return 200 * agreeing / (self.gold + self.found) if self.gold + self.found else 0.0


def read_document(path: Path) -> Document:
    raw = path.read_text(encoding="utf-8")
    head, _, rest = raw.partition("<TEXT>")
    created = re.search(
        r'functionInDocument="CREATION_TIME"[^>]*value="([^"]*)"|<DCT>[^v]*value="([^"]*)"', raw
    )
    dates = re.findall(r'<TIMEX3[^>]*value="([0-9]{4}-[0-9]{2}-[0-9]{2})', head)
    date = dates[0] if dates else (created[1] or created[2] if created else "")
    text, gold, open_at, place = "", [], [], 0
    body = rest[: rest.rindex("</TEXT>")]
    for match in TAG.finditer(body):
        text += html.unescape(MARKUP.sub("", body[place : match.start()]))
        place = match.end()
        if match[1] is not None:
            if not match[1].endswith("/"):
                open_at.append((len(text), dict(ATTRIBUTE.findall(match[1]))))
        elif open_at:
            start, attributes = open_at.pop()
            if attributes.get("functionInDocument") != "CREATION_TIME" and attributes.get("tid") != "t0":
                gold.append((*trim(text, start, len(text)), attributes.get("value", "").strip()))
    text += html.unescape(MARKUP.sub("", body[place:]))
    return Document(text, date[:10], sorted(item for item in gold if item[0] < item[1]))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def compare(document: Document, answer: Found) -> Score:
    """Pair each marked time with one found: the same span first, then an overlap in the order of the text."""
    free = dict(enumerate(answer))
    strict = relaxed = value = 0
    rest = []
    for item in document.gold:
        same = next((index for index, other in free.items() if other[:2] == item[:2]), None)
        if same is None:
            rest.append(item)
            continue
        strict, relaxed, value = strict + 1, relaxed + 1, value + (free.pop(same)[2] == item[2])
    for item in rest:
        near = next(
            (index for index, other in free.items() if other[0] < item[1] and item[0] < other[1]), None
        )
        if near is not None:
            relaxed, value = relaxed + 1, value + (free.pop(near)[2] == item[2])
    return Score(len(document.gold), len(answer), strict, relaxed, value)


def false_alarms(document: Document, answer: Found) -> tuple[int, int]:
    """Return how many times are found in the sentences in which none is marked, and how many words those have."""
    alarms = words = place = 0
    for end in (*(match.end() for match in SENTENCE_END.finditer(document.text)), len(document.text)):
        if not any(item[0] < end and place < item[1] for item in document.gold):
            words += len(document.text[place:end].split())
            alarms += sum(place <= item[0] < end for item in answer)
        place = end
    return alarms, words


def ours(mode: Literal["document", "narrative"]) -> Tagger:
    def run(text: str, date: str) -> Found:
        mentions = tag(text, anchor=date or "2000-01-01", mode=mode)
        return [(mention.start, mention.end, mention.timex_value) for mention in mentions]

    return run


def dateparser_tagger() -> Tagger:
    search_dates = import_module("dateparser.search").search_dates

    def run(text: str, date: str) -> Found:
        base = datetime.fromisoformat(f"{date or '2000-01-01'}T00:00:00")
        found, place = [], 0
        for words, moment in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []:
            place = text.find(words, place)
            if place >= 0:
                found.append((place, place + len(words), f"{moment:%Y-%m-%d}"))
        return found

    return run


def parsedatetime_tagger() -> Tagger:
    calendar = import_module("parsedatetime").Calendar()

    def run(text: str, date: str) -> Found:
        base = datetime.fromisoformat(f"{date or '2000-01-01'}T00:00:00")
        found = calendar.nlp(text, sourceTime=base) or ()
        return [(start, end, f"{moment:%Y-%m-%d}") for moment, _, start, end, _ in found]

    return run


def recognizers_tagger() -> Tagger:
    recognize = import_module("recognizers_date_time").recognize_datetime

    def run(text: str, date: str) -> Found:
        base = datetime.fromisoformat(f"{date or '2000-01-01'}T00:00:00")
        return [
            (each.start, each.end + 1, recognized_value(each.resolution, date))
            for each in recognize(text, "en-us", reference=base)
        ]

    return run


def recognized_value(resolution: dict[str, Any] | None, date: str) -> str:
    """Return the TIMEX3 value that Recognizers gives; where it leaves year or day open, that of the last before the date."""
    values = (resolution or {}).get("values") or [{}]
    firsts = {str(each.get("value", each.get("start", ""))): str(each.get("timex", "")) for each in values}
    first = max((each for each in firsts if each[:10] <= date), default=min(firsts))
    timex = firsts[first]
    if timex.startswith(("XXXX-W", "(")):
        return first.replace(" ", "T")[:16] or timex
    return timex.replace("XXXX", first[:4], 1) if timex.startswith("XXXX") and first[:4].isdigit() else timex


def taggers(mode: Literal["document", "narrative"]) -> Iterator[tuple[str, Tagger]]:
    yield "timeline", ours(mode)
    for name, make in PEERS:
        try:
            yield name, make()
        except ImportError:
            print(f"{name:>14}  not installed")


PEERS: tuple[tuple[str, Callable[[], Tagger]], ...] = (
    ("dateparser", dateparser_tagger),
    ("parsedatetime", parsedatetime_tagger),
    ("recognizers", recognizers_tagger),
)
"""Those that install from PyPI: dateparser, parsedatetime, recognizers-text-suite."""


def score_directory(path: Path) -> None:
    documents = [read_document(file) for file in sorted(path.glob("*.tml"))]
    size = sum(len(document.text.encode()) for document in documents) / 1000
    print(f"{path.name}: {len(documents)} documents, {size:.0f} KB")
    for name, tagger in taggers("narrative" if path.name.startswith("wikiwars") else "document"):
        begin = process_time()
        answers = [tagger(document.text, document.date) for document in documents]
        seconds = process_time() - begin
        parts = [compare(document, answer) for document, answer in zip(documents, answers, strict=True)]
        total = Score(*map(sum, zip(*parts, strict=True)))
        alarms, words = map(sum, zip(*map(false_alarms, documents, answers), strict=True))
        accuracy = 100 * total.value / total.relaxed if total.relaxed else 0.0
        recall = 100 * total.relaxed / total.gold if total.gold else 0.0
        print(
            f"{name:>14}  value {total.f1(total.value):5.1f}  strict {total.f1(total.strict):5.1f}  "
            f"relaxed {total.f1(total.relaxed):5.1f}  value accuracy {accuracy:5.1f}  recall {recall:5.1f}  "
            f"alarms {10_000 * alarms / max(words, 1):5.1f}  "
            f"{size / seconds:7.0f} KB/s"
        )


def score_phrases(path: Path) -> None:
    items = exact = overlap = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answers = intervals(row["text"], row["reference_time"][:19])
        for expected in row["expected"]:
            if expected["kind"] not in {"interval", "instant", "open"}:
                continue
            items += 1
            near = [span[2:] for span in answers if touches(span, expected.get("span"))]
            right = [
                tuple(map(seconds, (each.get("lo"), each.get("hi")))) for each in expected["alternatives"]
            ]
            exact += any(same(mine, theirs) for mine in near for theirs in right)
            overlap += any(meets(mine, theirs) for mine in near for theirs in right)
    print(f"{path.name}: {items} items, exact {100 * exact / items:.1f}, overlap {100 * overlap / items:.1f}")


def intervals(text: str, reference: str) -> list[tuple[int, int, int | None, int | None]]:
    found = []
    for mention in tag(text, anchor=reference):
        for reading in mention.readings:
            outer = reading.bounds.outer
            start, end = whole_seconds(outer.start), whole_seconds(outer.end)
            found.append((mention.start, mention.end, start, end))
    return found


def whole_seconds(side: Instant | None) -> int | None:
    return None if side is None else side.microseconds // 1_000_000


def seconds(text: str | None) -> int | None:
    return None if text is None else Instant.parse(f"{text[:19]}Z").microseconds // 1_000_000


def touches(mine: tuple[Any, ...], span: list[int] | None) -> bool:
    return span is None or (mine[0] < span[1] and span[0] < mine[1])


def same(mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> bool:
    return all(
        one == two or (one is not None and two is not None and abs(one - two) <= 1)
        for one, two in zip(mine, theirs, strict=True)
    )


def meets(mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> bool:
    starts = mine[0] is None or theirs[1] is None or mine[0] < theirs[1]
    return mine != (None, None) and starts and (theirs[0] is None or mine[1] is None or theirs[0] < mine[1])


def made_here() -> None:
    random = Random(SEED)
    for name, share in (("no times", 0.0), ("some times", 0.1), ("all times", 1.0)):
        text = "".join(TIMED if random.random() < share else PLAIN for _ in range(4_000))
        begin = process_time()
        mentions = tag(text, anchor="2025-12-13")
        speed = len(text) / 1000 / (process_time() - begin)
        words = len(text.split())
        alarms = f", {10_000 * len(mentions) / words:.2f} false alarms in 10,000 words" if not share else ""
        print(f"{name:>11}: {speed:7.0f} KB/s, {len(mentions)} mentions{alarms}")


def main() -> None:
    for argument in sys.argv[1:]:
        path = Path(argument)
        (score_directory if path.is_dir() else score_phrases)(path)
    if len(sys.argv) == 1:
        made_here()


if __name__ == "__main__":
    main()
