"""``timeline ask``: whether something must hold, cannot hold, or is open."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, text_options
from timeline.model.answers import Verdict
from timeline.ordering import parse_constraint

__all__ = ["command"]

CORRECTED = "The timeline contradicts itself: this is about what remains after the cheapest correction."


@click.command("ask")
@files_argument
@click.argument("question")
@as_json_option
def command(files: tuple[str, ...], question: str, *, as_json: bool) -> Output:
    """Tell whether something must hold, cannot hold, or is open.

    The QUESTION is a line as under `order` in a file. With the proof, or with one timeline for each case. Exit code 0: it must hold, 1: it need not.

    Example: timeline ask story.timeline.yaml "clearing before ceremony"
    """
    timeline = read_timeline(files)
    asked = parse_constraint(
        question, events=[event.id for event in timeline.events], conventions=timeline.conventions
    )
    report = checked(timeline)
    answers = [(constraint, timeline.entails(constraint)) for constraint in asked]
    code = 0 if all(answer.verdict is Verdict.ENTAILED for _, answer in answers) else 1
    if as_json:
        from timeline.formats.comparing import answer_value  # noqa: PLC0415  # for programs only

        return json_output([answer_value(constraint, answer) for constraint, answer in answers], code)
    from timeline.render.answers import answer_passage  # noqa: PLC0415  # for people only
    from timeline.render.lines import Role, passage_lines, wrapped  # noqa: PLC0415

    options = text_options()
    passages = [answer_passage(report, constraint, answer) for constraint, answer in answers]
    note = () if report.consistent else ((), *wrapped(CORRECTED, options, role=Role.QUIET))
    return Output((*passage_lines(passages, options), *note), code)
