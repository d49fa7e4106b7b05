"""Requests in a family's story, on the line of its way, among its contacts, and where nobody has answered."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.attention import Prompt
from intreccio.families.cases.queries.sources import Way, add_contacts, add_marks, add_prompts
from intreccio.families.cases.vocabulary import PromptKind
from intreccio.ground.kernel.panels import add_chapter, add_reading_place
from intreccio.ground.kernel.viewer import Viewer

SILENT = """
    SELECT CASE o.state WHEN 'ended' THEN 'referral_unheard' ELSE 'referral_unanswered' END, o.household_id, o.referral_id, d.day, d.day,
      s.name, NULL::date
    FROM ways w JOIN referrals_referralorigin o ON o.household_id = w.household_id AND o.state IN ('asked', 'seen', 'ended')
      JOIN referrals_referral r ON r.id = o.referral_id JOIN directory_service s ON s.id = r.service_id
      CROSS JOIN LATERAL (SELECT CASE o.state WHEN 'ended' THEN (coalesce(r.ended_at, r.state_since) AT TIME ZONE 'Europe/Rome')::date
        ELSE o.answer_by END AS day) d
"""


def tell_story() -> None:
    """The part of the story that is ours; the family's word on a request is a contact (decision 76)."""
    add_chapter("requests", _("le richieste"), 60, "referral")
    add_reading_place(
        "SELECT referral_id, 'referral_page', ARRAY[referral_id::text] FROM referrals_referralorigin"
        " WHERE referral_id = ANY(%(ids)s) AND household_id = %(household)s"
    )
    add_marks(
        "request", 50, _("richieste"), str,
        "SELECT (o.sent_at AT TIME ZONE 'Europe/Rome')::date, s.name FROM referrals_referralorigin o"
        " JOIN referrals_referral r ON r.id = o.referral_id JOIN directory_service s ON s.id = r.service_id"
        " WHERE o.household_id = %(household)s",
    )  # fmt: skip
    add_contacts(
        "SELECT answered_on FROM referrals_referralorigin WHERE answered_on IS NOT NULL AND household_id = w.household_id"
    )
    add_prompts(
        SILENT, {PromptKind.REFERRAL_UNANSWERED: _to_request, PromptKind.REFERRAL_UNHEARD: _to_answer}
    )


def _to_request(_viewer: Viewer, prompt: Prompt) -> Way:
    return Way(_("Apri la richiesta"), reverse("referral_page", args=[prompt.subject_id]))


def _to_answer(_viewer: Viewer, prompt: Prompt) -> Way:
    return Way(_("Chiedi se ha aiutato"), reverse("record_answer", args=[prompt.subject_id]))
