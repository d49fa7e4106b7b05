"""Statements written out that answer rows with what they are joined to: composed once, and not at every opening of a page."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, models

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Span:
    """Where the values of one table stand in an answer, and those that are not read as they come."""

    alias: str
    model: type[models.Model]
    place: slice
    names: list[str]
    read: list[tuple[int, Any]]

    def row(self, answer: tuple[Any, ...]) -> models.Model | None:
        """None where nothing was joined, or row security shows nothing."""
        values = list(answer[self.place])
        if values[0] is None:
            return None
        for place, turn in self.read:
            values[place] = turn(values[place], None, connection)
        return self.model.from_db(DEFAULT_DB_ALIAS, self.names, values)


class WrittenOut(Generic[Row]):
    """What `select_related` answers, for a SELECT that is written here.

    `WrittenOut(Case, "c", "SELECT {c}, {h} FROM … WHERE c.id = %(case)s", h="c.household")`: in the place of an alias in
    braces stand all columns of its table, in the order in which the aliases are given; what follows them is kept on the
    row under its own name.
    """

    def __init__(self, model: type[Row], alias: str, sql: str, **joined: str) -> None:
        self._model, self._alias, self._text, self._joined = model, alias, sql, joined
        self._beside: list[str] | None = None  # what follows the tables, by name: the same at every opening

    @cached_property
    def _models(self) -> dict[str, type[models.Model]]:
        """By alias: where a key leads, its model says."""
        found: dict[str, type[models.Model]] = {self._alias: self._model}
        for alias, place in self._joined.items():
            owner, name = place.split(".")
            pointed: Any = found[owner]._meta.get_field(name).related_model
            found[alias] = pointed
        return found

    @cached_property
    def _sql(self) -> str:
        sql = self._text
        for alias, model in self._models.items():
            columns = [f'{alias}."{field.column}"' for field in model._meta.concrete_fields]
            sql = sql.replace(f"{{{alias}}}", ", ".join(columns))
        return sql

    @cached_property
    def _spans(self) -> list[Span]:
        begin, spans = 0, []
        for alias, model in self._models.items():
            fields = model._meta.concrete_fields
            read = [
                (place, turn)
                for place, each in enumerate(fields)
                for turn in each.get_db_converters(connection)
            ]
            names = [field.attname for field in fields]
            spans.append(Span(alias, model, slice(begin, begin + len(fields)), names, read))
            begin += len(fields)
        return spans

    def rows(self, **values: Any) -> list[Row]:
        """What the statement answers, row by row. One query."""
        with connection.cursor() as cursor:
            cursor.execute(self._sql, values)
            if self._beside is None:
                named = [column.name for column in cursor.description or ()]
                self._beside = named[self._spans[-1].place.stop :]
            return [self._row(answer, self._beside) for answer in cursor.fetchall()]

    def _row(self, answer: tuple[Any, ...], beside: list[str]) -> Row:
        made: dict[str, Any] = {}
        for span in self._spans:
            made[span.alias] = one = span.row(answer)
            if place := self._joined.get(span.alias):
                owner, name = place.split(".")
                if made[owner] is not None:
                    made[owner]._meta.get_field(name).set_cached_value(made[owner], one)
        row: Row = made[self._alias]
        for name, value in zip(beside, answer[self._spans[-1].place.stop :], strict=True):
            setattr(row, name, value)
        return row
