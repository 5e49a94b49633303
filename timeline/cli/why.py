"""``timeline why``: where the bounds of an event come from."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import attrs
import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, text_options
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.model.report import Corner, Correction, EventReport, Influence
from timeline.model.timeline import Timeline
from timeline.render.arguments import bound_passage
from timeline.render.dates import phrase_of_event
from timeline.render.lines import Line, Role, TextOptions, passage_lines, wrapped
from timeline.render.sentences import influence_passage, passed_over_sentences, way_out_passage
from timeline.render.text import section_lines
from timeline.render.wording import Passage

__all__ = ["command"]

SHOWN = 10
"""So many corrections are shown; each costs a check."""


@click.command("why")
@files_argument
@click.argument("event")
@click.option(
    "--corrections", is_flag=True, help="Show what to drop so that everything else fits, best first."
)
@click.option(
    "--sensitivity", is_flag=True, help="Show how far each bound would move without each statement."
)
@as_json_option
def command(
    files: tuple[str, ...], event: str, *, corrections: bool, sensitivity: bool, as_json: bool
) -> Output:
    """Show where the bounds of an EVENT come from.

    For each bound, the statements that prove it, with the dates they lead to.

    Example: timeline why yonhap.timeline.yaml tass.timeline.yaml clearing
    """
    timeline = read_timeline(files)
    known = timeline[event].id
    report = checked(timeline)[known]
    ways_out = tuple(_ways_out(timeline, known)) if corrections else ()
    held = tuple(timeline.sensitivity(known, corner) for corner in Corner) if sensitivity else ()
    if as_json:
        from timeline.formats.comparing import correction_value, influence_value  # noqa: PLC0415
        from timeline.formats.reporting import event_value  # noqa: PLC0415  # for programs only

        value = event_value(report)
        if corrections:
            value["corrections"] = [correction_value(*way_out) for way_out in ways_out]
        if sensitivity:
            pairs = zip(Corner, held, strict=True)
            value["sensitivity"] = {
                corner.value: [influence_value(one) for one in found] for corner, found in pairs
            }
        return json_output(value)
    options = text_options()
    sections = (
        ("Without a statement", _without_each(report, held), Role.PLAIN),
        ("Corrections", _told(known, ways_out), Role.PLAIN),
    )
    return Output((*_lines(report, timeline.conventions, options), *section_lines(sections, options)))


def _ways_out(timeline: Timeline, event: str) -> Iterator[tuple[Correction, EventReport]]:
    """Return the best corrections, each with what follows for the event then; one more than are shown."""
    for correction in itertools.islice(timeline.corrections(), SHOWN + 1):
        yield correction, timeline.without(*correction.statements).why(event)


def _without_each(report: EventReport, held: Iterable[tuple[Influence, ...]]) -> tuple[Passage, ...]:
    pairs = zip(report.bounds, held, strict=False)
    return tuple(influence_passage(report.event.id, bound, found) for bound, found in pairs if found)


def _told(event: str, ways_out: Sequence[tuple[Correction, EventReport]]) -> tuple[Passage, ...]:
    told = tuple(way_out_passage(correction, event, then) for correction, then in ways_out[:SHOWN])
    return (*told, Passage("and there are more")) if len(ways_out) > SHOWN else told


def _lines(report: EventReport, conventions: Conventions, options: TextOptions) -> list[Line]:
    event = report.event
    title = f"{event.id}: {event.title}" if event.title else event.id
    lines = [
        *wrapped(title, options, role=Role.TITLE),
        *wrapped(phrase_of_event(report), options, role=Role.DATE),
        (),
        *passage_lines((bound_passage(event.id, bound) for bound in report.bounds), options),
    ]
    passed_over = passed_over_sentences(report)
    if passed_over:
        lines += [(), *passage_lines(map(Passage, passed_over), options)]
    used = _conventions_in(report, conventions)
    if used:
        lines.append(())
        for sentence in used:
            lines += wrapped(sentence, options, role=Role.QUIET, rest="  ")
    return lines


def _conventions_in(report: EventReport, conventions: Conventions) -> list[str]:
    """Return the conventions that the words behind the bounds name, and those that are not the usual ones."""
    words = {
        word.strip(",.").lower()
        for bound in report.bounds
        for statement in bound.proof.statements
        for word in statement.says.split()
    }
    usual = attrs.asdict(DEFAULT, recurse=False)
    return [
        f"{name} = {value}: {sentence}"
        for name, value, sentence in conventions.describe()
        if name in words or getattr(conventions, name) != usual[name]
    ]
