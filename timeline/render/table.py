"""The rows of a layout as text: what each column holds, how wide it is, and how the parts of a row stand to each other."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import attrs

from timeline.events import Aspect, Status
from timeline.render.bars import Canvas
from timeline.render.cells import pad, width, wrap, wrap_items
from timeline.render.layout import Layout, Row, Words
from timeline.render.lines import Line, Role, Span, TextOptions
from timeline.render.moments import LATER
from timeline.render.wording import quoted

__all__ = ["Table"]

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


class Form(enum.Enum):
    """How the parts of a row stand to each other."""

    STACKED = "everything below the date"
    MEDIUM = "the words below the title"
    WIDE = "a column each"


@attrs.frozen
class Table:
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
    def of(cls, layout: Layout, options: TextOptions) -> Table:
        """Find the widths that suit the rows."""
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
    def _stacked_of(cls, layout: Layout, options: TextOptions, gutter: int, free: int) -> Table:
        dates = [line for row in layout.rows for line in _phrase_lines(row.phrase, LONGEST_PHRASE)]
        phrase = max(map(width, dates))
        bar = free - phrase - GAP if layout.axis is not None else 0
        if bar < SHORT_BAR:
            phrase, bar = free, 0
        return cls(layout, options, Form.STACKED, gutter, phrase, free - GAP, free - GAP, bar)

    def canvas(self) -> Canvas | None:
        """Return what bars are drawn on, where there is room for them."""
        axis = self.layout.axis
        return None if axis is None or not self.bar else Canvas.of(axis, self.bar, self.options.ink)

    def drawn(self) -> str:
        """Return all signs that are drawn, each once."""
        canvas = self.canvas()
        return (
            ""
            if canvas is None
            else "".join({*"".join(canvas.bar(row.segments) for row in self.layout.rows)})
        )

    def head(self) -> Iterator[Line]:
        """Return the axis, where bars are drawn."""
        canvas = self.canvas()
        if canvas is not None:
            yield (Span(" " * (self.options.width - self.bar)), Span(canvas.labels(), Role.QUIET))

    def lines(self, row: Row) -> Iterator[Line]:
        """Return the lines of a row, with a mark where it is in conflict."""
        canvas = self.canvas()
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
