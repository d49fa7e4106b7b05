"""A real id for every parameter of an address, and the addresses of ours that there are."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from tests.house.matrix import around, diary, plans, protocols, school, staff, visits
from tests.house.matrix.world import OURS, SECOND

SINCE = str(today() - timedelta(days=90))
AFTERWARDS = str(today() + timedelta(days=90))  # what was agreed for later
# The person and the rows of a family, by its key.
GRANT_TEAM = {OURS: "mx_knows", SECOND: "mx_knows", "mx_foreign": "mx_far_desk"}


def of_family(family: str) -> dict[str, Any]:
    """Ids of a family's own rows, by parameter; `row_id` depends on the address and is added there."""
    mother = f"{family}_mother"
    return {
        "household_id": key_for("household", family),
        "person_id": key_for("person", mother),
        "other_id": key_for("person", f"{family}_twice"),
        "grant_id": key_for("grant", family, GRANT_TEAM[family], "None", "known", SINCE),
        "home_id": key_for("home", family, f"{family}_child", "lives", SINCE),
        "event_id": key_for("life_event", family, "birth", SINCE),
        "noun": "aspect",
        "how": "sibling",
    }


def rows_of_family(family: str) -> dict[str, Any]:
    """What `row_id` stands for, by URL name."""
    mother, aspect = f"{family}_mother", key_for("aspect", family, f"forza {family}")
    language = key_for("language", family, mother, "mediator", "ar", SINCE)
    decides = key_for("responsibility", family, f"{family}_child", mother, SINCE)
    return {
        "edit_address": key_for("address", family, SINCE),
        "edit_isee": key_for("isee", family, SINCE),
        "edit_language": language,
        "end_language": language,
        "open_document": key_for("family_document", family, f"Carta {family}"),
        "edit_document": key_for("family_document", family, f"Carta {family}"),
        "edit_responsibility": decides,
        "end_responsibility": decides,
        "edit_kinship": key_for("kinship", family, mother, f"{family}_child", "parent"),
        **dict.fromkeys(
            ("edit_bond", "edit_helper", "hear_helper"), key_for("bond", family, f"intorno {family}")
        ),
        "edit_aspect": aspect,
        "close_aspect": aspect,
        "void_row": aspect,
        "edit_name": key_for("name", mother),
        "edit_identifier": key_for("identifier", mother),
        "edit_contact_point": key_for("contact_point", mother, "02 555 7001"),
    }


def of_team(case: str, absent: str) -> dict[str, Any]:
    """Ids of how a team works with a family."""
    return {
        "deputy_id": key_for("case_deputy", case, absent, SINCE),
        "conference_id": key_for("conference", f"{case}_held"),
        "decision_id": key_for("conference_decision", case),
        "seat_id": key_for("conference_seat", f"{case}_next", "mx_own_educator"),
        "proposal_id": key_for("proposal", case),
    }


