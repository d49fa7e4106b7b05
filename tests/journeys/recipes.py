"""For every URL name: who opens it, with which rows, where it is empty, and how it goes wrong. A new page adds its line."""

from dataclasses import dataclass, field
from enum import Enum, auto

from intreccio.ground.kernel.clock import today


class Wrong(Enum):
    """How a page is seen in trouble."""

    FORM = auto()  # its form is sent with nothing in it, and comes back with what is missing
    UNTOUCHED = auto()  # its form needs nothing but one's own hand: it is sent without its one-time key
    UNKNOWN = auto()  # the id in its address leads nowhere
    NOBODY = auto()  # opened by who has not signed in, it leads to the door
    NEVER = auto()  # the same words for everybody, always


@dataclass(frozen=True, slots=True)
class Blank:
    """Where the page has nothing to show: another person, or another row."""

    who: str
    query: str = ""
    ids: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a page is reached. `ids`: other rows than the usual ones of `places`. `empty`: None where it is a form or never empty."""

    who: str | None
    wrong: Wrong
    ids: dict[str, str] = field(default_factory=dict)
    query: str = ""
    empty: Blank | None = None
    status: int = 422  # of its form sent in vain
    words: dict[str, str] = field(
        default_factory=dict
    )  # what is written in it, where nothing at all would do
    sent_from: str = ""  # the page that holds its form, where it has none of its own


def form(who: str | None = "assistente", **more: object) -> Recipe:
    """A page that is a form: as it opens, and sent with nothing."""
    return Recipe(who, Wrong.FORM, **more)  # type: ignore[arg-type]  # the fields of Recipe


def button(who: str = "admin", **more: object) -> Recipe:
    """A page with a button only."""
    return Recipe(who, Wrong.UNTOUCHED, **more)  # type: ignore[arg-type]  # as above


def page(who: str = "assistente", **more: object) -> Recipe:
    """A page of one row."""
    return Recipe(who, Wrong.UNKNOWN, **more)  # type: ignore[arg-type]  # as above


def listing(who: str = "assistente", **more: object) -> Recipe:
    """A page without a row of its own."""
    return Recipe(who, Wrong.NOBODY, **more)  # type: ignore[arg-type]  # as above


NEW = Blank("pg_nuova")
BARE = Blank("assistente", ids={"household_id": "bare_household"})
OF_BARE_BODY = {"organisation_id": "bare_organisation"}


def row(noun: str, **more: object) -> Recipe:
    """The form of a row of a person or family."""
    return form(ids={"row_id": noun}, **more)


FRONT = {
    "today": listing(empty=NEW),
    "search": form(empty=NEW),
    "help_page": listing(empty=Blank("pg_ente")),
    "roles_page": listing(),
    "mail_list": listing(
        "admin", empty=Blank("admin", query="?show=unsent&after=00000000-0000-7000-8000-000000000000")
    ),
}
NETWORK = {
    "organisation_list": listing(empty=Blank("pg_ente", query="?standing=listed&kind=municipality")),
    "create_organisation": form("admin"),
    "organisation_page": page("admin", empty=Blank("admin", ids={"organisation_id": "empty_organisation"})),
    "edit_organisation": form("admin", ids=OF_BARE_BODY),
    "create_site": form("admin"),
    "create_project": form("admin"),
    "create_team": form("admin"),
    "membership_list": page(
        "admin", ids=OF_BARE_BODY, empty=Blank("admin", ids={"organisation_id": "empty_organisation"})
    ),
    "invite_member": form("admin"),
    "edit_site": form("admin"),
    "project_list": listing(),
    "project_page": page("admin", empty=Blank("admin", ids={"project_id": "bare_project"})),
    "check_project_principles": form("coordinatrice"),
    "edit_project": form("admin"),
    "team_page": page(
        "admin", ids={"team_id": "full_team"}, empty=Blank("admin", ids={"team_id": "empty_team"})
    ),
    "edit_team": form("admin"),
    "close_team": button(ids={"team_id": "empty_team"}, empty=Blank("admin", ids={"team_id": "full_team"})),
    "edit_posts": form("admin"),
    "add_team_member": form("admin"),
    "end_team_member": button(),
    "change_role": form("admin"),
    "end_membership": form("admin"),
    "withdraw_invitation": button(),
    "accept_invitation": form(None, ids={"token": "invitation"}),
    "set_password": form(None, ids={"token": "password"}),
    "choose_hat": listing("ada", empty=Blank("pg_senza")),
    "profile_page": listing(empty=Blank("pg_ente")),
}
FUNDS = {
    "funding_line_list": listing("admin"),
    "create_funding_line": form("admin"),
    "edit_funding_line": form("admin"),
    "void_funding_line": form("admin"),
    "agree_hours": form("admin"),
    "edit_agreed_hours": form("admin"),
    "void_agreed_hours": form("admin"),
}
FAMILIES = {
    "household_list": listing(empty=NEW),
    "create_household": form(),
    "sheet_list": listing("coordinatrice", empty=NEW),
    "upload_sheet": form("coordinatrice"),
    "import_page": page("coordinatrice", empty=Blank("coordinatrice", ids={"import_id": "done_sheet"})),
    "map_sheet": form("coordinatrice", words={"given": "", "family": ""}),
    "preview_sheet": page("coordinatrice"),
    "abandon_sheet": page("coordinatrice"),
    "undo_sheet": page("coordinatrice", ids={"import_id": "done_sheet"}),
    "household_page": page(empty=BARE),
    "edit_household": form(),
    "household_story": page(empty=BARE),
    "household_sight": page(empty=BARE),
    "grant": form(),
    "withdraw": form(),
    "address_list": page(empty=BARE),
    "write_address": form(),
    "edit_address": row("address"),
    "protected_address": page(),
    "protect_address": form(),
    "responsibility_list": page(empty=BARE),
    "write_responsibility": form(),
    "edit_responsibility": row("decides"),
    "end_responsibility": row("decides"),
    "isee_list": page(empty=BARE),
    "write_isee": form(),
    "edit_isee": row("isee"),
    "document_list": page(empty=BARE),
    "add_document": form(),
    "edit_document": row("document"),
    "genogram": page(),
    "ecomap": page(),
    "person_ties": page(),
    "write_kinship": form(),
    "edit_kinship": row("kinship"),
    "add_relative": form(),
    "add_bond": form(),
    "edit_bond": row("bond"),
    "add_aspect": form(empty=Blank("assistente", query="?kind=strong")),
    "edit_aspect": row("aspect"),
    "close_aspect": row("aspect"),
    "add_person": form(),
    "bring_person": listing(ids={"household_id": "bare_household"}),
    "add_home": form(empty=Blank("assistente", query="?kind=isee&role=parent")),
    "edit_home": form(),
    "leave_home": form(),
    "life_event_list": page(empty=BARE),
    "household_on": page(query="?day=2000-01-01", empty=BARE),
    "expect_child": form(),
    "record_birth": form(ids={"person_id": "awaited"}),
    "record_loss": form(ids={"person_id": "awaited"}),
    "record_death": form(),
    "part_home": form(),
    "join_homes": form(),
    "foster_child": form(ids={"person_id": "child"}),
    "return_home": form(ids={"person_id": "aunt"}),
    "undo_life_event": form(),
    "void_row": row("aspect"),
    "person_page": page(),
    "edit_person": form(),
    "add_name": form(),
    "edit_name": row("name"),
    "add_identifier": form(),
    "edit_identifier": row("identifier"),
    "add_contact_point": form(),
    "edit_contact_point": row("contact_point"),
    "merge_persons": listing(),
    "part_persons": form(),
}
OFFER = {
    "service_search": form(
        words={"place": "Nessunluogo"},
        query="?need=futuro.istruzione&municipality=015189",
        empty=Blank("assistente", query="?day=7&need=tema.ambiente"),
    ),
    "create_service": form("coordinatrice"),
    "report_missing": form(),
    "service_page": page(),
    "edit_service": form("coordinatrice"),
    "add_place": form("coordinatrice"),
    "close_place": page("coordinatrice"),
    "verify_service": form(sent_from="service_page"),
    "check_service_principles": form("coordinatrice", ids={"service_id": "checked_service"}),
    "update_room": button("coordinatrice"),
}
DESK = {
    "send_signal": form(None),
    "signal_privacy": Recipe(None, Wrong.NEVER),
    "signal_receipt": form(None),
    "signal_inbox": listing(empty=NEW),
    "create_signal": form(empty=Blank("pg_ente")),
    "my_signals": listing("scuola", empty=Blank("pg_ente")),
    "my_signal": page("scuola", ids={"signal_id": "my_signal"}),
    "add_my_word": form("scuola", ids={"signal_id": "my_signal"}, sent_from="my_signal"),
    "signal_page": page(),
    "passed_signals": listing("coordinatrice", empty=Blank("assistente")),
    "pass_on_signal": form(),
    "set_urgency": form(sent_from="signal_page"),
    "choose_first_step": form(sent_from="signal_page"),
    "reply_to_sender": form(ids={"signal_id": "begun_signal"}, sent_from="signal_page"),
    "link_signal": form(sent_from="signal_page"),
    "find_known": form(sent_from="signal_page"),
    "contact_list": listing(empty=NEW),
    "create_contact": form(empty=NEW),
    "contact_page": page(empty=Blank("assistente", ids={"contact_id": "nameless_contact"})),
    "begin_household": form(),
    "link_contact": form(sent_from="contact_page"),
}
CASES = {
    "case_list": listing(empty=NEW),
    "open_case": form(query="?household={bare_household}"),
    "handed_over": listing(),
    "case_page": page(),
    "take_charge": form(ids={"case_id": "young_case"}),
    "end_preliminary": form(ids={"case_id": "young_case"}),
    "begin_review": form(ids={"case_id": "planned_case"}),
    "review_page": page(ids={"case_id": "reviewed_case"}),
    "end_review": form(ids={"case_id": "reviewed_case"}),
    "close_case": form(),
    "reopen_case": form(ids={"case_id": "closed_case"}),
    "record_follow_up": form(ids={"case_id": "closed_case"}),
    "move_follow_up": form(ids={"case_id": "closed_case"}),
    "attention_list": listing(empty=NEW),
    "set_aside_prompt": form(ids={"case_id": "planned_case"}),
    "take_back_prompt": form(ids={"case_id": "planned_case"}),
    "hand_over_case": form(),
    "send_report": form(query="?to=court"),
    "void_case": form(),
    "change_responsible": form(),
    "add_worker": form(),
    "end_worker": form(),
    "weigh_case": form(words={"since": ""}),
    "name_deputy": form(),
    "end_deputy": button("assistente"),
    "read_summary": button("assistente"),
    "conference_page": page(),
    "plan_conference": form(),
    "edit_conference": form(ids={"conference_id": "next_conference"}),
    "call_off_conference": form(ids={"conference_id": "next_conference"}),
    "write_minutes": form(),
    "add_decision": form(),
    "void_decision": form(),
    "begin_assessment": button("assistente", ids={"case_id": "young_case"}),
    "assessment_page": page(empty=Blank("assistente", ids={"assessment_id": "empty_assessment"})),
    "add_point_of_view": form(),
    "answer_point_of_view": form(),
    "void_point_of_view": form(),
    "write_child_words": form(ids={"person_id": "child"}, words={"heard": "not_yet"}),
    "voices_beside": page(empty=Blank("assistente", ids={"assessment_id": "empty_assessment"})),
    "child_voice": page(ids={"person_id": "child"}, empty=Blank("assistente", ids={"person_id": "aunt"})),
    "listen_to_child": form(ids={"person_id": "child"}),
    "edit_listening": form(),
    "void_listening": form(),
    "add_child_drawing": form(),
    "share_child_drawing": button("assistente"),
    "void_child_drawing": form(),
    "choose_sheet": page(),
    "add_sheet": form(),
    "sheet_page": page(),
    "answer_sheet": form(),
    "void_sheet": form(),
    "factor_list": page(empty=Blank("assistente", ids={"case_id": "young_case"})),
    "add_factor": form(),
    "edit_factor": form(),
    "void_factor": form(),
    "read_together": form(),
    "close_assessment": button("assistente"),
    "void_assessment": form(),
}
ASKED_LINE = {"line_id": "asked_line"}
SUPPORT = {
    "ask_line": form("educatrice"),
    "line_page": page("educatrice", empty=Blank("educatrice", ids=ASKED_LINE)),
    "void_line": form("educatrice", ids=ASKED_LINE),
    "accept_line": button("psicologa", ids=ASKED_LINE, status=422),
    "decline_line": form("psicologa", ids=ASKED_LINE),
    "plan_meetings": form("psicologa", ids={"line_id": "new_line"}),
    "record_meeting": form("psicologa"),
    "move_meeting": form("psicologa", ids={"meeting_id": "later_meeting"}),
    "write_note": form("psicologa"),
    "edit_note": form("psicologa", ids={"line_id": "new_line", "note_id": "fresh_note"}),
    "correct_note": form("psicologa"),
    "end_line": form("psicologa"),
    "renew_line": button("psicologa", ids={"line_id": "ended_line"}, status=422),
    "hand_over_line": form("psicologa"),
}
ASK = "?household={household_id}&need=futuro.istruzione&service={service_id}"
REFERRALS = {
    "referral_inbox": listing("scuola", empty=NEW),
    "referral_outbox": listing("educatrice", empty=NEW),
    "create_referral": form("educatrice", query=ASK),
    "referral_page": page("educatrice"),
    "accept_referral": button("scuola", ids={"referral_id": "asked_referral"}, status=422),
    "put_on_waiting_list": form("scuola", ids={"referral_id": "asked_referral"}),
    "decline_referral": form("scuola", ids={"referral_id": "asked_referral"}),
    "start_referral": button("assistente", ids={"referral_id": "accepted_referral"}, status=422),
    "end_referral": form("scuola"),
    "withdraw_referral": form("educatrice", ids={"referral_id": "sent_referral"}),
    "write_word": form("educatrice"),
    "record_answer": form("educatrice", ids={"referral_id": "ended_referral"}),
    "retry_referral": form(
        "educatrice", ids={"referral_id": "declined_referral"}, query="?service={service_id}"
    ),
}
DRAFTED, DRAFTED_GOAL = {"plan_id": "drafted_plan"}, {"goal_id": "drafted_goal"}
PLANS = {
    "draft_plan": button("assistente"),
    "plan_page": page(),
    "plan_versions": page(),
    "child_plan": page(ids={"person_id": "child_of_the_plan"}),
    "plan_moves": page(),
    "micro_plans": page(),
    "check_plan_principles": form(empty=Blank("assistente", ids=DRAFTED)),
    "compare_plans": page(ids={"plan_id": "renewed_plan", "version_id": "former_plan"}),
    "revise_plan": button("assistente"),
    "accept_plan": form(),
    "sign_plan": button("psicologa", ids=DRAFTED),
    "hand_plan": form(ids=DRAFTED),
    "handed_plan": page(ids=DRAFTED, empty=Blank("coordinatrice", ids=DRAFTED)),
    "void_acceptance": form(),
    "put_in_force": form(ids=DRAFTED),
    "write_disagreement": form(),
    "add_goal": form(ids=DRAFTED),
    "edit_goal": form(ids=DRAFTED_GOAL),
    "void_goal": form(ids=DRAFTED_GOAL),
    "link_goals": form(ids=DRAFTED_GOAL),
    "unlink_goals": form(),
    "score_goal": form(),
    "void_score": form(),
    "resource_list": page(),
    "add_resource": form(),
    "edit_resource": form(),
    "void_resource": form(),
    "add_action": form(),
    "edit_action": form(),
    "finish_action": form(),
    "take_up_proposal": form(),
    "leave_proposal": form(),
}
LAST_YEAR = today().year - 1  # of which `places.write_facts` tells much; of the year before there is nothing
OBSERVATORY = {
    "observatory": listing(
        "coordinatrice",
        query=f"?period={LAST_YEAR}",
        empty=Blank("coordinatrice", query=f"?period={LAST_YEAR - 1}"),
    ),
    "indicator_page": page(
        "coordinatrice",
        query=f"?period={LAST_YEAR}",
        empty=Blank("coordinatrice", query=f"?period={LAST_YEAR - 1}"),
    ),
}
DOOR = {
    "account_login": form(None, status=200),
    "account_logout": listing(),
    "account_inactive": Recipe(None, Wrong.NEVER),
    "account_signup": Recipe(None, Wrong.NEVER),
    "account_reset_password": form(None, status=200),
    "account_reset_password_done": Recipe(None, Wrong.NEVER),
    "account_reset_password_from_key": Recipe(None, Wrong.NEVER, ids={"uidb36": "uidb36", "key": "key"}),
    "account_reset_password_from_key_done": Recipe(None, Wrong.NEVER),
    "account_reauthenticate": form(status=200),
    "account_change_password": form(status=200),
}
KEYS = "pg_chiavi"
SECOND_STEP = {
    "mfa_index": listing(KEYS, empty=NEW),
    "mfa_activate_totp": form("pg_nuova", status=200),
    "mfa_deactivate_totp": listing(KEYS),
    "mfa_view_recovery_codes": listing(KEYS),
    "mfa_generate_recovery_codes": listing(KEYS),
    "mfa_list_webauthn": listing(KEYS, empty=NEW),
    "mfa_add_webauthn": listing(KEYS),
    "mfa_edit_webauthn": form(KEYS, status=200),
    "mfa_remove_webauthn": listing(KEYS),
    "mfa_reauthenticate": form(KEYS, status=200),
    "mfa_reauthenticate_webauthn": listing(KEYS),
}
RECIPES = {
    **FRONT,
    **NETWORK,
    **FUNDS,
    **FAMILIES,
    **OFFER,
    **DESK,
    **CASES,
    **PLANS,
    **SUPPORT,
    **REFERRALS,
    **OBSERVATORY,
    **DOOR,
    **SECOND_STEP,
}
