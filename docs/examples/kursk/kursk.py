"""The engineers' story with the import API: four sources, event classes of our own, and what follows.

Run it: ``python docs/examples/kursk/kursk.py``
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from timeline import Event, Relation, Source, Status, Timeline, as_text


@attrs.frozen
class Treaty(Event):
    """An agreement between states."""

    parties: tuple[str, ...] = ()


@attrs.frozen
class Deployment(Event):
    """Troops sent somewhere."""

    strength: str = ""


@attrs.frozen
class Ceremony(Event):
    """A public act."""

    host: str = ""


def told_by(*told: str) -> Timeline:
    """Return the story as some of the sources tell it."""
    seoul, moscow = "Asia/Seoul", "Europe/Moscow"
    sources = {
        "yonhap": Source("yonhap", "North welcomes its engineers home", published="2025-12-13", zone=seoul),
        "tass": Source("tass", "Sapper regiment back from Kursk", published="2025-12-13", zone=moscow),
        "kbs": Source("kbs", "Regiment welcomed in Pyongyang", published="2025-12-13", zone=seoul),
        "chosun": Source("chosun", "Sappers decorated after Kursk", published="2025-12-13", zone=seoul),
    }
    treaty = Treaty("treaty", "Mutual defence treaty signed", parties=("North Korea", "Russia"))
    treaty = treaty.said("last June", by="yonhap").said("the summer of 2024", by="tass")
    combat = Deployment("combat", "Combat troops deployed", strength="about 15,000").said(
        "earlier", by="yonhap"
    )
    engineers = Deployment("engineers", "Engineer regiment leaves for Kursk", strength="about 1,000")
    engineers = engineers.said("early August", by="yonhap").said("Early in August", by="tass")
    engineers = engineers.said("early Aug.", by="chosun")
    clearing = Event("clearing", "Mines cleared in Kursk").lasted("less than three months", by="yonhap")
    clearing = clearing.lasted("only three months", by="kbs").lasted("less than three months", by="chosun")
    ceremony = Ceremony("ceremony", "Welcoming ceremony", place="Pyongyang", host="Kim Jong Un")
    ceremony = ceremony.said("Friday", by="yonhap").said("December 12", by="tass")
    ceremony = ceremony.said("the previous day", by="kbs").said("the 9th to 11th", by="chosun")
    recognition = Event("recognition", "Further public recognition", status=Status.EXPECTED)
    recognition = recognition.said("coming months", by="yonhap")

    whole = Timeline("The engineers' mission and return", sources=sources.values()).add(
        treaty, combat, engineers, clearing, ceremony, recognition
    )
    whole = whole.add(
        treaty.precedes(combat),
        combat.precedes(engineers),
        engineers.meets(clearing),
        clearing.precedes(ceremony),
        ceremony.precedes(recognition),
    )
    for name in sources.keys() - set(told):
        whole = whole.without_source(name)
    return whole


def main() -> None:
    """Tell the story three times, with more sources each time."""
    one = told_by("yonhap")
    print("With one source, the treaty was signed in:")
    for reading in one.readings(one["treaty"].claims[0]):
        print(f"  {reading.edtf} ({reading.reason})")

    two = told_by("yonhap", "tass")
    print("\nWith a second source:\n")
    print(as_text(two))

    print("\nHow the clearing relates to the ceremony:", *names(two.relation("clearing", "ceremony")))
    answer = two.entails(two["treaty"].precedes("ceremony"))
    print("That the treaty was signed before the ceremony is", answer.verdict.value)

    report = told_by("yonhap", "tass", "kbs", "chosun").check()
    print("\nWith all four:", "consistent" if report.consistent else "inconsistent")
    for conflict in report.conflicts:
        print("  cannot both be true:", " / ".join(str(statement) for statement in conflict.statements))
    print("  cheapest correction:", *(f"drop {statement}" for statement in report.correction.statements))


def names(relations: Iterable[Relation]) -> list[str]:
    """Return the names of some of Allen's relations, in order."""
    return [relation.value for relation in Relation if relation in relations]


if __name__ == "__main__":
    main()
