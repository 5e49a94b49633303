"""An event on a page: its dates, its title, what the sources said, and the proof of each bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.events import Aspect, Status
from timeline.render.arguments import Ground
from timeline.render.layout import Row, Words
from timeline.render.markup import Content, Markup, element, link_target, listed, within_page
from timeline.render.particulars import BoundNote, Particulars, Said
from timeline.render.picture import anchor_of
from timeline.render.stamps import stamped, unbroken

__all__ = ["again", "entry", "source_mark"]

ASPECT_WORDS = {Aspect.WHEN: None, Aspect.START: "from ", Aspect.END: "to ", Aspect.DURATION: "lasted "}
USUAL_KIND = "Event"
UNREMARKABLE = {None, Status.REPORTED}

Numbers = Mapping[str, int]
"""The numbers of the sources by their ids."""


def again(row: Row, heading: str) -> Markup:
    """Return an event that stands in another group already: its dates and a link."""
    link = element(
        "a", row.title if row.title.strip() else row.id, href=within_page(anchor_of(row.id)), dir="auto"
    )
    title = element("div", element(heading, link, class_="title"), class_="what")
    return element("li", element("p", stamped(row.phrase), class_="when"), title, class_="event")


def entry(row: Row, numbers: Numbers, heading: str) -> Markup:
    """Return an event as an item of a list, its title a heading of some level."""
    known = row.particulars
    title = row.title if row.title.strip() else row.id
    return element(
        "li",
        element("p", stamped(row.phrase), class_="when"),
        element(
            "div",
            element(
                heading,
                element("span", title, dir="auto"),
                " ",
                element("span", row.id, class_="id") if title != row.id else None,
                class_="title",
            ),
            _facts(row),
            _said(row, numbers),
            None if known is None else _more(known, numbers),
            class_="what",
        ),
        id=anchor_of(row.id),
        class_="event conflict" if row.in_conflict else "event",
    )


def source_mark(source: str, numbers: Numbers) -> Markup:
    """Return the number of a source as a link to it.

    >>> source_mark("tass", {"tass": 2}).text
    '<a href="#source-tass" class="mark" aria-label="source 2: tass">2</a>'
    """
    number = numbers[source]
    return element(
        "a",
        f"{number}",
        href=within_page(f"source-{source}"),
        class_="mark",
        aria_label=f"source {number}: {source}",
    )


def _facts(row: Row) -> Content:
    known = row.particulars or Particulars()
    facts: list[Content] = [
        row.kind if row.kind != USUAL_KIND else None,
        None if row.status in UNREMARKABLE else row.status and row.status.value,
        *known.participants,
        known.place,
        *(f"#{tag}" for tag in known.tags),
        *known.other_titles,
    ]
    items = [element("li", fact, dir="auto") for fact in facts if fact]
    return element("ul", items, class_="facts") if items else None


def _said(row: Row, numbers: Numbers) -> Content:
    known = row.particulars
    claims = () if known is None else known.claims
    items = [_words(words, _claims_of(words, claims), numbers) for words in row.words]
    return element("ul", items, class_="said") if items else None


def _claims_of(words: Words, claims: Iterable[Said]) -> list[Said]:
    """Return the claims that are told together, since they are in the same words."""
    told = (words.says, words.aspect, words.dropped)
    return [claim for claim in claims if (claim.says, claim.aspect, claim.dropped) == told]


def _words(words: Words, claims: Sequence[Said], numbers: Numbers) -> Markup:
    speakers = [
        _speaker(name, [claim for claim in claims if claim.source == name], numbers) for name in words.sources
    ]
    return element(
        "li",
        ASPECT_WORDS[words.aspect],
        element("q", words.says, dir="auto"),
        (" ", element("span", "set aside", class_="aside")) if words.dropped else None,
        speakers,
        [
            element("blockquote", element("p", claim.quote), dir="auto")
            for claim in claims
            if claim.quote and claim.quote != claim.says
        ],
    )


def _speaker(name: str, claims: Sequence[Said], numbers: Numbers) -> Content:
    """Return who says it, with the page and with how firmly, where that is told."""
    notes = [note for claim in claims for note in _notes(claim)]
    return (
        " ",
        element("span", ", ".join([name, *dict.fromkeys(notes)]), class_="by", dir="auto"),
        " ",
        source_mark(name, numbers),
    )


def _notes(claim: Said) -> Iterator[str]:
    if claim.page:
        yield claim.page
    if claim.status is not None and claim.status not in UNREMARKABLE:
        yield claim.status.value
    if claim.anchor:
        yield f"told on {claim.anchor}"
    if claim.reads:
        yield f"taken to be {' or '.join(claim.reads)}"


def _more(known: Particulars, numbers: Numbers) -> Iterator[Content]:
    yield element("p", known.note, class_="note", dir="auto") if known.note else None
    yield _details(known)
    if known.conflicts:
        yield element("p", "In ", listed(map(_conflict_link, known.conflicts)), class_="alarm")
    yield from (element("p", unbroken(sentence), class_="finding excluded") for sentence in known.excluded)
    yield from (element("p", unbroken(sentence), class_="finding open") for sentence in known.still_open)
    yield _links(known)
    yield _why(known, numbers)


def _conflict_link(number: int) -> Markup:
    return element("a", f"conflict {number + 1}", href=f"#conflict-{number + 1}")


def _details(known: Particulars) -> Content:
    if not known.details:
        return None
    pairs = (
        element("div", element("dt", name, dir="auto"), element("dd", value, dir="auto"))
        for name, value in known.details
    )
    return element("dl", pairs, class_="details")


def _links(known: Particulars) -> Content:
    items = [element("li", _link(url)) for url in (*known.links, *known.media)]
    return element("ul", items, class_="links") if items else None


def _link(url: str) -> Content:
    target = link_target(url)
    return url if target is None else element("a", url, href=target, rel="noreferrer external")


def _why(known: Particulars, numbers: Numbers) -> Content:
    items = [_bound(bound, numbers) for bound in known.bounds]
    if known.passed_over:
        count = len(known.passed_over)
        summary = element("summary", f"{count} reading{'' if count == 1 else 's'} not weighed")
        sentences = element("ul", (element("li", unbroken(sentence)) for sentence in known.passed_over))
        items.append(element("li", element("details", summary, sentences)))
    return element("ul", items, class_="why", aria_label="Why these dates?") if items else None


def _bound(bound: BoundNote, numbers: Numbers) -> Markup:
    if not bound.grounds:
        return element("li", stamped(bound.says), class_="open")
    steps = (element("li", _ground(ground, numbers)) for ground in bound.grounds)
    return element(
        "li",
        element(
            "details",
            element("summary", stamped(bound.says), element("span", " why?", class_="ask")),
            element("ol", steps),
        ),
    )


def _ground(ground: Ground, numbers: Numbers) -> Content:
    mark = None if ground.source is None else (" ", source_mark(ground.source, numbers))
    if ground.follows is None:
        return "nothing else fits, since ", ground.says, mark
    follows = element("span", stamped(ground.follows), class_="follows")
    return follows, " ", element("span", ground.says, mark, class_="grounds")
