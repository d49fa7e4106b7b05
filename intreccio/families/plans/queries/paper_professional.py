"""A plan for who works with the family: everything that the version holds, with its days."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intreccio.families.cases.queries.workers import Worker
from intreccio.families.plans.queries.cards import Card, Differs, Does, Line, Yes
from intreccio.families.plans.queries.looks import looks_said
from intreccio.families.plans.queries.paper import at_work, differs, head_of, on_paper, said_yes
from intreccio.families.plans.queries.printed import last_look_at
from intreccio.families.plans.queries.reading import Told
from intreccio.families.plans.queries.sheet import Filament, Sheet
from intreccio.families.plans.queries.voices import Listened
from intreccio.families.plans.vocabulary import Strand
from intreccio.ground.design.profile import written
from intreccio.ground.kernel.viewer import Viewer

Words = dict[str, Any]


def words_of(viewer: Viewer, sheet: Sheet, day: date) -> Words:
    """Everything that `print_plan_professional.typ` shows."""
    workers, looks = at_work(sheet), looks_said(day)
    return {
        **head_of(viewer, sheet, day, workers),
        "labels": labels(),
        "about": _about(sheet, workers),
        "disagreements": [_open(one) for one in sheet.differ if one.row.settled_on is None],
        "strands": _strands(sheet),
        "families": _families(sheet),
        "settled": [_settled(one) for one in sheet.differ if one.row.settled_on],
        "lines": [_line(line, looks) for line in sheet.lines],
        "principles": _principles(sheet),
        "attained": _attained(sheet),
        "yes": [_yes(one) for one in sheet.yes],
        "listened": [listened_words(one, who) for one, who in sheet.listened],
        "heard": [f"{one.who}. {one.line}" for one in sheet.hearings],
        "decide": _decide(sheet),
        "missing": [
            *(str(one) for one in (sheet.missing(day), sheet.without) if one),
            *(one.said for one in sheet.taken),
        ],
    }


def labels() -> Words:
    """Words of the paper itself."""
    return {
        "network": _("Rete per le famiglie"),
        "children_say": _("Che cosa dicono i bambini"),
        "goals": _("Obiettivi"),
        "scale": _("La scala: −2 molto meno di quanto speriamo, 0 come speriamo, +2 molto di più."),
        "steps": _("Gradino"),
        "means": _("Che cosa vuol dire"),
        "marks": _("Segni"),
        "what": _("Che cosa"),
        "who": _("Chi"),
        "when": _("Quando"),
        "state": _("A che punto"),
        "nobody_does": _("Nessuna azione è scritta."),
        "together": _("Questi due obiettivi si tengono."),
        "attained": _("Gli obiettivi, presi insieme"),
        "disagree": _("Su che cosa non siamo d'accordo"),
        "nothing_differs": _("Niente è scritto."),
        "team_thinks": _("L'équipe pensa:"),
        "we_go_on": _("Andiamo avanti così:"),
        "yes": _("Chi ha detto sì"),
        "nobody_yes": _("Ancora nessuno."),
        "heard": _("Che cosa ne dicono bambini e ragazzi"),
        "decide": _("Chi decide per i bambini"),
        "missing": _("Che cosa manca"),
        "brings": _("Che cosa porta la famiglia"),
        "nobody_brings": _("Non c'è ancora scritto niente."),
        "strands": _("I quattro fili, e i cinque intenti per i bambini"),
        "principles": _("I sei principi, l'ultima volta"),
        "one_side": _("È di una generazione sola, perché:"),
        "know": _("Chi lo vede"),
        "without": _("Comincia senza il sì di tutti quelli che decidono per i bambini, perché:"),
    }


def listened_words(one: Listened, who: str) -> str:
    """«Nadia, 11 anni: ascolto del 3 novembre 2026, con Chiara Fontana»; nothing of what was said."""
    day, by = one.last
    said = {"who": who, "day": on_paper(day), "by": by}
    if by:
        return _("%(who)s: ascolto del %(day)s, con %(by)s.") % said
    return _("%(who)s: ascolto del %(day)s.") % said


def _yes(one: Yes) -> str:
    """Who wrote it, whom its reservation is for, which words it is about, and why it does not count for a child."""
    imprint = _("Impronta %s.") % one.sign if one.sign else ""
    written = capfirst(f"{one.written}.") if one.written else ""
    kept = _("La riserva resta a chi lavora con la famiglia.") if one.is_kept else ""
    return " ".join(part for part in (f"{said_yes(one)}.", kept, written, imprint, one.note) if part)


def _open(one: Differs) -> Words:
    """Also what a minor keeps for who works with the family: this paper is theirs, and says so."""
    return {**differs(one), "who": _whose(one)}


def _whose(one: Differs) -> str:
    return _("%s, solo per chi lavora con la famiglia") % one.who if one.is_kept else one.who


def _settled(one: Differs) -> str:
    """«Karim: «La visita è presto». Si è risolto il 3 dicembre 2026: si fa a gennaio»."""
    row = one.row
    day = on_paper(row.settled_on) if row.settled_on else ""
    said = {"who": _whose(one), "words": row.words, "day": day, "how": row.settled_how}
    return _("%(who)s: «%(words)s» Si è risolto il %(day)s: %(how)s") % said


def _strands(sheet: Sheet) -> list[str]:
    """«Essere genitori: 2 obiettivi», «Formazione e lavoro: ancora nessun obiettivo»."""
    return [f"{one.label}: {_of_a_strand(one)}." for one in sheet.strands]


def _of_a_strand(one: Filament) -> str:
    if one.count:
        return ngettext("%d obiettivo", "%d obiettivi", one.count) % one.count
    return one.keeper or _("ancora nessun obiettivo")


def _families(sheet: Sheet) -> list[str]:
    """Of the five families of goals for children, which are there and which are not."""
    said = (
        (sheet.families.held, _("Per i bambini: %s.")),
        (sheet.families.empty, _("Ancora niente per: %s.")),
    )
    return [words % ", ".join(str(one.label) for one in found) for found, words in said if found]


def _principles(sheet: Sheet) -> list[str]:
    """The last look at the six, in whichever version; of none, that there was none yet."""
    last = last_look_at(sheet.plan)
    if last is None:
        return [_("Non ancora guardati.")]
    seen = {"day": on_paper(last.day), "who": last.by or _("una persona dell'équipe")}
    return [
        _("Guardati il %(day)s da %(who)s.") % seen,
        *(f"{cover[:1].upper()}{cover[1:]}: {', '.join(names)}." for cover, names in last.summary),
    ]


def _line(line: Line, looks: Mapping[str, str]) -> Words:
    cards = [_goal(card, looks) for card in (line.child, line.parent) if card]
    return {"goals": cards, "why": line.link.words if line.link else ""}


def _about(sheet: Sheet, workers: list[Worker]) -> list[str]:
    """Which version, of which team, with whom."""
    plan = sheet.plan
    number = {"number": plan.number, "state": plan.get_state_display(), "day": on_paper(plan.begun_on)}
    said = [_("Versione %(number)d, %(state)s; cominciata il %(day)s.") % number]
    if former := plan.replaces:
        since = on_paper(former.in_force_since) if former.in_force_since else "…"
        until = on_paper(former.ended_on) if former.ended_on else "…"
        replaced = {"number": former.number, "since": since, "until": until}
        said.append(_("Sostituisce la versione %(number)d, valsa dal %(since)s al %(until)s.") % replaced)
    case = plan.case
    said.append(_("Équipe: %s.") % case.team.name)
    if case.responsible:
        said.append(_("Riferimento della famiglia: %s.") % case.responsible.user.name)
    names = ", ".join(f"{one.name} ({one.profession})" for one in workers)
    return [*said, _("Al lavoro con la famiglia: %s.") % names] if names else said


def _goal(card: Card, looks: Mapping[str, str]) -> Words:
    goal = card.goal
    strand = str(Strand(goal.strand).label)
    own = _("Con i suoi tempi: %s") % goal.own_time if goal.own_time else ""
    return {
        "title": goal.title,
        "about": " · ".join(dict.fromkeys(part for part in (card.whose, strand, goal.need) if part)),
        "why": goal.why,
        "look": " · ".join(part for part in (looks.get(goal.look, ""), goal.families_said, own) if part),
        "path": _path(goal),
        "steps": [
            {"name": f"{step.sign} {step.label}", "words": step.words, "marks": _marks(step.marks)} for step in goal.steps
        ],
        "does": [_does(one) for one in card.does],
        "child_words": _("Per i bambini: «%s»") % goal.child_words if goal.child_words else "",
        "holds": _("Si tiene con: %s.") % ", ".join(f"«{other.title}»" for other in card.holds) if card.holds else "",
    }  # fmt: skip


def _path(goal: Told) -> str:
    """«−2 → −1, guardato il 20 ottobre 2026: al nido dice «acqua»»."""
    if goal.now_on is None:
        return _("%s, non ancora guardato") % goal.path
    said = _("%(path)s, guardato il %(day)s") % {"path": goal.path, "day": on_paper(goal.now_on)}
    return f"{said}: {goal.now_words}" if goal.now_words else said


def _marks(marks: str) -> str:
    names = {"t0": _("inizio"), "now": _("oggi"), "aim": _("dove vogliamo arrivare")}
    return ", ".join(names[mark] for mark in marks.split())


def _does(does: Does) -> Words:
    doing = does.doing
    counts_on = _("conta su:")
    leans = f"{counts_on} {doing.leans_on}" if doing.leans_on else ""
    also = "; ".join(part for part in (leans, does.outside) if part)
    by = on_paper(doing.by_when) if doing.by_when else ""
    since = {"state": does.state, "day": on_paper(doing.state_since)}
    return {
        "what": f"{doing.what} ({also})" if also else doing.what,
        "who": does.who,
        "when": ", ".join(part for part in (doing.rhythm, by) if part),
        "state": _("%(state)s dal %(day)s") % since if doing.is_open else f"{does.state}, {since['day']}",
    }


def _attained(sheet: Sheet) -> str:
    found = sheet.attained
    if found is None:
        return ""
    numbers = {
        "counted": found.counted,
        "start": written(found.start),
        "now": written(found.now),
        "left": found.left_out,
    }
    return _(
        "Punteggio T di Kiresuk e Sherman: da %(start)s a %(now)s, dove 50 vuol dire «come speravamo». "
        "Obiettivi guardati: %(counted)d; non ancora guardati: %(left)d."
    ) % numbers  # fmt: skip


def _decide(sheet: Sheet) -> list[str]:
    """«Nadia (11) e Leo (3). Per ogni cosa: Elena Marchetti e Karim Haddad»."""
    nobody = _("nessuno che possa decidere")
    return [
        f"{names}. {says.matters}: {says.who or nobody}."
        for names, of in sheet.needed.deciding.together
        for says in of.says
        if of.member.is_minor
    ]
