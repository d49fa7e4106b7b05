"""Need to know (law 3), written once: as SQL for row security, and as predicates for what people may do.

A row of a family is seen by the team in charge, or by whom a grant opens it at the level the table demands.
Upper areas guard their tables with `sees` and `writes`.
"""

from enum import IntEnum

from django.utils.translation import gettext_lazy as _

from intreccio.ground.accounts.roles import Coordinator, Educator, Psychologist, SocialWorker, may
from intreccio.ground.kernel.security import Sql
from intreccio.parties.people.vocabulary import Level


class Elsewhere(IntEnum):
    """Where else a person lives today, as the team of a home they have left may know it."""

    NOWHERE = 0
    OTHER_TEAM = 1
    PROTECTED = 2


# Why a row that a sheet had brought in was voided. Such a row is shown nowhere: see `0009_importing`.
UNDONE = "import undone"
MY_TEAMS = "ANY ((SELECT my_teams())::uuid[])"


def granted(level: Level) -> str:
    """Households that a grant opens to the actor at this level or above."""
    return f"ANY ((SELECT my_granted({level.value}))::uuid[])"


def sees(level: Level, *, household: str = "household_id", team: str = "team_id") -> str:
    """A row that carries its household and team."""
    return f"({team} = {MY_TEAMS} OR {household} = {granted(level)})"


def sees_household(level: Level, *, household: str = "household_id") -> str:
    """A row that carries only its household (events, readings, history): the household of today decides.

    Written as a scalar so that the planner looks one household up, and does not hash all that the actor sees.
    """
    return (
        f"coalesce((SELECT h.team_id = {MY_TEAMS} OR h.id = {granted(level)}"
        f" FROM people_household h WHERE h.id = {household}), false)"
    )


def present(stay: str) -> str:
    """A stay of somebody who lives there still. Who is only registered in a home may have fled from it."""
    return f"({stay}.kind = 'lives' AND ({stay}.until IS NULL OR today() < {stay}.until))"


def sees_person(
    level: Level, *, person: str = "person_id", known_since: Elsewhere = Elsewhere.NOWHERE
) -> str:
    """A row of a person: through any home where they live and that the actor sees at this level.

    The team of a home they have left, or are only registered in, goes on seeing them as long as nobody else answers
    for them; `known_since` says how much further: of who has moved to another team's home the name stays, of who lives
    protected there nothing.
    """
    here = f"{sees(level, household='m.household_id', team='m.team_id')} AND {present('m')}"
    left = f"m.team_id = {MY_TEAMS} AND lives_elsewhere(m.person_id) <= {known_since.value}"
    return _through_a_home(person, f"({here} OR {left})", f"m.team_id = {MY_TEAMS}")


def _through_a_home(person: str, standing: str, mistaken: str) -> str:
    """`mistaken`: through a stay that was a mistake, while it is all that is written of them: law 8."""
    return (
        f"EXISTS (SELECT 1 FROM people_householdmembership m WHERE m.person_id = {person} AND CASE"
        f" WHEN m.voided_at IS NULL THEN {standing} ELSE {mistaken} AND NOT has_a_home(m.person_id) END)"
    )


def of_age(row: str, day: str) -> str:
    """A row of a person, known to be eighteen on a day: of whom the year alone is written, or a day that is a guess, nobody can
    tell before that year is over. Never NULL."""
    return (
        f"coalesce({row}.birth_date <= {day} - interval '18 years' AND ({row}.birth_precision = 'exact'"
        f" OR extract(year FROM {row}.birth_date) < extract(year FROM {day}) - 18), false)"
    )


def writes() -> str:
    """Only the team in charge writes; who leads its body reads."""
    return f"(team_id = {MY_TEAMS} AND (SELECT my_role()) <> 'organisation_lead')"


def writes_person(*, person: str = "person_id") -> str:
    """Who answers for a home of theirs writes a person's rows; for one they have left, only while nobody else does."""
    ours = f"m.team_id = {MY_TEAMS} AND (SELECT my_role()) <> 'organisation_lead'"
    nobody_else = f"lives_elsewhere(m.person_id) = {Elsewhere.NOWHERE.value}"
    return _through_a_home(person, f"{ours} AND ({present('m')} OR {nobody_else})", ours)


def follows_household(table: str) -> Sql:
    """Ties (household, team) of a table to the household's own pair: a hand-over rewrites every row, in every area."""
    return Sql(
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_follows_household FOREIGN KEY (household_id, team_id)"
        " REFERENCES people_household (id, team_id) ON UPDATE CASCADE"
    )


def names_its_family(table: str) -> Sql:
    """Lets rows of other tables be tied to a row of this one and to its family at once."""
    return Sql(f"ALTER TABLE {table} ADD CONSTRAINT {table}_names_its_family UNIQUE (id, household_id)")


def of_the_same_family(table: str, column: str, parent: str) -> Sql:
    """Ties a row to a row of the same family: an id that somebody knows leads from one family into no other."""
    return Sql(
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_same FOREIGN KEY ({column}, household_id)"
        f" REFERENCES {parent} (id, household_id)"
    )


open_household = may(
    "open_household",
    _("aprire la pagina di una famiglia dell'équipe"),
    Coordinator,
    SocialWorker,
    Educator,
    Psychologist,
)
create_household = may(
    "create_household", _("scrivere una famiglia nuova"), Coordinator, SocialWorker, Educator
)
edit_household = may(
    "edit_household",
    _("aggiornare chi sono e come stanno"),
    Coordinator,
    SocialWorker,
    Educator,
    Psychologist,
)
share_household = may(
    "share_household",
    _("aprire una famiglia a chi collabora, per un tempo e un motivo"),
    Coordinator,
    SocialWorker,
)
protect_address = may("protect_address", _("scrivere un indirizzo protetto"), Coordinator, SocialWorker)
write_responsibility = may(
    "write_responsibility",
    _("scrivere chi decide per i figli, con i limiti che un giudice ha messo"),
    Coordinator,
    SocialWorker,
)
merge_persons = may(
    "merge_persons", _("unire due schede della stessa persona, o separarle"), Coordinator, SocialWorker
)
see_duplicate_hint = may(
    "see_duplicate_hint",
    _("sapere se una famiglia è già conosciuta dalla rete"),
    Coordinator,
    SocialWorker,
    Educator,
)
import_families = may(
    "import_families",
    _("portare dentro un elenco di famiglie da un foglio di calcolo, e annullarlo"),
    Coordinator,
    SocialWorker,
)
