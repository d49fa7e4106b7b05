"""What asks for attention: the box of a family, and what of our own way can stand still."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases import policies
from intreccio.families.cases.queries.attention import Prompt, prompts_of_household
from intreccio.families.cases.queries.said import said_of, to_case
from intreccio.families.cases.queries.sources import Way, add_contacts, sources
from intreccio.families.cases.vocabulary import PromptKind
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import Household

MET = (
    "SELECT (at AT TIME ZONE 'Europe/Rome')::date FROM access_contact WHERE household_id IS NOT NULL",
    "SELECT day FROM cases_casestep"
    " WHERE verb IN ('take_charge', 'end_review', 'reopen_case') AND motive <> 'mistaken'"
    " AND case_id IN (SELECT id FROM cases_case WHERE voided_at IS NULL)",
    "SELECT done_on FROM cases_casefollowup"
    " WHERE done_on IS NOT NULL AND outcome <> 'not_reached' AND voided_at IS NULL",
    "SELECT held_on FROM cases_conference WHERE held_on IS NOT NULL AND voided_at IS NULL"
    " AND id IN (SELECT conference_id FROM cases_conferenceseat WHERE person_id IS NOT NULL AND came)",
)


def on_household_side(viewer: Viewer, *, household: Household, **_subject: Any) -> Mapping[str, Any] | None:
    """Of a family of one's teams: what asks for attention, and what was set aside. One question, asked of nobody else."""
    if not policies.is_in_charge(viewer, household.team_id):
        return None
    day = today()
    said = [said_of(viewer, one, today=day) for one in prompts_of_household(household.pk, today=day)]
    return {"prompts": said, "may_set_aside": policies.set_aside_prompt(viewer)} if said else None


def _to_review(_viewer: Viewer, prompt: Prompt) -> Way:
    if prompt.what:
        return Way(_("Apri la verifica"), reverse("review_page", args=[prompt.case_id]))
    return Way(_("Prepara la verifica"), reverse("begin_review", args=[prompt.case_id]))


def _to_meet(_viewer: Viewer, prompt: Prompt) -> Way:
    return Way(_("Scrivi che vi siete sentiti"), reverse("meet_family", args=[prompt.case_id]))


def _to_ties(_viewer: Viewer, prompt: Prompt) -> Way:
    return Way(_("Scrivi chi c'è intorno"), reverse("add_bond", args=[prompt.household_id]))


def ask_attention() -> None:
    """What counts as a contact among what we write (decision 76), and what can be done about our own prompts."""
    add_contacts(*(f"{each} AND household_id = w.household_id" for each in MET))
    sources.ways.update(
        {
            PromptKind.NO_CONTACT: _to_meet,
            PromptKind.REVIEW_OVERDUE: _to_review,
            PromptKind.LONG_IN_CHARGE: to_case,
            PromptKind.REOPENED: to_case,
            PromptKind.NO_TIES: _to_ties,
            PromptKind.MOVED: _to_meet,
        }
    )
