"""What was written on the page of an address that opens nothing any more: it goes back to whoever wrote it."""

from dataclasses import dataclass
from uuid import UUID

from intreccio.families.plans.forms.handing import SignForm
from intreccio.families.plans.queries.handing import was_written


@dataclass(frozen=True, slots=True)
class Left:
    """Words and the picture of a signature, as an address that draws it by itself: neither is kept here."""

    words: str
    picture: str


def left_of(token: str, form: SignForm) -> Left | None:
    """What found no place; None where there was nothing, or where the same was written a moment before."""
    key = form.cleaned_data.get("once") if form.is_valid() else None
    mark = form.mark if form.is_bound else None
    words = str(form["reservation"].value() or "").strip()
    if not (words or mark) or (isinstance(key, UUID) and was_written(token, key)):
        return None
    return Left(words, mark.address if mark else "")
