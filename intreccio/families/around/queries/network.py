"""Who is around a family and does what: from the rows of every area, of which none is written here a second time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.around.queries.asked import Asked, Window, asked_and_open
from intreccio.families.around.queries.heard import BODY, HAT, REQUEST, SOMEBODY, Heard, heard_of
from intreccio.families.around.rules.dimensions import of_body, of_need, of_profession, of_sphere
from intreccio.families.around.rules.hearing import TO_HEAR, AroundLimits, hearing_of
from intreccio.families.around.vocabulary import Dimension, Hearing, Ring
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.workers import Worker, workers_of
from intreccio.families.plans.models import PlanAction
from intreccio.families.plans.queries.resources import GIVEN_BY_NAME
from intreccio.families.plans.queries.waiting import open_actions
from intreccio.families.referrals.vocabulary import ReferralState
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Bond
from intreccio.parties.people.queries.ecomap import whose
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.ties import Relative, bonds_of, relatives_of
from intreccio.parties.people.vocabulary import BondQuality, Level, Sphere

MOST_DOING = 2
GOOD = (BondQuality.STRONG, BondQuality.ORDINARY, BondQuality.WEAK)
_RINGS = {
    Sphere.SCHOOL: Ring.SCHOOL_HEALTH,
    Sphere.HEALTH: Ring.SCHOOL_HEALTH,
    Sphere.SERVICES: Ring.SERVICES,
    Sphere.WORK: Ring.SERVICES,
}
_RING_OF_BODY = {"school": Ring.SCHOOL_HEALTH, "health": Ring.SCHOOL_HEALTH}


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody around a family: what they do, since when, when we last heard them, what they may see.

    row: the bond, where the family named them. url, action: where one goes on, for who may act.
    """

    ring: Ring
    name: str
    does: str
    sees: str
    since: date | None = None
    heard: date | None = None
    hearing: Hearing = Hearing.NOT_ASKED
    about: str = ""
    dimension: Dimension | None = None
    is_asked: bool = False
    row: Bond | None = None
    url: str = ""
    action: str = ""

    @property
    def is_to_hear(self) -> bool:
        """Never heard, or not for as long as was agreed."""
        return self.hearing in TO_HEAR

    @property
    def heard_said(self) -> str:
        """In plain words."""
        if self.heard:
            return _("l'ultima volta %(day)s") % {"day": spoken(self.heard)}
        return str(self.hearing.label) if self.hearing is not Hearing.NOT_ASKED else ""

    @property
    def in_words(self) -> str:
        """«Rita, la vicina: porta i bambini a scuola. Non ci siamo ancora sentiti.»"""
        said = ": ".join(each for each in (self.name, self.does) if each)
        return f"{said}. {self.heard_said.capitalize()}" if self.heard_said else said


class Task(NamedTuple):
    """What somebody whom the plan names does, or gives."""

    somebody: str
    what: str
    since: date


@dataclass(frozen=True, slots=True)
class Network:
    """All of them, and who of the family is in the middle."""

    near: list[Near]
    relatives: Mapping[UUID, Relative]
    limits: AroundLimits
    asked: list[Asked] = field(default_factory=list)

    @property
    def to_hear(self) -> list[Near]:
        """Who has not been heard: never first, then the longest ago."""
        waiting = [each for each in self.near if each.is_to_hear]
        return sorted(waiting, key=lambda each: (each.heard or date.min, each.name))

    @property
    def rings(self) -> list[tuple[Ring, list[Near]]]:
        """By group, those that hold somebody."""
        groups = ((ring, [each for each in self.near if each.ring is ring]) for ring in Ring)
        return [(ring, rows) for ring, rows in groups if rows]


Drawing = Callable[[Case, Heard, Mapping[str, Any]], Near]
_above: list[tuple[str, Drawing]] = []


def add_around(sql: str, drawn: Drawing) -> None:
    """Registers who is around a family as an area above knows it: a SELECT of the `%(household)s` on a `%(day)s`, asked in the same
    statement as the viewer sees it, and how each of its rows is said. Columns come as JSON has them."""
    _above.append((sql, drawn))


def network_of(viewer: Viewer, case: Case, day: date) -> Network:
    """Everybody around the family of a case. Six queries."""
    seen = Seen(case.household, Level.RECORD, in_charge=case.team_id in viewer.team_ids)
    relatives = {each.id: each for each in relatives_of(viewer, case.household, day)}
    heard, limits = heard_of(case.household_id, day)
    asked, opened, (given, *above) = asked_and_open(
        case.household_id, day, GIVEN_BY_NAME, *(sql for sql, _drawn in _above)
    )
    doing = open_actions(case)
    workers = [one for one in workers_of(case) if one.until is None]
    bonds = [row for row in bonds_of(viewer, seen, day) if row.quality != BondQuality.BROKEN]
    promised = _promised(doing, given)
    rows = [
        *(_worker(one, case, doing, heard) for one in workers),
        *(_request(one, case, relatives, opened, heard) for one in asked),
        *_opened(case, opened, asked, heard),
        *(_bond(row, case, relatives, heard, promised.pop(row.to.lower(), [])) for row in bonds),
        *(_by_plan(tasks, case, heard) for tasks in promised.values()),
        *(drawn(case, heard, row) for (_sql, drawn), found in zip(_above, above, strict=True) for row in found),
    ]  # fmt: skip
    return Network(
        [
            each if each.hearing is Hearing.NOT_ASKED
            else replace(each, hearing=hearing_of(since=each.since, heard=each.heard, today=day, limits=limits))
            for each in rows
        ],
        relatives, limits, asked,
    )  # fmt: skip


