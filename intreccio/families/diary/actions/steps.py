"""What every act on a line does first: ask who may, hold still what its rule reads."""

from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import gone, lock_household
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.diary import policies
from intreccio.families.diary.models import SupportLine
from intreccio.families.diary.rules.standing import why_not_in
from intreccio.ground.kernel.refused import NotAllowed, refuse_if
from intreccio.ground.kernel.viewer import Viewer


def require_verb(line: SupportLine, verb: str, *, by: Viewer) -> None:
    """Raises NotAllowed where the role may not, or somebody else follows the line."""
    policies.ABILITIES[verb].require(by)
    if not policies.stands_to(by, line, verb):
        raise NotAllowed(
            _("Di questa linea si occupa chi la segue."),
            code="not_theirs",
            way_out=_("Parlatene insieme: il nome è nella pagina della linea."),
        )


def require_state(line: SupportLine, verb: str) -> None:
    """Raises Refused where the line stands elsewhere than the verb belongs."""
    wanted = [state for state, verbs in policies.POSSIBLE.items() if verb in verbs]
    refuse_if(why_not_in(line.state, *wanted, is_voided=line.voided_at is not None), code="state")


def lock_line(line: SupportLine, verb: str, *, by: Viewer) -> SupportLine:
    """Holds the family first where it is ours, then the line, as it stands now. Raises Refused, NotAllowed.

    A psychologist to whom the record is open cannot hold the family of another team: the line is enough.
    """
    require_verb(line, verb, by=by)
    ours = is_in_charge(by, line.team_id)
    household = lock_household(line.household, by=by) if ours else line.household
    rows = SupportLine.objects.select_for_update(of=("self",)).select_related("case")
    held = rows.filter(pk=line.pk).first()
    if held is None:
        raise gone()
    held.household = household
    require_verb(held, verb, by=by)
    require_state(held, verb)
    return held
