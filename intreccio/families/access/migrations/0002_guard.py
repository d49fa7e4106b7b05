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
    """Only to a household that the actor can see may a new row be tied."""
    return (
        f"({table}.household_id IS NULL OR EXISTS"
        f" (SELECT 1 FROM people_household h WHERE h.id = {table}.household_id))"
    )


def whoever_works_on_it(table: str) -> str:
    """The desk, or the team that has taken the family in charge."""
    return f"({table}.desk_id = {MY_DESKS} OR {table}.team_id = {MY_DESKS})"


def kept(table: str) -> str:
    """Old values of a row are read by whoever reads the row."""
    return f"(table_name = '{table}' AND EXISTS (SELECT 1 FROM {table} r WHERE r.id = kernel_history.row_id))"


class Migration(migrations.Migration):
    """A desk sees its own signals and contacts; the household's team too, once there is one; who signalled, its words."""

    dependencies = [("access", "0001_initial"), ("people", "0002_sight")]
    operations = [
        Sql("CREATE SEQUENCE access_signal_number; GRANT USAGE ON SEQUENCE access_signal_number TO {app}, {keeper}"),
        *[of_signal(table) for table in OF_A_SIGNAL],
        follows_household("access_triage"),
        follows_household("access_contact"),
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
            history="access",
            household="household_id",
            definer="SELECT, UPDATE",
        ),
        AlsoSee(
            "kernel_history",
            "access",
            "demand = 'access' AND ("
            + " OR ".join(kept(table) for table in ("access_signal", "access_triage", "access_contact"))
            + ")",
        ),
        AlsoSee("kernel_history", "sender", f"demand = 'sender' AND {kept('access_signalsender')}"),
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
              hit record;
              desk uuid;
            BEGIN
              IF my_house() = 'public_form' THEN
                SELECT s.id, NULL::uuid AS who INTO hit FROM access_signal s WHERE s.receipt = digest;
              ELSIF my_role() IS NOT NULL THEN
                SELECT s.id, f.membership_id AS who INTO hit
                  FROM access_signal s JOIN access_signalsender f ON f.signal_id = s.id
                  WHERE s.id = about AND f.membership_id = my_membership();
              ELSE
                RETURN NULL;
              END IF;
              IF hit.id IS NULL THEN RETURN NULL; END IF;
              -- The triage first, as everybody takes it; whoever was passing the signal on has now done so.
              UPDATE access_triage SET has_news = true WHERE signal_id = hit.id RETURNING desk_id INTO desk;
              INSERT INTO access_signalword (id, signal_id, desk_id, at, from_desk, words, by)
                VALUES (word, hit.id, desk, clock_timestamp(), false, said, hit.who);
              RETURN hit.id;
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
