import django.db.models.deletion
from django.db import migrations, models

from intreccio.ground.kernel.security import AlsoSee, Definer, Sql

PATH, READER = "staff_workerpath", "staff_pathreader"
ME = "(SELECT my_user())"
NOW = "{0}.since <= today() AND ({0}.until IS NULL OR {0}.until > today())".format
# Where somebody was chosen they still work: under whatever hat of that body, and not as one whom it serves.
STILL_THERE = (
    f"EXISTS (SELECT 1 FROM organisations_membership m WHERE m.user_id = {ME} AND m.organisation_id = {{0}}.organisation_id"
    f" AND m.kind <> 'user_member' AND {NOW('m')})"
).format
READ_BY_ME = f"user_id = {ME} AND until IS NULL AND {STILL_THERE(READER)}"
NAMED = (
    f"EXISTS (SELECT 1 FROM {READER} r WHERE r.path_id = {PATH}.id AND r.user_id = {ME} AND r.until IS NULL"
    f" AND {STILL_THERE('r')})"
)
FOR_WORKERS = "approved_at IS NOT NULL AND voided_at IS NULL AND definition -> 'about' ? 'worker'"


class Migration(migrations.Migration):
    """Who reads a worker's path does so as long as they work where they were chosen; whoever works in a member body, in whatever
    role, reads the texts that are for who works, and begins a path of their own."""

    dependencies = [("staff", "0001_initial"), ("organisations", "0014_teams_of_a_body")]
    operations = [
        migrations.AddField(
            "pathreader",
            "organisation",
            models.ForeignKey(
                help_text="where they work: gone from there they read no more", null=True,
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation",
            ),
        ),
        # Of who was named before: the body in which they have been for longest.
        Sql(
            f"ALTER TABLE {READER} NO FORCE ROW LEVEL SECURITY;"
            f"ALTER TABLE {READER} DISABLE TRIGGER keep_history;"
            "ALTER TABLE organisations_membership NO FORCE ROW LEVEL SECURITY;"
            f"UPDATE {READER} r SET organisation_id = (SELECT m.organisation_id FROM organisations_membership m"
            " WHERE m.user_id = r.user_id AND m.kind <> 'user_member' ORDER BY m.until DESC NULLS FIRST, m.since, m.id LIMIT 1);"
            "SET CONSTRAINTS ALL IMMEDIATE;"
            f"ALTER TABLE {READER} ENABLE TRIGGER keep_history;"
            "ALTER TABLE organisations_membership FORCE ROW LEVEL SECURITY;"
            f"ALTER TABLE {READER} FORCE ROW LEVEL SECURITY"
        ),
        migrations.AlterField(
            "pathreader",
            "organisation",
            models.ForeignKey(
                help_text="where they work: gone from there they read no more",
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.organisation",
            ),
        ),
        Sql(
            f"ALTER POLICY see ON {PATH} USING (user_id = {ME} OR {NAMED});"
            f"ALTER POLICY see ON {READER} USING (({READ_BY_ME}) OR is_my_worker_path(path_id))"
        ),
        Definer(
            "works_in_a_member_body()",
            "boolean",
            "SELECT EXISTS (SELECT 1 FROM organisations_membership m JOIN organisations_organisation o ON o.id = m.organisation_id"
            f" WHERE m.id = my_membership() AND m.kind IN ('employee', 'member') AND o.standing = 'member' AND {NOW('m')})",
        ),
        AlsoSee("protocols_protocol", "see_of_a_worker", "organisation_id IS NULL AND (SELECT works_in_a_member_body())"),
        AlsoSee("protocols_protocolversion", "see_of_a_worker", f"{FOR_WORKERS} AND (SELECT works_in_a_member_body())"),
    ]
