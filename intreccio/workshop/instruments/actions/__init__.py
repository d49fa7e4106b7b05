"""What is written: the library by the keeper, and what somebody answers."""

from intreccio.workshop.instruments.actions.answering import Told, answer, begin_response
from intreccio.workshop.instruments.actions.library import ChangedEdition, load_library

__all__ = ["ChangedEdition", "Told", "answer", "begin_response", "load_library"]
