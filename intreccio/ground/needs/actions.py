"""What is written: the list itself by the keeper, what people pick, and what could not be answered."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import connection

from intreccio.ground.kernel.clock import now, today
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.viewer import Actor, Viewer
from intreccio.ground.needs.models import Need, TaxonomyVersion, UnmetNeed
from intreccio.ground.needs.rules import CODES, needs_of, week_of
from intreccio.ground.needs.vocabulary import UnmetReason

RECIPE = Path(__file__).with_name("taxonomy.json")
WORDS = ("version_id", "kind", "parent_id", "label", "plain", "order")


def load_taxonomy(using: str, recipe: dict[str, Any] | None = None) -> int:
    """Writes what is new or has changed in the recipe and answers how many rows that was; twice writes none."""
    recipe = recipe or json.loads(RECIPE.read_text(encoding="utf-8"))
    opened = _open_version(recipe["version"], date.fromisoformat(recipe["valid_from"]), using)
    there = Need.objects.using(using).in_bulk()
    changed = []
    for row in needs_of(recipe):
        row["version_id"] = recipe["version"]
        old = there.get(row["code"])
        if old is None or any(getattr(old, name) != value for name, value in row.items()):
            changed.append(_with(old, row))
    Need.objects.using(using).bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=[name.removesuffix("_id") for name in (*WORDS, *CODES)],
    )
    if changed:
        TaxonomyVersion.objects.using(using).filter(code=recipe["version"]).update(revised_at=now())
    return opened + len(changed)


def _open_version(code: str, valid_from: date, using: str) -> int:
    versions = TaxonomyVersion.objects.using(using)
    _version, is_new = versions.get_or_create(
        code=code, defaults={"valid_from": valid_from, "revised_at": now()}
    )
    if is_new:
        # The edition before it ends the day before, and never before its own first day.
        for former in versions.filter(valid_until=None).exclude(code=code):
            last = max(former.valid_from, valid_from - timedelta(days=1))
            versions.filter(code=former.code).update(valid_until=last)
    return int(is_new)


def _with(old: Need | None, row: dict[str, Any]) -> Need:
    need = old or Need()
    for name, value in row.items():
        setattr(need, name, value)
    return need


def used(viewer: Actor, codes: Iterable[str]) -> None:
    """Remembers that `viewer` picked these needs. The house remembers nothing."""
    chosen = sorted(set(codes))
    if not isinstance(viewer, Viewer) or not chosen:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO needs_needuse AS known (id, membership_id, need_id, count, used_at)"
            " SELECT id, %s, need, 1, %s FROM unnest(%s::uuid[], %s::text[]) AS picked (id, need)"
            " ON CONFLICT (membership_id, need_id) DO UPDATE SET count = known.count + 1, used_at = excluded.used_at",
            [viewer.membership_id, now(), [new_key() for _code in chosen], chosen],
        )


def could_not(need: str, municipality_code: str, reason: str, *, by: Actor, day: date | None = None) -> None:
    """Writes that a need found no answer, and nothing about whose it was. `reason`: one of UnmetReason.

    No event of its own: the act that had to say no records one, and a second one beside this row would tie it to a
    family. For the same reason `by`, who must be acting, is not written.
    """
    del by
    UnmetNeed(
        need_id=need,
        municipality_code=municipality_code,
        week=week_of(day or today()),
        reason=UnmetReason(reason),
    ).save(force_insert=True)
