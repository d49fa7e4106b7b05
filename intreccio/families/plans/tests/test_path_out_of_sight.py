"""Of whom a path is lives where nobody may know by now: whoever corrects who keeps in touch changes nothing else."""

from html import unescape

from django.urls import reverse

from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.along import along
from intreccio.families.plans.queries.paths import paths_in_sight
from intreccio.families.plans.tests.test_paths import NADIA, D, begun, walked
from intreccio.families.plans.tests.test_silence_and_homes import parted
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.people.actions.addresses import protect_address
from intreccio.parties.people.actions.households import hand_over
from intreccio.parties.people.models import Person


def test_who_corrects_the_contact_of_a_path_changes_not_of_whom_it_is(signed_in, acting_as):
    with acting_as("coordinatrice") as viewer:
        path = begun(viewer, person=Person.objects.get(pk=NADIA))
        second = parted(viewer)
        protect_address(second, by=viewer, since=D, reason="Non va trovata", line="Via nascosta 1")
        hand_over(second, to_team_id=key_for("team", "equipe_est"), by=viewer, reason_code="moved")
    with acting_as("educatrice") as viewer:
        assert not Person.objects.filter(pk=NADIA).exists()
        assert along(viewer, paths_in_sight(viewer).get(pk=path.pk), D)["whom"]
    client, address = signed_in("educatrice"), reverse("edit_path", args=[path.pk])
    page = unescape(client.get(address).content.decode())
    assert f'<option value="{NADIA}" selected>Una persona della famiglia' in page
    path.refresh_from_db()
    sent = {"once": str(new_key()), "version": str(path.version), "zero": walked().zero.isoformat(), "loss": "death",
            "person": str(NADIA), "contact": str(key_for("membership", "assistente"))}  # fmt: skip
    answer = client.post(address, sent)
    assert answer.status_code == 302, unescape(answer.content.decode())[:3000]
    with acting_as("educatrice"):
        kept = FamilyPath.objects.get(pk=path.pk)
        assert (kept.person_id, kept.contact_id) == (NADIA, key_for("membership", "assistente"))
