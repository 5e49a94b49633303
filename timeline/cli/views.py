"""The options by which commands choose what of a timeline is to be seen."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click

from timeline.events import Status
from timeline.render.view import Detail, Grouping, Sorting, View, first_day_of, last_day_of

__all__ = ["view_options"]

Result = TypeVar("Result")


def _choice(kind: type[Detail | Grouping | Sorting | Status]) -> click.Choice[str]:
    return click.Choice([one.value for one in kind])


OPTIONS = (
    click.option("--group-by", type=_choice(Grouping), help="Put events together."),
    click.option("--since", metavar="DATE", help="Leave out what was over before a year, month or day."),
    click.option("--until", metavar="DATE", help="Leave out what began after a year, month or day."),
    click.option("--tag", "tags", multiple=True, help="Show events with a tag; again for more."),
    click.option(
        "--status", "statuses", multiple=True, type=_choice(Status), help="Show events of a status."
    ),
    click.option("--sort-by", type=_choice(Sorting), default="time", help="The order of events."),
    click.option("--detail", type=_choice(Detail), help="Dates alone, the words as well, or every proof."),
)


def view_options(detail: Detail) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Add the options to a command, which is then given a `view`; `detail` is the usual one.

    >>> @click.command()
    ... @view_options(Detail.WORDS)
    ... def show(view: View) -> None:
    ...     print(view.tags, view.detail.value)
    >>> show(["--tag", "war"], standalone_mode=False)
    ('war',) words
    """

    def decorate(command: Callable[..., Result]) -> Callable[..., Result]:
        @functools.wraps(command)
        def wrapper(**options: Any) -> Result:
            return command(view=_taken(options, detail), **options)

        for option in reversed(OPTIONS):
            wrapper = option(wrapper)
        return wrapper

    return decorate


def _taken(options: dict[str, Any], usual: Detail) -> View:
    """Take the options of a view out of those of a command."""
    group_by, since, until = (options.pop(name) for name in ("group_by", "since", "until"))
    tags, statuses, sort_by, detail = (
        options.pop(name) for name in ("tags", "statuses", "sort_by", "detail")
    )
    return View(
        detail=usual if detail is None else Detail(detail),
        group_by=None if group_by is None else Grouping(group_by),
        sort_by=Sorting(sort_by),
        since=None if since is None else first_day_of(since),
        until=None if until is None else last_day_of(until),
        tags=tags,
        statuses=[Status(status) for status in statuses],
    )
