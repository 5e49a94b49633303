"""No regular expression of ours can take more than linear steps: no unbounded repeat in or next to another."""

from __future__ import annotations

import ast
import importlib
import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import pytest

from tests.repo.house import modules, tree

REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, getattr(op, "POSSESSIVE_REPEAT", op.MAX_REPEAT)}
ZERO_WIDTH = {op.AT, op.ASSERT, op.ASSERT_NOT}
FUNCTIONS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}


class Shape(NamedTuple):
    """How a part of a pattern begins and ends, and whether it can match nothing."""

    starts_unbounded: bool
    ends_unbounded: bool
    can_be_empty: bool
    has_unbounded: bool


def faults(pattern: str, flags: int = 0) -> list[str]:
    """List the repeats of a pattern that can multiply each other."""
    found: list[str] = []
    _sequence(parser.parse(pattern, flags), found)
    return found


def _sequence(items: Any, found: list[str]) -> Shape:
    starts, has, open_end, empty = False, False, False, True
    for item in items:
        shape = _item(item, found)
        if open_end and shape.starts_unbounded:
            found.append("unbounded repeats side by side")
        starts = starts or (empty and shape.starts_unbounded)
        open_end = shape.ends_unbounded or (open_end and shape.can_be_empty)
        empty, has = empty and shape.can_be_empty, has or shape.has_unbounded
    return Shape(starts, open_end, empty, has)


def _item(item: Any, found: list[str]) -> Shape:
    kind, argument = item
    if kind in REPEATS:
        low, high, body = argument
        inner = _sequence(body, found)
        endless = high == op.MAXREPEAT
        if endless and inner.has_unbounded:
            found.append("an unbounded repeat inside another")
        if not endless and high > 1 and inner.starts_unbounded and inner.ends_unbounded:
            found.append("unbounded repeats side by side, by repetition")
        return Shape(
            endless or inner.starts_unbounded,
            endless or inner.ends_unbounded,
            low == 0 or inner.can_be_empty,
            endless or inner.has_unbounded,
        )
    if kind is op.BRANCH:
        shapes = [_sequence(branch, found) for branch in argument[1]]
        return Shape(*(any(column) for column in zip(*shapes, strict=True)))
    if kind is op.SUBPATTERN:
        return _sequence(argument[-1], found)
    if kind is getattr(op, "ATOMIC_GROUP", None):
        return _sequence(argument, found)
    if kind in {op.ASSERT, op.ASSERT_NOT}:
        _sequence(argument[1], found)
    if kind is op.GROUPREF_EXISTS:
        branches = [_sequence(branch, found) for branch in argument[1:] if branch]
        return Shape(*(any(column) for column in zip(*branches, strict=True)))
    return Shape(False, False, kind in ZERO_WIDTH or kind is op.GROUPREF, False)


def compiled(module: str) -> list[re.Pattern[Any]]:
    """Return the patterns that a module holds, also inside its tables and classes."""
    pending: list[object] = list(vars(importlib.import_module(module)).values())
    seen: set[int] = set()
    found: list[re.Pattern[Any]] = []
    while pending:
        value = pending.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, re.Pattern):
            found.append(value)
        elif isinstance(value, dict):
            pending += [*value.keys(), *value.values()]
        elif isinstance(value, list | tuple | set | frozenset):
            pending += value
        elif isinstance(value, type) and value.__module__ == module:
            pending += list(vars(value).values())
    return found


def written(node: ast.Module) -> list[ast.Call]:
    """Return the calls of `re` in a module."""
    calls = (part for part in ast.walk(node) if isinstance(part, ast.Call))
    return [
        call
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "re"
        and call.func.attr in FUNCTIONS
    ]


@pytest.mark.parametrize("module", modules())
def test_patterns_cannot_blow_up(module: str) -> None:
    for pattern in compiled(module):
        assert faults(pattern.pattern, pattern.flags & ~re.UNICODE) == [], pattern.pattern
    for call in written(tree(modules()[module])):
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
            assert faults(call.args[0].value) == [], call.args[0].value


@pytest.mark.parametrize("module", modules())
def test_patterns_are_made_where_they_can_be_seen(module: str) -> None:
    """Inside a function a pattern is a plain text; one that is put together is compiled at the top."""
    node = tree(modules()[module])
    top = {
        id(part)
        for statement in node.body
        if isinstance(statement, ast.Assign)
        for part in ast.walk(statement)
    }
    hidden = [
        call for call in written(node) if id(call) not in top and not isinstance(call.args[0], ast.Constant)
    ]
    assert [ast.unparse(call) for call in hidden] == []
    imports = [part for part in ast.walk(node) if isinstance(part, ast.ImportFrom) and part.module == "re"]
    assert imports == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+",
        r"(a*)*b",
        r"(-?[0-9]+)*",
        r"a+a+",
        r"\s*\s*x",
        r"(a+)(b+)",
        r"a*b?c*",
        r"(?:x|a+)b*",
        r"(?:[ab]+|[.]+(?:\s|$))+",
        r"(a+?)+?",
        r"(?:a+){2,5}",
        r"(?=(a+)+)b",
        r".*.*",
        r"x(?:a*|b)*",
    ],
)
def test_a_pattern_that_blows_up_is_found(pattern: str) -> None:
    assert faults(pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"[0-9]+", r"a+b", r"a+-b+", r"(?:a{1,9}){1,9}", r"(?:a+x)?b", r"\Aa+\Z", r"a+ b+", r"(a|b)c*"],
)
def test_a_pattern_that_cannot_is_not(pattern: str) -> None:
    assert faults(pattern) == []
