"""Drafts: begun from a version, written part by part, annulled."""

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused, meaning_of
from intreccio.workshop.protocols.actions.drafting import (
    adapt_protocol,
    add_protocol_part,
    begin_protocol_draft,
    begun_at_once,
    edit_protocol_part,
    edit_protocol_version,
    remove_protocol_part,
    void_protocol_version,
)
from intreccio.workshop.protocols.models import Protocol, ProtocolVersion
from intreccio.workshop.protocols.queries.versions import (
    all_versions,
    authors_of,
    stage_of,
    version_that_begins,
)
from intreccio.workshop.protocols.rules.comparing import compare
from intreccio.workshop.protocols.rules.parts import part_of
from intreccio.workshop.protocols.tests.conftest import DRAFT, OWN, shipped, version
from intreccio.workshop.protocols.vocabulary import Stage
from tests.drills.at_once import told_as

STEP = {
    "track": "closeness",
    "kind": "step",
    "when": ["1d"],
    "role": "team",
    "title": "Un pane",
    "text": "Portarlo.",
}


def test_a_draft_begins_with_the_words_of_another_version(acting_as):
    with acting_as("coordinatrice") as viewer:
        base = shipped("accompagnamento-2")
        draft = begin_protocol_draft(base, by=viewer)
        assert (draft.number, draft.definition, draft.base) == (3, base.definition, base)
        assert draft.authors == [viewer.user_id]
        assert authors_of(draft) == [viewer.name]
        assert (stage_of(draft), stage_of(base)) == (Stage.DRAFT, Stage.IN_FORCE)


def test_one_draft_at_a_time(acting_as):
    with acting_as("coordinatrice") as viewer:
        with pytest.raises(Refused, match="one_draft"):
            begin_protocol_draft(shipped("soli-mai-2"), by=viewer)
        row = {"protocol": version(DRAFT).protocol, "definition": {}, "written_at": now()}
        with pytest.raises(IntegrityError, match="one_protocol_draft_at_a_time"), transaction.atomic():
            ProtocolVersion(**row, number=9).save(force_insert=True)


@pytest.mark.parametrize("account", ["assistente", "educatrice", "psicologa", "admin"])
def test_who_does_not_coordinate_writes_no_draft(acting_as, account):
    with acting_as(account) as viewer:
        with pytest.raises(NotAllowed):
            begin_protocol_draft(shipped("accompagnamento-2"), by=viewer)
        row = {"protocol": version(DRAFT).protocol, "definition": {}, "written_at": now()}
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            ProtocolVersion(**row, number=9).save(force_insert=True)


def test_a_part_is_added_changed_and_taken_out(acting_as):
    with acting_as("coordinatrice") as viewer:
        draft = version(DRAFT)
        add_protocol_part(draft, "steps", STEP, version=1, by=viewer)
        code = version(DRAFT).definition["steps"][-1]["code"]
        edit_protocol_part(draft, "steps", {**STEP, "code": code, "title": "Due pani"}, version=2, by=viewer)
        assert part_of(version(DRAFT).definition, "steps", code)["title"] == "Due pani"
        remove_protocol_part(draft, "steps", code, version=3, by=viewer)
        assert part_of(version(DRAFT).definition, "steps", code) is None
        assert version(DRAFT).version == 4


def test_what_is_added_never_takes_the_code_of_what_was_taken_out(acting_as):
    """Else two versions would be told as one part that changed, and not as one that went and one that came."""
    with acting_as("coordinatrice") as viewer:
        draft = version(DRAFT)
        add_protocol_part(draft, "steps", STEP, version=1, by=viewer)
        first = version(DRAFT).definition["steps"][-1]["code"]
        remove_protocol_part(draft, "steps", first, version=2, by=viewer)
        add_protocol_part(draft, "steps", STEP, version=3, by=viewer)
        assert version(DRAFT).definition["steps"][-1]["code"] != first


