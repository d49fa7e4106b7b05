"""Where each id of an address leads: rows that `world` wrote, found by what they are."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from django.conf import settings

from intreccio.answers.school.rules.schooling import school_year
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.workshop.messages.rules import digest_of, token_of
from tests.journeys.world import later_than, since_of

KINDS = {
    "household_id": ("household", "pg_full"),
    "bare_household": ("household", "pg_bare"),
    "person_id": ("person", "pg_mother"),
    "other_id": ("person", "pg_twice"),
    "case_id": ("case", "pg_full"),
    "young_case": ("case", "pg_young"),
    "assessment_id": ("assessment", "pg_look"),
    "empty_assessment": ("assessment", "pg_nothing"),
    "point_id": ("point_of_view", "pg_look", "mother", "pg_mother"),
    "child": ("person", "pg_child"),
    "listening_id": ("listening", "pg_heard"),
    "drawing_id": ("child_drawing", "pg_drawn"),
    "words_id": ("child_words", "pg_look", "pg_child"),
    "sheet_id": ("sheet", "pg_look", "tre-pesi-1", "", "team"),
    "awaited": ("person", "pg_awaited"),
    "aunt": ("person", "pg_aunt"),
    "planned_case": ("case", "pg_planned"),
    "subject_id": ("case", "pg_planned"),
    "reviewed_case": ("case", "pg_reviewed"),
    "closed_case": ("case", "pg_closed"),
    # lines of support of the demo district
    "line_id": ("support_line", "cattaneo_young"),
    "asked_line": ("support_line", "rossetti_lima_family"),
    "ended_line": ("support_line", "sala_parents"),
    "note_id": ("restricted_note", "cattaneo_last"),
    "new_line": ("support_line", "pg_line"),
    "fresh_note": ("restricted_note", "pg_note"),
    # visits and notes of the demo district
    "visited_case": ("case", "marchetti"),
    "visit_id": ("visit", "marchetti_5"),
    "visit_note": ("visit_note", "marchetti_3"),
    "fresh_visit_note": ("visit_note", "pg_visited"),
    # of the demo district
    "referral_id": ("referral", "nadia_scuola"),
    "asked_referral": ("referral", "arjun_oggi"),
    "sent_referral": ("referral", "leo_gioco"),
    "accepted_referral": ("referral", "sala_bolletta"),
    "ended_referral": ("referral", "era_scuola"),
    "declined_referral": ("referral", "aminata_nido"),
    "outing_id": ("outing", "leo_cortile"),
    "stopped_outing": ("outing", "milagros_cortile"),
    "import_id": ("sheet", "elenco_telaio"),
    "done_sheet": ("sheet", "pg_sheet"),
    # plans of the demo district
    "plan_id": ("plan", "marchetti-1"),
    "path_id": ("path", "bah-mille"),
    "mark_id": ("path_mark", "bah-mille", "birth_course"),
    "check_id": ("path_check", "bah-mille", "consultorio"),
    "loss_path": ("path", "pg_loss"),
    "steps_path": ("path", "hoxha-passi"),
    "worker_path_id": ("worker_path", "pg_worker"),
    "worker_mark_id": ("worker_mark", "pg_worker", "be_there"),
    "reader_id": ("path_reader", "pg_worker", "educatrice"),
    "schooling_id": ("schooling", "pg_class"),
    "school_sheet_id": ("school_sheet", "pg_seen"),
    "asked_sheet": ("school_sheet", "pg_asked"),
    "school_path_id": ("school_path", "pg_school"),
    "school_mark_id": ("school_mark", "pg_school", "place"),
    "school_plan_id": ("school_plan", "pg_pdp"),
    "school_contact_id": ("school_contact", "pg_class", "Berta Maestra"),
    "letter_id": ("path_letter", "pg_loss", "near"),
    "answered_letter": ("path_letter", "pg_loss", "how_are_you"),
    "child_of_the_plan": ("person", "nadia"),
    "goal_id": ("goal", "marchetti-1-c1"),
    "action_id": ("planaction", "marchetti-1-c1-0"),
    "acceptance_id": ("acceptance", "marchetti-1", "elena"),
    "renewed_plan": ("plan", "hoxha-2"),
    "former_plan": ("plan", "hoxha-1"),
    "drafted_plan": ("plan", "rossetti_lima-1"),
    "ready_plan": ("plan", "pg_ready"),
    "drafted_goal": ("goal", "rossetti_lima-1-c1"),
    "link_id": ("goallink", "rossetti_lima-1-c1", "rossetti_lima-1-p1"),
    "signal_id": ("signal", "pg_signal"),
    "begun_signal": ("signal", "pg_begun"),
    "my_signal": ("signal", "pg_mine"),
    "contact_id": ("contact", "pg_contact"),
    "nameless_contact": ("contact", "pg_nameless"),
    "organisation_id": ("organisation", "telaio"),
    "bare_organisation": ("organisation", "pg_body"),
    "empty_organisation": ("organisation", "pg_listed"),
    "team_id": ("team", "pg_team"),
    "full_team": ("team", "equipe_nord"),
    "empty_team": ("team", "pg_nobody"),
    "site_id": ("site", "pg_site"),
    "project_id": ("project", "fili"),
    "checked_service": ("service", "italiano_per_mamme"),
    "bare_project": ("project", "pg_project"),
    "membership_id": ("membership", "pg_nuova"),
    "invitation_id": ("invitation", "pg_invited"),
    "deputy_id": ("case_deputy", "pg_full", "educatrice", str(today())),
    "conference_id": ("conference", "pg_held"),
    "next_conference": ("conference", "pg_next"),
    "seat_id": ("conference_seat", "pg_next", "assistente"),
    "next_seat": ("conference_seat", "pg_next", "assistente"),
    "decision_id": ("conference_decision", "pg_decided"),
    "proposal_id": ("proposal", "inizio-1"),
    "summary_case": ("case", "pg_planned"),
    "funding_line_id": ("funding_line", "fili"),
    "strategy_goal_id": ("strategy_goal", "prima"),
    "strategy_look_id": ("strategy_look", "prima", str(today() - timedelta(days=12))),
    "appointment_id": ("appointment", "scuola"),
    # protocols of the demo district
    "protocol_id": ("protocol", "telaio_casa"),
    "protocol_version_id": ("protocol_version", "soli_mai-3"),
    "own_version": ("protocol_version", "telaio_casa-2"),
    "other_version_id": ("protocol_version", "telaio_casa-1"),
    "hours_id": ("agreed_hours", "equipe_nord", "educatrice", "fili"),
}
# Rows without a key of their own: the first one of this family, person or team.
ROWS = {
    "resource_id": ("plans_familyresource", "household_id", ("household", "marchetti")),
    "disagreement_id": ("plans_disagreement", "household_id", ("household", "marchetti")),
    "score_id": ("plans_goalscore", "goal_id", ("goal", "marchetti-1-c1")),
    "home_id": ("people_householdmembership", "person_id", ("person", "pg_child")),
    "grant_id": ("people_grant", "household_id", ("household", "pg_full")),
    "address": ("people_homeaddress", "household_id", ("household", "pg_full")),
    "decides": ("people_responsibility", "household_id", ("household", "pg_full")),
    "isee": ("people_isee", "household_id", ("household", "pg_full")),
    "language": ("people_language", "household_id", ("household", "pg_full")),
    "document": ("people_familydocument", "household_id", ("household", "pg_full")),
    "kinship": ("people_kinship", "household_id", ("household", "pg_full")),
    "bond": ("people_bond", "household_id", ("household", "pg_full")),
    "event_id": ("people_lifeevent", "household_id", ("household", "pg_full")),
    "aspect": ("people_aspect", "household_id", ("household", "pg_full")),
    "name": ("people_personname", "person_id", ("person", "pg_mother")),
    "identifier": ("people_identifier", "person_id", ("person", "pg_mother")),
    "contact_point": ("people_contactpoint", "person_id", ("person", "pg_mother")),
    "team_membership_id": ("organisations_teammembership", "team_id", ("team", "pg_team")),
    "factor_id": ("assessments_factor", "household_id", ("household", "pg_full")),
    "service_id": ("directory_service", "organisation_id", ("organisation", "telaio")),
}
LINKS = {
    "invitation": ("invitation", "invitation", "pg_invited"),
    "password": ("password", "user", "pg_senza"),
}


def find_places(keeper: psycopg.Connection[Any]) -> dict[str, str]:
    """Ids by the name of the address's part, or by what stands there."""
    found = {name: str(key_for(*kind)) for name, kind in KINDS.items()}
    for name, (table, column, kind) in ROWS.items():
        row = keeper.execute(
            f"SELECT id FROM {table} WHERE {column} = %s ORDER BY id LIMIT 1", [key_for(*kind)]
        ).fetchone()
        assert row is not None, f"no row of {table} to visit"
        found[name] = str(row[0])
    place = keeper.execute(
        "SELECT id FROM directory_servicelocation WHERE service_id = %s ORDER BY id LIMIT 1",
        [found["service_id"]],
    ).fetchone()
    assert place is not None, "no place of a service to visit"
    found["place_id"] = str(place[0])
    found["worker_id"] = str(key_for("case_worker", "pg_full", "educatrice", str(since_of(today()))))
    found["set_aside_id"] = str(key_for("set_aside", "pg_planned", "long_in_charge", str(since_of(today()))))
    for name, day in (("meeting_id", today()), ("later_meeting", today() + timedelta(days=14))):
        found[name] = str(key_for("support_meeting", "cattaneo_young", "1", str(day)))
    version = keeper.execute(
        "SELECT id FROM protocols_protocolversion WHERE shipped = 'soli-mai-2'"
    ).fetchone()
    assert version is not None, "no text for who works"
    found["soli_version"] = str(version[0])
    version = keeper.execute(
        "SELECT id FROM protocols_protocolversion WHERE shipped = 'soli-mai-scuola-1'"
    ).fetchone()
    assert version is not None, "no text for who goes to school"
    found["school_version"] = str(version[0])
    due = str(later_than(since_of(today())))
    found["follow_up_id"] = str(key_for("case_follow_up", "pg_closed", "6", due))
    # Django's own way to the page that takes a new password, with a key of nobody.
    return found | {
        "uidb36": "0",
        "key": "set-password",
        "pk": "0",
        "indicator": "change",
        "how": "child",
        "kind": "no_contact",
        "step": "things",
        "letter": "review",
        "worker_step": "silence",
        "school_step": "homework",
        "part_kind": "steps",
        "part_code": "be_there",
        "instrument": "diciassette-sguardi",
    }


