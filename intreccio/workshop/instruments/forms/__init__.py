"""Forms that any definition draws: a questionnaire, and a checklist with words."""

from intreccio.workshop.instruments.forms.answering import DONE, Both, ResponseForm
from intreccio.workshop.instruments.forms.checklist import ChecklistForm

__all__ = ["DONE", "Both", "ChecklistForm", "ResponseForm"]
