from django.db import migrations

from intreccio.families.access.policies import (
    AT_WORK,
    MY_DESKS,
    MY_TEAMS,
    PUBLIC,
    SENDERS,
    sees_at_desk,
    sees_through_triage,
    sent,
)
from intreccio.ground.kernel.security import AlsoSee, Definer, Guard, Sql
from intreccio.parties.people.policies import follows_household

MINE = "(SELECT my_membership())"
OF_A_SIGNAL = ("access_signalsender", "access_triage", "access_signalstep", "access_signalword", "access_contact")


def of_signal(table: str) -> Sql:
    """Ties (signal, desk) of a table to the signal's own pair: nobody brings a signal to a desk that is not its own."""
    return Sql(
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_of_signal FOREIGN KEY (signal_id, desk_id)"
        " REFERENCES access_signal (id, desk_id) ON UPDATE CASCADE"
    )


def known(table: str) -> str:
    """Only to a household that the actor can see may a row be tied."""
    return (
        f"({table}.household_id IS NULL OR EXISTS"
        f" (SELECT 1 FROM people_household h WHERE h.id = {table}.household_id))"
    )


def tied_once(table: str) -> str:
    """A row keeps its household, which may be out of sight since a hand-over; one that has none takes a known one."""
    before = f"household_of_{table}({table}.id)"
    return f"({table}.household_id IS NOT DISTINCT FROM {before} OR ({before} IS NULL AND {known(table)}))"


def household_before(table: str) -> Definer:
    """The household a row is tied to as a statement begins: what a policy on the row itself cannot ask."""
    return Definer(
        f"household_of_{table}(about uuid)",
        "uuid",
        f"SELECT r.household_id FROM {table} r WHERE r.id = about AND (r.desk_id = {MY_TEAMS} OR r.team_id = {MY_TEAMS})",
    )


def whoever_works_on_it(table: str) -> str:
    """The desk, or the team that has taken the family in charge."""
    return f"({table}.desk_id = {MY_DESKS} OR {table}.team_id = {MY_DESKS})"


def kept(table: str, reads: str) -> str:
    """Old values of a row of this table, where this is true of it as `r`; a desk reads none of the desk before it."""
    return (
        f"(table_name = '{table}' AND EXISTS (SELECT 1 FROM {reads})"
        f" AND NOT moved_since(kernel_history.row_id, kernel_history.table_name, kernel_history.id))"
    )