def _worker(one: Worker, case: Case, doing: Iterable[PlanAction], heard: Heard) -> Near:
    tasks = [each.what for each in doing if each.worker_id == one.membership_id][:MOST_DOING]
    return Near(
        Ring.WORKERS, one.name, "; ".join(tasks) or one.why or one.profession,
        _("vede il percorso") if one.sees else _("non vede più la famiglia"),
        one.since, heard.get((HAT, str(one.membership_id))), Hearing.NEVER,
        ", ".join([one.profession, *([_("riferimento")] if one.is_responsible else []), one.organisation]),
        of_profession(one.profession_code), url=_meeting(case), action=_("Prepara una riunione"),
    )  # fmt: skip


def _request(
    one: Asked, case: Case, relatives: Mapping[UUID, Relative], windows: Iterable[Window], heard: Heard
) -> Near:
    days = [heard.get((REQUEST, str(one.referral_id)))]
    if one.body_id != case.team.organisation_id:
        days.append(heard.get((BODY, str(one.body_id))))
    said = [one.body, str(ReferralState(one.state).label)]
    said += [_("per %s") % whose(one.person_id, relatives)] if one.person_id else []
    dimension = of_need(one.need_code) or of_body(one.body_kind)
    opened = [each.sees for each in windows if one.body_id == each.body_id]
    return Near(
        _RING_OF_BODY.get(one.body_kind, Ring.SERVICES), one.service, _("«%s»") % one.request,
        "; ".join([one.reads, *opened]), one.since, max((day for day in days if day), default=None), Hearing.NEVER,
        " · ".join(said), dimension, not one.has_said_yes,
        url=reverse("referral_page", args=[one.referral_id]), action=_("Apri la richiesta"),
    )  # fmt: skip


def _opened(case: Case, windows: Iterable[Window], asked: Iterable[Asked], heard: Heard) -> Iterator[Near]:
    """Bodies and teams that the family is open to, but those of a request, where it is said. Of our own body nothing is asked."""
    told = {one.body_id for one in asked}
    for each in windows:
        if each.body_id not in told:
            ours = each.body_id == case.team.organisation_id
            yield Near(
                _RING_OF_BODY.get(each.body_kind, Ring.SERVICES), each.name, each.reason, each.sees, each.since,
                None if ours else heard.get((BODY, str(each.body_id))), Hearing.NOT_ASKED if ours else Hearing.NEVER,
                each.body if each.body != each.name else "", of_body(each.body_kind), url=_meeting(case), action=_("Prepara una riunione"),
            )  # fmt: skip


def _bond(
    row: Bond, case: Case, relatives: Mapping[UUID, Relative], heard: Heard, tasks: Iterable[Task]
) -> Near:
    """As the family tells it, with what is in the plan. Of whom nothing is asked, nobody says that they have not been heard."""
    words = [str(Sphere(row.sphere).label), _("per %s") % whose(row.person_id, relatives)]
    words += [_("lo dice %s") % row.said_by] if row.said_by else []
    days = [row.heard_on, heard.get((SOMEBODY, row.to.lower()))]
    ring = _RINGS.get(Sphere(row.sphere), Ring.NAMED)
    does = "; ".join(filter(None, (row.helps, *(each.what for each in tasks))))
    counts = bool(does) or ring is Ring.SCHOOL_HEALTH
    return Near(
        ring, row.to, does, _("non vede niente di ciò che è scritto qui"), row.since,
        max((day for day in days if day), default=None), Hearing.NEVER if counts else Hearing.NOT_ASKED,
        " · ".join(words), of_sphere(row.sphere) if row.quality in GOOD else None, row=row,
        url=reverse("hear_helper", args=[case.pk, row.pk]), action=_("Scrivi che vi siete sentiti"),
    )  # fmt: skip


def _promised(doing: Iterable[PlanAction], given: Iterable[Mapping[str, Any]]) -> dict[str, list[Task]]:
    """What is in the plan, by who does it where they are no one's colleague, and what the family counts on: by name."""
    found: dict[str, list[Task]] = {}
    tasks = [Task(row.somebody, row.what, row.state_since) for row in doing if row.somebody]
    for task in (
        *tasks,
        *(Task(row["somebody"], row["what"], date.fromisoformat(row["since"])) for row in given),
    ):
        found.setdefault(task.somebody.lower(), []).append(task)
    return found


def _by_plan(tasks: list[Task], case: Case, heard: Heard) -> Near:
    """Somebody whom the plan names, and no bond does: who they are is written first, and then that we have heard them."""
    name = tasks[0].somebody
    return Near(
        Ring.NAMED, name, "; ".join(each.what for each in tasks), _("non vede niente di ciò che è scritto qui"),
        min(each.since for each in tasks), heard.get((SOMEBODY, name.lower())), Hearing.NEVER,
        _("nel progetto"), Dimension.SOCIAL, url=reverse("name_helper", args=[case.pk]), action=_("Scrivi chi dà una mano"),
    )  # fmt: skip


def _meeting(case: Case) -> str:
    return reverse("plan_conference", args=[case.pk])
