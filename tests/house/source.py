"""The source of the house, as the house rules read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tools.contracts import areas
from tools.home import ROOT

HOUSE = ROOT / "intreccio"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(*, tests: bool = False) -> Iterator[Path]:
    """Python files of the house; without tests and migrations unless asked."""
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(HOUSE).parts
        if "migrations" not in parts and (tests or "tests" not in parts):
            yield path


def kind_of(path: Path) -> str:
    """What kind of thing a file holds: `actions` for actions.py and for actions/grants.py."""
    parts = path.relative_to(HOUSE).parts
    return parts[2].removesuffix(".py") if len(parts) > 2 else ""


def area_of(path: Path) -> str:
    parts = path.relative_to(HOUSE).parts
    return ".".join(parts[:2]) if len(parts) > 2 else ""


def of_kind(kind: str) -> Iterator[Path]:
    return (path for path in modules() if kind_of(path) == kind)


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def public_functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (
        node
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    )


def templates() -> list[Path]:
    return sorted(HOUSE.rglob("*.html"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


__all__ = [
    "HOUSE",
    "ROOT",
    "area_of",
    "areas",
    "functions",
    "kind_of",
    "modules",
    "name_of",
    "of_kind",
    "public_functions",
    "templates",
    "tree",
]
