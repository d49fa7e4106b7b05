from django.db import migrations

from intreccio.families.referrals.policies import ANSWERS, RECEIVES
from intreccio.families.referrals.rules.states import TRANSITIONS
from intreccio.families.referrals.vocabulary import Side
from intreccio.ground.kernel.security import AlsoSee, Definer, Guard, Sql
from intreccio.parties.people.policies import (
    follows_household,
    of_the_same_family,
    sees,
    sees_household,
    writes,
)
from intreccio.parties.people.vocabulary import Level


def one_of(roles: tuple[str, ...]) -> str:
    """The actor's role is one of these."""
    return f"(SELECT my_role()) IN ({', '.join(repr(role) for role in roles)})"


PROFESSIONAL = one_of(("coordinator", "social_worker", "educator", "psychologist"))
OURS_TO_READ = f"receiver_id = (SELECT my_organisation()) AND {one_of(RECEIVES)}"
OURS_TO_ANSWER = f"receiver_id = (SELECT my_organisation()) AND {one_of(ANSWERS)}"
# Scalars, so that the planner looks one row up and does not hash all that the actor sees.
SENT = "coalesce((SELECT true FROM referrals_referralorigin o WHERE o.referral_id = referrals_referral.id), false)"
SENT_BY_US = f"coalesce((SELECT {writes()} FROM referrals_referralorigin o WHERE o.referral_id = referrals_referral.id), false)"
OF_THE_STEP = "FROM referrals_referral r WHERE r.id = referrals_referralstep.referral_id"
STEP_OF_RECEIVER = f"coalesce((SELECT {OURS_TO_ANSWER} {OF_THE_STEP}), false)"
STEP_OF_SENDER = (
    f"coalesce((SELECT {writes()} FROM referrals_referralorigin o"
    " WHERE o.referral_id = referrals_referralstep.referral_id), false)"
)
# Of this family, not only somebody in sight.
SOMEBODY = (
    "({0} IS NULL OR EXISTS (SELECT 1 FROM people_householdmembership m WHERE m.person_id = referrals_referralorigin.{0}"
    " AND m.household_id = referrals_referralorigin.household_id AND m.voided_at IS NULL))"
)


def verbs_of(side: Side) -> str:
    """What the log of a side may say, and where the referral has arrived by it."""
    pairs = ", ".join(f"('{row.verb}', '{row.target}')" for row in TRANSITIONS if row.side == side)
    return f"(verb = 'write_word' OR (verb, state_to) IN ({pairs}))"


ALONG_THE_TABLE = ", ".join(
    f"('{source}', '{row.target}')" for row in TRANSITIONS for source in row.sources if source
)
READ_OUTSIDE = "page = 'referral_page' AND household_id IS NULL"


