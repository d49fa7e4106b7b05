"""A prompt in one plain sentence, with its days. The words speak of us, not of the family."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import policies
from intreccio.families.cases.queries.attention import Prompt, SetAside
from intreccio.families.cases.queries.sources import Way, kinds, sources
from intreccio.families.cases.rules.attention import whole_months
from intreccio.families.cases.vocabulary import AsideReason, PromptKind
from intreccio.ground.design.templatetags.design import month, span, spoken
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Said:
    """A prompt as a page shows it."""

    prompt: Prompt
    why: str
    way: Way
    aside_reason: str

    @property
    def label(self) -> str:
        """Its kind."""
        return str(kinds()[self.prompt.kind])

    @property
    def aside(self) -> SetAside | None:
        """Who set it aside, and why."""
        return self.prompt.aside


def said_of(viewer: Viewer, prompt: Prompt, *, today: date) -> Said:
    """The sentence, what can be done, and the reason where it is aside."""
    reason = str(AsideReason(prompt.aside.reason).label) if prompt.aside else ""
    above = sources.reasons.get(prompt.kind)
    say = above.say if above else SENTENCES[prompt.kind]
    return Said(prompt, say(prompt, today), _way(viewer, prompt), reason)


def _way(viewer: Viewer, prompt: Prompt) -> Way:
    """Who only reads is led to the way of the family."""
    if policies.set_aside_prompt(viewer):
        above = sources.reasons.get(prompt.kind)
        return above.way(viewer, prompt) if above else sources.ways[prompt.kind](viewer, prompt)
    return to_case(viewer, prompt)


def to_case(_viewer: Viewer, prompt: Prompt) -> Way:
    """The way of the family."""
    return Way(_("Apri il percorso"), reverse("case_page", args=[prompt.case_id]))


def _days(prompt: Prompt, today: date) -> str:
    return span((today - prompt.since).days, "day")


def _no_contact(prompt: Prompt, today: date) -> str:
    return _("Non ci sentiamo da %(days)s, da %(day)s: ci siamo dati %(agreed)s.") % {
        "days": _days(prompt, today), "day": spoken(prompt.since), "agreed": span(prompt.limits.no_contact, "day"),
    }  # fmt: skip


def _review(prompt: Prompt, today: date) -> str:
    return _("Ci eravamo dati appuntamento per la verifica %(day)s: sono passati %(days)s.") % {
        "days": _days(prompt, today), "day": spoken(prompt.since),
    }  # fmt: skip


def _goal(prompt: Prompt, today: date) -> str:
    said = {
        "what": prompt.what, "days": _days(prompt, today), "day": spoken(prompt.since),
        "agreed": span(prompt.limits.goal, "day"),
    }  # fmt: skip
    return (
        _(
            "«%(what)s»: da %(days)s, da %(day)s, nessun gradino diverso e nessuna azione conclusa. Ci siamo dati %(agreed)s."
        )
        % said
    )


def _unanswered(prompt: Prompt, today: date) -> str:
    return _("Da «%(what)s» aspettavamo una risposta entro %(day)s: sono passati %(days)s.") % {
        "what": prompt.what, "days": _days(prompt, today), "day": spoken(prompt.since),
    }  # fmt: skip


def _unheard(prompt: Prompt, today: date) -> str:
    return _("«%(what)s» ha concluso %(days)s fa, %(day)s: non abbiamo ancora chiesto se ha aiutato.") % {
        "what": prompt.what, "days": _days(prompt, today), "day": spoken(prompt.since),
    }  # fmt: skip


def _long(prompt: Prompt, today: date) -> str:
    return _("Siamo insieme da %(months)s, da %(month)s. Dopo %(agreed)s ci chiediamo: serve ancora così?") % {
        "months": span(whole_months(prompt.since, today), "month"), "month": month(prompt.since),
        "agreed": span(prompt.limits.in_charge_months, "month"),
    }  # fmt: skip


def _reopened(prompt: Prompt, _today: date) -> str:
    return _("Il percorso è ricominciato %(day)s; si era concluso %(before)s. Che cosa mancava, da parte nostra?") % {
        "day": spoken(prompt.since), "before": spoken(prompt.before),
    }  # fmt: skip


def _principles(prompt: Prompt, _today: date) -> str:
    return _("I sei principi: ci eravamo detti di riguardarli %(day)s.") % {"day": spoken(prompt.since)}


def _withdrawn(prompt: Prompt, _today: date) -> str:
    said = {"day": spoken(prompt.since), "what": prompt.what}
    return _("Un sì al progetto in corso è stato ritirato %(day)s: «%(what)s». Ne riparliamo insieme?") % said


def _no_ties(prompt: Prompt, today: date) -> str:
    return _(
        "Da %(days)s, da %(day)s, non è scritto nessuno che dia una mano: chi c'è vicino? Ci siamo dati %(agreed)s per chiederlo."
    ) % {
        "days": _days(prompt, today),
        "day": spoken(prompt.since),
        "agreed": span(prompt.limits.no_ties, "day"),
    }


def _moved(prompt: Prompt, _today: date) -> str:
    return _("Hanno una casa nuova, da %(day)s: conoscono già qualcuno lì? Che cosa serve vicino?") % {
        "day": spoken(prompt.since)
    }


SENTENCES: Mapping[str, Callable[[Prompt, date], str]] = {
    PromptKind.NO_CONTACT: _no_contact,
    PromptKind.REVIEW_OVERDUE: _review,
    PromptKind.GOAL_STALLED: _goal,
    PromptKind.REFERRAL_UNANSWERED: _unanswered,
    PromptKind.REFERRAL_UNHEARD: _unheard,
    PromptKind.LONG_IN_CHARGE: _long,
    PromptKind.REOPENED: _reopened,
    PromptKind.PRINCIPLES_AGAIN: _principles,
    PromptKind.YES_WITHDRAWN: _withdrawn,
    PromptKind.NO_TIES: _no_ties,
    PromptKind.MOVED: _moved,
}
