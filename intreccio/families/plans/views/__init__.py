"""Pages: each finds, acts, shows."""

from intreccio.families.plans.views.agreeing import (
    accept_plan,
    put_in_force,
    void_acceptance,
    write_disagreement,
)
from intreccio.families.plans.views.children import child_plan
from intreccio.families.plans.views.comparing import compare_plans
from intreccio.families.plans.views.differing import (
    edit_disagreement,
    settle_disagreement,
    void_disagreement,
)
from intreccio.families.plans.views.doing import add_action, edit_action, finish_action
from intreccio.families.plans.views.goals import add_goal, edit_goal, link_goals, unlink_goals, void_goal
from intreccio.families.plans.views.handing import hand_plan, handed_plan, sign_by_link
from intreccio.families.plans.views.letters import (
    answer_path_letter,
    print_path_letter,
    send_path_letter,
    undo_path_answer,
    void_path_letter,
)
from intreccio.families.plans.views.looking import (
    look_along_path,
    look_at_child,
    void_path_check,
)
from intreccio.families.plans.views.looks import micro_plans, print_micro_plans
from intreccio.families.plans.views.moves import plan_moves
from intreccio.families.plans.views.pages import plan_page, plan_versions
from intreccio.families.plans.views.paths import begin_path, edit_path, path_list, path_page
from intreccio.families.plans.views.principles import check_plan_principles
from intreccio.families.plans.views.printing import print_child_plan, print_plan, print_plan_professional
from intreccio.families.plans.views.proposals import leave_proposal, take_up_proposal
from intreccio.families.plans.views.resources import (
    add_resource,
    edit_resource,
    resource_list,
    void_resource,
)
from intreccio.families.plans.views.scores import score_goal, void_score
from intreccio.families.plans.views.signing import sign_plan, signature_mark
from intreccio.families.plans.views.versions import draft_plan, revise_plan
from intreccio.families.plans.views.walking import (
    end_path,
    mark_path_step,
    set_path_silence,
    void_path,
    void_path_mark,
)

__all__ = [
    "accept_plan",
    "add_action",
    "add_goal",
    "add_resource",
    "answer_path_letter",
    "begin_path",
    "check_plan_principles",
    "child_plan",
    "compare_plans",
    "draft_plan",
    "edit_action",
    "edit_disagreement",
    "edit_goal",
    "edit_path",
    "edit_resource",
    "end_path",
    "finish_action",
    "hand_plan",
    "handed_plan",
    "leave_proposal",
    "link_goals",
    "look_along_path",
    "look_at_child",
    "mark_path_step",
    "micro_plans",
    "path_list",
    "path_page",
    "plan_moves",
    "plan_page",
    "plan_versions",
    "print_child_plan",
    "print_micro_plans",
    "print_path_letter",
    "print_plan",
    "print_plan_professional",
    "put_in_force",
    "resource_list",
    "revise_plan",
    "score_goal",
    "send_path_letter",
    "set_path_silence",
    "settle_disagreement",
    "sign_by_link",
    "sign_plan",
    "signature_mark",
    "take_up_proposal",
    "undo_path_answer",
    "unlink_goals",
    "void_acceptance",
    "void_disagreement",
    "void_goal",
    "void_path",
    "void_path_check",
    "void_path_letter",
    "void_path_mark",
    "void_resource",
    "void_score",
    "write_disagreement",
]
