from django.db import migrations

from intreccio.ground.kernel.security import Sql, policy

PROTOCOL, VERSION = "protocols_protocol", "protocols_protocolversion"
READS = "(SELECT my_role()) IN ('coordinator', 'social_worker', 'educator', 'psychologist', 'organisation_lead', 'administrator')"
WRITES = "(SELECT my_role()) IN ('coordinator', 'organisation_lead')"
APPROVES = "(SELECT my_role()) IN ('coordinator', 'social_worker', 'psychologist')"
# Of the network, or of the own body.
OURS = (
    f"EXISTS (SELECT 1 FROM {PROTOCOL} p WHERE p.id = protocol_id"
    " AND (p.organisation_id IS NULL OR p.organisation_id = (SELECT my_organisation())))"
)
UNSIGNED = "approved_at IS NULL AND approved_by_id IS NULL"
SIGNED = f"approved_by_id = (SELECT my_user()) AND approved_as = (SELECT my_role()) AND {APPROVES}"


class Migration(migrations.Migration):
    """Protocols are read by who works in the network; written by who coordinates or leads, approved by a professional.

    An approval is in one's own name and role: who writes an empty one writes the text, who writes a full one signs it.
    """

    dependencies = [("organisations", "0012_asked_while_nothing_changes"), ("protocols", "0002_guard")]
    operations = [
        Sql(";\n".join(policy(PROTOCOL, "see", "SELECT", using=READS))),
        Sql(
            ";\n".join(
                policy(
                    PROTOCOL,
                    "add",
                    "INSERT",
                    check=f"{WRITES} AND organisation_id = (SELECT my_organisation())",
                )
            )
        ),
        Sql(";\n".join(policy(VERSION, "see", "SELECT", using=READS))),
        Sql(
            ";\n".join(
                policy(
                    VERSION,
                    "add",
                    "INSERT",
                    check=f"{WRITES} AND {OURS} AND shipped = '' AND voided_at IS NULL AND {UNSIGNED}",
                )
            )
        ),
        Sql(
            ";\n".join(
                policy(
                    VERSION,
                    "change",
                    "UPDATE",
                    using=f"({WRITES} OR {APPROVES}) AND {OURS}",
                    check=f"{OURS} AND (({WRITES} AND {UNSIGNED}) OR ({SIGNED}))",
                    columns="definition, version, written_at, approved_at, approved_by_id, approved_as, voided_at, voided_by, void_reason",
                )
            )
        ),
    ]
