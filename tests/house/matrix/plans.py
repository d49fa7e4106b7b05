"""Plans: `mx_plan` is in force for the first family, `mx_draft` in preparation for the second, `mx_plan_far` the strangers'."""

from datetime import date
from typing import Any

from intreccio.ground.kernel.keys import key_for
from intreccio.workshop.instruments.actions.library import definitions
from intreccio.workshop.instruments.rules.definition import items_of

# Whoever has the record reads; the team in charge writes; coordinator and social worker decide, and of the first family its
# reference, the educator, collects each yes (decision 95): the others have none. Of the first family a plan is in force:
# another one is not begun beside it.
TABLE = """
                           |  no |  co  as  ed  ps  le |  gr  gc  gk  gp |  se  sl  sp  ad  pa
plan_page             GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
plan_page             POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
plan_versions         GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
plan_versions         POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
plan_moves            GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
plan_moves            POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
micro_plans           GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
micro_plans           POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
compare_plans         GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
compare_plans         POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
check_plan_principles GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
check_plan_principles POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
check_plan_principles GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
print_plan            GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
print_plan            POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
print_micro_plans GET |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
print_micro_plans POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
print_plan_professional GET |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
print_plan_professional POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
child_plan            GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
child_plan            POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
print_child_plan      GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
print_child_plan      POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
draft_plan            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
draft_plan            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
draft_plan            GOOD |  in | 409 409 409 409 403 | 403 404 404 403 | 404 404 404 404 404
revise_plan           GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
revise_plan           POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
revise_plan           GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
add_goal              GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
add_goal              POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
add_goal              GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_goal             GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_goal             POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_goal             GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_goal             GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_goal             POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_goal             GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
link_goals            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
link_goals            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
link_goals            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
unlink_goals          GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
unlink_goals          POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
unlink_goals          GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
add_action            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
add_action            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
add_action            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_action           GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_action           POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_action           GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
finish_action         GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
finish_action         POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
finish_action         GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
resource_list         GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
resource_list         POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
add_resource          GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
add_resource          POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
add_resource          GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_resource         GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_resource         POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_resource         GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_resource         GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_resource         POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_resource         GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
score_goal            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
score_goal            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
score_goal            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_score            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_score            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_score            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
write_disagreement    GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
write_disagreement    POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
write_disagreement    GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_disagreement     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_disagreement     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_disagreement     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
settle_disagreement   GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
settle_disagreement   POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
settle_disagreement   GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_disagreement     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_disagreement     POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_disagreement     GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
accept_plan           GET  |  in | 200 200 200 403 403 | 403 404 404 403 | 404 404 404 404 404
accept_plan           POST |  in | 422 422 422 403 403 | 403 404 404 403 | 404 404 404 404 404
accept_plan           GOOD |  in |  go  go  go 403 403 | 403 404 404 403 | 404 404 404 404 404
void_acceptance       GET  |  in | 200 200 200 403 403 | 403 404 404 403 | 404 404 404 404 404
void_acceptance       POST |  in | 422 422 422 403 403 | 403 404 404 403 | 404 404 404 404 404
void_acceptance       GOOD |  in |  go  go  go 403 403 | 403 404 404 403 | 404 404 404 404 404
sign_plan             GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
sign_plan             POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
sign_plan             GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
signature_mark        GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
signature_mark        POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
hand_plan             GET  |  in | 200 200 200 403 403 | 403 404 404 403 | 404 404 404 404 404
hand_plan             POST |  in | 422 422 422 403 403 | 403 404 404 403 | 404 404 404 404 404
hand_plan             GOOD |  in |  go  go  go 403 403 | 403 404 404 403 | 404 404 404 404 404
handed_plan           GET  |  in | 200 200 200 403 403 | 403 404 404 403 | 404 404 404 404 404
handed_plan           POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
# The token is the key: whoever has none of ours is told the same.
sign_by_link          GET  | 404 | 404 404 404 404 404 | 404 404 404 404 | 404 404 404 404 404
sign_by_link          POST | 404 | 404 404 404 404 404 | 404 404 404 404 | 404 404 404 404 404
put_in_force          GET  |  in | 200 200 403 403 403 | 403 404 404 403 | 404 404 404 404 404
put_in_force          POST |  in | 422 422 403 403 403 | 403 404 404 403 | 404 404 404 404 404
put_in_force          GOOD |  in |  go  go 403 403 403 | 403 404 404 403 | 404 404 404 404 404
take_up_proposal      GET  |  in | 409 409 409 409 403 | 403 404 404 403 | 404 404 404 404 404
take_up_proposal      POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
leave_proposal        GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
leave_proposal        POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
leave_proposal        GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
# A path is of the record; the team in charge writes it, whatever its profession.
path_list             GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
path_list             POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
path_page             GET  |  in | 200 200 200 200 200 | 200 404 404 200 | 404 404 404 404 404
path_page             POST | 405 | 405 405 405 405 405 | 405 405 405 405 | 405 405 405 405 405
begin_path            GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
begin_path            POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
begin_path            GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
edit_path             GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
edit_path             POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
edit_path             GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
mark_path_step        GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
mark_path_step        POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
mark_path_step        GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_path_mark        GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_path_mark        POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_path_mark        GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
look_along_path       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
look_along_path       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
look_along_path       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
look_at_child         GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
look_at_child         POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
look_at_child         GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_path_check       GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_path_check       POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_path_check       GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
send_path_letter      GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
send_path_letter      POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
send_path_letter      GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
answer_path_letter    GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
answer_path_letter    POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
answer_path_letter    GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
print_path_letter     GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
print_path_letter     POST |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
undo_path_answer      GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
undo_path_answer      POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
undo_path_answer      GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_path_letter      GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_path_letter      POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_path_letter      GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
set_path_silence      GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
set_path_silence      POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
set_path_silence      GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
end_path              GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
end_path              POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
end_path              GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
void_path             GET  |  in | 200 200 200 200 403 | 403 404 404 403 | 404 404 404 404 404
void_path             POST |  in | 422 422 422 422 403 | 403 404 404 403 | 404 404 404 404 404
void_path             GOOD |  in |  go  go  go  go 403 | 403 404 404 403 | 404 404 404 404 404
"""
STEPS = ("mai", "a volte", "spesso", "quasi sempre", "sempre")
# plan: family, case, state
PLANS = {
    "mx_plan": ("mx_family", "mx_case", "in_force"),
    "mx_draft": ("mx_second", "mx_case_new", "draft"),
    "mx_ready": ("mx_planned", "mx_case_planned", "draft"),
    "mx_plan_far": ("mx_foreign", "mx_case_far", "in_force"),
}
WRITERS = {
    "mx_plan": "mx_own_educator",
    "mx_draft": "mx_own_educator",
    "mx_ready": "mx_own_educator",
    "mx_plan_far": "mx_stranger_educator",
}
# While somebody's yes stands, goals do not change: this one is still being written.
NOBODY_SAID_YES = {"mx_draft"}
# What was answered of the six principles.
LOOKED_AT = {"mx_plan": "Guardato in casa nostra", "mx_plan_far": "Guardato lontano"}
SIX = "sei-principi-famiglia-1"
CODES = [
    item["code"] for path, definition in definitions() if path.stem == SIX for item in items_of(definition)
]
# Those of which a path is walked, beside the plan.
AGREED = ("mx_plan", "mx_plan_far")
# What stands on the page of one plan only.
TITLES = {
    "mx_plan": "Obiettivo di casa nostra",
    "mx_draft": "Obiettivo in bozza",
    "mx_ready": "Obiettivo da cominciare",
    "mx_plan_far": "Obiettivo di lontano",
}


