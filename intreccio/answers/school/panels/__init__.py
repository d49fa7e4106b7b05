"""What this area shows elsewhere: the way to a child's school, how its acts read in a family's story, and who has no school."""

from intreccio.answers.school.panels.around import at_school
from intreccio.answers.school.panels.attention import tell_reasons
from intreccio.answers.school.panels.boxes import (
    holds_joining_back,
    on_household_side,
    on_path_page,
    on_person_page,
)
from intreccio.answers.school.panels.letters import write_letters
from intreccio.answers.school.panels.passing import on_passing_under_way
from intreccio.answers.school.panels.story import tell_story
from intreccio.answers.school.panels.words import tell_words
from intreccio.answers.school.queries.around import TALKED_WITH
from intreccio.families.around.queries.network import add_around
from intreccio.ground.kernel.panels import Panel, add_objection, add_pages_under, add_panel


def register() -> None:
    """Fills the kernel's registers."""
    add_panel("household.side", Panel("answers/school/pages/_on_household.html", on_household_side, order=30))
    add_panel("person.page", Panel("answers/school/pages/_on_person.html", on_person_page, order=20))
    add_panel("path.page", Panel("answers/school/pages/_on_path.html", on_path_page, order=10))
    add_panel("case.under_way", Panel("answers/school/pages/under_way.txt", on_passing_under_way, order=50))
    add_objection("why_not_join_homes", holds_joining_back)
    add_pages_under(
        "households",
        "/schoolings/", "/school-contacts/", "/school-sheets/", "/school-paths/", "/school-plans/", "/out-of-school",
    )  # fmt: skip
    add_around(TALKED_WITH, at_school)
    write_letters()
    tell_words()
    tell_story()
    tell_reasons()