NETWORK = {
    "organisation_id": key_for("organisation", "mx_coop"),
    "site_id": key_for("site", "mx_site"),
    "project_id": key_for("project", "mx_project"),
    "team_id": key_for("team", "mx_team"),
    "team_membership_id": key_for("team_membership", "mx_team", "mx_own_psychologist", SINCE),
    "membership_id": key_for("membership", "mx_own_educator"),
    "invitation_id": key_for("invitation", "mx_invited"),
    "service_id": key_for("service", "mx_service"),
    "place_id": key_for("service_place", "mx_service"),
    "funding_line_id": key_for("funding_line", "mx_line"),
    "hours_id": key_for("agreed_hours", "mx_team", "mx_own_psychologist", "mx_line"),
    "strategy_goal_id": key_for("strategy_goal", "mx_goal"),
    "strategy_look_id": key_for("strategy_look", "mx_goal", SINCE),
    "appointment_id": key_for("appointment", "mx_met"),
    **protocols.IDS,
    **staff.IDS,
    "mail_id": key_for("mail", "mx_mail"),
    "import_id": key_for("sheet", "mx_sheet"),
    "indicator": "needs",
    "instrument": "diciassette-sguardi",
    "token": "nonsense",
    "uidb36": "zzz",
    "key": "nonsense",
}
FAMILY = {
    "signal_id": key_for("signal", "mx_signal"),
    "contact_id": key_for("contact", "mx_contact"),
    "case_id": key_for("case", "mx_case"),
    "worker_id": key_for("case_worker", "mx_case", "mx_own_psychologist", SINCE),
    "assessment_id": key_for("assessment", "mx_look"),
    "listening_id": key_for("listening", "mx_heard"),
    "drawing_id": key_for("child_drawing", "mx_drawn"),
    "words_id": key_for("child_words", "mx_look", f"{OURS}_child"),
    "point_id": key_for("point_of_view", "mx_look", "team", ""),
    "sheet_id": key_for("sheet", "mx_look", "tre-pesi-1", "", "team"),
    "factor_id": key_for("factor", OURS, "trust", SINCE),
    **plans.of_plan("mx_plan", SINCE),
    "follow_up_id": key_for("case_follow_up", "mx_case_closed", "6", AFTERWARDS),
    "set_aside_id": key_for("set_aside", "mx_case", "no_contact", SINCE),
    "kind": "no_contact",
    "step": "siblings",
    "letter": "how_are_you",
    "subject_id": key_for("case", "mx_case_planned"),
    "referral_id": key_for("referral", "mx_referral"),
    **diary.ids(today()),
    **visits.ids(today()),
    **around.outing(around.ONE),
    **school.ids(OURS),
    **of_team("mx_case", "mx_own_psychologist"),
}
REVIEWED = {"case_id": key_for("case", "mx_case_reviewed")}
CLOSED = {"case_id": key_for("case", "mx_case_closed")}
# `name@which`, and names whose first row would not do.
OTHERWISE: dict[str, dict[str, Any]] = {
    "@contact": {},
    **protocols.OTHERWISE,
    "undo_sheet": {"import_id": key_for("sheet", "mx_sheet_done")},
    "@new": {
        "signal_id": key_for("signal", "mx_signal_new"),
        "contact_id": key_for("contact", "mx_contact_new"),
    },
    "@passed": {"signal_id": key_for("signal", "mx_signal_passed")},
    **{name: {"person_id": key_for("person", f"{OURS}_awaited")} for name in ("record_birth", "record_loss")},
    "foster_child": {"person_id": key_for("person", f"{OURS}_child")},
    "return_home": {"person_id": key_for("person", f"{OURS}_aunt")},
    "take_charge": {"case_id": key_for("case", "mx_case_new")},
    "end_preliminary": {"case_id": key_for("case", "mx_case_new")},
    "begin_assessment": {"case_id": key_for("case", "mx_case_new")},
    **{
        name: {"person_id": key_for("person", f"{OURS}_child")} for name in ("child_voice", "listen_to_child")
    },
    "@hidden": {
        "drawing_id": key_for("child_drawing", "mx_kept"),
        "words_id": key_for("child_words", "mx_look", f"{OURS}_mother"),
    },
    "write_child_words": {"person_id": key_for("person", f"{OURS}_child")},
    **{
        name: {"person_id": key_for("person", f"{OURS}_child")}
        for name in (
            "child_plan",
            "print_child_plan",
            "look_at_child",
            "child_school",
            "begin_schooling",
            "begin_school_path",
            "write_school_plan",
        )
    },
    **dict.fromkeys(plans.IN_DRAFT, plans.of_plan("mx_draft", SINCE)),
    "put_in_force": plans.of_plan("mx_ready", SINCE),
    "begin_path": protocols.QUIET,
    "mark_worker_step": {"step": "silence"},
    "mark_school_step": {"step": "return"},
    "begin_school_path": {
        "person_id": key_for("person", f"{OURS}_child"),
        "protocol_version_id": key_for("protocol_version", "mx_soli_school-1"),
    },
    "begin_worker_path": {"protocol_version_id": key_for("protocol_version", "mx_soli-1")},
    "look_along_path": {"path_id": key_for("path", "mx_plan-way")},
    "undo_path_answer": {
        "path_id": key_for("path", "mx_plan-way"),
        "letter_id": key_for("path_letter", "mx_plan-way", "who_i_am"),
    },
    "begin_review": {"case_id": key_for("case", "mx_case_planned")},
    "close_case": {"case_id": key_for("case", "mx_case_planned")},
    "void_case": {"case_id": key_for("case", "mx_case_planned")},
    "set_aside_prompt": {"case_id": key_for("case", "mx_case_planned")},
    **{name: REVIEWED for name in ("review_page", "end_review")},
    **{name: CLOSED for name in ("reopen_case", "record_follow_up", "move_follow_up")},
    **{
        name: {"conference_id": key_for("conference", "mx_case_next")}
        for name in ("edit_conference", "call_off_conference", "answer_conference")
    },
    "@asked": {},
    "@school": {},
    **diary.otherwise(today()),
    **visits.otherwise(today()),
    "retry_outing": around.outing(around.STOPPED),
    "@door": {},
    "start_referral": {"referral_id": key_for("referral", "mx_referral_accepted")},
    "end_referral": {"referral_id": key_for("referral", "mx_referral_under_way")},
    "record_answer": {"referral_id": key_for("referral", "mx_referral_ended")},
    "retry_referral": {"referral_id": key_for("referral", "mx_referral_declined")},
}

QUERIES = {
    "door": around.DOOR,
    "school": "?to=school",
    "contact": f"?contact={key_for('contact', 'mx_contact_new')}",
    "asked": f"?household={key_for('household', OURS)}&need=futuro.istruzione&service={key_for('service', 'mx_service_school')}",
}


def our_patterns() -> Iterator[URLPattern]:
    """Every address whose page is ours, and what we offer of allauth by name."""
    yield from (pattern for pattern in _all(get_resolver().url_patterns) if _is_ours(pattern))


def _all(patterns: list[Any]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _all(pattern.url_patterns)
        else:
            yield pattern


def _is_ours(pattern: URLPattern) -> bool:
    return pattern.callback.__module__.startswith("intreccio.") or str(pattern.name).startswith("account_")


def address(name: str, which: str = "", **instead: Any) -> str:
    """The path of a URL name with real ids; `instead` puts others."""
    known = {
        **NETWORK,
        **of_family(OURS),
        **FAMILY,
        "row_id": rows_of_family(OURS).get(name),
        **OTHERWISE.get(name, {}),
    }
    known |= {**(OTHERWISE[f"@{which}"] if which else {}), **instead}
    wanted = _parameters_of(name)
    return reverse(name, kwargs={parameter: known[parameter] for parameter in wanted}) + QUERIES.get(
        which, ""
    )


def _parameters_of(name: str) -> list[str]:
    """Names of the parameters of the whole path: those of the first way that Django knows."""
    return list(get_resolver().reverse_dict.getlist(name)[0][0][0][1])
