"""Sheets of the library as a caseworker meets them: chosen, answered, read beside the one before, printed."""

import re
from io import BytesIO
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import PointOfView, Sheet
from intreccio.families.assessments.queries.ladders import read_sheet
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.queries.sheets import Filled, before, edition_for
from intreccio.families.assessments.tests.conftest import only, page
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.workshop.instruments.actions import Told
from intreccio.workshop.instruments.actions.answering import begin_response
from intreccio.workshop.instruments.models import Instrument, Response
from intreccio.workshop.instruments.rules.definition import items_of

OPEN, ELIA = "pellegrini_t0", key_for("person", "pellegrini_3")
NADIA = ("marchetti_t0", "diciassette-sguardi-1", "nadia", "team")
WEIGHTS = ("hoxha_t1", "tre-pesi-1", "", "team")


def the_sheet(words):
    rows = Sheet.objects.select_related(
        "assessment__household", "response__instrument", "instrument", "about"
    )
    return rows.get(pk=key_for("sheet", *words))


def address(name, words):
    return page(name, words[0], key_for("sheet", *words))


def chosen(today, **changes):
    values = {"code": "diciassette-sguardi", "about": ELIA, "voice": "team", "heard_on": today, **changes}
    return actions.Chosen(**values)


def added(look_at, today, viewer, **changes):
    return actions.add_sheet(look_at(OPEN), chosen(today, **changes), by=viewer, today=today)


def test_add_sheet_about_a_child_of_this_home(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer)
        assert (sheet.instrument_id, sheet.about_id, sheet.response.finished_at) == (
            "diciassette-sguardi-1",
            ELIA,
            None,
        )
        event = Event.objects.filter(kind="assessment.sheet_added").latest("at")
        assert event.codes["instrument"] == "diciassette-sguardi-1"
        with pytest.raises(Refused) as no:
            added(look_at, today, viewer)
        assert no.value.code == "not_for", "the same, in the same voice, is there already"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"about": key_for("person", "nadia")}, "not_for"),
        ({"about": None}, "not_for"),
        ({"voice": "mother"}, "not_for"),
        ({"code": "genitori-14-18", "voice": "team"}, "not_for"),
        ({"code": "che-cosa-c-e", "about": None}, "not_for"),
        ({"code": "fattori", "about": None}, "not_for"),
        ({"code": "non-c-e"}, "no_instrument"),
    ],
)
def test_a_sheet_that_is_not_for_this_home(acting_as, today, look_at, changes, code):
    with acting_as("educatrice") as viewer, pytest.raises(Refused) as no:
        added(look_at, today, viewer, **changes)
    assert no.value.code == code


def test_answer_sheet_keeps_facts_points_of_view_and_the_step_in_words(acting_as, today, look_at):
    told = Told(
        {"health": 6, "care": 5, "home": 1},
        {"health": "Visto dal pediatra.", "health.mother": "Mangia poco."},
    )
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer)
        assert actions.answer_sheet(sheet, told, version=1, by=viewer), "every section has an answer"
        response = Response.objects.get(pk=sheet.response_id)
        assert response.labels == {
            "health": "è un punto di forza evidente",
            "care": "va bene",
            "home": "è una difficoltà grave: serve aiuto adesso",
        }
        assert response.scores == {}, "nothing is added up"
        assert response.words["health.mother"] == "Mangia poco."
        with pytest.raises(Changed):
            actions.answer_sheet(sheet, told, version=1, by=viewer)
        event = Event.objects.filter(kind="assessment.sheet_answered").latest("at")
        assert "pediatra" not in str(event.codes)
        assert "health" not in str(event.codes)


@pytest.mark.parametrize(
    "told",
    [Told({"health": 7}), Told({"health": 0}), Told({"other": 1}), Told({}, {"total": "mi sento solo"})],
)
def test_what_is_not_asked_is_not_written(acting_as, today, look_at, told):
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer)
        with pytest.raises(Refused):
            actions.answer_sheet(sheet, told, version=1, by=viewer)


def test_of_a_restricted_instrument_only_totals_are_kept(acting_as, today, look_at):
    with acting_as("educatrice") as viewer:
        sheet = added(look_at, today, viewer, code="sdq-totali", voice="mother")
        with pytest.raises(Refused):
            actions.answer_sheet(
                sheet, Told({"total": 12}, {"conduct": "litiga spesso"}), version=1, by=viewer
            )
        totals = {"emotional": 3, "conduct": 3, "hyperactivity": 3, "peers": 3, "total": 12, "prosocial": 8}
        assert actions.answer_sheet(sheet, Told(totals), version=1, by=viewer)
        assert Response.objects.get(pk=sheet.response_id).scores == totals


