"""Rows of one's own teams, asked of the database as the policies ask it."""

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL


def of_my_teams(column: str) -> RawSQL:
    """A condition: `column` (as `access_triage.desk_id`, a name of ours) is a team that the actor may see.

    The actor's teams are worked out once in the database; a lead of five hundred teams sends none of them.
    """
    return RawSQL(f"{column} = ANY ((SELECT my_teams())::uuid[])", [], BooleanField())  # noqa: S611  # a column's name
