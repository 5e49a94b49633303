"""Timelines that the tests of rendering draw: the engineers' story, and others that are hard to draw."""

from __future__ import annotations

from timeline.events import Aspect, Claim, Event, Status
from timeline.model.timeline import Timeline
from timeline.sources import Source
from timeline.times import Period
from timeline.times.distance import Distance

PUBLISHED = "2025-12-13"
SOURCES = {
    "yonhap": Source("yonhap", published=PUBLISHED, zone="Asia/Seoul"),
    "tass": Source("tass", published=PUBLISHED, zone="Europe/Moscow"),
    "kbs": Source("kbs", published=PUBLISHED, zone="Asia/Seoul"),
    "chosun": Source("chosun", published=PUBLISHED, zone="Asia/Seoul"),
}


def engineers(*names: str) -> Timeline:
    """Return the engineers' story as some of its sources tell it, all four unless told."""
    treaty = Event("treaty", "Mutual defence treaty signed", kind="Treaty")
    treaty = treaty.said("last June", by="yonhap").said("the summer of 2024", by="tass")
    combat = Event("combat", "Combat troops deployed").said("earlier", by="yonhap")
    leave = Event("engineers", "Engineer regiment leaves for Kursk").said("early August", by="yonhap")
    leave = leave.said("Early in August", by="tass").said("early Aug.", by="chosun")
    clearing = Event("clearing", "Mines cleared in Kursk").lasted("less than three months", by="yonhap")
    clearing = clearing.lasted("only three months", by="kbs").lasted("less than three months", by="chosun")
    ceremony = (
        Event("ceremony", "Welcoming ceremony").said("Friday", by="yonhap").said("December 12", by="tass")
    )
    ceremony = ceremony.said("the previous day", by="kbs").said("the 9th to 11th", by="chosun")
    honours = Event("honours", "Regiment decorated")
    recognition = Event("recognition", "Further public recognition", status=Status.EXPECTED)
    recognition = recognition.said("coming months", by="yonhap")
    story = Timeline("The engineers' mission and return", sources=SOURCES.values()).add(
        treaty, combat, leave, clearing, ceremony, honours, recognition
    )
    story = story.add(
        treaty.precedes(combat),
        combat.precedes(leave),
        leave.meets(clearing),
        clearing.precedes(ceremony),
        honours.during(ceremony),
        ceremony.precedes(recognition),
    )
    for name in SOURCES:
        if names and name not in names:
            story = story.without_source(name)
    return story


def outlier() -> Timeline:
    """Return three events of one year and one of two thousand years before."""
    return Timeline("The Ides, and a year much later").add(
        Event("ides", "Caesar killed").said("-0043-03-15"),
        Event("first", "First meeting").said("2025-06-02"),
        Event("second", "Second meeting").said("2025-08"),
        Event("third", "Third meeting").said("2025-12-12"),
    )


def undated() -> Timeline:
    """Return events of which only the order is known, but for one."""
    founding, building, fire = (
        Event("founding", "Founding"),
        Event("building", "Building"),
        Event("fire", "Fire"),
    )
    rebuilding = Event("rebuilding", "Rebuilding").said("1666/1670")
    legend = Event("legend", "What the legend tells")
    return Timeline("Nothing but order").add(
        founding,
        building,
        fire,
        rebuilding,
        legend,
        founding.precedes(building),
        building.precedes(fire),
        fire.precedes(rebuilding),
    )


def outage() -> Timeline:
    """Return an hour or two of a machine, to the second."""
    log = Source("log", published="2025-03-01")
    down = Event("down", "Service down").said("2025-03-01T14:05:07Z", by="log", aspect=Aspect.START)
    down = down.said("2025-03-01T16:20Z", by="log", aspect=Aspect.END)
    return Timeline("Outage", sources=[log]).add(
        Event("alarm", "Alarm").said("2025-03-01T14:05Z", by="log"),
        down,
        Event("fix", "Fix rolled out").said("2025-03-01T16:18Z", by="log"),
    )


def open_sides() -> Timeline:
    """Return a bar of every kind."""
    return Timeline("Occupation and after").add(
        Event("occupation", "Occupation").said("1940-05/1945-05"),
        Event("before", "Plans").said("before 1930"),
        Event("after", "Reparations").said("after 1945"),
        Event("start", "Radio goes on air").said("1950-05-05", aspect=Aspect.START),
        Event("end", "Rationing").said("1950-05-05", aspect=Aspect.END),
        Event("window", "Some time in between").said("between 1935 and 1955"),
    )


def several_conflicts() -> Timeline:
    """Return a circle, a chain that is too short, and two days of one event."""
    one, two, three = Event("one"), Event("two"), Event("three")
    leave = Event("leave").said("July 2025", by="yonhap")
    stay = Event("stay").lasted("less than three months", by="tass")
    back = Event("back").said("December 12", by="tass")
    late = Event("late").said("2025-03-01")
    early = Event("early").said("2025-02-01")
    return Timeline(sources=[SOURCES["yonhap"], SOURCES["tass"]]).add(
        one,
        two,
        three,
        leave,
        stay,
        back,
        late,
        early,
        one.precedes(two),
        two.precedes(three),
        three.precedes(one),
        leave.meets(stay),
        stay.meets(back),
        late.follows(early, Distance(at_least=Period.of(months=2))),
    )


HOSTILE = (
    "\x1b[2J\x1b]8;;http://x\x07link\x1b]8;;\x07",
    "a\rb\nc\td\x00e\x9bf\x7fg",
    "left \u202eright\u202c \u2066isolate\u2069 \u200fmark",
    "[/b] [link=http://x] [bold red]markup",
    "조약 서명 — 北朝鮮とロシア",
    "👩‍👩‍👧‍👦 family ❤️ 🇰🇷 👍🏽",
    "e\u0301\u0302\u0303\u0304 combining",
    "x" * 300,
    "宽" * 150,
    "line\u2028separator\u2029paragraph \ufeffbom \u00adsoft",
    "ك" * 40,
    " ",
)


def hostile() -> Timeline:
    """Return titles, words and sources that would like to do more than be read."""
    events = [Event(f"e{number:02}", text) for number, text in enumerate(HOSTILE)]
    claimed = [
        event.claiming(Claim(f"2025-0{1 + number % 9}", None, quote=event.title))
        for number, event in enumerate(events)
    ]
    return Timeline(HOSTILE[0], note=HOSTILE[1]).add(*claimed)
