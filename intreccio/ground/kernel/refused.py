"""A no with its reason. Raised by actions, shown by the middleware, recorded even though the action rolls back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:  # the viewer carries words of a role, and so comes after this file
    from intreccio.ground.kernel.viewer import Viewer

Words = str | Promise


class Refused(Exception):
    """The rule said no. `reason` is for a person; `way_out` says what can be done instead.

    `leaves` writes what is true although nothing was done (somebody asked, and there was no room): it runs as the same
    actor in a transaction of its own, after everything else has been rolled back.
    """

    status = 409

    def __init__(
        self,
        reason: Words,
        *,
        code: str = "refused",
        way_out: Words = "",
        leaves: Callable[["Viewer"], None] | None = None,
    ) -> None:
        super().__init__(code)
        self.reason = reason
        self.code = code
        self.way_out = way_out
        self.leaves = leaves


class NotAllowed(Refused):
    """The role may not do this, to anything."""

    status = 403


class Changed(Exception):
    """Somebody else wrote first: carries the row as it stands now, so that a page can show both."""

    def __init__(self, current: object) -> None:
        super().__init__("changed")
        self.current = current


def refuse_if(reason: Words | None, *, code: str = "refused", way_out: Words = "") -> None:
    """Turns a rule's answer (a reason, or None) into a refusal."""
    if reason is not None:
        raise Refused(reason, code=code, way_out=way_out)


_meanings: dict[str, Callable[[], Refused]] = {}


def means(ending: str, refusal: Callable[[], Refused]) -> None:
    """A constraint whose name ends so stands for a rule: broken, it says that somebody else was quicker."""
    _meanings[ending] = refusal


# Two who wait for each other: the database lets one of them go (deadlock_detected).
EACH_FOR_THE_OTHER = "40P01"


def meaning_of(failure: Exception) -> Refused | None:
    """The refusal that a failure of the database stands for; None where it is only a mistake of ours."""
    if getattr(failure.__cause__, "sqlstate", None) == EACH_FOR_THE_OTHER:
        return Refused(
            _(
                "Nello stesso momento qualcun altro scriveva sulla stessa famiglia, e non si è scritto niente."
            ),
            code="at_once",
            way_out=_("Torna alla pagina e salva di nuovo: adesso passa."),
        )
    name = getattr(getattr(failure.__cause__, "diag", None), "constraint_name", None) or ""
    return next((refusal() for ending, refusal in _meanings.items() if name.endswith(ending)), None)
