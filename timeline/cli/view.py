"""``timeline view``: the page of a timeline in the browser, anew whenever its files change."""

from __future__ import annotations

import os
import tempfile
import time
import webbrowser
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from timeline.cli.inputs import STDIN, as_json_option, checked, files_argument, read_timeline
from timeline.cli.outputs import Output, json_output, tell, warn
from timeline.cli.site import Site, serving
from timeline.cli.views import view_options
from timeline.errors import RangeError, TimelineError
from timeline.formats import write_atomically
from timeline.render.layout import layout
from timeline.render.page import render_page, render_problem
from timeline.render.view import Detail, View

__all__ = ["changes", "command", "watch"]

Files = tuple[str, ...]
PAUSE = 0.3
"""Seconds between two looks at the files."""


@click.command("view")
@files_argument
@click.option("--watch", "watching", is_flag=True, help="Show it anew whenever a file changes; Ctrl-C ends.")
@view_options(Detail.FULL)
@as_json_option
def command(files: Files, *, watching: bool, view: View, as_json: bool) -> Output:
    """Open the page of a timeline in the browser.

    With --watch, the page is served to this machine alone and loads itself anew when a file is saved; what is wrong with a file is told in the terminal and on
    the page.

    Example: timeline view --watch story.timeline.yaml
    """
    if not watching:
        path, opened = _opened(files, view)
        return json_output({"page": path, "opened": opened}) if as_json else Output(f"{path}\n")
    if as_json:
        raise RangeError("a page that is watched is for people", hint="leave out --json or --watch")
    if STDIN in files:
        raise RangeError("standard input cannot be watched", hint="name files")
    watch(files, view, webbrowser.open, changes(files, lambda: time.sleep(PAUSE)))
    return Output("")


def _opened(files: Files, view: View) -> tuple[str, bool]:
    """Write the page to a new file and open it; return its path, and whether there was a browser for it."""
    timeline = read_timeline(files)
    page = render_page(layout(timeline, checked(timeline), view))
    descriptor, path = tempfile.mkstemp(prefix="timeline-", suffix=".html")
    os.close(descriptor)
    write_atomically(path, page.encode())
    opened = webbrowser.open(Path(path).as_uri())
    if not opened:
        warn("no browser could be opened; this is the page")
    return path, opened


def watch(files: Files, view: View, opener: Callable[[str], object], changed: Iterable[object]) -> None:
    """Serve the page, open it, and publish it again for each change; an interrupt ends it."""
    site = Site()
    _publish(site, files, view)
    with serving(site) as address:
        tell(f"watching at {address}")
        opener(address)
        try:
            for _ in changed:
                _publish(site, files, view)
        except KeyboardInterrupt:
            tell("no longer watching")


def _publish(site: Site, files: Files, view: View) -> None:
    """Publish the page of the files as they are now, or what is wrong with them."""
    version = site.next_version
    try:
        timeline = read_timeline(files)
        report = checked(timeline)
        page = render_page(layout(timeline, report, view), version)
        tell(f"{len(timeline.events):,} events, {'consistent' if report.consistent else 'inconsistent'}")
    except TimelineError as error:
        for line in str(error).split("\n"):
            warn(f"error: {line}")
        page = render_problem(str(error), version)
    site.publish(page.encode())


def changes(files: Files, pause: Callable[[], object]) -> Iterator[Files]:
    """Return the files whenever one of them is no longer what it was, with a pause between looks.

    >>> looks = changes(("/nowhere.yaml",), pause=lambda: None)
    """
    before = _state(files)
    while True:
        pause()
        after = _state(files)
        if after != before:
            yield files
        before = after


def _state(files: Files) -> list[tuple[int, int, int] | None]:
    found: list[tuple[int, int, int] | None] = []
    for file in files:
        try:
            status = Path(file).stat()
            found.append((status.st_mtime_ns, status.st_size, status.st_ino))
        except OSError:  # between two moments of saving there may be no file
            found.append(None)
    return found
