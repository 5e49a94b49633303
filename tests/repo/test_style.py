"""Habits of the house that a reader of the code relies on; each check is shown something that it must find."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.repo.house import is_public, modules, room_of, tree

MOST_LINES = 400
MOST_LINES_OF_FUNCTION = 60
MOST_METHODS = 25

Function = ast.FunctionDef | ast.AsyncFunctionDef
CALLS_THAT_RUN_INPUT = {"eval", "exec", "compile", "__import__"}
LOADERS_THAT_RUN_INPUT = {
    ("pickle", "load"),
    ("pickle", "loads"),
    ("pickle", "Unpickler"),
    ("marshal", "load"),
    ("marshal", "loads"),
    ("shelve", "open"),
    ("yaml", "load"),
    ("yaml", "load_all"),
    ("yaml", "full_load"),
    ("yaml", "unsafe_load"),
}
MUTATORS = {
    "add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update",
}  # fmt: skip
HIDDEN_MODULES = {"locale", "random", "secrets", "time", "uuid"}
HIDDEN_ATTRIBUTES = {"environ", "getenv", "urandom", "getlocale", "tzlocal"}
CLOCKS = {"date", "datetime", "Date", "DateTime", "pendulum", "stdlib"}
READINGS_OF_CLOCKS = {"fromtimestamp", "now", "today", "utcnow"}
WORDS_OF_LIBRARIES = {"get_command"}  # click asks for its commands by this name
LOOSE_DIGITS = {"isdigit", "isdecimal", "isnumeric"}


def functions(node: ast.AST) -> Iterator[Function]:
    for part in ast.walk(node):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            yield part


def long_functions(node: ast.Module) -> list[str]:
    """Functions of more lines than one sees at a time, their docstring not counted."""
    found = []
    for function in functions(node):
        first = (
            function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
        )
        lines = (function.end_lineno or 0) - first.lineno + 1 + (function.body[0].lineno - function.lineno)
        if lines > MOST_LINES_OF_FUNCTION:
            found.append(f"{function.name} has {lines} lines")
    return found


def large_classes(node: ast.Module) -> list[str]:
    found = []
    for part in ast.walk(node):
        if isinstance(part, ast.ClassDef):
            names = {item.name for item in part.body if isinstance(item, Function) and is_public(item.name)}
            if len(names) > MOST_METHODS:
                found.append(f"{part.name} has {len(names)} public methods")
    return found


def undocumented(node: ast.Module) -> list[str]:
    """Public modules, classes, functions and methods that say nothing."""
    found = [] if ast.get_docstring(node) else ["the module"]
    pending: list[ast.Module | ast.ClassDef] = [node]
    while pending:
        for item in pending.pop().body:
            if isinstance(item, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and is_public(
                item.name
            ):
                if not ast.get_docstring(item) and not _is_overload(item):
                    found.append(item.name)
                if isinstance(item, ast.ClassDef):
                    pending.append(item)
    return found


def _is_overload(item: Function | ast.ClassDef) -> bool:
    return any(ast.unparse(decorator).rpartition(".")[2] == "overload" for decorator in item.decorator_list)


def dangerous(node: ast.Module) -> list[str]:
    """Calls that run what they read, and `assert`, which ``python -O`` leaves out."""
    found = []
    for part in ast.walk(node):
        if isinstance(part, ast.Assert):
            found.append("assert")
        elif isinstance(part, ast.Name) and part.id in CALLS_THAT_RUN_INPUT:
            found.append(part.id)
        elif isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            if (part.value.id, part.attr) in LOADERS_THAT_RUN_INPUT:
                found.append(f"{part.value.id}.{part.attr}")
        elif isinstance(part, ast.ImportFrom):
            pairs = ((part.module or "", alias.name) for alias in part.names)
            found += [
                f"{module}.{name}" for module, name in pairs if (module, name) in LOADERS_THAT_RUN_INPUT
            ]
    return found


def hidden_inputs(node: ast.Module) -> list[str]:
    """Clocks, zones of the machine, locales, environments and chance."""
    found = []
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and (part.attr in HIDDEN_ATTRIBUTES or _reads_a_clock(part)):
            found.append(part.attr)
        elif isinstance(part, ast.Import):
            found += [alias.name for alias in part.names if alias.name.partition(".")[0] in HIDDEN_MODULES]
        elif isinstance(part, ast.ImportFrom) and part.module in HIDDEN_MODULES:
            seeded = part.module == "random" and [alias.name for alias in part.names] == ["Random"]
            found += [] if seeded else [part.module]
        elif isinstance(part, ast.Call) and ast.unparse(part.func) == "Random" and not part.args:
            found.append("Random without a seed")
        elif isinstance(part, ast.ImportFrom):
            found += [alias.name for alias in part.names if alias.name in HIDDEN_ATTRIBUTES]
    return found


def _reads_a_clock(part: ast.Attribute) -> bool:
    return part.attr in READINGS_OF_CLOCKS and ast.unparse(part.value).rpartition(".")[2] in CLOCKS


def loose_digits(node: ast.Module) -> list[str]:
    """Questions that a superscript two answers with yes."""
    return [
        part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute) and part.attr in LOOSE_DIGITS
    ]


def getters(node: ast.Module) -> list[str]:
    names = [function.name for function in functions(node) if function.name.startswith("get_")]
    return [name for name in names if name not in WORDS_OF_LIBRARIES]


def mutated_globals(node: ast.Module) -> list[str]:
    """Names of a module that its functions change: two users of the package would see each other."""
    shared = {name for statement in node.body for name in _assigned(statement)}
    found = []
    for function in functions(node):
        local = {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
        local |= {name for part in ast.walk(function) for name in _assigned(part)}
        for part in ast.walk(function):
            if isinstance(part, ast.Global):
                found += part.names
            elif (name := _changed(part)) in shared - local:
                found.append(name)
    return found


def _assigned(statement: ast.AST) -> set[str]:
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign | ast.For | ast.NamedExpr | ast.comprehension):
        targets = [statement.target]
    elif isinstance(statement, ast.withitem) and statement.optional_vars is not None:
        targets = [statement.optional_vars]
    parts = (part for target in targets for part in ast.walk(target))
    return {part.id for part in parts if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}


def _changed(part: ast.AST) -> str:
    """Return the name whose content a piece of code changes, or an empty text."""
    inside: ast.expr | None = None
    if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store | ast.Del):
        inside = part.value
    elif isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in MUTATORS:
        inside = part.func.value
    return inside.id if isinstance(inside, ast.Name) else ""


def unsorted_all(node: ast.Module) -> list[str]:
    """`__all__` as ruff sorts it: constants, then classes, then the rest."""
    for statement in node.body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(statement.value)
            ordered = sorted(names, key=_rank)
            return [] if names == ordered else [f"__all__ should be {ordered}"]
    return []


def _rank(name: str) -> tuple[int, str]:
    if name.isupper() and len(name) > 1:
        return 0, name
    return (1, name) if name[:1].isupper() else (2, name)


def without_future(node: ast.Module) -> list[str]:
    defines = any(
        isinstance(part, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) for part in ast.walk(node)
    )
    imports = [ast.unparse(part) for part in node.body if isinstance(part, ast.ImportFrom)]
    return ["annotations"] if defines and "from __future__ import annotations" not in imports else []


Check = Callable[[ast.Module], list[str]]
CHECKS: tuple[Check, ...] = (
    long_functions,
    large_classes,
    undocumented,
    dangerous,
    loose_digits,
    getters,
    mutated_globals,
    unsorted_all,
    without_future,
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("module", modules())
def test_the_habits_of_the_house(module: str, check: Check) -> None:
    assert check(tree(modules()[module])) == []


@pytest.mark.parametrize("module", [module for module in modules() if room_of(module) != "cli"])
def test_nothing_is_hidden(module: str) -> None:
    """The command line alone may look at its terminal and at NO_COLOR."""
    assert hidden_inputs(tree(modules()[module])) == []


@pytest.mark.parametrize("path", modules().values(), ids=modules())
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


LONG = "def f():\n    '''Say.'''\n" + "    pass\n" * MOST_LINES_OF_FUNCTION


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (long_functions, LONG),
        (
            large_classes,
            "class A:\n" + "".join(f"    def m{n}(self): pass\n" for n in range(MOST_METHODS + 1)),
        ),
        (undocumented, "def f(): pass"),
        (undocumented, "'''Say.'''\nclass A:\n    '''Say.'''\n    def f(self): pass"),
        (undocumented, "'''Say.'''\nclass A:\n    pass"),
        (dangerous, "assert x"),
        (dangerous, "eval('1')"),
        (dangerous, "run = exec"),
        (dangerous, "yaml.load(text, Loader=yaml.Loader)"),
        (dangerous, "from pickle import loads"),
        (hidden_inputs, "datetime.datetime.now()"),
        (hidden_inputs, "pendulum.now('UTC')"),
        (hidden_inputs, "from datetime import date\nf(date.today)"),
        (hidden_inputs, "os.environ['TZ']"),
        (hidden_inputs, "import random"),
        (hidden_inputs, "from random import Random, choice"),
        (hidden_inputs, "from random import Random\nRandom()"),
        (hidden_inputs, "from os import environ"),
        (hidden_inputs, "from time import monotonic"),
        (loose_digits, "'7'.isdigit()"),
        (getters, "def get_name(): ..."),
        (mutated_globals, "N = 0\ndef f():\n    global N\n    N = 1"),
        (mutated_globals, "SEEN = []\ndef f(x):\n    SEEN.append(x)"),
        (mutated_globals, "SEEN = {}\ndef f(x):\n    SEEN[x] = 1"),
        (mutated_globals, "SEEN: dict = {}\ndef f(x):\n    del SEEN[x]"),
        (unsorted_all, "__all__ = ['a', 'B']"),
        (unsorted_all, "__all__ = ['b', 'a']"),
        (unsorted_all, "__all__ = ['B', 'AB_C']"),
        (without_future, "def f(): ..."),
    ],
)
def test_a_broken_habit_is_found(check: Check, source: str) -> None:
    assert check(ast.parse(source))


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (long_functions, LONG.replace("    pass\n", "", 1)),
        (large_classes, "class A:\n" + "".join(f"    def m{n}(self): pass\n" for n in range(MOST_METHODS))),
        (
            undocumented,
            "'''Say.'''\ndef _f(): pass\nclass _A: pass\nclass B:\n    '''Say.'''\n    def __len__(self): ...",
        ),
        (undocumented, "'''Say.'''\n@overload\ndef f(): ..."),
        (dangerous, "yaml.compose(text)\npickle.dumps(x)\nx.eval()"),
        (hidden_inputs, "import datetime\nclock.time\nself.today"),
        (mutated_globals, "SEEN = []\ndef f(x):\n    SEEN = [x]\n    SEEN.append(x)\n    return SEEN"),
        (mutated_globals, "SEEN = []\nSEEN.append(1)\ndef f(SEEN):\n    SEEN.append(1)"),
        (unsorted_all, "__all__ = ['A_B', 'Z_A', 'Bounds', 'a', 'b']"),
        (without_future, "from a import b"),
    ],
)
def test_a_kept_habit_is_not(check: Check, source: str) -> None:
    assert check(ast.parse(source)) == []
