"""How the other side will see it, from what has been filled in so far."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from intreccio.families.referrals.forms.sending import SendForm
from intreccio.families.referrals.queries.snapshot import Family, words_to_send
from intreccio.families.referrals.queries.story import sent_words
from intreccio.ground.kernel.clock import today


@dataclass(frozen=True, slots=True)
class Preview:
    """What the other side reads: at once, and after its yes."""

    request: str
    at_once: list[tuple[str, str]]
    after_yes: list[tuple[str, str]]


def preview_of(family: Family, form: SendForm) -> Preview:
    """Of the answers as they stand, whatever is still missing."""
    shared = [*_list(form, "least"), *_list(form, "more")]
    sent = words_to_send(
        family, shared, person_id=_id(form, "person"), reach_id=_id(form, "consent_of"), day=today()
    )
    return Preview(str(form["request"].value() or ""), sent_words(sent.at_once), sent_words(sent.after_yes))


def _list(form: SendForm, name: str) -> list[Any]:
    return list(form[name].value() or [])


def _id(form: SendForm, name: str) -> UUID | None:
    try:
        return UUID(str(form[name].value()))
    except ValueError:
        return None
