"""``timeline check``: whether everything can be true together."""

from __future__ import annotations

import click

from timeline.cli.inputs import as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, text_options
from timeline.model.timeline import Timeline

__all__ = ["command"]


@click.command("check")
@files_argument
@as_json_option
def command(files: tuple[str, ...], *, as_json: bool) -> Output:
    """Prove whether everything can be true together.

    Tells the conflicts, the cheapest correction, and which readings fall. Exit code 0: consistent, 1: not.

    Example: timeline check yonhap.timeline.yaml tass.timeline.yaml
    """
    timeline = read_timeline(files)
    report = checked(timeline)
    code = 0 if report.consistent else 1
    if as_json:
        from timeline.formats.reporting import report_value  # noqa: PLC0415  # for programs only

        return json_output(report_value(report), code)
    from timeline.render.findings import findings  # noqa: PLC0415  # for people only
    from timeline.render.lines import Role, Span  # noqa: PLC0415
    from timeline.render.text import finding_lines  # noqa: PLC0415

    found = findings(report)
    verdict = (Span(found.verdict, Role.TITLE if report.consistent else Role.PROBLEM),)
    counted = (Span(_counts(timeline), Role.QUIET),)
    return Output((verdict, counted, *finding_lines(found, text_options())), code)


def _counts(timeline: Timeline) -> str:
    claims = sum(len(event.claims) for event in timeline.events)
    counts = (
        (len(timeline.events), "event"),
        (claims, "claim"),
        (len(timeline.constraints), "constraint"),
        (len(timeline.sources), "source"),
    )
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts)
