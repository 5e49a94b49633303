"""The program: finds a command by its name, loads only that one, and turns errors into messages and exit codes.

0 is a yes, 1 a no (inconsistent, invalid), 2 bad input or bad usage, 130 an interrupt, 141 a reader that went away.
"""

from __future__ import annotations

import importlib
from typing import Any

import click

from timeline._compiled import solver_text
from timeline._version import __version__
from timeline.cli.outputs import BadInput, Output, write
from timeline.errors import TimelineError

__all__ = ["COMMANDS", "program"]

COMMANDS = (
    "check",
    "show",
    "view",
    "why",
    "ask",
    "diff",
    "export",
    "import",
    "resolve",
    "tag",
    "draft",
    "edtf",
    "schema",
    "formats",
)
MODULES = {"import": "importing"}
"""The modules of commands whose names are words of Python."""

INTERRUPTED = 130
READER_GONE = 141


class Program(click.Group):
    """A group whose commands are modules of this package, loaded when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which people meet them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command by its name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(
            f"timeline.cli.{MODULES.get(cmd_name, cmd_name)}"
        ).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, write what it returns, and tell what is the user's to mend without a traceback."""
        try:
            output: Output = super().invoke(ctx)
            write(output)
            ctx.exit(output.code)
        except BrokenPipeError:
            ctx.exit(READER_GONE)
        except (TimelineError, OSError) as error:
            raise BadInput(_told(error)) from error
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


def _told(error: TimelineError | OSError) -> str:
    if isinstance(error, TimelineError):
        return str(error)
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{(error.strerror or str(error)).lower()}"


@click.command(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 80},
    epilog="Files are YAML (story.timeline.yaml) or JSON; several are merged, and - is standard input."
    " Exit codes: 0 yes, 1 no, 2 bad input.",
)
@click.version_option(__version__, message=f"timeline %(version)s ({solver_text()})")
def program() -> None:
    """Establish what happened when.

    Reads what sources said, proves whether it can all be true, and shows what follows.

    Example: timeline show story.timeline.yaml
    """