def test_the_database_refuses_a_question_of_others(keeper):
    with pytest.raises(Exception, match="totals_hold_no_question"), keeper.transaction():
        keeper.execute(
            "INSERT INTO instruments_instrument (id, code, edition, title, licence, definition, valid_from)"
            " VALUES ('x-1', 'x', 1, 'X', 'scores_only', '{\"sections\": []}', '2026-01-01')"
        )


def test_a_draft_holds_the_closing_back_until_it_is_finished_or_annulled(acting_as, today, look_at):
    with acting_as("assistente") as viewer:
        sheet = added(look_at, today, viewer, code="tre-pesi", about=None)
        missing = " ".join(map(str, look_of(viewer, look_at(OPEN)).missing))
        assert "Che cosa pesa adesso" in missing
        actions.void_sheet(sheet, reason="non serviva", by=viewer)
        missing = " ".join(map(str, look_of(viewer, look_at(OPEN)).missing))
        assert "Che cosa pesa adesso" not in missing
        with pytest.raises(Refused) as no:
            actions.void_sheet(sheet, reason="ancora", by=viewer)
        assert no.value.code == "voided"
        assert added(look_at, today, viewer, code="tre-pesi", about=None), "it can begin again"


def test_closed_nobody_writes_a_sheet_any_more(acting_as, today):
    with acting_as("educatrice") as viewer:
        sheet = the_sheet(NADIA)
        with pytest.raises(Refused) as no:
            actions.answer_sheet(sheet, Told({"health": 1}), version=1, by=viewer)
        assert no.value.code == "closed"
        with pytest.raises(Refused):
            actions.add_sheet(sheet.assessment, chosen(today), by=viewer, today=today)
        assert Response.objects.filter(pk=sheet.response_id).update(answers={}) == 0, (
            "not even past the action"
        )


def test_who_only_reads_writes_no_sheet(acting_as, today, look_at):
    with acting_as("assistente") as viewer, pytest.raises(NotAllowed) as no:
        actions.add_sheet(look_at("lombardo_t0"), chosen(today), by=viewer, today=today)
    assert no.value.code == "not_in_charge"


def test_answers_have_one_owner(acting_as, today, look_at):
    """Neither a voice nor a sheet makes somebody's answers its own, whoever wrote their id down."""
    with acting_as("educatrice"):
        of_a_sheet = the_sheet(NADIA).response_id
        of_a_voice = PointOfView.objects.get(pk=key_for("point_of_view", OPEN, "team", "")).response_id
    with acting_as("sara"):
        about = {
            "household_id": key_for("household", "tosi"), "team_id": key_for("team", "equipe_sud"),
            "assessment_id": key_for("assessment", "tosi_t1"), "heard_on": today,
        }  # fmt: skip
        stolen = [
            PointOfView(**about, voice="school", response_id=of_a_sheet),
            Sheet(**about, voice="team", instrument_id="diciassette-sguardi-1", response_id=of_a_sheet),
            Sheet(**about, voice="team", instrument_id="che-cosa-c-e-1", response_id=of_a_voice),
        ]
        for row in stolen:
            with pytest.raises(IntegrityError), transaction.atomic():
                row.save(force_insert=True)
        assert not Response.objects.filter(pk__in=[of_a_sheet, of_a_voice]).exists()


def test_answers_are_of_the_edition_that_the_sheet_says(acting_as, today, look_at):
    with acting_as("educatrice"):
        look = look_at(OPEN)
        row = Sheet(
            household=look.household, team_id=look.team_id, assessment=look, voice="team", heard_on=today,
            instrument_id="isolamento-1", response=begin_response(Instrument.objects.get(pk="tre-pesi-1")),
        )  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_nothing_is_deleted(acting_as):
    with acting_as("assistente"), pytest.raises(ProgrammingError), transaction.atomic():
        Sheet.objects.all().delete()


def test_a_later_moment_takes_the_edition_of_the_earlier_one(acting_as, today, keeper):
    with acting_as("assistente"):
        assert edition_for(key_for("case", "hoxha"), "tre-pesi", today).pk == "tre-pesi-1"
        earlier = before(the_sheet(WEIGHTS))
        assert earlier.assessment.moment == "t0"
        assert before(the_sheet(("hoxha_t0", "tre-pesi-1", "", "team"))) is None


