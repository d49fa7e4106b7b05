"""What a child answers in its own voice stays with the team: on paper too, and of whom nobody can tell whether they are a child."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.assessments import actions
from intreccio.families.assessments.actions.voices import Speaker
from intreccio.families.assessments.models import Assessment, PointOfView
from intreccio.families.assessments.queries.look import is_child_of_ours, look_of, who_could_speak
from intreccio.families.assessments.tests import test_near_and_team as near
from intreccio.families.assessments.tests.test_near_and_team import BESIDE, HOME, LITTLE
from intreccio.families.cases.actions.reports import ToSend, send_report
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.parts import mark_of, told
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import HouseholdMembership, Person
from intreccio.workshop.instruments.actions import Told
from intreccio.workshop.instruments.models import Response
from intreccio.workshop.instruments.rules.definition import items_of

has_answered, record_is_open = near.has_answered, near.record_is_open
LOWEST = "da 1,0 a"


@pytest.fixture
def written_as(acting_as, today):
    """`written_as("foster", None)`: what the little one is called at home, and born how many years ago, with the year alone."""

    def write(role, years):
        with acting_as("educatrice"):
            born = today.replace(year=today.year - years, month=1, day=1) if years else None
            Person.objects.filter(pk=LITTLE).update(
                birth_date=born, birth_precision="year" if years else "exact"
            )
            HouseholdMembership.objects.filter(household=HOME, person=LITTLE).update(role=role)

    return write


def test_a_report_does_not_tell_another_body_what_the_child_answered(
    acting_as, signed_in, today, has_answered, record_is_open
):
    with acting_as("assistente") as viewer:
        point = PointOfView.objects.select_related("assessment__household", "response__instrument").get(
            pk=has_answered.pk
        )
        definition = point.assessment.instrument.definition
        lowest = {
            item["code"]: min(step["value"] for step in definition["steps"][item["steps"]])
            for item in items_of(definition)
        }
        actions.answer_point_of_view(point, Told(lowest), version=point.response.version, by=viewer)
        Assessment.objects.filter(pk=point.assessment_id).update(closed_on=today)
        case = Case.objects.select_related("household").get(pk=key_for("case", "pellegrini"))
        mark = mark_of(told(viewer, case, ["picture"], today))
        said = ToSend("court", "Il tribunale", "serve", ["picture"], mark, "c", "x")
        row = send_report(case, said, by=viewer, today=today)
    answer = signed_in("consultorio").get(reverse("open_document", args=[HOME, row.document_id]))
    assert answer.status_code == 200
    paper = " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split()
    )
    assert "degli adulti" in paper, "the others have answered"
    assert LOWEST not in paper


@pytest.mark.parametrize(
    ("role", "years"), [("child", None), ("foster", None), ("sibling", None), ("foster", 18)]
)
def test_the_answers_of_who_may_be_a_child_are_of_the_team(
    acting_as, signed_in, look_at, today, record_is_open, written_as, role, years
):
    written_as(role, years)
    with acting_as("educatrice") as viewer:
        look = look_of(viewer, look_at("pellegrini_t0"))
        assert any(is_child_of_ours(each) for each in look.members if LITTLE in each.rows)
        voice = next(code for code, _name in who_could_speak(look) if str(LITTLE) in code).partition(":")[0]
        point = actions.add_point_of_view(
            look.assessment, speaker=Speaker(voice, LITTLE), heard_on=today, by=viewer, today=today
        )
        Response.objects.filter(pk=point.response_id).update(
            words={each["code"]: BESIDE for each in look.assessment.instrument.said["sections"]}
        )
    address = reverse("assessment_page", args=[look.assessment.pk])
    assert BESIDE in signed_in("educatrice").get(address).content.decode()
    assert BESIDE not in signed_in("consultorio").get(address).content.decode()


@pytest.mark.parametrize(
    ("role", "years", "reads"),
    [("foster", None, False), ("sibling", 18, False), ("relative", 19, True), ("relative", None, True)],
)
def test_what_was_taken_for_another_grown_ups_voice_before_is_not_read_either(
    acting_as, look_at, today, record_is_open, written_as, role, years, reads
):
    written_as("relative", None)
    with acting_as("educatrice") as viewer:
        point = actions.add_point_of_view(
            look_at("pellegrini_t0"), speaker=Speaker("other", LITTLE), heard_on=today, by=viewer, today=today
        )
    written_as(role, years)
    for account, finds in (("educatrice", True), ("consultorio", reads)):
        with acting_as(account):
            assert PointOfView.objects.filter(pk=point.pk).exists() is finds, account
