"""Compiles the solver's hot loops when a wheel is built, if there is a compiler; without one the wheel is plain Python.

The modules that `timeline/_compiled.py` names are compiled as they stand, with the types of the `.pxd` beside each, into one
extension module: only their imports of each other are left out. For an editable install the result lies in the source tree, where
git ignores it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from runpy import run_path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DIRECTIVES = {
    "language_level": 3,
    "annotation_typing": False,
    "boundscheck": False,
    "cdivision": True,
    "initializedcheck": False,
    "wraparound": False,
}


class CompileSolver(BuildHookInterface):
    """Adds the compiled loops to a wheel, as far as they can be made here."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is packed; whatever goes wrong is told, and stops nothing."""
        self._outside = Path(tempfile.mkdtemp())
        solver = Path(self.root, "timeline", "solver")
        try:
            made = compile_solver(solver, self._outside)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # compilers fail in every way; none is needed
            self.app.display_warning(f"the solver is not compiled and runs in Python: {error}")
            return
        if version == "editable":
            shutil.copy2(made, solver / made.name)
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"][str(made)] = f"timeline/solver/{made.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind."""
        del version, build_data, artifact_path
        shutil.rmtree(self._outside, ignore_errors=True)


def joined(sources: list[str]) -> str:
    """Return modules as one, without their imports of each other."""
    lines = ["from __future__ import annotations"]
    for source in sources:
        lines += [
            line for line in source.splitlines() if not line.startswith(("from __future__", "from timeline."))
        ]
    return "\n".join(lines)


def compile_solver(solver: Path, outside: Path) -> Path:
    """Return the extension module, compiled in a folder outside of the tree."""
    from Cython.Build import cythonize  # noqa: PLC0415  # where they are missing, only compiling fails
    from setuptools import Distribution, Extension  # noqa: PLC0415

    known = run_path(str(solver.parent / "_compiled.py"))
    name = known["NAME"]
    sources = [(solver / f"{module}.py").read_text(encoding="utf-8") for module in known["MODULES"]]
    types = [(solver / f"{module}.pxd").read_text(encoding="utf-8") for module in known["MODULES"]]
    text = f"{joined(sources)}\n\nFINGERPRINT = {known['fingerprint'](solver)}\n"
    (outside / f"{name}.py").write_text(text, encoding="utf-8")
    (outside / f"{name}.pxd").write_text("\n".join(types), encoding="utf-8")
    flags = ["/O2"] if sys.platform == "win32" else ["-O3"]
    extension = Extension(name, [str(outside / f"{name}.py")], extra_compile_args=flags)
    modules = cythonize([extension], build_dir=str(outside), compiler_directives=DIRECTIVES, quiet=True)
    command = Distribution({"ext_modules": modules}).get_command_obj("build_ext")
    command.build_lib = str(outside / "lib")
    command.build_temp = str(outside / "temp")
    command.ensure_finalized()
    command.run()
    (made,) = (
        path
        for path in (outside / "lib").iterdir()
        if any(path.name.endswith(end) for end in EXTENSION_SUFFIXES)
    )
    return made
