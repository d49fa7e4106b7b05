"""Ids of another family written into a body: each attempt, and the same with an id of ours."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.keys import key_for
from tests.house.matrix.ids import SINCE
from tests.house.matrix.world import FOREIGN, OURS, SECOND

# Address, field of the body, and the foreign key that is put there.
BODIES: dict[str, tuple[str, str, Callable[[Any], Any], UUID]] = {
    "a family for another team": ("create_household", "team_id", str, key_for("team", "mx_strangers")),
    "something strong of a foreign person": (
        "add_aspect",
        "person",
        str,
        key_for("person", f"{FOREIGN}_child"),
    ),
    "a paper about a foreign person": ("add_document", "person", str, key_for("person", f"{FOREIGN}_child")),
    "who decides for a foreign person": (
        "write_responsibility",
        "person",
        str,
        key_for("person", f"{FOREIGN}_child"),
    ),
    "a foreign person who decides": (
        "edit_responsibility",
        "holder",
        str,
        key_for("person", f"{FOREIGN}_mother"),
    ),
    "a tie to a foreign person": ("write_kinship", "other", str, key_for("person", f"{FOREIGN}_child")),
    "a bond of a foreign person": ("add_bond", "person", str, key_for("person", f"{FOREIGN}_child")),
    "one person with a foreign one": ("merge_persons", "other", str, key_for("person", f"{FOREIGN}_child")),
    "an ISEE of a foreign child": ("write_isee", "person_id", str, key_for("person", f"{FOREIGN}_child")),
    "a foreign person brought here": ("bring_person", "person", str, key_for("person", f"{FOREIGN}_child")),
    "a contact at another desk": ("create_contact", "desk", str, key_for("team", "mx_far_desk")),
    "a family begun at another team": ("begin_household@new", "team", str, key_for("team", "mx_strangers")),
    "a first step given to a stranger": (
        "choose_first_step",
        "step-to",
        str,
        key_for("membership", "mx_stranger_educator"),
    ),
    "a signal passed to a team that is no desk": (
        "pass_on_signal@new",
        "desk",
        str,
        key_for("team", "mx_strangers"),
    ),
    "a case begun at another team": ("open_case@contact", "team", str, key_for("team", "mx_strangers")),
    "a stranger who answers for our family": (
        "change_responsible",
        "who",
        str,
        key_for("membership", "mx_stranger_educator"),
    ),
    "an ended or unknown colleague at work": (
        "add_worker",
        "who",
        str,
        key_for("membership", "mx_participant"),
    ),
    "a stranger who would call our family": (
        "close_case",
        "who_6",
        str,
        key_for("membership", "mx_stranger_educator"),
    ),
    "a charge for a stranger": (
        "take_charge",
        "who",
        lambda key: f"{key_for('team', 'mx_team')}:{key}",
        key_for("membership", "mx_stranger_educator"),
    ),
    "the voice of a foreign person": (
        "add_point_of_view",
        "who",
        lambda key: f"other:{key}",
        key_for("person", f"{FOREIGN}_mother"),
    ),
    "a sheet about a foreign person": ("add_sheet", "about", str, key_for("person", f"{FOREIGN}_child")),
    "what protects a foreign person": ("add_factor", "about", str, key_for("person", f"{FOREIGN}_child")),
    "a stranger who listened to our child": (
        "listen_to_child",
        "heard_by",
        str,
        key_for("membership", "mx_stranger_educator"),
    ),
    "a listening in the look at a foreign family": (
        "listen_to_child",
        "assessment",
        str,
        key_for("assessment", "mx_look_far"),
    ),
    "another's hat": ("choose_hat", "membership", str, key_for("membership", "mx_own_social_worker")),
    "a partner who joins a team": (
        "add_team_member",
        "membership",
        str,
        key_for("membership", "mx_stranger_partner"),
    ),
    "a service of another body": ("create_service", "organisation", str, key_for("organisation", "mx_far")),
    "a goal of a foreign person": ("add_goal", "person", str, key_for("person", f"{FOREIGN}_child")),
    "two goals of two families": ("link_goals", "other", str, key_for("goal", "mx_plan_far_p")),
    "something for a stranger to do": (
        "add_action",
        "doer",
        lambda key: f"worker:{key}",
        key_for("membership", "mx_stranger_educator"),
    ),
    "something for a foreign person to do": (
        "add_action",
        "doer",
        lambda key: f"person:{key}",
        key_for("person", f"{FOREIGN}_mother"),
    ),
    "what a foreign family brings": (
        "add_action",
        "resource",
        str,
        key_for("resource", FOREIGN, "Sa fare mx_plan_far"),
    ),
    "what a foreign person brings": ("add_resource", "person", str, key_for("person", f"{FOREIGN}_child")),
    "the yes of a foreign person": (
        "accept_plan",
        "who",
        lambda key: f"person:{key}",
        key_for("person", f"{FOREIGN}_child"),
    ),
    "a stranger who would look again": (
        "check_plan_principles",
        "again_by",
        str,
        key_for("membership", "mx_stranger_educator"),
    ),
    "our plan given to a foreign person": (
        "hand_plan",
        "person",
        str,
        key_for("person", f"{FOREIGN}_mother"),
    ),
    "the words of a foreign person": (
        "write_disagreement",
        "who",
        str,
        key_for("person", f"{FOREIGN}_mother"),
    ),
    "the corrected words of a foreign person": (
        "edit_disagreement",
        "who",
        str,
        key_for("person", f"{FOREIGN}_mother"),
    ),
    "support for a foreign person": ("ask_line", "for_whom", str, key_for("person", f"{FOREIGN}_mother")),
    "a line handed to a stranger": (
        "hand_over_line",
        "who",
        str,
        key_for("membership", "mx_stranger_educator"),
    ),
    "a service asked for a foreign person": (
        "create_referral@asked",
        "person",
        str,
        key_for("person", f"{FOREIGN}_child"),
    ),
    "a yes of a foreign person": (
        "create_referral@asked",
        "consent_of",
        str,
        key_for("person", f"{FOREIGN}_mother"),
    ),
}
MORE: dict[str, dict[str, Any]] = {
    "merge_persons": {"reason": "è lei", "version": "1"},
    "bring_person": {"role": "child", "kind": "lives", "since": SINCE},
    "add_team_member": {"profession": "other"},
    "create_service": {
        "name": "Servizio nuovo",
        "need_codes": "futuro.istruzione",
        "status": "active",
        "residence": "unknown",
        "isee": "unknown",
        "cost": "free",
    },
}

# The same bodies with an id of ours: what is refused above is refused for the id and nothing else.
OURS_INSTEAD: dict[str, UUID] = {
    "a family for another team": key_for("team", "mx_team"),
    "something strong of a foreign person": key_for("person", f"{OURS}_child"),
    "a paper about a foreign person": key_for("person", f"{OURS}_child"),
    "who decides for a foreign person": key_for("person", f"{OURS}_child"),
    "a foreign person who decides": key_for("person", f"{OURS}_mother"),
    "a tie to a foreign person": key_for("person", f"{OURS}_child"),
    "a bond of a foreign person": key_for("person", f"{OURS}_child"),
    "an ISEE of a foreign child": key_for("person", f"{OURS}_child"),
    "a foreign person brought here": key_for("person", f"{SECOND}_child"),
    "a contact at another desk": key_for("team", "mx_desk"),
    "a family begun at another team": key_for("team", "mx_desk"),
    "a first step given to a stranger": key_for("membership", "mx_own_social_worker"),
    "a signal passed to a team that is no desk": key_for("team", "mx_far_desk"),
    "a case begun at another team": key_for("team", "mx_team"),
    "a stranger who answers for our family": key_for("membership", "mx_own_psychologist"),
    "an ended or unknown colleague at work": key_for("membership", "mx_own_coordinator"),
    "a stranger who would call our family": key_for("membership", "mx_own_educator"),
    "a charge for a stranger": key_for("membership", "mx_own_educator"),
    "the voice of a foreign person": key_for("person", f"{OURS}_mother"),
    "a sheet about a foreign person": key_for("person", f"{OURS}_child"),
    "what protects a foreign person": key_for("person", f"{OURS}_mother"),
    "another's hat": key_for("membership", "mx_own_coordinator"),
    "a service of another body": key_for("organisation", "mx_coop"),
    "a goal of a foreign person": key_for("person", f"{SECOND}_child"),
    "two goals of two families": key_for("goal", "mx_draft_q"),
    "the yes of a foreign person": key_for("person", f"{OURS}_child"),
    "a stranger who would look again": key_for("membership", "mx_own_educator"),
    "support for a foreign person": key_for("person", f"{OURS}_mother"),
    "a line handed to a stranger": key_for("membership", "mx_second_psychologist"),
    "a service asked for a foreign person": key_for("person", f"{OURS}_child"),
    "a yes of a foreign person": key_for("person", f"{OURS}_mother"),
}
