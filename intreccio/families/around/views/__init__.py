"""Pages of who is around a family, and of going somewhere together."""

from intreccio.families.around.views.hands import edit_helper, hear_helper, name_helper
from intreccio.families.around.views.outings import drop_outing, outing_page, record_outing
from intreccio.families.around.views.pages import network_page
from intreccio.families.around.views.planning import begin_outing, move_outing, plan_outing, retry_outing

__all__ = [
    "begin_outing",
    "drop_outing",
    "edit_helper",
    "hear_helper",
    "move_outing",
    "name_helper",
    "network_page",
    "outing_page",
    "plan_outing",
    "record_outing",
    "retry_outing",
]