def test_the_page_shows_each_part_on_its_own_steps_and_no_total(signed_in):
    text = signed_in("educatrice").get(address("sheet_page", NADIA)).content.decode()
    assert text.count("i-ladder") == 17
    for words in (
        "Studia da sola, non so come faccia.",
        "La scuola mi piace, la mattina no.",
        "Che cosa ne dice chi lavora con la famiglia",
        "È una difficoltà seria",
        "non si somma niente",
    ):
        assert words in text, words
    assert text.index("Salute e crescita") < text.index("Autorealizzazione") < text.index("Abitazione")
    parts = text.partition("i-ladder")[2].rpartition("i-ladder")[0]
    shown = re.sub(r"<[^>]*>", " ", parts)
    assert set(re.findall(r"\d+", shown)) == {"9"}, "Nadia's mark at school: no level, no total, no mean"


def test_nothing_of_a_sheet_that_is_never_summed_is_a_number(acting_as):
    with acting_as("educatrice"):
        read = read_sheet(Filled(the_sheet(NADIA), "Nadia"), None)
        assert read.scales == []
        assert len([part for section in read.sections for part in section.parts]) == 17
        definition = the_sheet(NADIA).instrument.definition
        assert [part.text for section in read.sections for part in section.parts] == [
            item["text"] for item in items_of(definition)
        ]


def test_three_axes_move_each_by_itself_and_nothing_is_claimed(signed_in):
    text = signed_in("assistente").get(address("sheet_page", WEIGHTS)).content.decode()
    for words in ("Soldi, lavoro e casa", "Chi c&#x27;è intorno", "Crescere e imparare", "prima: pesa molto"):
        assert words in text, words
    assert "non è pubblicato niente" in text
    assert "È cambiato più di quanto" not in text


def test_what_may_be_said_of_a_change_comes_with_its_source(acting_as, keeper):
    """SDQ by the mother, of who is twelve or more: 20 → 10 is beyond 9.6 points, 20 → 12 is not."""
    with acting_as("assistente"):
        sheet, earlier = the_sheet(WEIGHTS), before(the_sheet(WEIGHTS))
        sdq = Instrument.objects.get(pk="sdq-totali-1")
        sheet.voice, sheet.instrument, earlier.response.scores = "mother", sdq, {"total": 20}
        sheet.about = sheet_about = the_sheet(NADIA).about
        sheet_about.birth_date = sheet.heard_on.replace(year=sheet.heard_on.year - 13)
        said = {}
        for now in (10, 12):
            sheet.response.scores = {"total": now}
            read = read_sheet(Filled(sheet, "Nadia"), earlier)
            said[now] = next(scale.change for scale in read.scales if scale.code == "total")
        assert "È cambiato più di quanto" in said[10]
        assert "non si può dire che ci sia" in said[12]
        assert all("Goodman 2001" in words and "9,6" in words for words in said.values())
        sheet_about.birth_date = sheet.heard_on.replace(year=sheet.heard_on.year - 8)
        silent = read_sheet(Filled(sheet, "Nadia"), earlier)
        assert silent.is_silent, "nobody published it for that age"


def test_the_paper_is_in_the_order_of_the_guidelines(signed_in):
    answer = signed_in("educatrice").get(address("print_sheet", NADIA))
    assert answer["Content-Disposition"] == 'attachment; filename="scheda.pdf"'
    text = " ".join(
        " ".join(each.extract_text() for each in PdfReader(BytesIO(answer.content)).pages).split()
    )
    names = [item["text"] for item in items_of(Instrument(definition=_definition()).definition)]
    places = [text.index(name) for name in names]
    assert places == sorted(places)
    assert "Vorrei anche non fare niente" in text


def _definition():
    from intreccio.workshop.instruments.actions.library import definitions

    return next(said for path, said in definitions() if path.stem == NADIA[1])


def test_choose_sheet_offers_what_suits_this_home(signed_in):
    text = signed_in("educatrice").get(page("choose_sheet", OPEN)).content.decode()
    assert "Diciassette sguardi" in text
    assert "Essere genitori: dai tre ai sei anni" in text
    assert "Essere genitori: dai quattordici" not in text
    assert "solo i punteggi: le domande restano su carta" in text
    assert signed_in("educatrice").get(page("choose_sheet", "marchetti_t0")).status_code == 409, (
        "it is closed"
    )


