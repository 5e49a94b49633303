"""``timeline why``: where the bounds of an event come from."""

from __future__ import annotations

import attrs
import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, text_options
from timeline.expressions.conventions import DEFAULT, Conventions
from timeline.model.report import EventReport
from timeline.render.arguments import bound_passage
from timeline.render.dates import phrase_of_event
from timeline.render.lines import Line, Role, TextOptions, passage_lines, wrapped
from timeline.render.sentences import passed_over_sentences
from timeline.render.wording import Passage

__all__ = ["command"]


@click.command("why")
@files_argument
@click.argument("event")
@as_json_option
def command(files: tuple[str, ...], event: str, *, as_json: bool) -> Output:
    """Show where the bounds of an EVENT come from.

    For each bound, the statements that prove it, with the dates they lead to.

    Example: timeline why yonhap.timeline.yaml tass.timeline.yaml clearing
    """
    timeline = read_timeline(files)
    known = timeline[event].id
    report = checked(timeline)[known]
    if as_json:
        from timeline.formats.reporting import event_value  # noqa: PLC0415  # for programs only

        return json_output(event_value(report))
    return Output(tuple(_lines(report, timeline.conventions, text_options())))


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