def rows(since: date) -> dict[str, Any]:
    """Each plan with two goals that hold each other and a third one, an action, a score, a yes."""
    world: dict[str, Any] = {
        "plans": [],
        "goals": [],
        "goal_links": [],
        "goal_scores": [],
        "plan_actions": [],
        "resources": [],
        "plan_principles": [],
        "acceptances": [],
        "disagreements": [],
        "paths": [
            path
            for key, (family, case, _) in PLANS.items()
            if key in AGREED
            for path in (_path(key, family, case, since), _way(key, family, case, since))
        ],
    }
    for key, (family, case, state) in PLANS.items():
        about = {"plan": key, "household": family, "by": WRITERS[key], "day": since}
        agreed = {"in_force": since, "review": date(2099, 1, 1)} if state == "in_force" else {}
        world["plans"].append(
            {**about, "key": key, "case": case, "number": 1, "state": state, "begun": since, **agreed}
        )
        for order, (name, side) in enumerate((("c", "children"), ("p", "parents"), ("q", "parents")), 1):
            title = TITLES[key] if name == "c" else "prova"
            goal = {
                "side": side,
                "strand": "children",
                "order": order,
                "title": title,
                "steps": STEPS,
                "start": -2,
            }
            world["goals"].append({**about, "key": f"{key}_{name}", **goal})
        world["goal_links"].append({**about, "child": f"{key}_c", "parent": f"{key}_p"})
        world["goal_scores"].append({**about, "goal": f"{key}_c", "level": -1})
        world["resources"].append({**about, "kind": "skill", "what": f"Sa fare {key}"})
        world["plan_actions"].append(
            {**about, "key": f"{key}_a", "goal": f"{key}_c", "what": "prova", "somebody": "la nonna"}
        )
        world["disagreements"].append(
            {**about, "somebody": "la nonna", "words": f"Per me no, {key}", "shared": True}
        )
        if key in LOOKED_AT:
            world["plan_principles"].append({**about, **answered(LOOKED_AT[key])})
        if key not in NOBODY_SAID_YES:
            world["acceptances"].append({**about, "person": f"{family}_mother", "how": "paper", "mark": True})
    return world


