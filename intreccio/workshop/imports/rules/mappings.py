"""A mapping is a data file: which column becomes which field, and by which named function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from intreccio.workshop.imports.rules.entries import BadCell, BadMapping

Transform = Callable[..., Any]
NEEDED = ("source", "key", "fields")
KNOWN = {"column", "value", "transform", "options", "table", "required", "longest"}


@dataclass(frozen=True, slots=True)
class FieldRule:
    """How one field is made: a value always the same, or a column passed through a table and a function."""

    name: str
    column: str = ""
    value: Any = None
    transform: Transform | None = None
    options: Mapping[str, Any] | None = None
    table: Mapping[str, Any] | None = None
    required: bool = False
    longest: int = 0

    def of(self, text: str) -> Any:
        """The field of a cell. Raises BadCell."""
        if self.table and text in self.table:
            return self.table[text]
        if not text:
            if self.required:
                raise BadCell("manca")
            return ""
        made = self.transform(text, **(self.options or {})) if self.transform else text
        if self.longest and isinstance(made, str) and len(made) > self.longest:
            raise BadCell(f"è più lungo di {self.longest} lettere")
        return made


@dataclass(frozen=True, slots=True)
class FileMapping:
    """A whole mapping, checked."""

    source: str
    key: tuple[str, ...]
    fields: tuple[FieldRule, ...]
    encoding: str = "utf-8"
    delimiter: str = ","
    empty: tuple[str, ...] = ()
    repairs: tuple[tuple[str, str], ...] = ()

    @property
    def columns(self) -> set[str]:
        """Every column that the file must have."""
        return {rule.column for rule in self.fields if rule.column} | set(self.key)


def mapping_of(recipe: Mapping[str, Any], transforms: Mapping[str, Transform]) -> FileMapping:
    """Checks a recipe read from JSON. Raises BadMapping with what is wrong in it."""
    if missing := [name for name in NEEDED if not recipe.get(name)]:
        raise BadMapping(f"mancano le voci: {', '.join(missing)}")
    return FileMapping(
        source=str(recipe["source"]),
        key=tuple(recipe["key"]),
        fields=tuple(_rule(name, said, transforms) for name, said in recipe["fields"].items()),
        encoding=recipe.get("encoding", "utf-8"),
        delimiter=recipe.get("delimiter", ","),
        empty=tuple(recipe.get("empty", ())),
        repairs=tuple((wrong, right) for wrong, right in recipe.get("repairs", ())),
    )


def _rule(name: str, said: Mapping[str, Any], transforms: Mapping[str, Transform]) -> FieldRule:
    if unknown := set(said) - KNOWN:
        raise BadMapping(f"il campo {name} ha voci sconosciute: {', '.join(sorted(unknown))}")
    if ("column" in said) == ("value" in said):
        raise BadMapping(f"il campo {name} vuole una colonna oppure un valore")
    wanted = said.get("transform")
    if wanted and wanted not in transforms:
        raise BadMapping(f"il campo {name} chiede una funzione che non c'è: {wanted}")
    return FieldRule(name, **{**said, "transform": transforms[wanted] if wanted else None})
