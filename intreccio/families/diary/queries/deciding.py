"""Whose yes a line needs for the minors it is for: who decides on their health."""

from collections.abc import Iterable
from uuid import UUID

from intreccio.parties.people.queries.responsibility import Deciding
from intreccio.parties.people.rules.responsibility import Asked
from intreccio.parties.people.vocabulary import Decision


def yes_for(deciding: Deciding, for_whom: Iterable[UUID]) -> list[Asked]:
    """The yeses that are needed, of each minor; both parents', where both decide."""
    minors = {key for key, one in deciding.members.items() if one.is_minor}
    return [deciding.asked(key, Decision.HEALTH) for key in map(str, for_whom) if key in minors]


def who_says_yes(deciding: Deciding, for_whom: Iterable[UUID]) -> list[tuple[str, str]]:
    """Who decides for any of these: key and name."""
    keys = (key for asked in yes_for(deciding, for_whom) for key in asked.decides.must)
    return [(key, deciding.called(key)) for key in dict.fromkeys(keys)]