def write_facts(keeper: psycopg.Connection[Any]) -> None:
    """Numbers enough for every figure of the observatory, all of last year."""
    keeper.execute(
        "INSERT INTO impact_fact (id, kind, week, municipality_code, ages, need_code, outcome, reason, value, weight)"
        " SELECT gen_random_uuid(), kind, date_trunc('week', make_date(%s, 1 + n %% 12, 8))::date,"
        "   (ARRAY['015189', '015173', '015125'])[1 + n %% 7 %% 3], '{}',"
        "   CASE WHEN kind IN ('need_asked', 'referral_decided') THEN"
        "     (ARRAY['emergenze.alimentare', 'futuro.istruzione', 'lavoro.inserimenti'])[1 + n %% 5 %% 3] ELSE '' END,"
        "   CASE kind WHEN 'change' THEN 'economic' WHEN 'referral_decided' THEN (ARRAY['accepted', 'declined'])[1 + n %% 11 %% 2]"
        "     WHEN 'referral_helped' THEN (ARRAY['yes', 'partly', 'no'])[1 + n %% 13 %% 3]"
        "     WHEN 'goal_scored' THEN (ARRAY['reached', 'not_yet'])[1 + n %% 3 %% 2] ELSE '' END, '',"
        "   CASE kind WHEN 'change' THEN n %% 9 - 2 ELSE n %% 17 - n %% 12 / 3 + 4 END, 1"
        " FROM generate_series(1, 900) n, unnest(ARRAY['first_contact', 'need_asked', 'taken_charge', 'referral_decided',"
        "   'referral_helped', 'goal_scored', 'change']) kind",
        [today().year - 1],
    )
    keeper.execute(
        "INSERT INTO impact_fact (id, kind, week, municipality_code, ages, need_code, outcome, reason, weight, school_id)"
        " SELECT gen_random_uuid(), kind, date_trunc('week', make_date(%(year)s, 10, 12))::date + 7 * (n %% 9), '', '{}', '',"
        "   CASE kind WHEN 'school_seen' THEN (ARRAY['strong.able', 'hard.sad', 'hard.tired', 'strong.friend'])[1 + n %% 4] ELSE '' END,"
        "   '', 1, %(school)s"
        " FROM generate_series(1, 26) n, unnest(ARRAY['school_sheet', 'school_seen']) kind",
        {"year": school_year(today()) - 1, "school": key_for("organisation", "scuola_tigli")},
    )


def queue_mail(keeper: psycopg.Connection[Any]) -> None:
    """A mail that has not left after three tries."""
    keeper.execute(
        "INSERT INTO post_mail VALUES (%s, 'pg_invitata@example.org', 'invitation', %s::jsonb, now(), NULL, 3, 'unreachable')",
        [new_key(), f'{{"invitation": "{key_for("invitation", "pg_invited")}"}}'],
    )


def write_link(keeper: psycopg.Connection[Any], what: str) -> str:
    """The token of a link that opens once: «invitation» or «password»."""
    purpose, kind, subject = LINKS[what]
    key: UUID = new_key()
    token = token_of(key, settings.SECRET_KEY)
    now = datetime.now(UTC)
    keeper.execute(
        "INSERT INTO post_onetimelink VALUES (%s, %s, %s, %s, %s, %s, NULL, %s, NULL, %s)",
        [key, digest_of(token), purpose, kind, key_for(kind, subject), now, now + timedelta(days=1), "{}"],
    )
    return token
