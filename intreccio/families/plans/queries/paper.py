"""A plan as the family takes it home: short sentences, no codes."""

from datetime import date
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from intreccio.families.cases.queries.teams import grants_now
from intreccio.families.cases.queries.workers import Worker, workers_of
from intreccio.families.plans.queries.cards import Card, Differs, Does, Line, Yes
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.vocabulary import ActionState
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import Level

Words = dict[str, Any]


def words_of(viewer: Viewer, sheet: Sheet, day: date) -> Words:
    """Everything that `print_plan.typ` shows."""
    plan = sheet.plan
    workers = [one for one in workers_of(plan.case) if one.until is None]
    printed = {"number": plan.number, "day": _day(day), "who": viewer.name}
    return {
        "labels": labels(sheet),
        "printed": _("Versione %(number)d. Stampato il %(day)s da %(who)s.") % printed,
        "family": plan.case.household.name,
        "lead": _lead(sheet),
        "without": plan.without_reason,
        "said": [{"words": said.words, "who": who} for said, who in sheet.voices],
        "lines": [_line(line) for line in sheet.lines],
        "disagreements": [_differs(one) for one in sheet.differ],
        "seen_by": _seen_by(sheet, workers, day),
        "steps": [_steps(card) for card in _cards(sheet)],
        "signers": [
            *_family_signs(sheet),
            *_outside_signs(sheet),
            *(f"{one.name}, {one.profession}" for one in workers),
            _("Luogo e data"),
        ],
    }


def _day(day: date) -> str:
    """«15 gennaio 2027»: on paper a year later is soon."""
    month = format_date(day, "F Y")
    return f"{day.day} {month if get_language() == 'en' else month.lower()}"


def _seen_by(sheet: Sheet, workers: list[Worker], day: date) -> str:
    """The family, who works with it, its team and who leads the body it is of, and to whom its record is open."""
    case = sheet.plan.case
    granted = [grant for grant in grants_now(case.household_id, day) if grant.level >= Level.RECORD]
    family = [member.given or member.name for member in _of_the_plan(sheet)]
    others = [one.name for grant in granted if (one := grant.to_team or grant.to_organisation)]
    leads = _("chi è responsabile di %s") % case.team.organisation.name
    seen = [*family, *(one.name for one in workers), case.team.name, leads, *others]
    return _("Questo progetto lo vedono: %s.") % listed(seen, _("e"))


def _of_the_plan(sheet: Sheet) -> list[Member]:
    """Who is of the home, and who of the family has said yes from another one; nobody who is not to be told."""
    accepted, untold = {one.row.person_id for one in sheet.yes}, sheet.needed.deciding.untold
    told = (one for one in sheet.family.values() if str(one.person.pk) not in untold)
    return [one for one in told if one.belongs or one.person.pk in accepted]


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
        "steps": _("Come vedremo a che punto siamo"),
        "steps_lead": _("I cinque gradini di ogni obiettivo, scritti prima di cominciare."),
        "know": _("Che cosa sappiamo gli uni degli altri"),
        "rights": _("Potete chiedere in ogni momento chi lo ha letto, e far correggere ciò che non va."),
        "signs": _("Firme"),
        "without": _("Comincia senza il sì di tutti quelli che decidono per i bambini, perché:"),
    }


def _lead(sheet: Sheet) -> Words:
    plan = sheet.plan
    since = (
        _("Vale dal %s.") % _day(plan.in_force_since)
        if plan.in_force_since
        else _("In preparazione: lo stiamo scrivendo insieme.")
    )
    review = _("Lo rivediamo insieme il %s") % _day(plan.review_on) if plan.review_on else ""
    where = "" if _keeps_places(sheet) else plan.review_where
    return {"since": since, "review": ", ".join(part for part in (review, where) if part)}


def _keeps_places(sheet: Sheet) -> bool:
    """Paper goes from hand to hand: where somebody must not be found, or must not know, it says no place."""
    return sheet.plan.case.household.is_protected or bool(sheet.needed.untold)


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
    """What, who, when. Who did it is named as then; a service by whose name it goes is not named twice."""
    doing = does.doing
    who = doing.worker if doing.worker and not doing.is_open else does.who
    who = who.removeprefix(f"{doing.what}, ")
    return ", ".join(part for part in (doing.what, who, does.when) if part) + "."


def _cards(sheet: Sheet) -> list[Card]:
    """Goals whose steps are described, in the order of the page."""
    cards = [card for line in sheet.lines for card in (line.child, line.parent) if card]
    return [card for card in cards if any(step.words for step in card.goal.steps)]


def _steps(card: Card) -> Words:
    """The five steps as they were described; which one is hoped for."""
    aim = _("dove vogliamo arrivare")
    said = [(step, f"{step.sign} {step.label}") for step in card.goal.steps]
    return {
        "title": card.goal.title,
        "steps": [
            {"name": f"{name}, {aim}" if step.is_aim else name, "words": step.words} for step, name in said
        ],
    }


def _differs(one: Differs) -> Words:
    row = one.row
    return {"who": one.who, "words": row.words, "team_thinks": row.team_thinks, "we_go_on": row.how_we_go_on}


def _family_signs(sheet: Sheet) -> list[str]:
    """Grown-ups, and children if they want to."""
    held = {one.row.person_id: one for one in sheet.yes}
    unheard = {one.person_id: one.line for one in sheet.hearings if one.reason and not one.said}
    return [
        ". ".join(
            part for part in (_sign(one, held.get(one.person.pk)), unheard.get(one.person.pk, "")) if part
        )
        for one in _of_the_plan(sheet)
        if not _is_small(one)
    ]


def _outside_signs(sheet: Sheet) -> list[str]:
    """Who decides for a child and is not of the family."""
    untold = sheet.needed.deciding.untold
    return [who for who in sheet.needed.deciding.outside if who not in untold]


def _is_small(member: Member) -> bool:
    birth = member.person.birth_date
    return member.is_minor and (birth is None or (member.day - birth).days < 6 * 365)


def _sign(member: Member, yes: Yes | None) -> str:
    """With when they signed which words, and the reservation that their yes had, in their words."""
    who = _("%s, se vuole") % member.name if member.is_minor else member.name
    if yes is None:
        return who
    if reservation := yes.row.reservation:
        who = _("%(who)s, con riserva: «%(words)s»") % {"who": who, "words": reservation}
    return f"{who}, {yes.signed_words}"