class Migration(migrations.Migration):
    """A desk sees its own signals and contacts; the household's team too, once there is one; who signalled, its words."""

    dependencies = [("access", "0001_initial"), ("people", "0002_sight")]
    operations = [
        Sql("CREATE SEQUENCE access_signal_number; GRANT USAGE ON SEQUENCE access_signal_number TO {app}, {keeper}"),
        *[of_signal(table) for table in OF_A_SIGNAL],
        follows_household("access_triage"),
        follows_household("access_contact"),
        household_before("access_triage"),
        household_before("access_contact"),
        Guard(
            "access_signal",
            see=f"(desk_id = {MY_TEAMS} OR {sees_through_triage('access_signal.id')} OR {sent('access_signal.id')})",
            add=f"read_at IS NULL AND (({PUBLIC} AND written_by IS NULL)"
            f" OR ({SENDERS} AND (written_by IS NULL OR written_by = {MINE})))",
            change=f"desk_id = {MY_DESKS}",
            columns="read_at",
            history="access",
            definer="SELECT, UPDATE",
        ),
        Guard(
            "access_signalsender",
            see=f"desk_id = {MY_DESKS} OR ({AT_WORK} AND membership_id = {MINE})",
            add=f"({PUBLIC} AND membership_id IS NULL)"
            f" OR ({SENDERS} AND (membership_id IS NULL OR membership_id = {MINE}))",
            history="sender",
            definer="SELECT, DELETE",
        ),
        Guard(
            "access_triage",
            see=sees_at_desk(),
            # Born unread, with its signal's id; whose it is can only be said later, by the desk.
            add=f"({PUBLIC} OR {SENDERS}) AND id = signal_id AND state = 'received' AND household_id IS NULL",
            change=whoever_works_on_it("access_triage"),
            check=f"{whoever_works_on_it('access_triage')} AND {tied_once('access_triage')}",
            columns="state, urgency, urgency_by, due_on, has_news, read_by, step, assigned_to_id, assigned_until,"
            " household_id, team_id, version",
            history="access",
            household="household_id",
            definer="SELECT, UPDATE",
        ),
        Guard(
            "access_signalstep",
            see=f"desk_id = {MY_TEAMS} OR {sees_through_triage('access_signalstep.signal_id')}",
            add=f"desk_id = {MY_DESKS} AND by = {MINE}",
            definer="SELECT, UPDATE",
        ),
        # The desk that gave it, and whoever sees where the signal stands; who signalled does not.
        Guard(
            "access_signalpass",
            see=f"desk_id = {MY_TEAMS} OR EXISTS (SELECT 1 FROM access_triage t WHERE t.signal_id = access_signalpass.signal_id)",
            add=f"desk_id = {MY_DESKS} AND by = {MINE} AND EXISTS (SELECT 1 FROM access_triage t"
            " WHERE t.signal_id = access_signalpass.signal_id AND t.desk_id = access_signalpass.desk_id)",
        ),
        Guard(
            "access_signalword",
            see=f"desk_id = {MY_TEAMS} OR {sees_through_triage('access_signalword.signal_id')}"
            f" OR {sent('access_signalword.signal_id')}",
            add=f"from_desk AND desk_id = {MY_DESKS} AND by = {MINE}",
            definer="SELECT, INSERT, UPDATE",
        ),
        Guard(
            "access_contact",
            see=sees_at_desk(),
            add=f"desk_id = {MY_DESKS} AND by_id = {MINE} AND {known('access_contact')}",
            change=whoever_works_on_it("access_contact"),
            check=f"{whoever_works_on_it('access_contact')} AND {tied_once('access_contact')}",
            # What was said, to whom and when is never rewritten; only whose it is, and what came of it.
            columns="household_id, team_id, outcome, settled_at, version",
            history="access",
            household="household_id",
            definer="SELECT, UPDATE",
        ),
        # The passage itself is the last old value of the desk that gave the signal.
        Definer(
            "moved_since(row_of uuid, of_table text, entry bigint)",
            "boolean",
            """
            SELECT actor() IS NOT NULL AND EXISTS (SELECT 1 FROM kernel_history h
              WHERE h.row_id = row_of AND h.table_name = of_table AND h.id >= entry AND h.old ? 'desk_id')
            """,
        ),
        # Old values of a signal are for who follows it, and not for who sent it: they tell who has read it, and where.
        AlsoSee(
            "kernel_history",
            "access",
            "demand = 'access' AND ("
            + " OR ".join(
                (
                    kept("access_signal", "access_triage t WHERE t.signal_id = kernel_history.row_id"),
                    kept("access_triage", "access_triage t WHERE t.id = kernel_history.row_id"),
                    kept("access_contact", "access_contact c WHERE c.id = kernel_history.row_id"),
                )
            )
            + ")",
        ),
        AlsoSee(
            "kernel_history",
            "sender",
            "demand = 'sender' AND "
            + kept(
                "access_signalsender",
                f"access_signalsender f WHERE f.id = kernel_history.row_id AND f.desk_id = {MY_DESKS}",
            ),
        ),
        # Who holds a receipt learns two dates, and nothing else.
        Definer(
            "signal_receipt(digest text)",
            "TABLE (received_at timestamptz, read_at timestamptz)",
            "SELECT s.received_at, s.read_at FROM access_signal s"
            " WHERE s.receipt = digest AND my_house() = 'public_form'",
        ),
        Definer(
            "signal_add_word(word uuid, about uuid, digest text, said text)",
            "uuid",
            """
            DECLARE
              hit uuid;
              desk uuid;
              of_user text := current_setting('intreccio.user', true);
              of_hat text := current_setting('intreccio.membership', true);
              of_house text := current_setting('intreccio.house', true);
            BEGIN
              IF my_house() = 'public_form' THEN
                SELECT s.id INTO hit FROM access_signal s WHERE s.receipt = digest;
              ELSIF my_role() IS NOT NULL THEN
                SELECT s.id INTO hit FROM access_signal s JOIN access_signalsender f ON f.signal_id = s.id
                  WHERE s.id = about AND f.membership_id = my_membership();
              END IF;
              IF hit IS NULL THEN RETURN NULL; END IF;
              -- The mark is set by the house: old values are read by who may not know who signalled.
              PERFORM set_config('intreccio.user', '', true), set_config('intreccio.membership', '', true),
                set_config('intreccio.house', 'signaller', true);
              -- The triage first, as everybody takes it; whoever was passing the signal on has now done so.
              UPDATE access_triage SET has_news = true WHERE signal_id = hit RETURNING desk_id INTO desk;
              PERFORM set_config('intreccio.user', of_user, true), set_config('intreccio.membership', of_hat, true),
                set_config('intreccio.house', of_house, true);
              INSERT INTO access_signalword (id, signal_id, desk_id, at, from_desk, words)
                VALUES (word, hit, desk, clock_timestamp(), false, said);
              RETURN hit;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Definer(
            "signal_words_read(about uuid)",
            "integer",
            """
            DECLARE many integer;
            BEGIN
              UPDATE access_signalword SET read_at = clock_timestamp()
                WHERE signal_id = about AND from_desk AND read_at IS NULL AND my_role() IS NOT NULL
                  AND EXISTS (SELECT 1 FROM access_signalsender f
                              WHERE f.signal_id = about AND f.membership_id = my_membership());
              GET DIAGNOSTICS many = ROW_COUNT;
              RETURN many;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
