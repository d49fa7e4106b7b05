"""Until when a note can be changed, and what remains afterwards."""

from datetime import datetime, timedelta

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def is_fresh(written_at: datetime, *, now: datetime, hours: int) -> bool:
    """It can still be changed."""
    return now < written_at + timedelta(hours=hours)


def why_not_edit(*, is_author: bool, is_fresh: bool, is_correction: bool = False) -> Words | None:
    """Its author, while it is fresh; then a correction beside it. is_correction: one that is never changed itself."""
    if not is_author:
        return _("Una nota la cambia solo chi l'ha scritta.")
    if is_correction:
        return _("Una rettifica non si cambia: se serve, se ne scrive un'altra accanto alla nota.")
    return None if is_fresh else _("Non si cambia più: si scrive una rettifica, che resta accanto.")


def why_not_void(*, is_correction: bool) -> Words | None:
    """A correction stands: what it put right, minutes too, is put right again beside it."""
    return (
        _("Una rettifica non si annulla: se serve, se ne scrive un'altra accanto alla nota.")
        if is_correction
        else None
    )


def why_not_correct(*, is_author: bool, is_fresh: bool, is_correction: bool) -> Words | None:
    """What is no longer fresh is put right beside it; a correction points at the first note."""
    if not is_author:
        return _("Una rettifica la scrive chi ha scritto la nota.")
    if is_correction:
        return _("Questa è già una rettifica: si rettifica la nota da cui viene.")
    return _("Questa nota si può ancora cambiare: non serve una rettifica.") if is_fresh else None
