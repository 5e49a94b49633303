"""``python -m timeline`` and the console script ``timeline``."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line; ``--version`` alone is answered before anything else is loaded."""
    if sys.argv[1:] == ["--version"]:
        from timeline._compiled import solver_text  # noqa: PLC0415  # kept beside their only use
        from timeline._version import __version__  # noqa: PLC0415

        sys.stdout.write(f"timeline {__version__} ({solver_text()})\n")
        return 0
    import gc  # noqa: PLC0415  # as click

    from timeline.cli.program import program  # noqa: PLC0415  # click is loaded for commands only

    gc.disable()  # a command ends soon and builds values without cycles: looking for some takes a third of the time
    try:
        program(prog_name="timeline")
    except SystemExit as ended:
        _leave(ended.code)
        raise
    return 0


def _leave(code: object) -> None:
    """End the process at once: to take the values of a large timeline apart, one by one, would be an eighth of a check.

    What must be written was written. A profiler or debugger is let finish its work; so is Python, if there is something to tell.
    """
    import os  # noqa: PLC0415  # as click

    if type(code) is not int or sys.getprofile() is not None or sys.gettrace() is not None:
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError, AttributeError):
        return
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
