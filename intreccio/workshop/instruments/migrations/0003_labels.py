from django.db import migrations, models

from intreccio.ground.kernel.security import Sql


class Migration(migrations.Migration):
    """The words of a chosen step are kept beside its number; of an instrument of others no question can be stored at all."""

    dependencies = [("instruments", "0002_guard")]
    operations = [
        migrations.AddField(
            model_name="response",
            name="labels",
            field=models.JSONField(default=dict, help_text="item → words of the step that was chosen"),
        ),
        migrations.AlterField(
            model_name="response",
            name="words",
            field=models.JSONField(
                default=dict,
                help_text="section or item → facts, as they were told; item.view → what somebody says of it",
            ),
        ),
        # Lets whoever holds a response be tied to its edition too.
        Sql("ALTER TABLE instruments_response ADD CONSTRAINT of_its_edition UNIQUE (id, instrument_id)"),
        Sql(
            "ALTER TABLE instruments_instrument ADD CONSTRAINT totals_hold_no_question CHECK (licence <> 'scores_only'"
            " OR NOT definition ?| ARRAY['sections', 'items', 'steps', 'views'])"
        ),
    ]
