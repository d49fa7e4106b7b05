"""The plan in a family's story, on the line of its way, among its contacts, and where it stands still."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.queries.attention import Prompt
from intreccio.families.cases.queries.sources import Way, add_contacts, add_marks, add_prompts
from intreccio.families.cases.vocabulary import PromptKind
from intreccio.families.plans.queries.waiting import TAKEN_BACK
from intreccio.ground.kernel.panels import (
    add_chapter,
    add_reading_place,
    add_story_sight,
    add_story_words,
)
from intreccio.ground.kernel.viewer import Viewer

# A goal moves when an action is done, or a step is written that is another than the one before; short of its aim it can
# stand still; one that goes at a child's own time is not called to account. Whatever is written of how far it is counts as
# something new, also where it is the same.
STALLED = """
    SELECT 'goal_stalled', w.household_id, g.id, greatest(v.in_force_since, moved.day, done.day),
      greatest(v.in_force_since, moved.last, done.day), g.title, NULL::date
    FROM ways w JOIN plans_plan v ON v.case_id = w.id AND v.state = 'in_force' AND v.voided_at IS NULL
      JOIN plans_goal g ON g.plan_id = v.id AND g.voided_at IS NULL
      CROSS JOIN LATERAL (
        SELECT max(c.day) FILTER (WHERE c.level <> c.was) AS day, max(c.day) AS last,
          (array_agg(c.level ORDER BY c.day DESC, c.id DESC))[1] AS level
        FROM (SELECT s.id, s.day, s.level, lag(s.level, 1, o.start) OVER (ORDER BY s.day, s.id) AS was
          FROM plans_goal o JOIN plans_goalscore s ON s.goal_id = o.id AND s.voided_at IS NULL WHERE o.origin = g.origin) c) moved
      CROSS JOIN LATERAL (
        SELECT max(a.state_since) AS day FROM plans_goal o JOIN plans_planaction a ON a.goal_id = o.id
        WHERE o.origin = g.origin AND a.state = 'done' AND a.voided_at IS NULL) done
    WHERE coalesce(moved.level, g.start) < g.aim AND g.own_time = ''
"""
# The day agreed for looking at it again has gone by, and nobody has written what was read since it began.
TO_REVIEW = """
    SELECT 'review_overdue', w.household_id, w.id, v.review_on, v.review_on, '', NULL::date
    FROM ways w JOIN plans_plan v ON v.case_id = w.id AND v.state = 'in_force' AND v.voided_at IS NULL
    WHERE w.stage = 'plan' AND NOT EXISTS (SELECT FROM cases_casestep s
      WHERE s.case_id = w.id AND s.verb = 'end_review' AND s.day > v.in_force_since)
"""
# The last look at the six principles said when to look again; it is answered on the last version.
PRINCIPLES = """
    SELECT 'principles_again', w.household_id, v.id, p.again_on, p.again_on, '', NULL::date
    FROM ways w
      CROSS JOIN LATERAL (SELECT x.again_on FROM plans_planprinciples x JOIN plans_plan v ON v.id = x.plan_id
        WHERE v.case_id = w.id ORDER BY x.day DESC, x.id DESC LIMIT 1) p
      CROSS JOIN LATERAL (SELECT v.id FROM plans_plan v WHERE v.case_id = w.id AND v.state IN ('draft', 'in_force')
        AND v.voided_at IS NULL ORDER BY v.number DESC LIMIT 1) v
    WHERE p.again_on <= %(day)s
"""
# A yes of the family's was taken back while the version counts; set aside, another one that is taken back is something new.
WITHDRAWN = f"""
    SELECT 'yes_withdrawn', w.household_id, v.id, (max(x.voided_at) AT TIME ZONE 'Europe/Rome')::date,
      (max(x.voided_at) AT TIME ZONE 'Europe/Rome')::date, (array_agg(x.void_reason ORDER BY x.voided_at DESC, x.id DESC))[1], NULL::date
    FROM ways w JOIN plans_plan v ON v.case_id = w.id AND v.state = 'in_force' AND v.voided_at IS NULL
      JOIN plans_acceptance x ON x.plan_id = v.id
    WHERE {TAKEN_BACK} GROUP BY w.household_id, v.id
