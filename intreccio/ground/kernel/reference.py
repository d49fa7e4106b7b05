"""Reference data (needs, municipalities, parameters): loaded by the keeper after migrating, the same at every run.

Forced row security would let the owner's data migrations touch nothing and say nothing.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House

Loader = Callable[[str], int]
_loaders: dict[str, Loader] = {}


def add_reference(name: str, loader: Loader) -> None:
    """Registers a loader: it receives the database alias and answers how many rows it wrote; twice writes none."""
    _loaders[name] = loader


def load_reference() -> Iterator[str]:
    """Runs every loader as keeper, each in its own transaction; a line for each."""
    for name, loader in _loaders.items():
        with acting(House("keeper"), using="keeper"):
            yield f"  {name}: {loader('keeper')}"


def files_of(library: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every file of a library of data, as it is written."""
    for path in sorted(library.glob("*.json")):
        yield path, json.loads(path.read_text(encoding="utf-8"))
