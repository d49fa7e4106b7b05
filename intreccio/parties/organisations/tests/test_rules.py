"""Who may give which hat, and take it: tables, no database."""

from datetime import date

import pytest

from intreccio.parties.organisations.rules.composition import composition
from intreccio.parties.organisations.rules.memberships import (
    why_not_accept,
    why_not_change_role,
    why_not_end,
    why_not_handle,
    why_not_hold,
    why_not_invite,
)
from intreccio.parties.organisations.rules.network import (
    why_not_add,
    why_not_close_team,
    why_not_default,
    why_not_last,
    why_not_stand,
)

ADMIN, LEAD, COORD = "administrator", "organisation_lead", "coordinator"


@pytest.mark.parametrize(
    ("giver", "role", "may"),
    [
        (ADMIN, ADMIN, True),
        (ADMIN, LEAD, True),
        (ADMIN, "educator", True),
        (LEAD, ADMIN, False),
        (LEAD, LEAD, True),
        (LEAD, COORD, True),
        (LEAD, "participant", True),
        (COORD, ADMIN, False),
        (COORD, LEAD, False),
        (COORD, COORD, True),
        (COORD, "educator", True),
        ("educator", "educator", False),
        ("partner", "partner", False),
        ("participant", ADMIN, False),
    ],
)
def test_nobody_gives_more_than_their_own_hat_holds(giver, role, may):
    assert (why_not_handle(giver, role) is None) is may


@pytest.mark.parametrize(
    ("kind", "role", "may"),
    [
        ("user_member", "participant", True),
        ("user_member", "educator", False),
        ("user_member", ADMIN, False),
        ("volunteer", "participant", True),
        ("employee", "educator", True),
    ],
)
def test_who_uses_a_service_only_takes_part(kind, role, may):
    assert (why_not_hold(kind, role) is None) is may


@pytest.mark.parametrize(
    ("to_self", "already", "role", "may"),
    [
        (False, False, "educator", True),
        (True, False, "educator", False),
        (False, True, "educator", False),
        (False, False, ADMIN, False),
    ],
)
def test_why_not_invite(to_self, already, role, may):
    assert (
        why_not_invite(giver=LEAD, role=role, kind="employee", to_self=to_self, already=already) is None
    ) is may


@pytest.mark.parametrize("broken", ["withdrawn", "accepted", "already", "by_inviter"])
def test_why_not_accept(broken):
    fine = {"withdrawn": False, "accepted": False, "already": False, "by_inviter": False}
    assert why_not_accept(**fine) is None
    assert why_not_accept(**{**fine, broken: True})


@pytest.mark.parametrize(
    ("change", "may"),
    [
        ({}, True),
        ({"own": True}, False),
        ({"ended": True}, False),
        ({"already": True}, False),
        ({"new": "educator"}, False),
        ({"new": ADMIN}, False),
        ({"old": ADMIN}, False),
        ({"giver": COORD, "new": LEAD}, False),
        ({"giver": COORD, "old": LEAD}, False),
        ({"giver": ADMIN, "old": ADMIN}, True),
        ({"giver": ADMIN, "old": ADMIN, "last_administrator": True}, False),
        ({"kind": "user_member", "old": "participant"}, False),
    ],
)
def test_why_not_change_role(change, may):
    asked = {
        "giver": LEAD,
        "old": "educator",
        "new": COORD,
        "kind": "employee",
        "own": False,
        "ended": False,
        "already": False,
        "last_administrator": False,
    }
    assert (why_not_change_role(**{**asked, **change}) is None) is may


@pytest.mark.parametrize(
    ("giver", "role", "own", "ended", "last", "may"),
    [
        (LEAD, "educator", False, False, False, True),
        (LEAD, "educator", True, False, False, False),
        (LEAD, "educator", False, True, False, False),
        (LEAD, ADMIN, False, False, False, False),
        (ADMIN, ADMIN, False, False, True, False),
        (COORD, LEAD, False, False, False, False),
        ("educator", "educator", False, False, False, False),
    ],
)
def test_why_not_end(giver, role, own, ended, last, may):
    assert (why_not_end(giver=giver, role=role, own=own, ended=ended, last_administrator=last) is None) is may


def test_sixteen_planned_fifteen_present():
    professions = ["coordinator", "educator", "psychologist", "other"]
    team = composition(
        professions,
        {"coordinator": 1, "educator": 14, "psychologist": 1},
        ["coordinator", *["educator"] * 14],
    )
    assert (team.planned, team.present, team.open_posts) == (16, 15, 1)
    assert [(line.profession, line.open_posts) for line in team.lines] == [
        ("coordinator", 0),
        ("educator", 0),
        ("psychologist", 1),
    ]


def test_fifteen_by_profession_sixteen_stated_leaves_one_post_without_a_role():
    professions = ["coordinator", "social_worker", "educator", "psychologist", "other"]
    planned = {"coordinator": 1, "social_worker": 2, "educator": 11, "psychologist": 1, "": 16}
    everybody = ["coordinator", *["social_worker"] * 2, *["educator"] * 11, "psychologist"]
    team = composition(professions, planned, everybody)
    assert (team.planned, team.present, team.open_posts) == (16, 15, 1)
    assert (team.without_role, team.open_without_role) == (1, 1)
    assert not any(line.open_posts for line in team.lines)
    # Whoever comes as something that nobody had planned stands in it.
    assert composition(professions, planned, [*everybody, "other"]).open_posts == 0
    # A total that says no more than the professions leaves nothing to define.
    assert composition(professions, planned | {"": 15}, everybody).without_role == 0


def test_one_too_many_does_not_stand_in_for_one_missing():
    team = composition(
        ["educator", "psychologist"], {"educator": 1, "psychologist": 1}, ["educator", "educator"]
    )
    assert (team.planned, team.present, team.open_posts) == (2, 2, 1)


def test_standing_is_decided_by_who_administers():
    assert why_not_stand(role=ADMIN, standing="member", was="listed") is None
    assert why_not_stand(role=LEAD, standing="member", was="listed")
    assert why_not_stand(role=LEAD, standing="listed", was="listed") is None


def test_a_project_does_not_end_before_it_begins():
    assert why_not_last(starts=date(2026, 5, 1), ends=date(2026, 4, 30))
    assert why_not_last(starts=date(2026, 5, 1), ends=None) is None


def test_only_a_desk_receives_what_belongs_to_nobody():
    assert why_not_default(kind="team", is_default=True)
    assert why_not_default(kind="desk", is_default=True) is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, None),
        ({"closed": True}, "già chiusa"),
        ({"is_default": True}, "senza comune"),
        ({"only_desk_for": ["Opera", "Rozzano"]}, "l'unico sportello per Opera, Rozzano"),
    ],
)
def test_why_not_close_team(change, words):
    asked = {"closed": False, "is_default": False, "only_desk_for": []}
    reason = why_not_close_team(**{**asked, **change})
    assert reason is None if words is None else words in str(reason)


@pytest.mark.parametrize(
    ("change", "may"),
    [
        ({}, True),
        ({"role": "partner"}, False),
        ({"role": "participant"}, False),
        ({"role": ADMIN}, False),
        ({"own": True}, False),
        ({"ended": True}, False),
        ({"already": True}, False),
        ({"closed": True}, False),
    ],
)
def test_why_not_add(change, may):
    asked = {"role": "educator", "own": False, "ended": False, "already": False, "closed": False}
    assert (why_not_add(**{**asked, **change}) is None) is may
