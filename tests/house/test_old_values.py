"""Law 5: old values obey row security. Nobody reads more of them than of the row as it stands today.

A grant below the record opens what is true now, not how it came to be: of families and persons the history belongs to
who opens the record, through any home. Where a row has readers of its own (protected address, what a desk hears), its
old values have exactly the same; but who signalled reads none, of the signal nor of their own row: they tell who read it.
"""

import os
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import sql

from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import History
from tests.house.compare import wearing
from tests.house.oracle import (
    RULES,
    Eyes,
    contact_points_of,
    grant_key,
    home_key,
    identifiers_of,
    language_key,
    names_of,
    of_households,
    of_persons,
    sees_place,
)
from tests.house.oracle_assessments import near_words
from tests.house.oracle_plans import disagreements
from tests.worlds import make_world

# Table, a column that somebody corrects, and who may read what it said before.
CORRECTED: dict[str, tuple[str, Any]] = {
    # The old values of a home hold where it was.
    "people_household": (
        "name",
        lambda eyes: {key_for("household", key) for key in eyes.household if sees_place(eyes, key, "record")},
    ),
    "people_person": (
        "birthplace_code",
        lambda eyes: of_persons(eyes, "record", lambda row: [key_for("person", row["key"])]),
    ),
    "people_personname": ("given", lambda eyes: of_persons(eyes, "record", names_of)),
    "people_contactpoint": ("value", lambda eyes: of_persons(eyes, "record", contact_points_of)),
    "people_identifier": ("value", lambda eyes: of_persons(eyes, "record", identifiers_of)),
    "people_householdmembership": ("note", lambda eyes: of_households(eyes, "homes", "record", home_key)),
    "people_homeaddress": (
        "line",
        lambda eyes: {
            key_for("address", row["household"], str(row["since"]))
            for row in eyes.world.get("addresses", [])
            if sees_place(eyes, row["household"], "record")
        },
    ),
    "people_protectedaddress": ("line", RULES["people.ProtectedAddress"]),
    "people_aspect": ("words", RULES["people.Aspect"]),
    "people_isee": ("number", RULES["people.Isee"]),
    # Whoever reads who speaks what reads what was corrected only with the rest of the record.
    "people_language": ("code", lambda eyes: of_households(eyes, "languages", "record", language_key)),
    "people_familydocument": ("note", RULES["people.FamilyDocument"]),
    "people_responsibility": ("authority", RULES["people.Responsibility"]),
    "people_kinship": ("note", RULES["people.Kinship"]),
    "people_bond": ("said_by", RULES["people.Bond"]),
    "people_lifeevent": ("note", RULES["people.LifeEvent"]),
    "people_grant": ("reason", lambda eyes: of_households(eyes, "grants", "record", grant_key)),
    "access_signal": ("children", RULES["access.Triage"]),
    "access_signalsender": (
        "name",
        lambda eyes: {
            key_for("sender", row["key"])
            for row in eyes.world.get("signals", [])
            if row["desk"] in eyes.working_teams
        },
    ),
    "access_triage": ("urgency", RULES["access.Triage"]),
    "access_contact": ("words", RULES["access.Contact"]),
    "cases_case": ("why", RULES["cases.Case"]),
    "cases_caseworker": ("why", RULES["cases.CaseWorker"]),
    "cases_promptsetaside": ("words", RULES["cases.PromptSetAside"]),
    "cases_casedeputy": ("why", RULES["cases.CaseDeputy"]),
    "cases_conference": ("place", RULES["cases.Conference"]),
    "cases_conferencedecision": ("what", RULES["cases.ConferenceDecision"]),
    "assessments_assessment": ("read_together", RULES["assessments.Assessment"]),
    "assessments_pointofview": ("void_reason", RULES["assessments.PointOfView"]),
    # What a child said may have been kept near before it was corrected: as it was, it is for those who were there.
    "assessments_childwords": ("void_reason", near_words),
    "assessments_listening": ("void_reason", RULES["assessments.Listening"]),
    # A drawing as it was is for the same eyes as the drawing as it is.
    "assessments_childdrawing": ("void_reason", RULES["assessments.ChildDrawing"]),
    "assessments_sheet": ("void_reason", RULES["assessments.Sheet"]),
    "assessments_factor": ("words", RULES["assessments.Factor"]),
    "plans_familyresource": ("what", RULES["plans.FamilyResource"]),
    "plans_familypath": ("void_reason", RULES["plans.FamilyPath"]),
    "plans_pathmark": ("void_reason", RULES["plans.PathMark"]),
    "plans_pathcheck": ("void_reason", RULES["plans.PathCheck"]),
    "plans_pathletter": ("void_reason", RULES["plans.PathLetter"]),
    "plans_acceptance": ("reservation", RULES["plans.Acceptance"]),
    # A no may have been kept from others before it was corrected.
    "plans_disagreement": ("words", lambda eyes: disagreements(eyes, of_the_team=True)),
    "school_schooling": ("school", RULES["school.Schooling"]),
    "school_schoolsheet": ("shown_words", RULES["school.SchoolSheet"]),
    "school_schoolpath": ("void_reason", RULES["school.SchoolPath"]),
    "school_schoolmark": ("void_reason", RULES["school.SchoolMark"]),
    "school_schoolplan": ("signed_by", RULES["school.SchoolPlan"]),
    "school_schoolcontact": ("note", RULES["school.SchoolContact"]),
    "diary_supportline": ("question", RULES["diary.SupportLine"]),
    "diary_supportcycle": ("words", RULES["diary.SupportCycle"]),
    "around_outing": ("words", RULES["around.Outing"]),
    # A note as it was is as restricted as the note as it is.
    "diary_restrictednote": ("text", RULES["diary.RestrictedNote"]),
    "diary_visit": ("what", RULES["diary.Visit"]),
    # So with a note of a visit: for whom its author chose.
    "diary_visitnote": ("text", RULES["diary.VisitNote"]),
}


