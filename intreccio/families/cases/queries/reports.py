"""Reports that have left, and what this area tells in one."""

from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from intreccio.families.cases.models import Case, Report
from intreccio.families.cases.queries.log import log_of
from intreccio.families.cases.queries.parts import Block, on_paper
from intreccio.families.cases.queries.workers import workers_of
from intreccio.families.cases.vocabulary import Motive, Stage
from intreccio.ground.kernel.panels import told as told_as
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.written import WrittenOut
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.members import Member, members_of
from intreccio.parties.people.vocabulary import HomeRole

ACTS = {
    "open_case": "case.opened",
    "take_charge": "case.taken_charge",
    "end_preliminary": "case.preliminary_ended",
    "begin_plan": "case.plan_begun",
    "begin_review": "case.review_begun",
    "end_review": "case.review_ended",
    "close_case": "case.closed",
    "reopen_case": "case.reopened",
    "hand_over_case": "case.handed_over",
}


SENT = WrittenOut(
    Report,
    "r",
    """
    SELECT {r}, {d}, {m}, {u} FROM cases_report r JOIN people_familydocument d ON d.id = r.document_id
      LEFT JOIN organisations_membership m ON m.id = r.by_id LEFT JOIN accounts_colleague u ON u.id = m.user_id
    WHERE r.case_id = %(case)s ORDER BY r.sent_on DESC, r.id DESC
    """,
    d="r.document",
    m="r.by",
    u="m.user",
)


def reports_of(viewer: Viewer, case: Case) -> list[Report]:
    """All that have left about a case, the last first, mistakes too. One query."""
    del viewer  # row security decides
    return SENT.rows(case=case.pk)


def the_children(viewer: Viewer, case: Case, day: date) -> list[Block]:
    """Who the children are, and nothing of the others."""
    del day
    lines = [f"{one.name}, {one.age}" for one in _ours(viewer, case) if one.is_minor]
    return [Block(_("Di chi parla"), lines)]


def the_family(viewer: Viewer, case: Case, day: date) -> list[Block]:
    """Who lives together, and the children who live with a carer; never where."""
    del day
    ours = _ours(viewer, case)
    blocks = [Block(_("Chi vive insieme"), [_line(one) for one in ours if one.lives_here])]
    if placed := [_line(one) for one in ours if one.is_placed]:
        blocks.append(Block(_("Chi vive con chi se ne prende cura"), placed))
    return blocks


def _line(one: Member) -> str:
    return ", ".join(part for part in (one.name, str(HomeRole(one.home.role).label), one.age) if part)


def the_way(viewer: Viewer, case: Case, day: date) -> list[Block]:
    """The steps of the case with their day and motive; not the words that a team writes for the next."""
    del viewer, day
    steps, _agreed = log_of(case)
    lines = [
        f"{on_paper(step.day)}: {told_as(ACTS[step.verb]) or ''} ({Motive(step.motive).label})"
        for step in steps
        if step.verb in ACTS
    ]
    return [Block(_("Il percorso fatto insieme"), [*lines, _("Oggi: %s.") % Stage(case.stage).label])]


def the_workers(viewer: Viewer, case: Case, day: date) -> list[Block]:
    """Who works with the family today, in what profession, for which body."""
    del viewer, day
    now = [one for one in workers_of(case) if one.until is None]
    return [
        Block(
            _("Chi lavora con la famiglia"),
            [f"{one.name}, {one.profession}, {one.organisation}" for one in now],
        )
    ]


def _ours(viewer: Viewer, case: Case) -> list[Member]:
    seen = household_of(viewer, case.household_id)
    return [one for one in members_of(viewer, seen) if one.is_ours] if seen else []


def title_for(addressee: str) -> str:
    """«Relazione per la scuola»: names nobody."""
    titles = {
        "court": _("Relazione per il tribunale"),
        "school": _("Relazione per la scuola"),
        "municipality": _("Relazione per il comune"),
    }
    return capfirst(titles[addressee])
