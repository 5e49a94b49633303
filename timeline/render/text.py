"""A layout as text: one line an event in time order, what does not fit below it, and the findings in sentences.

Where there is room the date, the title, the sources' words and the bar have a column each; else the words go below the
title, and in a very narrow text everything goes below the date.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import attrs

from timeline.events import Aspect, Status
from timeline.render.bars import Canvas
from timeline.render.cells import pad, width, wrap, wrap_items
from timeline.render.layout import Layout, Row, Words
from timeline.render.lines import Line, Role, Span, TextOptions, as_text, passage_lines, wrapped
from timeline.render.moments import LATER
from timeline.render.wording import Passage, quoted

__all__ = ["finding_lines", "render_text", "text_lines"]

MEDIUM = 56
ROOMY = 100
GAP = 2
LONGEST_PHRASE = 24
LONG_PHRASE = 44
LONG_TITLE = 40
LONG_WORDS = 56
LEAST_BAR = 18
SHORT_BAR = 10
ASPECT_WORDS = {Aspect.WHEN: "", Aspect.START: "from ", Aspect.END: "to ", Aspect.DURATION: "lasted "}
UNREMARKABLE = {None, Status.REPORTED}


def render_text(layout: Layout, options: TextOptions | None = None) -> str:
    """Return a layout as text; no line is wider than the options say, whatever the data.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.render.layout import layout
    >>> story = Timeline("Peace").add(Event("treaty", "Treaty signed").said("2024-06"))
    >>> print(render_text(layout(story, story.check()), TextOptions(width=64)), end="")
    Peace
    consistent
    <BLANKLINE>
                                        ╷2024-06-03   ╷06-17
    2024-06  Treaty signed  '2024-06'  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
    <BLANKLINE>
    ░ possible
    """
    return as_text(text_lines(layout, options or TextOptions()))


def text_lines(layout: Layout, options: TextOptions) -> Iterator[Line]:
    """Return the lines of a layout, with roles for those who give them colour."""
    if layout.title.strip():
        yield from wrapped(layout.title, options, role=Role.TITLE)
    yield from wrapped(layout.verdict, options, role=Role.PROBLEM if layout.conflicts else Role.QUIET)
    yield ()
    if layout.rows:
        yield from _Table.of(layout, options).lines()
    else:
        yield (Span("no events", Role.QUIET),)
    yield from finding_lines(layout, options)
    legend = wrap_items(_legend(layout, options), "  ", options.width)
    notes = [line for note in layout.footer for line in wrapped(note, options, role=Role.QUIET)]
    if legend or notes:
        yield ()
        yield from ((Span(line, Role.QUIET),) for line in legend)
        yield from notes


def finding_lines(layout: Layout, options: TextOptions) -> Iterator[Line]:
    """Return what was found, in sentences: conflicts and what mends them, readings, events without a date."""
    sections = (
        ("Conflicts", layout.conflicts, Role.PROBLEM),
        ("Cheapest correction", _passages([layout.correction] if layout.correction else []), Role.PLAIN),
        ("Excluded readings", _passages(layout.excluded), Role.PLAIN),
        ("Readings that still stand", _passages(layout.still_open), Role.PLAIN),
        ("Undated", _passages([", ".join(layout.undated)] if layout.undated else []), Role.PLAIN),
    )
    yield from section_lines(sections, options)


def section_lines(
    sections: Iterable[tuple[str, tuple[Passage, ...], Role]], options: TextOptions
) -> Iterator[Line]:
    """Return passages under their headings; a heading over nothing is left out.

    >>> print(as_text(section_lines([("Gone", (), Role.PLAIN), ("New", (Passage("a"),), Role.PLAIN)], TextOptions())))
    <BLANKLINE>
    New
    - a
    <BLANKLINE>
    """
    for heading, passages, role in sections:
        if passages:
            yield ()
            yield from wrapped(heading, options, role=Role.TITLE)
            yield from passage_lines(passages, options, role=role)


def _passages(sentences: Iterable[str]) -> tuple[Passage, ...]:
    return tuple(Passage(sentence) for sentence in sentences)


def _legend(layout: Layout, options: TextOptions) -> list[str]:
    """Return what the signs mean that are used."""
    ink = options.ink
    drawn = _Table.of(layout, options).drawn() if layout.rows else ""
    signs = (
        (ink.certain, "certain"),
        (ink.possible, "possible"),
        (ink.point, "within one column"),
        (ink.left, "open before"),
        (ink.right, "open after"),
    )
    return [f"{sign} {meaning}" for sign, meaning in signs if sign in drawn]


class Form(enum.Enum):
    """How the parts of a row stand to each other."""

    STACKED = "everything below the date"
    MEDIUM = "the words below the title"
    WIDE = "a column each"


@attrs.frozen
class _Table:
    """The rows, with what each column holds and how wide it is; a bar of no columns is not drawn."""

    layout: Layout
    options: TextOptions
    form: Form
    gutter: int
    phrase: int
    title: int
    words: int
    bar: int

    @classmethod
    def of(cls, layout: Layout, options: TextOptions) -> _Table:
        gutter = GAP if any(row.in_conflict for row in layout.rows) else 0
        free = options.width - gutter
        if options.width < MEDIUM:
            return cls._stacked_of(layout, options, gutter, free)
        titles = max(width(_title(row, options)) for row in layout.rows)
        said = max(width(options.dot.join(_words(row, options))) for row in layout.rows)
        phrases = max(width(row.phrase) for row in layout.rows)
        bar = max(LEAST_BAR, options.width // 6) if layout.axis is not None else 0
        if phrases + min(titles, LONG_TITLE) + min(said, LONG_WORDS) + bar + 3 * GAP <= free:
            title = min(titles, max(LONG_TITLE, free - phrases - said - bar - 3 * GAP))
            words = min(said, free - phrases - title - bar - 3 * GAP)
            rest = free - phrases - title - words - (3 if words else 2) * GAP
            return cls(layout, options, Form.WIDE, gutter, phrases, title, words, rest if bar else 0)
        longest = LONGEST_PHRASE if options.width < ROOMY else LONG_PHRASE
        phrase = max(width(line) for row in layout.rows for line in _phrase_lines(row.phrase, longest))
        free -= phrase + GAP
        title = min(titles, free - (bar + GAP if bar else 0))
        return cls(
            layout, options, Form.MEDIUM, gutter, phrase, title, free, free - title - GAP if bar else 0
        )

    @classmethod
    def _stacked_of(cls, layout: Layout, options: TextOptions, gutter: int, free: int) -> _Table:
        dates = [line for row in layout.rows for line in _phrase_lines(row.phrase, LONGEST_PHRASE)]
        phrase = max(map(width, dates))
        bar = free - phrase - GAP if layout.axis is not None else 0
        if bar < SHORT_BAR:
            phrase, bar = free, 0
        return cls(layout, options, Form.STACKED, gutter, phrase, free - GAP, free - GAP, bar)

    def canvas(self) -> Canvas | None:
        axis = self.layout.axis
        return None if axis is None or not self.bar else Canvas.of(axis, self.bar, self.options.ink)

    def drawn(self) -> str:
        canvas = self.canvas()
        return (
            ""
            if canvas is None
            else "".join({*"".join(canvas.bar(row.segments) for row in self.layout.rows)})
        )

    def lines(self) -> Iterator[Line]:
        canvas = self.canvas()
        if canvas is not None:
            yield (Span(" " * (self.options.width - self.bar)), Span(canvas.labels(), Role.QUIET))
        for row in self.layout.rows:
            bar = "" if canvas is None else canvas.bar(row.segments)
            mark = Span(pad("!" if row.in_conflict else "", self.gutter), Role.PROBLEM)
            blank = Span(" " * self.gutter)
            for number, line in enumerate(self._row(row, bar)):
                yield (blank if number else mark, *line)

    def _row(self, row: Row, bar: str) -> Iterator[Line]:
        if self.form is Form.STACKED:
            return self._stacked(row, bar)
        return self._wide(row, bar) if self.form is Form.WIDE else self._medium(row, bar)

    def _stacked(self, row: Row, bar: str) -> Iterator[Line]:
        for number, line in enumerate(_phrase_lines(row.phrase, self.phrase)):
            ending = (Span(bar, Role.BAR),) if bar and number == 0 else ()
            yield (Span(pad(line, self.phrase + GAP) if ending else line, Role.DATE), *ending)
        for line in wrap(_title(row, self.options), self.title):
            yield (Span(" " * GAP), Span(line))
        for line in self._said(row):
            yield (Span(" " * GAP), Span(line, Role.WORDS))

    def _said(self, row: Row) -> list[str]:
        return wrap_items(_words(row, self.options), self.options.dot, self.words)

    def _medium(self, row: Row, bar: str) -> Iterator[Line]:
        """Put the words below the title, across the columns of title and bar."""
        dates = _phrase_lines(row.phrase, self.phrase)
        titles = wrap(_title(row, self.options), self.title)
        texts = [
            *((Span(pad(line, self.title)), Span(" " * GAP)) for line in titles),
            *((Span(line, Role.WORDS),) for line in self._said(row)),
        ]
        for number, (date, text) in enumerate(zip_longest(dates, texts)):
            ending = (Span(bar, Role.BAR),) if number == 0 else ()
            yield (Span(pad(date or "", self.phrase + GAP), Role.DATE), *(text or ()), *ending)

    def _wide(self, row: Row, bar: str) -> Iterator[Line]:
        columns = zip_longest(
            _phrase_lines(row.phrase, self.phrase),
            wrap(_title(row, self.options), self.title),
            self._said(row),
            [bar],
            fillvalue="",
        )
        for date, title, said, drawn in columns:
            yield (
                Span(pad(date, self.phrase + GAP), Role.DATE),
                Span(pad(title, self.title + GAP)),
                Span(pad(said, self.words + GAP if self.words else 0), Role.WORDS),
                Span(drawn, Role.BAR),
            )


def _title(row: Row, options: TextOptions) -> str:
    title = options.safe(row.title if row.title.strip() else row.id)
    return title if row.status in UNREMARKABLE or row.status is None else f"{title} ({row.status.value})"


def _words(row: Row, options: TextOptions) -> list[str]:
    return [options.safe(_said(words)) for words in row.words]


def _said(words: Words) -> str:
    notes = [*words.sources, "dropped"] if words.dropped else words.sources
    return f"{ASPECT_WORDS[words.aspect]}{quoted(words.says)}{_in_brackets(notes)}"


def _in_brackets(notes: Sequence[str]) -> str:
    return f" ({', '.join(notes)})" if notes else ""


def _phrase_lines(phrase: str, columns: int) -> list[str]:
    """Break a phrase where its parts meet, rather than within a date."""
    if width(phrase) <= columns:
        return [phrase]
    one, either, _ = phrase.removesuffix(LATER).rpartition(" or ")
    if either:
        later = phrase[len(one) + len(either) :]
        return [*_phrase_lines(one, columns), *_phrase_lines(f"or {later}", columns)]
    if " to " in phrase:
        start, _, end = phrase.partition(" to ")
        return [*_phrase_lines(start, columns), *_phrase_lines(f"to {end}", columns)]
    if ".." in phrase:
        start, _, end = phrase.partition("..")
        return [*wrap(f"{start}..", columns), *wrap(end, columns)]
    return wrap(phrase, columns)
