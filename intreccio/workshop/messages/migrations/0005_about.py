from django.db import migrations, models


class Migration(migrations.Migration):
    """What a link opens may be more than one row: ids and codes, as a mail keeps them."""

    dependencies = [("post", "0004_what_opens")]
    operations = [
        migrations.AddField(
            "onetimelink",
            "about",
            models.JSONField(default=dict, help_text="ids and codes of what it opens; no words, no names"),
        ),
    ]
