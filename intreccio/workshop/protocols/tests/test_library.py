"""The shipped texts: six, whole, sound; loaded once, as drafts, and never over somebody's name."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import House
from intreccio.workshop.protocols.actions.library import (
    LIBRARY,
    ApprovedProtocol,
    UnsoundProtocol,
    editions,
    load_protocols,
)
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.rules.calendar import concerns, due_on, steps_of, timeline
from intreccio.workshop.protocols.rules.comparing import compare
from intreccio.workshop.protocols.rules.counting import ends_of
from intreccio.workshop.protocols.rules.definition import parts_of
from intreccio.workshop.protocols.rules.guidance import guidance_for
from intreccio.workshop.protocols.tests.small import SMALL
from intreccio.workshop.protocols.vocabulary import Age, PartKind, StepKind


def sorted_editions() -> list:
    return sorted(editions(), key=lambda each: each[:2])


TEXTS = {code: text for code, _edition, text in sorted_editions()}
BIRTH = date(2026, 11, 30)


def test_six_protocols_are_shipped():
    assert set(TEXTS) == {
        "mille-giorni", "soli-mai", "soli-mai-scuola", "a-casa-con-sostegno", "accompagnamento", "dopo-la-conclusione",
    }  # fmt: skip


@pytest.mark.parametrize("code", TEXTS)
def test_every_figure_rests_on_a_source_and_every_source_is_cited(code):
    text = TEXTS[code]
    cited = {
        source
        for kind in PartKind.values
        for part in parts_of(text, kind)
        for source in part.get("sources", [])
    }
    listed = {source["code"] for source in text["sources"]}
    assert cited <= listed
    assert not listed - cited, "a source that nothing rests on"


@pytest.mark.parametrize("code", TEXTS)
def test_every_strand_has_a_step_and_no_path_is_without_a_milestone(code):
    text = TEXTS[code]
    assert {step["track"] for step in text["steps"]} == {track["code"] for track in text["tracks"]}
    assert StepKind.MILESTONE in {step["kind"] for step in text["steps"]}


def test_1000_giorni_counts_a_thousand_days_and_no_step_lies_outside():
    text = TEXTS["mille-giorni"]
    first, last = ends_of(BIRTH, text["zero"]["counter"])
    assert (last - first).days == 1000
    lines = timeline(text, BIRTH)
    assert all(first <= line.first <= last for line in lines)
    assert lines[-1].first == last, "the last step is of day one thousand"
    assert {check["code"] for check in parts_of(text, "checks")} == {
        "consultorio", "birth_path", "pediatrician", "check_ups", "vaccines", "nido", "visits",
    }  # fmt: skip
    assert [track["code"] for track in text["tracks"]] == ["child", "parenting", "growth", "network"]


def test_what_protects_and_weighs_is_named_as_in_the_files_of_families():
    """The factors of a family have two dates and a code: a run lays them beside what its protocol looks at."""
    known = json.loads(
        (LIBRARY.parents[1] / "instruments/library/fattori-1.json").read_text(encoding="utf-8")
    )
    there = {(item["code"], item["side"]) for section in known["sections"] for item in section["items"]}
    assert {(each["code"], each["side"]) for each in TEXTS["mille-giorni"]["factors"]} <= there


def test_soli_mai_knows_every_loss_for_families_and_for_workers():
    text = TEXTS["soli-mai"]
    losses = [loss["code"] for loss in text["losses"]]
    assert losses == ["death", "pregnancy_loss", "job", "separation", "health", "grave_event"]
    for loss in losses:
        for about in ("family", "worker"):
            due = due_on(BIRTH, text, BIRTH, since=BIRTH, about=about, loss=loss)
            assert {"one_person", "one_person_yours"} & {line.step["code"] for line in due}
        assert any(
            "losses" in step and concerns(step, about="family", loss=loss) for step in text["steps"]
        ), f"nothing of its own for {loss}"


def test_to_a_worker_soli_mai_speaks_of_no_team():
    """Whoever works has lost somebody: they choose who is near, and nobody coordinates a grief."""
    text = TEXTS["soli-mai"]
    for loss in (each["code"] for each in text["losses"]):
        said = " ".join(
            f"{step['title']} {step['text']}" for step in steps_of(text, about="worker", loss=loss)
        )
        assert not re.search("équipe|chi coordina", said, re.IGNORECASE), loss
        roles = {step["role"] for step in steps_of(text, about="worker", loss=loss)}
        assert not roles & {"coordinator", "team"}, loss
    tracks = {step["track"] for step in steps_of(text, about="worker")}
    assert tracks == {"closeness", "concrete", "workers"}, "three tracks, for workers too"


def test_of_our_own_work_nobody_answers_that_the_family_chose_otherwise():
    ours = {
        code
        for code, text in TEXTS.items()
        for check in parts_of(text, "checks")
        if check.get("answers") == "ours"
    }
    assert ours == {"accompagnamento", "a-casa-con-sostegno"}
    assert all(check["answers"] == "ours" for check in parts_of(TEXTS["accompagnamento"], "checks"))
    assert all(check["answers"] == "told" for check in parts_of(TEXTS["dopo-la-conclusione"], "checks"))


@pytest.mark.parametrize(
    "code", ["soli-mai", "accompagnamento", "a-casa-con-sostegno", "dopo-la-conclusione"]
)
def test_what_the_next_edition_says_otherwise_is_seen_beside_the_former(code):
    former, newer = (each for name, _edition, each in sorted_editions() if name == code)
    found = compare(former, newer)
    assert found
    assert all(each.kind in ("", "steps", "checks") for each in found)


@pytest.mark.parametrize("age", [Age.SMALL, Age.CHILD, Age.PRETEEN, Age.TEEN])
@pytest.mark.parametrize("loss", [loss["code"] for loss in TEXTS["soli-mai"]["losses"]])
def test_soli_mai_has_words_for_every_age_and_loss(age, loss):
    pages = guidance_for(TEXTS["soli-mai"], age=age, about="family", loss=loss)
    assert [page for page in pages if page.get("ages") and page.get("losses")]


def test_soli_mai_respects_days_and_its_letters_are_few():
    text = TEXTS["soli-mai"]
    assert text["quiet"]["before"] == text["quiet"]["after"] == 7
    assert all(letter.get("again", {"most": 0})["most"] <= 1 for letter in text["letters"])
    assert [letter["code"] for letter in text["letters"] if letter.get("remembers")] == ["remembering"]


def test_afterwards_one_meets_at_six_and_at_twelve_months():
    milestones = [
        step["when"][0] for step in TEXTS["dopo-la-conclusione"]["steps"] if step["kind"] == "milestone"
    ]
    assert milestones == ["6m", "12m"]


@pytest.fixture
def folder(tmp_path: Path):
    """`folder(title=…)` writes a library of one file."""

    def write(**changes) -> Path:
        text = {"code": "prova", "edition": 1, **SMALL, **changes}
        (tmp_path / "prova-1.json").write_text(json.dumps(text), encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def load(committed):
    """Real commits, as after a migration."""

    def run(folder: Path) -> int:
        with acting(House("keeper"), using="keeper"):
            return load_protocols("keeper", folder)

    return run


def test_a_file_is_loaded_as_a_draft_and_never_over_a_name(load, folder, keeper):
    assert load(LIBRARY) == 0, "it has been loaded after the migrations"
    assert load(folder()) == 1
    assert load(folder()) == 0
    assert load(folder(title="Prova, con altre parole")) == 1, "nobody has approved it yet"
    row = ProtocolVersion.objects.using("keeper").get(shipped="prova-1")
    assert (row.number, row.approved_at, row.authors) == (1, None, [])
    keeper.execute(
        "UPDATE protocols_protocolversion SET approved_at = now(), approved_by_id = %s, approved_as = 'psychologist'"
        " WHERE shipped = 'prova-1'",
        [key_for("user", "psicologa")],
    )
    with pytest.raises(ApprovedProtocol, match="Scrivete l'edizione 2"):
        load(folder(title="Ancora altre"))


def test_an_unsound_file_is_not_loaded(load, folder):
    with pytest.raises(UnsoundProtocol, match="manca «steps»"):
        load(folder(steps=[]))
