"""Two at once: a link answered from two telephones, a class that two colleagues begin, a step that two hands write."""

from datetime import timedelta

from intreccio.answers.school.actions import paths, schooling, sheets
from intreccio.answers.school.actions.paths import Lost
from intreccio.answers.school.actions.schooling import Studies
from intreccio.answers.school.actions.sheets import Wanted
from intreccio.answers.school.models import SchoolPath
from intreccio.answers.school.queries.sheets import Closed, needed_for
from intreccio.answers.school.tests.conftest import D, child_of, class_of, family_of
from intreccio.answers.school.tests.test_paths import shipped
from intreccio.answers.school.tests.test_sheets import SAID
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.refused import Refused
from intreccio.workshop.messages.queries import token_of
from tests.drills.at_once import person, told_as


def test_one_answer_of_four_is_kept(keeper):
    viewer = person("educatrice")
    with acting(viewer):
        row = class_of("nadia-1")
        yes = [key for key, _who in needed_for(viewer, row, D).choices]
        wanted = Wanted("Riva", "riva@example.org", D + timedelta(days=7), yes)
        sheet, link = sheets.ask_teacher(row, wanted, by=viewer, today=D)
        token = token_of(link)

    def answer(_viewer):
        try:
            sheets.answer_school_sheet(token, SAID, signed="Riva", today=D)
        except Closed as late:
            raise Refused("", code="link_closed") from late

    told = told_as(*[("educatrice", answer)] * 4)
    assert sorted(told) == ["done", "link_closed", "link_closed", "link_closed"]
    found = "SELECT count(*) FROM kernel_event WHERE kind = 'school_sheet.answered' AND subject_id = %s"
    assert keeper.execute(found, [sheet.pk]).fetchone()[0] == 1


def test_a_child_is_in_one_class_though_two_begin_one(keeper):
    studies = Studies("kindergarten", 1, "", None, "Materna di via Po", D)

    def begin(by):
        schooling.begin_schooling(family_of("marchetti"), child_of("leo"), studies, by=by, today=D)

    assert sorted(told_as(("educatrice", begin), ("assistente", begin))) == ["done", "schooling"]


def test_a_step_is_written_by_one_of_two_hands(keeper):
    viewer = person("educatrice")
    with acting(viewer):
        lost = Lost(D - timedelta(days=3), "death", viewer.membership_id)
        path = paths.begin_school_path(
            family_of("marchetti"), child_of("nadia"), shipped(), lost, by=viewer, today=D
        )

    def mark(by):
        row = SchoolPath.objects.select_related("household").get(pk=path.pk)
        paths.mark_school_step(row, "place", "done", day=D, words="La biblioteca", by=by, today=D)

    assert sorted(told_as(("educatrice", mark), ("psicologa", mark))) == ["done", "marked"]
