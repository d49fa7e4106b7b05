"""How bodies stand to the network, and who may work in a team."""

from collections.abc import Sequence
from datetime import date

from intreccio.ground.accounts.roles import Administrator, OrganisationLead
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _

PROFESSIONAL_ROLES = {"coordinator", "social_worker", "educator", "psychologist", OrganisationLead.code}


def why_not_stand(*, role: str, standing: str, was: str) -> Words | None:
    """Who is a member or a partner is decided by who administers; others add bodies that are only listed."""
    if role != Administrator.code and standing != was:
        return _(
            "Chi fa parte della rete o collabora lo decide chi amministra. Un ente nuovo entra «solo in elenco»."
        )
    return None


def why_not_last(*, starts: date, ends: date | None) -> Words | None:
    """A project does not end before it begins."""
    return _("La fine viene prima dell'inizio.") if ends is not None and ends < starts else None


def why_not_default(*, kind: str, is_default: bool) -> Words | None:
    """Signals that belong to nobody go to a desk, not to a team."""
    return (
        _("Solo uno sportello può ricevere le segnalazioni senza comune.")
        if is_default and kind != "desk"
        else None
    )


def why_not_close_team(*, closed: bool, is_default: bool, only_desk_for: Sequence[str]) -> Words | None:
    """Why a team or a desk may not close, for what the network knows of it; families and signals are asked above."""
    if closed:
        return _("È già chiusa.")
    if is_default:
        return _("Riceve le segnalazioni senza comune: prima quel compito va dato a un altro sportello.")
    if only_desk_for:
        where = ", ".join(only_desk_for)
        said = _(
            "È l'unico sportello per %(where)s: prima ne serve un altro, o chi segnala da lì non trova nessuno."
        )
        return said % {"where": where}
    return None


def why_not_add(*, role: str, own: bool, ended: bool, already: bool, closed: bool) -> Words | None:
    """Why somebody may not work in a team; None when they may. Being in a team opens its families: two must want it."""
    if own:
        return _(
            "In un'équipe ti fa entrare un'altra persona: chi amministra, chi è responsabile o chi coordina."
        )
    if closed:
        return _("Questa équipe è chiusa.")
    if ended:
        return _("Questa persona non ha più questo ruolo.")
    if role not in PROFESSIONAL_ROLES:
        return _("Chi ha questo ruolo non lavora nelle équipe: prima va cambiato il ruolo.")
    if already:
        return _("Questa persona lavora già in questa équipe.")
    return None
