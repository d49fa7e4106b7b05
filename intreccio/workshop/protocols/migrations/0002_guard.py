from django.db import migrations

from intreccio.ground.kernel.security import Guard, Sql


class Migration(migrations.Migration):
    """Who reads and who writes is said by `organisations`, which knows the roles. Here: what was approved stays as it is,
    whoever tries; and who wrote is written down by the database, so that nobody approves their own words."""

    dependencies = [("protocols", "0001_initial"), ("kernel", "0005_cache")]
    operations = [
        Guard("protocols_protocol", see=None),
        Guard("protocols_protocolversion", see=None, history="network"),
        Sql(
            """
            CREATE FUNCTION keep_protocol_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
              BEGIN
                IF OLD.approved_at IS NOT NULL OR (OLD.id, OLD.protocol_id, OLD.number, OLD.shipped, OLD.base_id)
                     IS DISTINCT FROM (NEW.id, NEW.protocol_id, NEW.number, NEW.shipped, NEW.base_id) THEN
                  RAISE EXCEPTION 'what was approved stays as it is'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_version_stays';
                END IF;
                RETURN NEW;
              END $$;
            CREATE TRIGGER keep_protocol_version BEFORE UPDATE ON protocols_protocolversion FOR EACH ROW
              EXECUTE FUNCTION keep_protocol_version();
            CREATE FUNCTION write_down_author() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
              BEGIN
                IF TG_OP = 'INSERT' THEN
                  NEW.authors := ARRAY[my_user()] || coalesce(
                    (SELECT v.authors FROM protocols_protocolversion v WHERE v.id = NEW.base_id AND v.approved_at IS NULL), '{{}}');
                  RETURN NEW;
                END IF;
                NEW.authors := OLD.authors;
                IF NEW.definition IS DISTINCT FROM OLD.definition AND my_user() <> ALL (OLD.authors) THEN
                  NEW.authors := OLD.authors || my_user();
                END IF;
                IF (OLD.shipped <> '' AND NEW.voided_at IS NOT NULL) OR (NEW.definition IS DISTINCT FROM OLD.definition
                     AND (OLD.shipped <> '' OR OLD.voided_at IS NOT NULL OR NEW.approved_at IS NOT NULL)) THEN
                  RAISE EXCEPTION 'a text that came with the house, or that somebody is signing, is not changed'
                    USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_version_stays';
                END IF;
                RETURN NEW;
              END $$;
            CREATE TRIGGER write_down_author BEFORE INSERT OR UPDATE ON protocols_protocolversion FOR EACH ROW
              WHEN (current_user = '{app}') EXECUTE FUNCTION write_down_author();
            CREATE TRIGGER keep_what_stands BEFORE UPDATE OF voided_at, voided_by, void_reason ON protocols_protocolversion
              FOR EACH ROW WHEN (current_user = '{app}') EXECUTE FUNCTION keep_what_stands()
            """
        ),
    ]
