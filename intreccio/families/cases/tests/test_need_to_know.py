"""What the database itself shows of cases, whoever asks; and that nobody writes into what is not theirs."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from intreccio.families.cases.models import Case, CaseStep, CaseWorker
from intreccio.ground.kernel.keys import key_for

SEEN = {
    "educatrice": {"marchetti", "gashi", "ramos", "bellomo", "lombardo"},
    "coordinatrice": {"marchetti", "gashi", "ramos", "bellomo", "lombardo", "traore"},
    "davide": {"lombardo", "kovac"},
    "sara": {"traore"},
    "comune": {"lombardo", "kovac"},
    "admin": set(),
    "elio": set(),
}
OURS = {"marchetti", "gashi", "ramos", "bellomo", "lombardo", "traore", "kovac"}


@pytest.mark.parametrize("account", sorted(SEEN))
def test_everybody_finds_exactly_their_own(acting_as, account):
    with acting_as(account):
        found = {key for key in OURS if Case.objects.filter(pk=key_for("case", key)).exists()}
        assert found == SEEN[account]
        allowed = {key_for("household", key) for key in SEEN[account]}
        for model in (CaseWorker, CaseStep):
            about = model.objects.filter(household_id__in=[key_for("household", key) for key in OURS])
            assert set(about.values_list("household_id", flat=True)) == allowed


def test_a_known_id_does_not_open_a_family(acting_as, today):
    """Nobody can write themselves into the case of another team."""
    with acting_as("sara") as viewer:
        row = CaseWorker(
            household_id=key_for("household", "gashi"), team_id=key_for("team", "equipe_nord"),
            case_id=key_for("case", "gashi"), membership_id=viewer.membership_id, profession="educator",
            organisation_id=viewer.organisation_id, since=today,
        )  # fmt: skip
        with pytest.raises(ProgrammingError), transaction.atomic():
            row.save(force_insert=True)


def test_nothing_is_deleted(acting_as):
    with acting_as("assistente"), pytest.raises(ProgrammingError), transaction.atomic():
        CaseWorker.objects.filter(household_id=key_for("household", "gashi")).delete()
