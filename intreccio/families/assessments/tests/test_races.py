"""Two people at once: one wins, the other is told. Real commits, real threads."""

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import Assessment, Listening, Sheet
from intreccio.families.cases.models import Case
from intreccio.families.cases.tests.test_races import at_once
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.workshop.documents.files.content import checked
from intreccio.workshop.documents.tests.makers import LIMITS, picture
from intreccio.workshop.instruments.actions import Told

KEY = key_for("assessment", "hoxha_t1")


def the_assessment():
    return Assessment.objects.select_related("household").get(pk=KEY)


def test_two_close_at_once_and_it_is_closed_once(keeper, today):
    keeper.execute("UPDATE assessments_assessment SET closed_on = NULL WHERE id = %s", [KEY])

    def close(viewer):
        actions.close_assessment(the_assessment(), by=viewer, today=today)

    assert sorted(at_once(("assistente", close), ("coordinatrice", close))) == ["closed", "done"]
    rows = keeper.execute(
        "SELECT count(*) FROM kernel_event WHERE kind = 'assessment.closed' AND subject_id = %s"
        " AND at > now() - interval '10 minutes'",
        [KEY],
    )
    assert rows.fetchone()[0] == 1


def test_two_begin_at_once_and_there_is_one(keeper, today):
    def begin(viewer):
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        actions.begin_assessment(case, moment="t1", by=viewer, today=today)

    assert sorted(at_once(("assistente", begin), ("coordinatrice", begin))) == ["done", "moment"]


def test_closed_while_somebody_writes_is_one_of_the_two(keeper, today):
    keeper.execute("UPDATE assessments_assessment SET closed_on = NULL WHERE id = %s", [KEY])

    def close(viewer):
        actions.close_assessment(the_assessment(), by=viewer, today=today)

    def write(viewer):
        actions.read_together(the_assessment(), words="Ancora.", version=1, by=viewer)

    told = at_once(("assistente", close), ("educatrice", write))
    assert told[0] == "done"
    assert told[1] in ("done", "closed")


def test_two_choose_the_same_sheet_at_once_and_there_is_one(keeper, today):
    def add(viewer):
        look = Assessment.objects.select_related("household").get(pk=key_for("assessment", "pellegrini_t0"))
        chosen = actions.Chosen("tre-pesi", None, "team", today)
        actions.add_sheet(look, chosen, by=viewer, today=today)

    assert sorted(at_once(("assistente", add), ("educatrice", add))) == ["done", "not_for"]


def test_two_finish_the_same_sheet_at_once_and_the_second_is_shown_both(keeper, today):
    key = key_for("sheet", "hoxha_t1", "tre-pesi-1", "", "team")
    keeper.execute("UPDATE assessments_assessment SET closed_on = NULL WHERE id = %s", [KEY])

    def write(viewer):
        sheet = Sheet.objects.select_related("assessment__household").get(pk=key)
        try:
            actions.answer_sheet(sheet, Told({"income": 3, "alone": 3, "worry": 3}), version=1, by=viewer)
        except Changed as changed:
            raise Refused("", code="changed") from changed

    assert sorted(at_once(("assistente", write), ("coordinatrice", write))) == ["changed", "done"]


def test_two_write_the_same_child_s_answers_and_the_second_is_shown_both(keeper, today):
    key = key_for("listening", "nadia_scuola")

    def write(viewer):
        row = Listening.objects.select_related("household", "assessment").get(pk=key)
        told = actions.Occasion(
            today, viewer.membership_id, "home", "", "11-13", "", {"growing_like": viewer.role}
        )
        try:
            actions.edit_listening(row, told, version=1, by=viewer)
        except Changed as changed:
            raise Refused("", code="changed") from changed

    assert sorted(at_once(("assistente", write), ("educatrice", write))) == ["changed", "done"]
    (answers,) = keeper.execute("SELECT answers FROM assessments_listening WHERE id = %s", [key]).fetchone()
    assert len(answers) == 1, "of one of the two, whole"


def test_a_drawing_added_while_its_listening_is_annulled_is_one_of_the_two(keeper, today):
    key = key_for("listening", "leo_tappeto")

    def the_listening():
        return Listening.objects.select_related("household", "assessment").get(pk=key)

    def add(viewer):
        said = actions.Drawn("Il treno", "", True)
        actions.add_child_drawing(the_listening(), checked(picture("PNG"), LIMITS), said, by=viewer)

    def annul(viewer):
        actions.void_listening(the_listening(), reason="errore", by=viewer)

    told = at_once(("educatrice", add), ("assistente", annul))
    assert told[1] == "done"
    assert told[0] in ("done", "voided")


def test_closed_while_somebody_listens_nothing_is_added_to_a_closed_look(keeper, today):
    keeper.execute("UPDATE assessments_assessment SET closed_on = NULL WHERE id = %s", [KEY])
    child = keeper.execute(
        "SELECT person_id FROM assessments_childwords WHERE assessment_id = %s LIMIT 1", [KEY]
    ).fetchone()[0]

    def close(viewer):
        actions.close_assessment(the_assessment(), by=viewer, today=today)

    def listen(viewer):
        look = the_assessment()
        told = actions.Occasion(today, viewer.membership_id, "home")
        actions.listen_to_child(look.household, child, told, assessment=look, by=viewer)

    told = at_once(("assistente", close), ("educatrice", listen))
    assert told[0] == "done"
    assert told[1] in ("done", "closed")