def _path(key: str, family: str, case: str, since: date) -> dict[str, Any]:
    """A loss, two steps of which something is said."""
    marks = [
        {"step": step, "by": WRITERS[key], "day": since, "words": f"Detto di {key}"}
        for step in ("be_there", "rite")
    ]
    return {
        "key": key, "household": family, "case": case, "text": "soli-mai-2", "zero": since, "begun": since, "loss": "death",
        "contact": WRITERS[key], "marks": marks,
        "checks": [{"item": "told", "person": f"{family}_child", "by": WRITERS[key], "day": since, "words": f"Detto di {key}"}],
        "letters": [{"letter": "near", "by": WRITERS[key], "day": since, "words": f"Detto a {key}"}],
    }  # fmt: skip


def _way(key: str, family: str, case: str, since: date) -> dict[str, Any]:
    """The same family along a text that is for nobody's loss."""
    return {
        "key": f"{key}-way", "household": family, "case": case, "text": "accompagnamento-2", "zero": since, "begun": since,
        "contact": WRITERS[key],
        "letters": [{"letter": "who_i_am", "by": WRITERS[key], "day": since, "words": f"Detto a {key}", "answered": since}],
    }  # fmt: skip


def answered(words: str) -> dict[str, Any]:
    """A look at the six principles that says these words."""
    return {"edition": SIX, "answers": dict.fromkeys(CODES, 1), "words": dict.fromkeys(CODES, words)}


def of_plan(key: str, since: str) -> dict[str, Any]:
    """Ids of a plan and of its rows, by parameter."""
    family, *_ = PLANS[key]
    return {
        "plan_id": key_for("plan", key),
        "version_id": key_for("plan", key),
        "goal_id": key_for("goal", f"{key}_c"),
        "link_id": key_for("goallink", f"{key}_c", f"{key}_p"),
        "score_id": key_for("goalscore", f"{key}_c", since),
        "action_id": key_for("planaction", f"{key}_a"),
        "resource_id": key_for("resource", family, f"Sa fare {key}"),
        "disagreement_id": key_for("disagreement", key, "la nonna"),
        "acceptance_id": key_for("acceptance", key, f"{family}_mother"),
        "path_id": key_for("path", key),
        "mark_id": key_for("path_mark", key, "be_there"),
        "check_id": key_for("path_check", key, "told", f"{family}_child"),
        "letter_id": key_for("path_letter", key, "near"),
    }


IN_DRAFT = ("add_goal", "edit_goal", "void_goal", "link_goals", "unlink_goals")
