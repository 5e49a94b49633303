"""A layout as one page of HTML: everything in one file, nothing fetched, readable without a script and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline._version import __version__
from timeline.render.assets import asset, integrity
from timeline.render.entries import again, entry, source_mark
from timeline.render.layout import Layout, Row
from timeline.render.markup import Content, Markup, element, link_target, listed, within_page
from timeline.render.particulars import RuleNote, SourceNote
from timeline.render.picture import anchor_of, key, patterns, picture, signs_used
from timeline.render.stamps import unbroken
from timeline.render.wording import Passage

__all__ = ["render_page", "render_problem"]

UNTITLED = "Timeline"


def render_page(layout: Layout, version: int | None = None) -> str:
    """Return a layout as a page; with particulars in its rows, every bound opens its proof.

    With a `version`, the page asks the server it came from for a later one, and loads itself anew.

    >>> from timeline.events import Event
    >>> from timeline.model.timeline import Timeline
    >>> from timeline.render.layout import layout
    >>> story = Timeline("Peace").add(Event("treaty", "Treaty signed").said("2024-06"))
    >>> page = render_page(layout(story, story.check()))
    >>> page.startswith("<!doctype html>"), "<h1" in page
    (True, True)
    """
    numbers = {source.id: number for number, source in enumerate(layout.sources, 1)}
    content = (
        element("a", "Skip to the events", class_="skip", href="#events"),
        _masthead(layout),
        element(
            "main",
            _overview(layout),
            _conflicts(layout),
            _events(layout, numbers),
            _rules(layout, numbers),
            _sources(layout),
        ),
        _colophon(layout),
    )
    return _document(_title(layout), content, version)


def render_problem(message: str, version: int) -> str:
    """Return a page that tells why there is none, until there is one.

    >>> "no such file" in render_problem("story.yaml: there is no such file", 2)
    True
    """
    lines = (element("li", line) for line in message.split("\n"))
    told = element("section", element("h2", "What is wrong"), element("ul", lines), id="problem")
    heading = element("header", element("h1", "The timeline cannot be read"))
    return _document("The timeline cannot be read", (heading, element("main", told)), version)


def _document(title: str, content: Content, version: int | None) -> str:
    """Put content into a page with its style and scripts, and a policy that allows just these."""
    style = f"{asset('picture.css')}\n{asset('page.css')}"
    scripts = [asset("page.js")] if version is None else [asset("page.js"), asset("watch.js")]
    policy = [
        "default-src 'none'",
        f"style-src {integrity(style)}",
        f"script-src {' '.join(map(integrity, scripts))}",
        "img-src data:",
        *(["connect-src 'self'"] if version is not None else []),
        "base-uri 'none'",
        "form-action 'none'",
    ]
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content="; ".join(policy)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"timeline {__version__}"),
        element("link", rel="icon", href="data:,"),
        element("title", title),
        element("style", Markup(style)),
    )
    body = element(
        "body",
        content,
        (element("script", Markup(script)) for script in scripts),
        data_version=None if version is None else f"{version}",
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en').text}\n"


def _title(layout: Layout) -> str:
    return layout.title if layout.title.strip() else UNTITLED


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def _masthead(layout: Layout) -> Markup:
    counts = _counted(len(layout.rows), "event")
    if layout.sources:
        counts += f", {_counted(len(layout.sources), 'source')}"
    verdict: Content = layout.verdict.capitalize()
    if layout.conflicts:
        verdict = element("a", verdict, href="#conflicts")
    return element(
        "header",
        element("h1", _title(layout), dir="auto"),
        element(
            "p",
            element("span", verdict, class_="verdict conflict" if layout.conflicts else "verdict"),
            element("span", counts),
            class_="standing",
        ),
        element("p", layout.note, class_="note", dir="auto") if layout.note else None,
    )


def _section(name: str, heading: str, *content: Content) -> Markup:
    return element(
        "section",
        element("h2", heading, id=f"{name}-heading"),
        *content,
        id=name,
        aria_labelledby=f"{name}-heading",
    )


def _overview(layout: Layout) -> Content:
    drawn = picture(layout, linked=True)
    if drawn is None:
        return None
    figure = element(
        "svg",
        patterns(),
        drawn.content,
        class_="picture",
        width="100%",
        height=f"{drawn.height}",
        role="group",
        aria_label="Overview: a bar for each event, told in full in the list below",
    )
    return _section(
        "overview",
        "Overview",
        element("figure", element("div", figure, class_="frame"), _legend(layout.rows), _footer(layout)),
    )


def _legend(rows: Sequence[Row]) -> Markup:
    items = (
        element("li", element("svg", key(name), class_="picture", aria_hidden="true"), meaning)
        for name, meaning in signs_used(rows)
    )
    return element("ul", items, class_="legend", aria_label="Legend")


def _footer(layout: Layout) -> Content:
    if not layout.footer:
        return None
    return element("figcaption", "; ".join(layout.footer))


def _conflicts(layout: Layout) -> Content:
    if not layout.conflicts:
        return None
    items = (_conflict(number, passage) for number, passage in enumerate(layout.conflicts, 1))
    correction = (
        element("p", "Cheapest correction: ", layout.correction, ".", class_="correction")
        if layout.correction
        else None
    )
    return _section("conflicts", "What cannot all be true", element("ol", items), correction)


def _conflict(number: int, passage: Passage) -> Markup:
    lines = (
        element("ul", (element("li", unbroken(line)) for line in passage.lines)) if passage.lines else None
    )
    return element("li", element("p", unbroken(passage.head)), lines, id=f"conflict-{number}")


def _events(layout: Layout, numbers: dict[str, int]) -> Markup:
    if not layout.rows:
        return _section("events", "Events", element("p", "No events."))
    return _section("events", "Events", _groups(layout, numbers))


def _groups(layout: Layout, numbers: dict[str, int]) -> Iterator[Content]:
    """Return a list for each group; an event is told once, and named where it belongs again."""
    told: set[str] = set()
    for heading, rows in layout.grouped():
        level = "h3" if heading is None else "h4"
        yield None if heading is None else element("h3", heading, class_="group", dir="auto")
        items = [again(row, level) if row.id in told else entry(row, numbers, level) for row in rows]
        yield element("ol", items, class_="events")
        told.update(row.id for row in rows)


def _rules(layout: Layout, numbers: dict[str, int]) -> Content:
    """Return what must hold between events, and what vague words mean where it is not the usual."""
    if not layout.rules and not layout.conventions:
        return None
    items = [element("li", _rule(rule, numbers)) for rule in layout.rules]
    items += [element("li", convention) for convention in layout.conventions]
    return _section("rules", "Order, distances, conventions", element("ul", items))


def _rule(rule: RuleNote, numbers: dict[str, int]) -> Content:
    mark = None if rule.source is None else (" ", source_mark(rule.source, numbers))
    quote = None if rule.quote is None else (" ", element("q", rule.quote, dir="auto"))
    return rule.says, mark, quote


def _sources(layout: Layout) -> Content:
    if not layout.sources:
        return None
    cited = _cited(layout.rows)
    items = (_source(source, cited.get(source.id, [])) for source in layout.sources)
    return _section("sources", "Sources", element("ol", items))


def _cited(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        for source in dict.fromkeys(name for words in row.words for name in words.sources):
            found.setdefault(source, []).append(row)
    return found


MOST_CITING = 40
"""So many events are named below a source; the others are counted."""


def _source(source: SourceNote, rows: Sequence[Row]) -> Markup:
    target = None if source.url is None else link_target(source.url)
    title: Content = source.title if source.title.strip() else source.id
    shown = element("cite", title, dir="auto")
    named = shown if target is None else element("a", shown, href=target, rel="noreferrer external")
    facts = [
        source.publisher,
        source.published,
        source.zone,
        source.reliability,
        source.url if source.url and target is None else None,
    ]
    about = [element("a", _named(row), href=within_page(anchor_of(row.id))) for row in rows[:MOST_CITING]]
    rest = len(rows) - len(about)
    if rest:
        about.append(element("span", f"and {rest:,} more"))
    return element(
        "li",
        element("p", named, " ", element("span", source.id, class_="id") if title != source.id else None),
        element("p", [element("span", fact, dir="auto") for fact in facts if fact], class_="facts"),
        element("p", source.note, class_="note", dir="auto") if source.note else None,
        element("p", "On ", listed(about), class_="citing") if about else None,
        id=f"source-{source.id}",
    )


def _named(row: Row) -> Markup:
    return element("bdi", row.title if row.title.strip() else row.id)


def _colophon(layout: Layout) -> Markup:
    dates = "Dates are those of ISO 8601: year, month, day; two dots between two dates mean some time within them."
    before_one = any("-" in row.phrase[:1] or " -" in row.phrase for row in layout.rows)
    era = " The year 0000 is 1 BCE, -0001 is 2 BCE." if before_one else None
    return element("footer", element("p", dates, era, f" Made with timeline {__version__}."))
