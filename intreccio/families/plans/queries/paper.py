"""A plan as the family takes it home: short sentences, no codes."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.cases.queries.workers import workers_of
from intreccio.families.plans.queries.cards import Card, Differs, Does, Line
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.vocabulary import ActionState
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.names import listed

Words = dict[str, Any]


def words_of(viewer: Viewer, sheet: Sheet, day: date) -> Words:
    """Everything that `print_plan.typ` shows."""
    plan = sheet.plan
    workers = [one for one in workers_of(plan.case) if one.until is None]
    names = [member.given or member.name for member in sheet.family.values() if member.belongs]
    return {
        "labels": labels(sheet),
        "printed": _("Versione %(number)d. Stampato %(day)s da %(who)s.")
        % {"number": plan.number, "day": spoken(day), "who": viewer.name},
        "family": plan.case.household.name,
        "lead": _lead(sheet),
        "said": [{"words": said.words, "who": who} for said, who in sheet.voices],
        "lines": [_line(line) for line in sheet.lines],
        "disagreements": [_differs(one) for one in sheet.differ],
        "seen_by": _("Questo progetto lo vedono: %s.")
        % listed([*names, *(one.name for one in workers)], _("e")),
        "signers": [
            *_family_signs(sheet),
            *(f"{one.name}, {one.profession}" for one in workers),
            _("Luogo e data"),
        ],
    }


def labels(sheet: Sheet) -> Words:
    """Words of the paper itself."""
    return {
        "network": _("Rete per le famiglie"),
        "children_say": _("Che cosa dicono i bambini"),
        "goals": _("Obiettivi che si tengono"),
        "scale": _(
            "Dove eravamo e dove siamo: −2 molto meno di quanto speriamo, 0 come speriamo, +2 molto di più."
        ),
        "for_children": _("Per %s") % (sheet.children or _("i bambini")),
        "for_parents": _("Per %s") % (sheet.parents or _("i genitori")),
        "path": _("Inizio → oggi"),
        "disagree": _("Su che cosa non siamo d'accordo"),
        "team_thinks": _("L'équipe pensa:"),
        "we_go_on": _("Andiamo avanti così:"),
        "know": _("Che cosa sappiamo gli uni degli altri"),
        "rights": _("Potete chiedere in ogni momento chi lo ha letto, e far correggere ciò che non va."),
        "signs": _("Firme"),
    }


def _lead(sheet: Sheet) -> Words:
    plan = sheet.plan
    since = (
        _("Vale da %s.") % spoken(plan.in_force_since)
        if plan.in_force_since
        else _("In preparazione: lo stiamo scrivendo insieme.")
    )
    review = _("Lo rivediamo insieme %s") % spoken(plan.review_on) if plan.review_on else ""
    return {"since": since, "review": ", ".join(part for part in (review, plan.review_where) if part)}


def _line(line: Line) -> Words:
    return {
        "child": _goal(line.child),
        "parent": _goal(line.parent),
        "paths": [card.goal.path for card in (line.child, line.parent) if card],
    }


def _goal(card: Card | None) -> Words | None:
    if card is None:
        return None
    does = [_does(one) for one in card.does if one.doing.state != ActionState.DROPPED]
    return {"title": card.goal.title, "does": does}


def _does(does: Does) -> str:
    return ", ".join(part for part in (does.doing.what, does.who, does.when) if part) + "."


def _differs(one: Differs) -> Words:
    row = one.row
    return {"who": one.who, "words": row.words, "team_thinks": row.team_thinks, "we_go_on": row.how_we_go_on}


def _family_signs(sheet: Sheet) -> list[str]:
    """Grown-ups, and children if they want to; who has said yes comes first."""
    accepted = {one.row.person_id for one in sheet.yes}
    present = [one for one in sheet.family.values() if one.belongs or one.person.pk in accepted]
    return [_sign(one) for one in present if not _is_small(one)]


def _is_small(member: Member) -> bool:
    birth = member.person.birth_date
    return member.is_minor and (birth is None or (member.day - birth).days < 6 * 365)


def _sign(member: Member) -> str:
    return _("%s, se vuole") % member.name if member.is_minor else member.name
