"""What the tests of visits ask for."""

from datetime import timedelta
from typing import Any

from django.db.models import Sum

from intreccio.families.diary.actions import Agreed, Noted, Spent
from intreccio.families.diary.models import Visit, VisitNote, WorkedTime
from intreccio.families.diary.rules.visits import Minutes
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for

D = today()
WORDS = "Leo ha detto «ancora», e l'ha detto due volte."
FILI, PIANO = key_for("funding_line", "fili"), key_for("funding_line", "piano")
BY_TEAM = ("educatrice", "assistente", "coordinatrice", "psicologa")


def hat(account: str) -> Any:
    """Somebody's membership."""
    return key_for("membership", account)


def persons(*keys: str) -> list[Any]:
    """Keys of persons."""
    return [key_for("person", key) for key in keys]


def agreed(**more: Any) -> Agreed:
    """A visit with Elena, tomorrow."""
    usual = {"day": D + timedelta(days=1), "what": "Come va", "place": "home", "workers": [hat("educatrice")]}
    return Agreed(**usual | more)


def noted(**more: Any) -> Noted:
    """A note of today, at home."""
    return Noted(**{"day": D, "text": WORDS, "place": "home"} | more)


def spent(direct: int = 60, indirect: int = 20, line: Any = FILI) -> Spent:
    """An hour, and the way there."""
    return Spent(Minutes(direct, indirect), line)


def visit_of(key: str) -> Visit:
    """A visit, in the eyes of whoever acts now."""
    return Visit.objects.select_related("case__household").get(pk=key_for("visit", key))


def visit_note_of(key: Any) -> VisitNote:
    """A note, by its name in the district or by its key."""
    pk = key_for("visit_note", key) if isinstance(key, str) else key
    return VisitNote.objects.select_related("case__household", "author").get(pk=pk)


def reads(key: Any) -> bool:
    """Whether whoever acts now finds this note."""
    return VisitNote.objects.filter(pk=key).exists()


def summed(**which: Any) -> tuple[int, int]:
    """Minutes with the family and without, added up by the database."""
    found = WorkedTime.objects.filter(**which).aggregate(d=Sum("direct"), i=Sum("indirect"))
    return found["d"] or 0, found["i"] or 0
