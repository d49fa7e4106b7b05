from django.db import migrations

from intreccio.parties.people.policies import names_its_family, of_the_same_family


class Migration(migrations.Migration):
    """What is of a case is of its family, and the areas above can ask the same of theirs."""

    dependencies = [("cases", "0005_guard_follow_ups")]
    operations = [
        names_its_family("cases_case"),
        *[
            of_the_same_family(table, "case_id", "cases_case")
            for table in ("cases_caseworker", "cases_casestep", "cases_casefollowup")
        ],
    ]
