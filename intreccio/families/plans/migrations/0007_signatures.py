import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

from intreccio.ground.kernel.security import AlsoSee, Definer, Sql
from intreccio.parties.people.policies import sees
from intreccio.parties.people.vocabulary import Level

HOW = [
    ("paper", "ha firmato su carta"),
    ("voice", "lo ha detto a voce"),
    ("signed_in", "ha confermato dal proprio accesso"),
    ("own_version", "ha letto la sua versione"),
    ("drawn", "ha firmato sullo schermo"),
    ("link", "ha firmato dal proprio telefono"),
]
WRITES_OTHERS = "(SELECT my_role()) IN ('coordinator', 'social_worker')"


class Migration(migrations.Migration):
    """A yes has a picture of its signature, and the imprint of the words it is about.

    The picture is seen through the yes, and only a file that whoever writes has just put there can be tied to it, or to a paper
    of a family: the id of somebody else's file opens nothing. By their own access people say their own yes and no other.
    """

    dependencies = [("plans", "0006_who_decides"), ("documents", "0001_initial"), ("people", "0009_importing")]
    operations = [
        migrations.AlterField("acceptance", "how", models.CharField(choices=HOW, max_length=12)),
        migrations.AddField(
            "acceptance",
            "mark",
            models.OneToOneField(
                help_text="picture of the signature", null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="+", to="documents.document",
            ),
        ),
        migrations.AddField(
            "acceptance",
            "imprint",
            models.CharField(
                blank=True, default="", help_text="of the words it is about (rules/signing.imprint_of)", max_length=64
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "acceptance",
            "listened_by",
            models.ForeignKey(
                help_text="to a minor", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+",
                to="organisations.membership",
            ),
        ),
        migrations.AddConstraint(
            "acceptance",
            models.CheckConstraint(condition=~Q(how="drawn") | Q(mark__isnull=False), name="drawn_is_there_to_be_seen"),
        ),
        migrations.AddConstraint(
            "acceptance",
            models.CheckConstraint(condition=~Q(how="signed_in") | Q(worker__isnull=False), name="signed_in_by_who_works"),
        ),
        migrations.AddConstraint(
            "acceptance",
            models.CheckConstraint(condition=~Q(how="link") | Q(person__isnull=False), name="link_used_by_the_family"),
        ),
        Sql(
            "GRANT SELECT ON documents_document TO {definer};\n"
            "CREATE POLICY definer ON documents_document FOR SELECT TO {definer} USING (true)"
        ),
        Definer(
            "has_just_put_there(file uuid)",
            "boolean",
            "SELECT EXISTS (SELECT FROM documents_document d WHERE d.id = file AND d.added_by = my_membership()"
            " AND d.added_at > now() - interval '1 hour')",
        ),
        Sql(
            f"""
            CREATE POLICY ones_own_yes ON plans_acceptance AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (CASE WHEN how = 'signed_in' THEN worker_id = (SELECT my_membership()) ELSE {WRITES_OTHERS} END);
            CREATE POLICY a_file_just_put_there ON plans_acceptance AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (mark_id IS NULL OR has_just_put_there(mark_id));
            CREATE POLICY a_file_just_put_there ON people_familydocument AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (has_just_put_there(document_id))
            """
        ),
        AlsoSee(
            "documents_document",
            "see_of_signature",
            "EXISTS (SELECT 1 FROM plans_acceptance a WHERE a.mark_id = documents_document.id"
            f" AND {sees(Level.RECORD, household='a.household_id', team='a.team_id')})",
        ),
    ]
