"""A plan as the family takes it home: short sentences, no scale and no codes; who does what, with a box to tick."""

from datetime import date
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from intreccio.families.cases.queries.teams import grants_now
from intreccio.families.cases.queries.workers import Worker, workers_of
from intreccio.families.plans.queries.cards import Card, Differs, Does, Line, Yes
from intreccio.families.plans.queries.children import keeps_places
from intreccio.families.plans.queries.resources import brought_to
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.rules.hearing import is_too_young
from intreccio.families.plans.vocabulary import ActionState
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Grant
from intreccio.parties.people.queries.members import Member
from intreccio.parties.people.rules.names import listed
from intreccio.parties.people.vocabulary import Level

Words = dict[str, Any]


def words_of(viewer: Viewer, sheet: Sheet, day: date) -> Words:
    """Everything that `print_plan.typ` shows."""
    workers = at_work(sheet)
    return {
        **head_of(viewer, sheet, day, workers),
        "labels": labels(),
        "lines": [_line(line) for line in sheet.lines],
        "yes": [said_yes(one) for one in told_of(sheet)],
        "signers": [
            *_family_signs(sheet),
            *_outside_signs(sheet),
            *(f"{one.name}, {one.profession}" for one in workers),
            _("Luogo e data"),
        ],
    }


def head_of(viewer: Viewer, sheet: Sheet, day: date, workers: list[Worker]) -> Words:
    """What the papers of who works with the family and of the family both say."""
    plan = sheet.plan
    printed = {"number": plan.number, "day": on_paper(day), "who": viewer.name}
    return {
        "printed": _("Versione %(number)d. Stampato il %(day)s da %(who)s.") % printed,
        "family": plan.case.household.name,
        "lead": _lead(sheet),
        "without": plan.without_reason,
        "one_side": plan.one_side_reason,
        "brings": [f"{one.what}. {one.who}: {one.how}." for one in brought_to(plan, sheet.family)],
        "said": [{"words": said.words, "who": who} for said, who in sheet.voices],
        "disagreements": [differs(one) for one in sheet.told_differ],
        "seen_by": seen_by(sheet, workers, grants_now(plan.case.household_id, day)),
    }


def at_work(sheet: Sheet) -> list[Worker]:
    """Who works with the family now. One query."""
    return [one for one in workers_of(sheet.plan.case) if one.until is None]


def on_paper(day: date) -> str:
    """«15 gennaio 2027»: on paper a year later is soon."""
    month = format_date(day, "F Y")
    return f"{day.day} {month if get_language() == 'en' else month.lower()}"


def seen_by(sheet: Sheet, workers: list[Worker], grants: list[Grant], reader: Member | None = None) -> str:
    """The family, who works with it, its team and who leads the body it is of, and to whom its record is open."""
    case = sheet.plan.case
    granted = [grant for grant in grants if grant.level >= Level.RECORD]
    readers = [*_of_the_plan(sheet), *([reader] if reader else [])]
    family = list({one.person.pk: one.given or one.name for one in readers}.values())
    others = [one.name for grant in granted if (one := grant.to_team or grant.to_organisation)]
    leads = _("chi è responsabile di %s") % case.team.organisation.name
    seen = [*family, *(one.name for one in workers), case.team.name, leads, *others]
    return _("Questo progetto lo vedono: %s.") % listed(seen, _("e"))


def _of_the_plan(sheet: Sheet) -> list[Member]:
    """Who is of the home, and who of the family has said yes from another one; nobody who is not to be told."""
    accepted, untold = {one.row.person_id for one in sheet.yes}, sheet.needed.deciding.untold
    told = (one for one in sheet.family.values() if str(one.person.pk) not in untold)
    return [one for one in told if one.is_written_of or one.person.pk in accepted]


def told_of(sheet: Sheet) -> list[Yes]:
    """Yeses, but of who is not to be told."""
    untold = sheet.needed.deciding.untold
    return [
        one.for_others for one in sheet.yes if not {str(one.row.person_id), one.row.somebody} & set(untold)
    ]


def said_yes(one: Yes) -> str:
    """«Elena Marchetti: firmato, su carta, 14 luglio 2026»; with the reservation in their words."""
    said = f"{one.who}: {one.said[:1].lower()}{one.said[1:]}, {one.how}, {on_paper(one.row.day)}"
    return f"{said}: «{one.row.reservation}»" if one.row.reservation else said