def test_from_choosing_to_reading_in_the_browser(signed_in, today):
    client = signed_in("educatrice")
    form = client.get(page("add_sheet", OPEN, "tre-pesi"))
    assert "Uno non compensa l&#x27;altro" in form.content.decode()
    said = {"once": uuid4(), "about": "", "voice": "team", "heard_on": today}
    answering = client.post(page("add_sheet", OPEN, "tre-pesi"), said)
    assert answering.status_code == 302
    told = {"once": uuid4(), "version": 1, "item-income": "3", "item-job": "2", "item-debts": "3"}
    draft = client.post(answering.url, told)
    assert "Continua la scheda" in client.get(draft.url).content.decode()
    undone = client.post(answering.url, {**told, "once": uuid4(), "version": 2, "done": "1"})
    assert undone.status_code == 422, "two parts have neither an answer nor a reason"
    late = client.post(answering.url, {**told, "once": uuid4(), "version": 1, "item-income": "1"})
    assert late.status_code == 409
    assert "Nel frattempo qualcun altro ha scritto" in late.content.decode()
    whole = {
        **told,
        "once": uuid4(),
        "version": 2,
        "done": "1",
        "item-alone": "1",
        "empty-educational": "un'altra volta",
    }
    text = client.get(client.post(answering.url, whole).url).content.decode()
    assert "Lasciata vuota: un&#x27;altra volta" in text
    assert client.get(page("assessment_page", OPEN)).content.decode().count("Che cosa pesa adesso") == 1


def test_the_seventeen_ask_for_facts_and_for_each_point_of_view(signed_in, today):
    client = signed_in("educatrice")
    said = {"once": uuid4(), "about": str(ELIA), "voice": "team", "heard_on": today}
    text = client.get(client.post(page("add_sheet", OPEN, "diciassette-sguardi"), said).url).content.decode()
    assert text.count("Che cosa ne dice la mamma") == 17
    assert text.count('value="6"') >= 17
    assert "Di che cosa ha bisogno per crescere" in text


def test_the_family_is_told_that_its_satisfaction_is_not_anonymous(signed_in):
    text = signed_in("educatrice").get(page("add_sheet", OPEN, "come-ci-siamo-trovati")).content.decode()
    assert "Non è anonimo" in text
    assert "équipe" not in text.partition("Chi risponde")[2].partition("</fieldset>")[0], "the family answers"


@pytest.mark.parametrize("code", ["che-cosa-c-e", "fattori", "non-c-e"])
def test_what_is_no_sheet_has_no_page(signed_in, code):
    assert signed_in("educatrice").get(page("add_sheet", OPEN, code)).status_code == 404


def test_a_sheet_of_another_family_is_not_found_through_mine(signed_in):
    theirs = key_for("sheet", *NADIA)
    for name in ("sheet_page", "answer_sheet", "void_sheet", "print_sheet"):
        assert signed_in("educatrice").get(page(name, OPEN, theirs)).status_code == 404
        assert signed_in("educatrice").get(page(name, OPEN, new_key())).status_code == 404


def test_who_reads_the_record_reads_its_sheets(answers):
    expected = only(coordinatrice=200, assistente=200, educatrice=200, psicologa=200)
    got = answers(address("sheet_page", NADIA))
    assert {account: got[account] for account in ("scuola", "sara", "admin")} == {
        account: expected[account] for account in ("scuola", "sara", "admin")
    }
    assert got["educatrice"] == got["coordinatrice"] == 200


def test_void_sheet_says_why(signed_in, today):
    client = signed_in("educatrice")
    said = {"once": uuid4(), "about": "", "voice": "team", "heard_on": today}
    answering = client.post(page("add_sheet", OPEN, "tre-pesi"), said).url
    voided = client.post(answering.replace("/answer", "/void"), {"once": uuid4(), "reason": "era per altri"})
    assert voided.status_code == 302
    assert "annullata" in client.get(voided.url).content.decode()
    assert "era per altri" in client.get(answering.replace("/answer", "")).content.decode()


def test_the_page_costs_few_queries(signed_in, counted):
    client = signed_in("assistente")
    client.get(address("sheet_page", WEIGHTS))
    with counted() as queries:
        client.get(address("sheet_page", WEIGHTS))
    costly = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)


def test_the_story_tells_it_without_words(signed_in, today):
    client = signed_in("educatrice")
    said = {"once": uuid4(), "about": "", "voice": "team", "heard_on": today}
    client.post(page("add_sheet", OPEN, "tre-pesi"), said)
    story = client.get(reverse("household_story", args=[key_for("household", "pellegrini")])).content.decode()
    assert "Scelta una scheda della libreria" in story
