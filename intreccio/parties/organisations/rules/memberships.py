"""Who may give a hat to whom, and take it away. Nobody raises themselves; nobody gives more than their own hat holds."""

from intreccio.ground.accounts.roles import Administrator, Coordinator, OrganisationLead, Participant
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.words import _, later

# Hats that only some may give or take; all others are given by whoever may invite.
KEPT = {
    Administrator.code: {Administrator.code},
    OrganisationLead.code: {Administrator.code, OrganisationLead.code},
}
NOT_HERS = {
    Administrator.code: later("Il ruolo di amministrazione lo dà e lo toglie solo chi amministra."),
    OrganisationLead.code: later(
        "Il ruolo di responsabile lo dà e lo toglie chi è responsabile dell'ente, o chi amministra."
    ),
}
GIVERS = {Administrator.code, OrganisationLead.code, Coordinator.code}


def why_not_handle(giver: str, role: str) -> Words | None:
    """Why somebody with the role `giver` may not give or take `role`; None when they may."""
    if giver not in GIVERS:
        return _("Solo chi coordina, chi è responsabile dell'ente o chi amministra può farlo.")
    if giver not in KEPT.get(role, GIVERS):
        return NOT_HERS[role]
    return None


def why_not_hold(kind: str, role: str) -> Words | None:
    """Why a membership of this kind may not come with this role: who uses a service does not read of families."""
    if kind == "user_member" and role != Participant.code:
        return _(
            "Chi è socia o socio fruitore partecipa alla vita dell'ente: il ruolo può essere solo «partecipante»."
        )
    return None


def why_not_invite(*, giver: str, role: str, kind: str, to_self: bool, already: bool) -> Words | None:
    """A reason, or None."""
    if to_self:
        return _("Non puoi invitare te: un ruolo in più te lo dà un'altra persona.")
    if already:
        return _("Questa persona ha già questo ruolo in questo ente.")
    return why_not_handle(giver, role) or why_not_hold(kind, role)


def why_not_accept(*, withdrawn: bool, accepted: bool, already: bool, by_inviter: bool) -> Words | None:
    """A reason, or None."""
    if withdrawn:
        return _("Questo invito è stato ritirato.")
    if accepted:
        return _("Questo invito è già stato accettato.")
    if by_inviter:
        return _("Hai scritto tu questo invito: un ruolo in più te lo dà un'altra persona.")
    if already:
        return _("Hai già questo ruolo in questo ente.")
    return None


def why_not_change_role(
    *,
    giver: str,
    old: str,
    new: str,
    kind: str,
    own: bool,
    ended: bool,
    already: bool,
    last_administrator: bool,
) -> Words | None:
    """A reason, or None."""
    if old == new:
        return _("È il ruolo che ha già.")
    if already:
        return _("Questa persona ha già anche questo ruolo in questo ente.")
    reason = why_not_end(giver=giver, role=old, own=own, ended=ended, last_administrator=last_administrator)
    return reason or why_not_handle(giver, new) or why_not_hold(kind, new)


def why_not_end(*, giver: str, role: str, own: bool, ended: bool, last_administrator: bool) -> Words | None:
    """A reason, or None."""
    if own:
        return _("Il tuo ruolo lo cambia o lo conclude un'altra persona.")
    if ended:
        return _("Questo ruolo è già concluso.")
    if last_administrator:
        return _("È l'unica persona che amministra: prima danne il ruolo a un'altra.")
    return why_not_handle(giver, role)
