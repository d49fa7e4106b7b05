"""What happened and is written elsewhere, as a diary names it."""

from dataclasses import dataclass

from intreccio.families.cases.vocabulary import ConferenceKind
from intreccio.families.diary.queries.wanted import Place
from intreccio.families.diary.vocabulary import MissedWhy, SupportKind, VisitPlace


@dataclass(frozen=True, slots=True)
class Beside:
    """What is written elsewhere: which day it was, who was there, where it is read."""

    place: Place
    present: str

    @property
    def is_note(self) -> bool:
        """Its words are not here."""
        return False

    @property
    def what(self) -> str:
        """«sostegno ai genitori», «telefonata», «a casa loro»."""
        kinds = {"support": SupportKind, "missed": VisitPlace}
        return str(kinds.get(self.place.kind, ConferenceKind)(self.place.code).label)

    @property
    def why(self) -> str:
        """Of a visit where one did not meet."""
        return str(MissedWhy(self.place.said).label) if self.place.said else ""

    @property
    def names(self) -> str:
        """Who was there, of the family and of us."""
        return ", ".join(filter(None, (self.present, *self.place.names)))
