"""T0, then T1, then T2: one at a time, each after the one before is closed."""

from collections.abc import Mapping

from intreccio.families.assessments.vocabulary import Moment
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

# Moment → whether it is closed; mistakes are left out.
Standing = Mapping[str, bool]
ORDER = tuple(Moment)


def next_moment(standing: Standing) -> Moment | None:
    """The moment that can begin now; None while one is open, and after the last."""
    if not all(standing.values()):
        return None
    return next((moment for moment in ORDER if moment not in standing), None)


def why_not_begin(moment: str, standing: Standing, *, has_ended: bool) -> Words | None:
    """A reason, or None. `has_ended`: the case is over."""
    if has_ended:
        return _("Questo percorso è concluso: per guardare di nuovo insieme, prima si riapre.")
    if moment in standing:
        return _("Questa valutazione è già cominciata: la trovate nella pagina del percorso.")
    if moment not in ORDER or next_moment(standing) != moment:
        return _("Prima si chiude la valutazione che viene prima.")
    return None


def why_not_write(*, is_closed: bool, is_voided: bool) -> Words | None:
    """Closed, an assessment is read: what was seen that day stays as it was seen."""
    if is_voided:
        return _("Questa valutazione è stata annullata: resta solo da leggere.")
    if is_closed:
        return _("Questa valutazione è chiusa: resta da leggere, com'era quel giorno.")
    return None


def why_not_void(moment: str, standing: Standing) -> Words | None:
    """A later look was compared with this one."""
    later = ORDER[ORDER.index(Moment(moment)) + 1 :]
    if any(one in standing for one in later):
        return _("Una valutazione più avanti si confronta con questa: prima andrebbe annullata quella.")
    return None