def test_a_part_that_points_at_nothing_is_refused(acting_as):
    with acting_as("coordinatrice") as viewer, pytest.raises(Refused, match="unsound"):
        add_protocol_part(version(DRAFT), "steps", {**STEP, "track": "gone"}, version=1, by=viewer)


def test_two_who_write_the_same_draft_find_each_other(acting_as):
    with acting_as("coordinatrice") as viewer:
        mine, theirs = version(DRAFT), version(DRAFT)
        add_protocol_part(theirs, "steps", STEP, version=1, by=viewer)
        with pytest.raises(Changed):
            edit_protocol_version(mine, title="Mio", lead="Mio", zero="il giorno", version=1, by=viewer)


def test_whoever_writes_a_word_of_it_becomes_an_author(acting_as):
    with acting_as("comune") as second:
        add_protocol_part(version(DRAFT), "steps", STEP, version=1, by=second)
        assert version(DRAFT).authors == [key_for("user", "coordinatrice"), second.user_id]


def test_a_draft_that_goes_no_further_stays_to_be_read_and_another_begins(acting_as):
    with acting_as("coordinatrice") as viewer:
        void_protocol_version(version(DRAFT), reason="La rifacciamo insieme", by=viewer)
        row = version(DRAFT)
        assert (stage_of(row), row.void_reason) == (Stage.VOIDED, "La rifacciamo insieme")
        with pytest.raises(Refused, match="stays"):
            add_protocol_part(row, "steps", STEP, version=1, by=viewer)
        assert begin_protocol_draft(shipped("soli-mai-2"), by=viewer).number == 4


def test_what_came_with_the_programme_is_not_annulled(acting_as):
    with acting_as("coordinatrice") as viewer, pytest.raises(Refused, match="stays"):
        void_protocol_version(shipped("soli-mai-2"), reason="Non ci piace", by=viewer)


def test_a_body_makes_its_own_and_begins_with_that(acting_as):
    with acting_as("coordinatrice") as viewer:
        assert version_that_begins("a-casa-con-sostegno", viewer) == version(OWN)
        draft = adapt_protocol(shipped("dopo-la-conclusione-2"), by=viewer)
        assert draft.protocol.organisation_id == viewer.organisation_id
        assert (draft.number, stage_of(draft)) == (1, Stage.DRAFT)
        assert compare(draft.definition, shipped("dopo-la-conclusione-2").definition) == []
        assert version_that_begins("dopo-la-conclusione", viewer) == shipped("dopo-la-conclusione-2")
        with pytest.raises(Refused, match="one_draft"):
            adapt_protocol(shipped("dopo-la-conclusione-2"), by=viewer)
    with acting_as("comune") as other:
        assert version_that_begins("a-casa-con-sostegno", other) == shipped("a-casa-con-sostegno-2")


def test_nobody_writes_the_protocol_of_another_body(acting_as):
    with acting_as("comune") as viewer:
        with pytest.raises(NotAllowed, match="other_body"):
            begin_protocol_draft(version(OWN), by=viewer)
        row = {"definition": {}, "written_at": now(), "number": 9}
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            ProtocolVersion(protocol_id=version(OWN).protocol_id, **row).save(force_insert=True)
        for body in (None, key_for("organisation", "telaio")):
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                Protocol(code="altro", organisation_id=body).save(force_insert=True)


@pytest.mark.parametrize("account", ["scuola", "elio"])
def test_who_does_not_work_in_the_network_finds_no_protocol(acting_as, account):
    with acting_as(account):
        assert not Protocol.objects.exists()
        assert not all_versions().exists()


def test_two_who_begin_at_once_leave_one_draft(committed):
    def begin(viewer):
        try:
            return begin_protocol_draft(shipped("accompagnamento-2"), by=viewer)
        except IntegrityError as broken:
            raise meaning_of(broken) or broken from broken

    assert sorted(told_as(("coordinatrice", begin), ("comune", begin))) == ["done", begun_at_once().code]
