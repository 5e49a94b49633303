"""What is known of an event beyond its row, as text: its facts, its quotes, what is excluded, and why each bound holds."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.render.lines import Line, Role, Span, TextOptions, passage_lines, wrapped
from timeline.render.particulars import Particulars, Said
from timeline.render.wording import Passage

__all__ = ["particular_lines"]

INDENT = "    "


def particular_lines(known: Particulars, options: TextOptions) -> Iterator[Line]:
    """Return the lines below a row, indented; the title above them is what they are about.

    >>> from timeline.render.lines import as_text
    >>> print(as_text(particular_lines(Particulars(place="Kursk", note="Said twice."), TextOptions())), end="")
        place: Kursk
        Said twice.
    """
    facts = (
        ("participants", ", ".join(known.participants)),
        ("place", known.place or ""),
        ("tags", ", ".join(known.tags)),
        ("also called", "; ".join(known.other_titles)),
        *known.details,
        *(("see", link) for link in (*known.links, *known.media)),
    )
    for name, value in facts:
        if value:
            yield from _indented(f"{name}: {value}", options)
    if known.note:
        yield from _indented(known.note, options)
    for claim in known.claims:
        told = _told(claim)
        if told:
            yield from _indented(told, options, role=Role.WORDS)
    for sentence in (*known.excluded, *known.still_open, *known.passed_over):
        yield from _indented(sentence, options)
    yield from _proofs(known, options)


def _told(claim: Said) -> str:
    """Return the sentence that a claim was taken from, with its page."""
    place = f" ({claim.page})" if claim.page else ""
    if not claim.quote:
        return f"{claim.source or 'the timeline'}{place}" if place else ""
    return f"{claim.source or 'the timeline'}{place}: {claim.quote}"


def _proofs(known: Particulars, options: TextOptions) -> Iterator[Line]:
    passages = (Passage(bound.says, tuple(map(str, bound.grounds))) for bound in known.bounds)
    narrow = TextOptions(width=max(options.width - len(INDENT), 20), charset=options.charset)
    for line in passage_lines(passages, narrow):
        yield (Span(INDENT), *line)


def _indented(text: str, options: TextOptions, *, role: Role = Role.QUIET) -> Iterator[Line]:
    return wrapped(text, options, role=role, first=INDENT, rest=f"{INDENT}  ")
