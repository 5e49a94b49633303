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
    program(prog_name="timeline")
    return 0


if __name__ == "__main__":
    sys.exit(main())