class Migration(migrations.Migration):
    """Two sides: who receives reads what was sent and nothing more; whose family it is reads where it came from."""

    dependencies = [
        ("referrals", "0001_initial"),
        ("cases", "0006_same_family"),
        ("plans", "0002_guard"),
        ("directory", "0004_places"),
        ("people", "0003_finding"),
        ("needs", "0002_guard"),
    ]
    operations = [
        Sql(
            "CREATE SEQUENCE referrals_referral_number; GRANT USAGE ON SEQUENCE referrals_referral_number TO {app}, {keeper}"
        ),
        follows_household("referrals_referralorigin"),
        of_the_same_family("referrals_referralorigin", "case_id", "cases_case"),
        of_the_same_family("referrals_referralorigin", "action_id", "plans_planaction"),
        # An origin may be written only beside a referral of one's own that has none yet: an id that somebody knows opens nothing.
        Definer(
            "asked_by_me(referral uuid)",
            "boolean",
            "SELECT EXISTS (SELECT 1 FROM referrals_referral r WHERE r.id = referral AND r.asked_by_id = my_membership())"
            " AND NOT EXISTS (SELECT 1 FROM referrals_referralorigin o WHERE o.referral_id = referral)",
        ),
        Guard(
            "referrals_referralorigin",
            see=sees(Level.RECORD),
            add=f"{writes()} AND asked_by_me(referral_id)"
            f" AND {SOMEBODY.format('person_id')} AND {SOMEBODY.format('consent_of_id')}",
            change=writes(),
            columns="family_words, answered_on, news",
            history="record",
            household="household_id",
            definer="SELECT, UPDATE",
        ),
        Guard(
            "referrals_referral",
            see=f"({OURS_TO_READ}) OR {SENT}",
            add=f"sender_id = (SELECT my_organisation()) AND asked_by_id = (SELECT my_membership()) AND {PROFESSIONAL}"
            " AND state = 'asked' AND unmet = '{{}}' AND NOT took_a_place"
            " AND EXISTS (SELECT 1 FROM directory_service s WHERE s.id = service_id AND s.organisation_id = receiver_id)",
            # From the states that are one's own, to the states that are one's own.
            change=f"({OURS_TO_ANSWER} AND state IN ('asked', 'seen', 'waiting', 'accepted', 'under_way'))"
            f" OR (state IN ('asked', 'seen', 'waiting', 'accepted', 'ended') AND {SENT_BY_US})",
            check=f"({OURS_TO_ANSWER} AND state IN ('asked', 'seen', 'waiting', 'accepted', 'under_way', 'ended', 'declined'))"
            f" OR (state IN ('withdrawn', 'answered') AND {SENT_BY_US})",
            columns="version, state, state_since, seen_at, decided_at, ended_at, decline_reason, withdraw_reason, end_reason,"
            " helped, took_a_place, unmet",
            history="record",
            definer="SELECT",
        ),
        # The log is written once, in one's own name and for one's own side; it says where the referral has arrived.
        Guard(
            "referrals_referralstep",
            see=f"coalesce((SELECT true {OF_THE_STEP}), false)",
            add=f"by_id = (SELECT my_membership()) AND state_to = (SELECT r.state {OF_THE_STEP})"
            f" AND CASE WHEN by_receiver THEN {verbs_of(Side.RECEIVER)} AND {STEP_OF_RECEIVER}"
            f" ELSE {verbs_of(Side.SENDER)} AND {STEP_OF_SENDER} END",
        ),
        # No step is skipped: `rules/states.py`, held by the database too.
        Sql(
            "CREATE FUNCTION go_along_the_table() RETURNS trigger LANGUAGE plpgsql AS"
            " 'BEGIN RAISE insufficient_privilege USING MESSAGE = ''no step leads there''; END';"
            "CREATE TRIGGER go_along_the_table BEFORE UPDATE OF state ON referrals_referral FOR EACH ROW"
            f" WHEN (current_user = '{{app}}' AND NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN ({ALONG_THE_TABLE}))"
            " EXECUTE FUNCTION go_along_the_table()"
        ),
        # With the yes the receiver is told whom to call, in the words of the day of sending.
        Definer(
            "tell_whom_to_call()",
            "trigger",
            """
            BEGIN
              NEW.snapshot := OLD.snapshot
                || coalesce((SELECT o.after_yes FROM referrals_referralorigin o WHERE o.referral_id = NEW.id), '{{}}'::jsonb);
              RETURN NEW;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Definer(
            "follow_referral()",
            "trigger",
            """
            BEGIN
              UPDATE referrals_referralorigin SET state = NEW.state,
                  news = NEW.state IN ('accepted', 'waiting', 'declined', 'ended') OR (news AND NEW.state NOT IN ('withdrawn', 'answered'))
                WHERE referral_id = NEW.id;
              RETURN NULL;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Definer(
            "tell_of_words()",
            "trigger",
            """
            BEGIN
              UPDATE referrals_referralorigin SET news = true WHERE referral_id = NEW.referral_id AND NOT news;
              RETURN NULL;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Sql(
            "CREATE TRIGGER tell_whom_to_call BEFORE UPDATE OF state ON referrals_referral FOR EACH ROW"
            " WHEN (NEW.state = 'accepted' AND OLD.state <> 'accepted') EXECUTE FUNCTION tell_whom_to_call();"
            "CREATE TRIGGER follow_referral AFTER UPDATE OF state ON referrals_referral FOR EACH ROW"
            " WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION follow_referral();"
            "CREATE TRIGGER tell_of_words AFTER INSERT ON referrals_referralstep FOR EACH ROW"
            " WHEN (NEW.by_receiver AND NEW.verb = 'write_word') EXECUTE FUNCTION tell_of_words()"
        ),
        # The codes of the day of sending, for the acts and the ledger: asked by who acts on it, shown on no page.
        Definer(
            "referral_codes(referral uuid)",
            "jsonb",
            f"""
            SELECT CASE WHEN {sees(Level.RECORD, household="o.household_id", team="o.team_id")} THEN o.codes ELSE o.codes - 'needs' END
            FROM referrals_referralorigin o JOIN referrals_referral r ON r.id = o.referral_id
            WHERE r.id = referral AND actor() IS NOT NULL
              AND (({OURS_TO_ANSWER}) OR {sees(Level.RECORD, household="o.household_id", team="o.team_id")})
            """,
        ),
        # Who is told of an answer: who asked, while they are of the team in charge; then whoever the family's way now rests on.
        Definer(
            "who_waits_for(referral uuid)",
            "uuid",
            f"""
            SELECT CASE WHEN EXISTS (SELECT 1 FROM organisations_teammembership t
                WHERE t.membership_id = r.asked_by_id AND t.team_id = o.team_id
                  AND t.since <= today() AND (t.until IS NULL OR today() < t.until)) THEN r.asked_by_id ELSE c.responsible_id END
            FROM referrals_referral r JOIN referrals_referralorigin o ON o.referral_id = r.id
              LEFT JOIN cases_case c ON c.household_id = o.household_id AND c.ended_on IS NULL AND c.voided_at IS NULL
            WHERE r.id = referral
              AND (({OURS_TO_ANSWER}) OR {sees(Level.RECORD, household="o.household_id", team="o.team_id")})
            """,
        ),
        # Whose family it is reads who has opened the request on the other side.
        Sql(f"CREATE INDEX reading_of_referral ON kernel_reading ((shown[1]), at) WHERE {READ_OUTSIDE}"),
        AlsoSee(
            "kernel_reading",
            "of_a_referral",
            f"{READ_OUTSIDE} AND coalesce((SELECT {sees_household(Level.RECORD, household='o.household_id')}"
            " FROM referrals_referralorigin o WHERE o.referral_id = kernel_reading.shown[1]), false)",
        ),
    ]