@pytest.fixture
def corrected(committed: None, keeper: Any) -> list[dict[str, Any]]:
    """Worlds in which every row has been corrected once."""
    worlds = [make_world(seed, today()) for seed in (501, 502, 503)]
    for world in worlds:
        load_world(world)
    with keeper.transaction():
        keeper.execute("SELECT set_config('intreccio.house', 'keeper', true)")
        for table, (column, _readers) in CORRECTED.items():
            keeper.execute(
                sql.SQL("UPDATE {0} SET {1} = left({1} || 'x', 3)").format(
                    sql.Identifier(table), sql.Identifier(column)
                )
            )
            keeper.execute(
                sql.SQL("UPDATE {0} SET {1} = left('y' || {1}, 3)").format(
                    sql.Identifier(table), sql.Identifier(column)
                )
            )
    return worlds


def old_values_found(table: str) -> set[UUID]:
    return set(History.objects.filter(table_name=table).values_list("row_id", flat=True))


Wrong = dict[tuple[str, str], dict[str, int]]


def wrong_readers(worlds: list[dict[str, Any]]) -> tuple[Wrong, set[str]]:
    """By role and table, how many rows are read that should not be, or hidden; and the tables of which anything is read."""
    wrong: Wrong = {}
    read = set()
    for world in worlds:
        for hat in world["memberships"]:
            eyes = Eyes(world, hat["key"])
            with acting(wearing(world, hat["key"])):
                for table, (_column, readers) in CORRECTED.items():
                    found, right = old_values_found(table), readers(eyes)
                    read |= {table} if found else set()
                    if found != right:
                        wrong[hat["role"], table] = {
                            "leaked": len(found - right),
                            "hidden": len(right - found),
                        }
    return wrong, read


def test_old_values_are_read_by_who_may_read_the_row(corrected):
    wrong, read = wrong_readers(corrected)
    assert wrong == {}
    assert read == set(CORRECTED), "no old values where there should be some"


