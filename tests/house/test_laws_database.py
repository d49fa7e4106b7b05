"""Laws 1, 4, 5 and 8 where PostgreSQL itself is asked."""

import os

import psycopg
import pytest
from django.apps import apps
from django.db import connection
from psycopg import errors

from intreccio.ground.accounts.roles import Sight, with_sight
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.setup import THIRD_PARTY

# Reference tables of the ground are keyed by the public code that everybody shares (ISTAT, taxonomy).
KEYED_OTHERWISE = {
    "needs.UnmetNeed": "a UUIDv7 tells the millisecond, which beside that minute's events would name a family",
    "impact.Fact": "as for unmet needs: the hour of its birth would tie it to an act, and the act to a family",
    "kernel.History": "written by a trigger, in the order of what happened",
    "kernel.Tally": "a counter, no row of anybody's",
    "kernel.Once": "its key is the form's own one-time key",
    "instruments.Instrument": "reference data that files write: code and edition, as people say them",
}
REWRITTEN_WHOLE = {"people_searchword": "an index of words, made anew from the rows it points at"}


def ask(query: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def our_tables() -> list[str]:
    tables = [row[0] for row in ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")]
    return [table for table in tables if not table.startswith(THIRD_PARTY)]


def test_keys_are_uuids_made_in_python():
    ours = [model for model in apps.get_models() if model.__module__.startswith("intreccio.")]
    for model in ours:
        public_code = model._meta.pk.name in {"code", "sigla", "belfiore"} and model.__module__.startswith(
            "intreccio.ground."
        )
        if (
            model._meta.label not in KEYED_OTHERWISE
            and not public_code
            and model._meta.pk.remote_field is None
        ):
            assert model._meta.pk.default is new_key, (
                f"{model._meta.label}: derive it from kernel.models.Record"
            )


def test_every_table_of_ours_is_under_forced_row_security(db):
    bare = ask(
        "SELECT relname FROM pg_class WHERE relname = ANY(%s) AND relkind = 'r'"
        " AND NOT (relrowsecurity AND relforcerowsecurity)",
        our_tables(),
    )
    assert bare == [], "add a Guard to the area's migrations"


def test_every_policy_names_its_role(db):
    assert ask("SELECT tablename, policyname FROM pg_policies WHERE 'public' = ANY(roles)") == []


def test_the_serving_role_owns_nothing_and_bypasses_nothing(db):
    assert ask(
        "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    ) == [(False, False, False, False)]
    assert (
        ask(
            "SELECT relname FROM pg_class WHERE pg_has_role(current_user, relowner, 'USAGE') AND relnamespace = 'public'::regnamespace"
        )
        == []
    )


def test_the_definer_cannot_log_in_and_the_keeper_bypasses(db):
    assert ask("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'intreccio_definer'") == [(False,)]
    assert ask("SELECT rolbypassrls, rolsuper FROM pg_roles WHERE rolname = 'intreccio_keeper'") == [
        (True, False)
    ]


def test_security_definer_functions_belong_to_the_definer_and_keep_to_their_path(db):
    loose = ask(
        "SELECT p.proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner"
        " WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace"
        " AND (r.rolname <> 'intreccio_definer' OR p.proconfig IS NULL OR has_function_privilege('public', p.oid, 'EXECUTE'))"
    )
    assert loose == [], "make it with kernel.security.Definer"


@pytest.mark.parametrize("verb", ["UPDATE", "DELETE", "TRUNCATE"])
@pytest.mark.parametrize("table", ["kernel_event", "kernel_reading", "kernel_history"])
def test_what_happened_is_append_only(db, table, verb):
    assert ask("SELECT has_table_privilege(current_user, %s, %s)", table, verb) == [(False,)]


def test_old_values_are_written_by_the_trigger_alone(db):
    assert ask("SELECT has_table_privilege(current_user, 'kernel_history', 'INSERT')") == [(False,)]


def test_nothing_of_a_family_can_be_deleted(db):
    deletable = [
        table
        for table in our_tables()
        if ask("SELECT has_table_privilege(current_user, %s, 'DELETE')", table) == [(True,)]
    ]
    with_family = {
        row[0]
        for row in ask(
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND column_name IN ('household_id', 'person_id')"
        )
    }
    assert set(deletable) & with_family <= set(REWRITTEN_WHOLE)


def test_copy_is_refused_to_everybody_but_the_keeper(django_db_setup):
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        with (
            psycopg.connect(os.environ[name]) as other,
            pytest.raises(errors.Error),
            other.cursor().copy("COPY people_household FROM STDIN") as copy,
        ):
            copy.write("")


def test_events_point_at_nothing(db):
    keys = ask(
        "SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f'"
        " AND conrelid IN ('kernel_event'::regclass, 'kernel_reading'::regclass, 'kernel_history'::regclass)"
    )
    assert keys == []


def test_roles_mean_the_same_in_python_and_in_sql(db):
    (source,) = ask("SELECT prosrc FROM pg_proc WHERE proname = 'teams_of'")[0]
    for code in with_sight(Sight.TEAMS, Sight.ORGANISATION):
        assert f"'{code}'" in source
    for code in with_sight(Sight.NONE, Sight.GRANTED):
        assert f"'{code}'" not in source
    (blind,) = ask("SELECT prosrc FROM pg_proc WHERE proname = 'my_openings'")[0]
    assert {code for code in with_sight(Sight.NONE) if f"'{code}'" in blind} == set(with_sight(Sight.NONE))


def test_functions_and_policies_name_only_what_lies_below(db):
    """A policy is an arrow too: the tables it names belong to areas below its own table's."""
    order = [
        "kernel",
        "design",
        "accounts",
        "parameters",
        "territory",
        "needs",
        "post",
        "calendar",
        "messages",
        "instruments",
        "protocols",
        "documents",
        "imports",
        "organisations",
        "people",
        "funds",
        "directory",
        "access",
        "cases",
        "assessments",
        "plans",
        "diary",
        "referrals",
        "around",
        "impact",
        "school",
        "staff",
        "web",
    ]
    # Tables of the ground whose rows belong to somebody known above, who adds a reason to read them (`AlsoSee`).
    opened_from_above = {
        "kernel_event",
        "kernel_reading",
        "kernel_history",
        "accounts_colleague",
        "instruments_response",
        "documents_document",
        "protocols_protocolversion",
    }
    wrong = []
    for table, text in ask(
        "SELECT tablename, coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies WHERE schemaname = 'public'"
    ):
        area = table.split("_")[0]
        for other in our_tables():
            if (
                other in text
                and order.index(other.split("_")[0]) > order.index(area)
                and table not in opened_from_above
            ):
                wrong.append((table, other))
    assert wrong == []


@pytest.mark.parametrize(
    ("column", "trigger"), [("voided_at", "keep_what_stands"), ("household_id", "keep_its_family")]
)
def test_what_was_annulled_stays_so_and_a_row_stays_with_its_family(db, column, trigger):
    bare = ask(
        "SELECT c.table_name FROM information_schema.columns c JOIN pg_tables t ON t.tablename = c.table_name"
        " WHERE c.table_schema = 'public' AND t.schemaname = 'public' AND c.column_name = %s AND c.table_name <> ALL(%s)"
        " AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.table_name::regclass AND g.tgname = %s)",
        column,
        ["kernel_event", "kernel_reading", "kernel_history", "people_searchword"],
        trigger,
    )
    assert bare == [], "as in front/web/migrations/0001_what_stands.py"
