"""The invented network works in a real place: the district Visconteo Sud Milano and its eleven municipalities."""

from intreccio.ground.territory import actions
from intreccio.ground.territory.models import District

DISTRICT = "visconteo-sud-milano"


def build(using: str = "keeper") -> District:
    """Makes the demo district; the same at every run."""
    written = next(each for each in actions.recipe() if each["code"] == DISTRICT)
    codes = [each["code"] for each in written["municipalities"]]
    return actions.set_district(DISTRICT, written["name"], codes, using=using)
