"""What is written: the library by the keeper, and what somebody answers."""

from intreccio.workshop.instruments.actions.answering import Told, answer, begin_response, write_response
from intreccio.workshop.instruments.actions.checking import Filled, columns_of
from intreccio.workshop.instruments.actions.library import ChangedEdition, load_library

__all__ = [
    "ChangedEdition",
    "Filled",
    "Told",
    "answer",
    "begin_response",
    "columns_of",
    "load_library",
    "write_response",
]
