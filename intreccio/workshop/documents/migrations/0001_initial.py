from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import ANYONE, Guard


class Migration(migrations.Migration):
    """A kept file is written by whoever acts and changed by nobody; the area that knows whose it is says who reads it, in a
    migration of its own. By itself only the house's `jobs` sees which files are named by a row."""

    initial = True
    dependencies = [("kernel", "0005_cache")]
    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(help_text="random: of its file outside the web root", max_length=64, unique=True)),
                (
                    "media_type",
                    models.CharField(
                        choices=[
                            ("image/jpeg", "fotografia JPEG"),
                            ("image/png", "immagine PNG"),
                            ("image/webp", "immagine WebP"),
                            ("application/pdf", "PDF"),
                        ],
                        max_length=20,
                    ),
                ),
                ("size", models.PositiveIntegerField(help_text="bytes, as it is read")),
                ("sha256", models.CharField(help_text="of what is read", max_length=64)),
                ("added_at", models.DateTimeField()),
                ("added_by", models.UUIDField(help_text="membership", null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(media_type__in=["image/jpeg", "image/png", "image/webp", "application/pdf"]),
                        name="document_type_known",
                    ),
                    models.CheckConstraint(condition=models.Q(size__gt=0), name="document_is_not_empty"),
                ],
            },
        ),
        Guard(
            "documents_document",
            see="(SELECT my_house()) = 'jobs'",
            add=f"{ANYONE} AND added_by IS NOT DISTINCT FROM (SELECT my_membership())",
        ),
    ]
