"""What people do with a plan: one verb, one function, one transaction, one event."""

from intreccio.families.plans.actions.agreeing import (
    Disagreed,
    Signer,
    accept_plan,
    sign_plan,
    void_acceptance,
    write_disagreement,
)
from intreccio.families.plans.actions.differing import (
    edit_disagreement,
    settle_disagreement,
    void_disagreement,
)
from intreccio.families.plans.actions.doing import Deed, Doer, add_action, edit_action, finish_action
from intreccio.families.plans.actions.goals import add_goal, edit_goal, link_goals, unlink_goals, void_goal
from intreccio.families.plans.actions.handing import count_wrong, hand_plan, sign_by_link
from intreccio.families.plans.actions.principles import check_plan_principles
from intreccio.families.plans.actions.proposals import (
    drop_proposal,
    leave_proposal,
    propose_action,
    take_up_proposal,
)
from intreccio.families.plans.actions.resources import Brought, add_resource, edit_resource, void_resource
from intreccio.families.plans.actions.scores import score_goal, void_score
from intreccio.families.plans.actions.versions import (
    close_addresses,
    draft_plan,
    end_plan,
    put_in_force,
    revise_plan,
)

__all__ = [
    "Brought",
    "Deed",
    "Disagreed",
    "Doer",
    "Signer",
    "accept_plan",
    "add_action",
    "add_goal",
    "add_resource",
    "check_plan_principles",
    "close_addresses",
    "count_wrong",
    "draft_plan",
    "drop_proposal",
    "edit_action",
    "edit_disagreement",
    "edit_goal",
    "edit_resource",
    "end_plan",
    "finish_action",
    "hand_plan",
    "leave_proposal",
    "link_goals",
    "propose_action",
    "put_in_force",
    "revise_plan",
    "score_goal",
    "settle_disagreement",
    "sign_by_link",
    "sign_plan",
    "take_up_proposal",
    "unlink_goals",
    "void_acceptance",
    "void_disagreement",
    "void_goal",
    "void_resource",
    "void_score",
    "write_disagreement",
]
