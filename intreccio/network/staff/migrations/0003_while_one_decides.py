from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql

PATH, READER = "staff_workerpath", "staff_pathreader"
ME = "(SELECT my_user())"
NOW = "{0}.since <= today() AND ({0}.until IS NULL OR {0}.until > today())".format
# Where somebody was chosen they still work: under whatever hat of that body, and not as one whom it serves.
STILL_THERE = (
    f"EXISTS (SELECT 1 FROM organisations_membership m WHERE m.user_id = {ME} AND m.organisation_id = {{0}}.organisation_id"
    f" AND m.kind <> 'user_member' AND {NOW('m')})"
).format
NAMED = (
    f"EXISTS (SELECT 1 FROM {READER} r WHERE r.path_id = {PATH}.id AND r.user_id = {ME} AND r.until IS NULL"
    f" AND {STILL_THERE('r')})"
)


class Migration(migrations.Migration):
    """Others read a worker's path as long as the person can take them off: under any hat of theirs. Who wears none signs in no more."""

    dependencies = [("staff", "0002_whoever_works"), ("organisations", "0016_hats_before"), ("accounts", "0004_colleague")]
    operations = [
        Definer(
            "is_still_decided(path uuid)",
            "boolean",
            f"SELECT EXISTS (SELECT FROM {PATH} p JOIN organisations_membership m ON m.user_id = p.user_id"
            " JOIN accounts_colleague k ON k.id = m.user_id"
            f" WHERE p.id = path AND k.is_active AND {NOW('m')})",
        ),
        Sql(
            f"ALTER POLICY see ON {PATH} USING (user_id = {ME} OR ({NAMED} AND is_still_decided(id)));"
            f"ALTER POLICY see ON {READER} USING ((user_id = {ME} AND until IS NULL AND {STILL_THERE(READER)}"
            " AND is_still_decided(path_id)) OR is_my_worker_path(path_id))"
        ),
    ]
