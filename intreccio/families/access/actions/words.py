"""Words after the first: of who signalled, and back to who signalled."""

from functools import partial
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.families.access import policies
from intreccio.families.access.actions.receive import PUBLIC_FORM, record_unnamed
from intreccio.families.access.actions.triage import at_the_desk, follow, locked
from intreccio.families.access.models import Signal, SignalWord, Triage
from intreccio.families.access.rules.triage import may_become
from intreccio.families.access.vocabulary import SignalState
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Actor, House, Viewer


@transaction.atomic
def add_word_by_receipt(digest: str, words: str) -> bool:
    """A further word of who holds the receipt, as the house. False where no signal has it."""
    return _add_word(None, digest, words, by=PUBLIC_FORM)


@transaction.atomic
def add_my_word(signal: Signal, words: str, *, by: Viewer) -> None:
    """A further word of who signalled under this hat."""
    policies.create_signal.require(by)
    if not _add_word(signal.pk, "", words, by=by):
        raise Refused(_("Solo chi ha segnalato può aggiungere una parola qui."), code="not_the_sender")


def _add_word(signal_id: UUID | None, digest: str, words: str, *, by: Actor) -> bool:
    key = new_key()
    with connection.cursor() as cursor:
        cursor.execute("SELECT signal_add_word(%s, %s, %s, %s)", [key, signal_id, digest, words])
        (found,) = cursor.fetchone() or (None,)
    if found is None:
        return False
    keep = partial(record, by=by) if isinstance(by, House) else record_unnamed
    keep("signal.word_added", SignalWord(id=key), codes={"signal": str(found)})
    return True


def mark_answers_read(signal: Signal, *, by: Viewer) -> int:
    """Who signalled has opened the page where the desk's words stand."""
    del by  # the database function asks who acts
    with connection.cursor() as cursor:
        cursor.execute("SELECT signal_words_read(%s)", [signal.pk])
        (many,) = cursor.fetchone() or (0,)
    return int(many)


@transaction.atomic
def reply_to_sender(triage: Triage, words: str, *, by: Viewer, closes: bool) -> SignalWord:
    """A word back: what was possible, without telling anybody's life. `closes`: nothing else is awaited."""
    policies.choose_first_step.require(by)
    at_the_desk(triage, by)
    kept = locked(triage)
    if closes and not may_become(kept.state, SignalState.CLOSED):
        raise Refused(_("Questa segnalazione è già chiusa."), code="already_closed")
    word = SignalWord(
        signal_id=triage.signal_id,
        desk_id=triage.desk_id,
        at=now(),
        from_desk=True,
        words=words,
        by=by.membership_id,
    )
    word.save(force_insert=True)
    after = SignalState.CLOSED if closes else SignalState(kept.state)
    follow(kept, by=by, event="signal.answered_sender", state=after)
    return word
