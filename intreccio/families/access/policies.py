"""Who may. A desk reads its own signals; who signalled reads only what it wrote and what it was told."""

from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import (
    Coordinator,
    Educator,
    OrganisationLead,
    Partner,
    Psychologist,
    SocialWorker,
    may,
)
from intreccio.parties.people.policies import MY_TEAMS, sees
from intreccio.parties.people.vocabulary import Level

MY_DESKS = "ANY ((SELECT my_working_teams())::uuid[])"
AT_WORK = "(SELECT my_role()) IS NOT NULL"
PUBLIC = "(SELECT my_house()) = 'public_form'"
SENDERS = "(SELECT my_role()) IN ('coordinator', 'social_worker', 'educator', 'psychologist', 'partner', 'organisation_lead')"
DECIDERS = "(SELECT my_role()) IN ('coordinator', 'social_worker')"


def sees_at_desk() -> str:
    """A row with its own desk and, once known, household and team: desk, team in charge, or grant."""
    return f"(desk_id = {MY_TEAMS} OR {sees(Level.RECORD)})"


def sees_through_triage(signal: str) -> str:
    """A row of a signal, opened by the household that the signal was found to be about."""
    opened = sees(Level.RECORD, household="t.household_id", team="t.team_id")
    return f"EXISTS (SELECT 1 FROM access_triage t WHERE t.signal_id = {signal} AND {opened})"


def sent(signal: str) -> str:
    """A signal that the actor wrote under this hat, while it is worn."""
    return (
        f"({AT_WORK} AND EXISTS (SELECT 1 FROM access_signalsender s"
        f" WHERE s.signal_id = {signal} AND s.membership_id = (SELECT my_membership())))"
    )


open_signal = may(
    "open_signal",
    _("leggere le segnalazioni arrivate al proprio sportello"),
    Coordinator, SocialWorker, Educator, Psychologist, OrganisationLead,
)  # fmt: skip
create_signal = may(
    "create_signal",
    _("segnalare una preoccupazione allo sportello"),
    Coordinator, SocialWorker, Educator, Psychologist, Partner, OrganisationLead,
)  # fmt: skip
choose_first_step = may(
    "choose_first_step",
    _("scegliere il primo passo dopo una segnalazione, allo sportello"),
    Coordinator, SocialWorker,
)  # fmt: skip
pass_on_signal = may(
    "pass_on_signal",
    _("passare una segnalazione a un altro sportello"),
    Coordinator, SocialWorker,
)  # fmt: skip
create_contact = may(
    "create_contact",
    _("ascoltare allo sportello e scrivere il contatto"),
    Coordinator, SocialWorker, Educator,
)  # fmt: skip
link_household = may(
    "link_household",
    _("collegare una segnalazione o un contatto alla sua famiglia"),
    Coordinator, SocialWorker, Educator,
)  # fmt: skip
open_contacts = may(
    "open_contacts",
    _("leggere il registro del proprio sportello"),
    Coordinator, SocialWorker, Educator, Psychologist, OrganisationLead,
)  # fmt: skip
