"""Every act of a family's story leads to the page where its subject is read; out of sight it leads nowhere."""

import pytest
from django.apps import apps

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import new_key
from intreccio.parties.people.queries.story import Entry, with_places

# Whose acts are told in the story → the page, and who reads it.
LEADS = {
    "people.FamilyDocument": ("/documents", "coordinatrice"),
    "people.Language": ("/languages", "coordinatrice"),
    "people.Kinship": ("/genogram", "coordinatrice"),
    "people.Bond": ("/ecomap", "coordinatrice"),
    "people.Responsibility": ("/responsibilities", "coordinatrice"),
    "cases.Report": ("/documents", "coordinatrice"),
    "cases.CaseWeight": ("/cases/", "coordinatrice"),
    "cases.CaseDeputy": ("/cases/", "coordinatrice"),
    "cases.Conference": ("/conferences/", "coordinatrice"),
    "cases.ConferenceDecision": ("/conferences/", "coordinatrice"),
    "assessments.Sheet": ("/sheets/", "coordinatrice"),
    "assessments.Factor": ("/factors", "coordinatrice"),
    "around.Outing": ("/outings/", "coordinatrice"),
    "school.Schooling": ("/school", "coordinatrice"),
    "school.SchoolSheet": ("/school-sheets/", "coordinatrice"),
    "school.SchoolPath": ("/school-paths/", "coordinatrice"),
    "school.SchoolMark": ("/school-paths/", "coordinatrice"),
    "school.SchoolPlan": ("/school", "coordinatrice"),
    "school.SchoolContact": ("/school", "coordinatrice"),
    "diary.SupportLine": ("/support/", "coordinatrice"),
    "diary.SupportCycle": ("/support/", "coordinatrice"),
    "diary.SupportMeeting": ("/support/", "coordinatrice"),
    "diary.RestrictedNote": ("/support/", "psicologa"),
    "diary.Visit": ("/diary", "coordinatrice"),
    "diary.VisitNote": ("/diary", "coordinatrice"),
}


def place_of(household_id, key) -> str:
    """Where an act on this row is read; empty where nowhere."""
    return with_places(household_id, [Entry(new_key(), now(), "", "", subject=key)])[0].url


@pytest.mark.parametrize("what", LEADS)
def test_an_act_leads_where_its_subject_is_read(acting_as, signed_in, what):
    part, account = LEADS[what]
    with acting_as(account):
        found = apps.get_model(what).objects.first()
        assert found is not None, f"{account} sees none in the district"
        url = place_of(found.household_id, found.pk)
    assert part in url
    assert signed_in(account).get(url).status_code == 200
    with acting_as("admin"):
        assert place_of(found.household_id, found.pk) == ""
