"""What can be done with a version of a plan while it stands where it stands. What was agreed is not rewritten: a new
version is, and takes its place."""

from intreccio.families.plans.vocabulary import PlanState
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later

IN_DRAFT = ("add_goal", "edit_goal", "void_goal", "link_goals", "unlink_goals", "put_in_force")
WHILE_IT_LASTS = (
    "add_action",
    "edit_action",
    "finish_action",
    "write_disagreement",
    "edit_disagreement",
    "settle_disagreement",
    "void_disagreement",
    "accept_plan",
    "void_acceptance",
    "add_resource",
    "edit_resource",
    "void_resource",
    "check_plan_principles",
    "sign_plan",
    "hand_plan",
)
IN_FORCE = ("score_goal", "void_score", "revise_plan")
# What somebody has read and said yes to: while a yes stands, it does not become something else.
AGREED = ("add_goal", "edit_goal", "void_goal", "link_goals", "unlink_goals")
VERBS: dict[str, tuple[str, ...]] = {
    PlanState.DRAFT: (*IN_DRAFT, *WHILE_IT_LASTS),
    PlanState.IN_FORCE: (*WHILE_IT_LASTS, *IN_FORCE),
}
_WHERE: dict[str, Words] = {
    PlanState.DRAFT: later("Questa versione è ancora in preparazione."),
    PlanState.IN_FORCE: later(
        "Questa versione è già in corso: per cambiare gli obiettivi se ne prepara una nuova."
    ),
    PlanState.REPLACED: later("Questa versione è stata sostituita: resta da leggere."),
    PlanState.ENDED: later("Questo progetto è concluso: resta da leggere."),
}


def verbs_in(state: str) -> tuple[str, ...]:
    """What can be done with a version in this state."""
    return VERBS.get(state, ())


def why_not(verb: str, state: str, *, is_voided: bool = False) -> Words | None:
    """A reason, or None."""
    if is_voided:
        return _("Questo progetto è stato annullato: resta da leggere.")
    return None if verb in verbs_in(state) else _WHERE[state]


def why_not_draft(*, in_charge: bool, has_draft: bool, in_force: bool) -> Words | None:
    """A plan begins for a family in charge, one version at a time."""
    if not in_charge:
        return _("Il progetto comincia quando la famiglia è in carico.")
    if has_draft:
        return _("C'è già una versione in preparazione: si continua quella.")
    if in_force:
        return _("C'è già un progetto in corso: se ne prepara una versione nuova dalla sua pagina.")
    return None


def why_not_revise(*, has_draft: bool) -> Words | None:
    """One version in preparation at a time."""
    return _("C'è già una versione nuova in preparazione: si continua quella.") if has_draft else None


def why_not_after_a_yes(verb: str, *, accepted: bool) -> Words | None:
    """Who said yes has read these goals: others would be goals that they have never read."""
    if accepted and verb in AGREED:
        return _("Qualcuno ha già detto sì a questi obiettivi, così come li ha letti.")
    return None


def way_out_of_a_yes() -> Words:
    """What can be done instead."""
    return _(
        "Per cambiarli si toglie il sì, con «era un errore», e si rilegge insieme; oppure si comincia, e si prepara una versione nuova."
    )


def why_not_reword(*, accepted: bool, before: str, after: str) -> Words | None:
    """Who does it and by when may change on the way; what was agreed to be done stays as it was read."""
    if accepted and after != before:
        return _("Qualcuno ha già detto sì a queste parole, così come le ha lette.")
    return None
