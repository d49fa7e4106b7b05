from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql

ERASER = "my_house() IS DISTINCT FROM 'eraser'"
# Whatever the parameter says, nothing younger than this is ever erased.
TOO_SOON = "before > now() - interval '6 months'"


class Migration(migrations.Migration):
    """The promise of the public form, kept: what led to no family is erased after its time, and the facts stay.

    The house `eraser` sees no row: it calls these functions, which find what is old by themselves and answer how many.
    """

    dependencies = [("access", "0003_passing"), ("parameters", "0002_guard")]
    operations = [
        # Old values of what is erased go with it: this is the one way, beside the keeper, in which history is shortened.
        Sql("GRANT SELECT, DELETE ON kernel_history TO {definer}"),
        Definer(
            "erase_old_signals(before timestamptz, most integer)",
            "integer",
            f"""
            DECLARE
              chosen uuid[];
              senders uuid[];
            BEGIN
              IF {ERASER} OR {TOO_SOON} THEN RETURN 0; END IF;
              SELECT array_agg(signal_id) INTO chosen FROM (
                SELECT t.signal_id FROM access_triage t JOIN access_signal s ON s.id = t.signal_id
                WHERE t.state IN ('answered', 'closed') AND t.household_id IS NULL AND NOT t.has_news
                  AND s.erased_on IS NULL AND s.received_at < before
                  AND NOT EXISTS (SELECT 1 FROM access_signalstep x WHERE x.signal_id = s.id AND x.at >= before)
                  AND NOT EXISTS (SELECT 1 FROM access_signalword x WHERE x.signal_id = s.id AND x.at >= before)
                  AND NOT EXISTS (SELECT 1 FROM access_contact c WHERE c.signal_id = s.id
                    AND (c.household_id IS NOT NULL OR c.settled_at IS NULL OR c.at >= before))
                ORDER BY s.received_at LIMIT most FOR UPDATE OF t SKIP LOCKED
              ) found;
              IF chosen IS NULL THEN RETURN 0; END IF;
              UPDATE access_triage SET state = 'closed', version = version + 1 WHERE signal_id = ANY (chosen);
              UPDATE access_signal SET facts = '', worry = '', good = '', children = '', family = '',
                receipt = 'erased ' || id::text, erased_on = today() WHERE id = ANY (chosen);
              UPDATE access_signalstep SET note = '' WHERE signal_id = ANY (chosen);
              UPDATE access_signalword SET words = '' WHERE signal_id = ANY (chosen);
              WITH gone AS (DELETE FROM access_signalsender WHERE signal_id = ANY (chosen) RETURNING id)
                SELECT array_agg(id) INTO senders FROM gone;
              DELETE FROM kernel_history WHERE row_id = ANY (chosen || senders);
              RETURN cardinality(chosen);
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Definer(
            "erase_old_contacts(before timestamptz, most integer)",
            "integer",
            f"""
            DECLARE chosen uuid[];
            BEGIN
              IF {ERASER} OR {TOO_SOON} THEN RETURN 0; END IF;
              SELECT array_agg(id) INTO chosen FROM (
                SELECT c.id FROM access_contact c
                WHERE c.household_id IS NULL AND c.erased_on IS NULL AND c.at < before AND c.settled_at IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM access_signal s WHERE s.id = c.signal_id AND s.erased_on IS NULL)
                ORDER BY c.at LIMIT most FOR UPDATE OF c SKIP LOCKED
              ) found;
              IF chosen IS NULL THEN RETURN 0; END IF;
              UPDATE access_contact SET given = '', surname = '', birth_date = NULL, phone = '', phone_digits = '',
                words = '', erased_on = today(), version = version + 1 WHERE id = ANY (chosen);
              DELETE FROM kernel_history WHERE row_id = ANY (chosen);
              RETURN cardinality(chosen);
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