"""  # noqa: S608  # fixed texts
READ = (
    ("plans_plan r", "r.id"),
    ("plans_goal r", "r.plan_id"),
    ("plans_disagreement r", "r.plan_id"),
    ("plans_acceptance r", "r.plan_id"),
    ("plans_planaction r JOIN plans_goal g ON g.id = r.goal_id", "g.plan_id"),
)


SAID_OF = {
    "starts_with(e.kind, 'goal.')":
        "SELECT NULL::uuid, NULL, '', '«' || g.title || '»' FROM plans_goal g WHERE g.id = e.subject_id",
    "starts_with(e.kind, 'action.')":
        "SELECT a.person_id, NULL, '', '«' || a.what || '»' FROM plans_planaction a WHERE a.id = e.subject_id",
    "e.kind IN ('plan.accepted', 'plan.acceptance_voided')":
        "SELECT y.person_id, NULL, '', coalesce(nullif(y.somebody, ''), (SELECT u.name FROM organisations_membership m"
        " JOIN accounts_colleague u ON u.id = m.user_id WHERE m.id = y.worker_id), '')"
        " FROM plans_acceptance y WHERE y.id = e.subject_id",
    "starts_with(e.kind, 'disagreement.')":
        "SELECT d.person_id, NULL, '', d.somebody FROM plans_disagreement d WHERE d.id = e.subject_id",
}  # fmt: skip
# What a minor keeps for who works with the family, and a yes of theirs that no longer counts, are not told to others either, nor
# that there is any (decision 101).
IN_SIGHT = (
    "e.kind <> 'plan.acceptance_voided'"
    " OR EXISTS (SELECT FROM plans_acceptance y WHERE y.household_id = %(household)s AND y.id = e.subject_id)",
    "NOT starts_with(e.kind, 'disagreement.')"
    " OR EXISTS (SELECT FROM plans_disagreement d WHERE d.household_id = %(household)s AND d.id = e.subject_id)",
)


def tell_story() -> None:
    """The part of the story that is ours, what of it is a contact (decision 76), and what can be done where it stands still."""
    add_chapter("plan", _("il progetto"), 50, "plan", "goal", "action", "resource", "disagreement")
    add_chapter("path", _("i percorsi"), 55, "path")
    add_reading_place(
        *(
            f"SELECT r.id, 'plan_page', ARRAY[{plan}::text] FROM {table} WHERE r.id = ANY(%(ids)s)"  # noqa: S608  # fixed texts
            for table, plan in READ
        )
    )
    add_story_words(SAID_OF)
    add_story_sight(*IN_SIGHT)
    add_marks(
        "plan", 30, _("progetto"), _version,
        "SELECT in_force_since, number::text FROM plans_plan"
        " WHERE household_id = %(household)s AND in_force_since IS NOT NULL AND voided_at IS NULL",
    )  # fmt: skip
    add_contacts(
        "SELECT day FROM plans_acceptance"
        " WHERE person_id IS NOT NULL AND voided_at IS NULL AND plan_id IN (SELECT id FROM plans_plan WHERE voided_at IS NULL)"
        " AND household_id = w.household_id"
    )
    add_prompts(TO_REVIEW, {})
    add_prompts(STALLED, {PromptKind.GOAL_STALLED: _to_score})
    add_prompts(WITHDRAWN, {PromptKind.YES_WITHDRAWN: _to_plan})
    add_prompts(PRINCIPLES, {PromptKind.PRINCIPLES_AGAIN: _to_principles})


def _version(number: str) -> str:
    return gettext("versione %s") % number


def _to_plan(_viewer: Viewer, prompt: Prompt) -> Way:
    return Way(_("Riparlatene insieme"), reverse("plan_page", args=[prompt.subject_id]))


def _to_principles(_viewer: Viewer, prompt: Prompt) -> Way:
    return Way(_("Guardateli di nuovo"), reverse("check_plan_principles", args=[prompt.subject_id]))


def _to_score(_viewer: Viewer, prompt: Prompt) -> Way:
    return Way(_("Scrivi a che punto siete"), reverse("score_goal", args=[prompt.subject_id]))