# What a tired hand could write in the policies of old values of signals and notes: the policy, its words, the table that would leak.
PLANTED = {
    "the demand alone is asked, of everybody with a role": (
        "access",
        "demand = 'access' AND (SELECT my_role()) IS NOT NULL",
        "access_signal",
    ),
    "the desk is forgotten: a family that is known opens what was decided before": (
        "access",
        "demand = 'access' AND household_id = ANY ((SELECT my_granted(1))::uuid[])",
        "access_triage",
    ),
    "the row is asked and not its triage: who signalled reads who has read it": (
        "access",
        "demand = 'access' AND EXISTS (SELECT FROM access_signal s WHERE s.id = row_id)",
        "access_signal",
    ),
    "the desk is forgotten: who signalled reads their own row as it was": (
        "sender",
        "demand = 'sender' AND EXISTS (SELECT FROM access_signalsender f WHERE f.id = row_id)",
        "access_signalsender",
    ),
    "the lead of the desk's body reads who signalled, as it was": (
        "sender",
        "demand = 'sender' AND (SELECT my_role()) = 'organisation_lead'",
        "access_signalsender",
    ),
    "the author is forgotten: the team reads what a note said before": (
        "see_notes",
        "demand = 'note' AND household_id IN (SELECT h.id FROM people_household h WHERE h.team_id = ANY ((SELECT my_teams())::uuid[]))",
        "diary_restrictednote",
    ),
    "the role is asked and not the hand: another psychologist reads what a note said before": (
        "see_notes",
        "demand = 'note' AND (SELECT my_role()) = 'psychologist'",
        "diary_restrictednote",
    ),
    "notes are kept with the demand of the record": (
        "see_notes",
        "demand = 'note' AND EXISTS (SELECT FROM diary_supportline l WHERE l.household_id = kernel_history.household_id)",
        "diary_restrictednote",
    ),
    "the audience is forgotten: whom the record is opened to reads what a visit's note said before": (
        "see_visit_notes",
        "demand = 'visit_note' AND EXISTS (SELECT FROM diary_visit v WHERE v.household_id = kernel_history.household_id)",
        "diary_visitnote",
    ),
    "the reference is forgotten: the team reads what was for the reference alone": (
        "see_visit_notes",
        "demand = 'visit_note' AND household_id IN"
        " (SELECT h.id FROM people_household h WHERE h.team_id = ANY ((SELECT my_teams())::uuid[]))",
        "diary_visitnote",
    ),
}


def test_a_leak_planted_in_old_values_is_found(corrected):
    """A test of the test above: each plant must make it fail, on the table that it opens."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        for leak, (policy, words, table) in PLANTED.items():
            (sound,) = owner.execute(
                "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"
                " WHERE polrelid = 'kernel_history'::regclass AND polname = %s",
                [policy],
            ).fetchone()
            owner.execute(f"ALTER POLICY {policy} ON kernel_history USING ({words})")
            wrong, _read = wrong_readers(corrected)
            owner.execute(f"ALTER POLICY {policy} ON kernel_history USING ({sound})")
            leaked = {of for (_role, of), rows in wrong.items() if rows["leaked"]}
            assert table in leaked, f"nobody noticed: {leak}"
    assert wrong_readers(corrected)[0] == {}, "the last plant was not taken out"


def test_old_values_never_say_more_than_the_row(corrected):
    """Whatever the choice above: an old value without its row is a leak."""
    labels = {
        table: label for label in RULES for table in CORRECTED if label.replace(".", "_").lower() == table
    }
    assert set(labels) == set(CORRECTED)
    for world in corrected:
        for hat in world["memberships"]:
            eyes = Eyes(world, hat["key"])
            with acting(wearing(world, hat["key"])):
                beyond = {
                    table for table, label in labels.items() if old_values_found(table) - RULES[label](eyes)
                }
            assert beyond == set(), f"{hat['role']} reads old values of rows out of sight"