def labels() -> Words:
    """Words of the paper itself."""
    return {
        "network": _("Rete per le famiglie"),
        "children_say": _("Che cosa dicono i bambini"),
        "goals": _("Che cosa vogliamo cambiare"),
        "from": _("Siamo partiti da qui:"),
        "now": _("Adesso:"),
        "aim": _("Vogliamo arrivare qui:"),
        "does": _("Sotto ogni obiettivo c'è chi fa che cosa. Fate un segno quando è fatto."),
        "together": _("Questi due obiettivi si tengono."),
        "disagree": _("Su che cosa non siamo d'accordo"),
        "team_thinks": _("L'équipe pensa:"),
        "we_go_on": _("Andiamo avanti così:"),
        "yes": _("Chi ha detto sì"),
        "brings": _("Che cosa portate voi"),
        "one_side": _("È di una generazione sola, perché:"),
        "know": _("Che cosa sappiamo gli uni degli altri"),
        "rights": _("Potete chiedere in ogni momento chi lo ha letto, e far correggere ciò che non va."),
        "signs": _("Firme"),
        "without": _("Comincia senza il sì di tutti quelli che decidono per i bambini, perché:"),
    }


def _lead(sheet: Sheet) -> Words:
    """From when it counts, and when it is looked at again; of a version that is over, from when to when it counted."""
    plan = sheet.plan
    if plan.in_force_since and plan.ended_on:
        days = {"since": on_paper(plan.in_force_since), "until": on_paper(plan.ended_on)}
        return {"since": _("È valso dal %(since)s al %(until)s.") % days, "review": ""}
    since = (
        _("Vale dal %s.") % on_paper(plan.in_force_since)
        if plan.in_force_since
        else _("In preparazione: lo stiamo scrivendo insieme.")
    )
    review = _("Lo rivediamo insieme il %s") % on_paper(plan.review_on) if plan.review_on else ""
    where = "" if keeps_places(sheet) else plan.review_where
    return {"since": since, "review": ", ".join(part for part in (review, where) if part)}


def _line(line: Line) -> Words:
    link = line.link.words if line.link else ""
    return {
        "goals": [_goal(card) for card in (line.child, line.parent) if card],
        "held": line.link is not None,
        "why": link,
    }


def _goal(card: Card) -> Words:
    """Where one is and where one goes, in the words of its own steps."""
    goal = card.goal
    words = {level: said.rstrip(" .") for level, said in zip(range(-2, 3), goal.words, strict=True)}
    moved = goal.now != goal.start
    return {
        "whose": card.whose,
        "title": goal.title,
        "from": words[goal.start] if moved else "",
        "now": words[goal.now],
        "aim": words[goal.aim] if goal.now < goal.aim else "",
        "does": [_does(one) for one in card.does if one.doing.state != ActionState.DROPPED],
    }


def _does(does: Does) -> Words:
    return {"done": not does.doing.is_open, "words": does_in_words(does)}


def does_in_words(does: Does) -> str:
    """What, who, when. Who did it is named as then; a service by whose name it goes is not named twice."""
    doing = does.doing
    who = doing.worker if doing.worker and not doing.is_open else does.who
    who = who.removeprefix(f"{doing.what}, ")
    return ", ".join(part for part in (doing.what, who, does.when, does.outside) if part) + "."


def differs(one: Differs) -> Words:
    """Whose words, what the team thinks, how one goes on."""
    row = one.row
    return {"who": one.who, "words": row.words, "team_thinks": row.team_thinks, "we_go_on": row.how_we_go_on}


def _family_signs(sheet: Sheet) -> list[str]:
    """Grown-ups, and who is of an age to, if they want to."""
    held = {one.row.person_id: one.for_others for one in sheet.yes}
    unheard = {one.person_id: one.line for one in sheet.hearings if one.reason and not one.said}
    return [
        ". ".join(
            part for part in (_sign(one, held.get(one.person.pk)), unheard.get(one.person.pk, "")) if part
        )
        for one in _of_the_plan(sheet)
        if not is_too_young(one.person.birth_date, one.day, from_age=sheet.voice_age)
    ]


def _outside_signs(sheet: Sheet) -> list[str]:
    """Who decides for a child and is not of the family."""
    untold = sheet.needed.deciding.untold
    return [who for who in sheet.needed.deciding.outside if who not in untold]


def _sign(member: Member, yes: Yes | None) -> str:
    """With when they signed which words, and the reservation that their yes had, in their words."""
    who = _("%s, se vuole") % member.name if member.is_minor else member.name
    if yes is None:
        return who
    if reservation := yes.row.reservation:
        who = _("%(who)s, con riserva: «%(words)s»") % {"who": who, "words": reservation}
    return f"{who}, {yes.signed_words}"
