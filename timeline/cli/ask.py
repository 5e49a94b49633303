"""``timeline ask``: whether something must hold, how likely it is, or how far apart two things are."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, text_options
from timeline.constraints import Constraint, End, Point
from timeline.errors import RangeError
from timeline.model.answers import Verdict
from timeline.model.report import Report
from timeline.model.timeline import Timeline
from timeline.ordering import parse_constraint, parse_point
from timeline.render.wording import Passage

__all__ = ["command"]

CORRECTED = "The timeline contradicts itself: this is about what remains after the cheapest correction."
BORDERS = {"between": "and", "from": "to"}
"""How a question for a distance goes on after "how long", and what parts its two ends."""


@click.command("ask")
@files_argument
@click.argument("question")
@as_json_option
@click.option(
    "--likelihood", is_flag=True, help="Estimate how likely it is, if all timelines that are allowed are."
)
@click.option("--seed", type=int, help="The number from which the estimate is drawn; it has to be given.")
def command(
    files: tuple[str, ...], question: str, *, as_json: bool, likelihood: bool, seed: int | None
) -> Output:
    """Tell whether something must hold, or how far apart two events are.

    The QUESTION is a line as under `order` in a file, or begins with "how long". With the proof, or with one timeline for each case.
    Exit code 0: it must hold, or was estimated, 1: it need not.

    Example: timeline ask story.timeline.yaml "clearing before ceremony"

    Another: timeline ask story.timeline.yaml "how long between clearing and ceremony"
    """
    if likelihood != (seed is not None):
        raise RangeError("--likelihood and --seed go together", hint="say `--likelihood --seed 1`")
    timeline = read_timeline(files)
    ends = _ends(question, timeline)
    if ends is not None and seed is not None:
        raise RangeError("how long is no question of likelihood", hint="leave out --likelihood")
    asked = () if ends else _asked(question, timeline)
    report = checked(timeline)
    if ends is not None:
        return _how_long(timeline, report, ends, as_json=as_json)
    if seed is not None:
        return _how_likely(timeline, report, asked, seed, as_json=as_json)
    return _whether(timeline, report, asked, as_json=as_json)


def _asked(question: str, timeline: Timeline) -> tuple[Constraint, ...]:
    ids = [event.id for event in timeline.events]
    return parse_constraint(question, events=ids, conventions=timeline.conventions)


def _ends(question: str, timeline: Timeline) -> tuple[Point, Point] | None:
    """Read a question for a distance: between two events it is from the end of one to the start of the other."""
    words = question.removesuffix("?").split()
    if [word.lower() for word in words[:2]] != ["how", "long"]:
        return None
    border = BORDERS.get(words[2].lower()) if len(words) > 2 else None
    if border is None or words.count(border) != 1:
        hint = "write `how long between a and b` or `how long from the start of a to the end of b`"
        raise RangeError(f"no question for a distance: {question!r}", hint=hint)
    middle = words.index(border)
    return (
        _end(words[3:middle], End.END, timeline),
        _end(words[middle + 1 :], End.START, timeline),
    )


def _end(words: list[str], otherwise: End, timeline: Timeline) -> Point:
    """Read one end, which is that of an event where the words say only that."""
    if len(words) == 1:
        return Point(timeline[words[0]].id, otherwise)
    return parse_point(" ".join(words), events=[event.id for event in timeline.events])


def _whether(timeline: Timeline, report: Report, asked: tuple[Constraint, ...], *, as_json: bool) -> Output:
    answers = [(constraint, timeline.entails(constraint)) for constraint in asked]
    code = 0 if all(answer.verdict is Verdict.ENTAILED for _, answer in answers) else 1
    if as_json:
        from timeline.formats.comparing import answer_value  # noqa: PLC0415  # for programs only

        return json_output([answer_value(constraint, answer) for constraint, answer in answers], code)
    from timeline.render.answers import answer_passage  # noqa: PLC0415  # for people only

    return _told([answer_passage(report, constraint, answer) for constraint, answer in answers], report, code)


def _how_likely(
    timeline: Timeline, report: Report, asked: tuple[Constraint, ...], seed: int, *, as_json: bool
) -> Output:
    found = [(constraint, timeline.probability(constraint, seed=seed)) for constraint in asked]
    if as_json:
        from timeline.formats.comparing import likelihood_value  # noqa: PLC0415  # for programs only

        return json_output([likelihood_value(constraint, likelihood) for constraint, likelihood in found])
    from timeline.render.answers import likelihood_passage  # noqa: PLC0415  # for people only

    return _told([likelihood_passage(constraint, likelihood) for constraint, likelihood in found], report)


def _how_long(timeline: Timeline, report: Report, ends: tuple[Point, Point], *, as_json: bool) -> Output:
    found = timeline.distance(*ends)
    if as_json:
        from timeline.formats.comparing import apart_value  # noqa: PLC0415  # for programs only

        return json_output(apart_value(found))
    from timeline.render.answers import apart_passage  # noqa: PLC0415  # for people only

    return _told([apart_passage(found)], report)


def _told(passages: list[Passage], report: Report, code: int = 0) -> Output:
    from timeline.render.lines import Role, passage_lines, wrapped  # noqa: PLC0415  # for people only

    options = text_options()
    note = () if report.consistent else ((), *wrapped(CORRECTED, options, role=Role.QUIET))
    return Output((*passage_lines(passages, options), *note), code)
