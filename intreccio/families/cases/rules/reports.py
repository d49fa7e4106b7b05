"""A report: what it must say before it leaves."""

from collections.abc import Collection

from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _


def why_not_more(*, more: Collection[str], reason: str) -> Words | None:
    """More than an addressee needs goes only with the reason why."""
    if more and not reason.strip():
        return _("Hai aggiunto più del necessario: scrivi perché serve a chi la riceve.")
    return None


def why_not_drawn(lost: Collection[str]) -> Words | None:
    """Words with signs that no font of the paper has would leave as squares, and are read by nobody."""
    if lost:
        return _(
            "Questi segni non si stampano: %(words)s. Scrivi queste parole in altre lettere, o toglile."
        ) % {"words": ", ".join(lost)}
    return None


def why_not_send_report(*, parts: Collection[str], conclusions: str, known: Collection[str]) -> Words | None:
    """A reason, or None."""
    if set(parts) - set(known):
        return _("Una delle parti scelte non c'è più: guardate di nuovo la relazione.")
    if not parts and not conclusions.strip():
        return _("La relazione è vuota: scegliete una parte, o scrivete che cosa volete dire.")
    return None
