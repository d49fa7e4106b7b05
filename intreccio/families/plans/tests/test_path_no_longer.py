"""What was written along a path by mistake, or of a loss that was another one, counts no more and stays to be read."""

from html import unescape

from django.urls import reverse

from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.actions.letters import void_letter
from intreccio.families.plans.actions.looking import look_at, void_check
from intreccio.families.plans.tests.test_path_letters import went
from intreccio.families.plans.tests.test_paths import NADIA, D, begun, walked
from intreccio.parties.people.models import Person


def no_longer(page: str) -> str:
    said = unescape(page).split("Annullato, o non più di questo percorso")
    return said[1].split("</details>")[0] if len(said) == 2 else ""


def test_a_mistake_stays_to_be_read_with_its_reason(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.mark_step(path, "be_there", "done", day=D, words="Due righe", by=viewer, today=D)
        actions.void_mark(path, path.marks.get(), reason="Era un'altra sera", by=viewer)
        nadia = Person.objects.get(pk=NADIA)
        look_at(path, nadia, {"told": ("there", "Con parole vere")}, by=viewer, today=D)
        void_check(path, path.checks.get(), reason="Non ancora detto", by=viewer)
        void_letter(path, went(path, viewer), reason="Non c'era nessuno", by=viewer)
    page = no_longer(signed_in("educatrice").get(reverse("path_page", args=[path.pk])).content.decode())
    for words in ("Farsi vivi", "Due righe", "Era un'altra sera", "Con parole vere", "Non ancora detto"):
        assert words in page, words
    assert "Ci dispiace. Chiara" in page
    assert "Non c'era nessuno" in page


def test_what_was_written_for_another_loss_stays_to_be_read(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.mark_step(path, "rite", "done", day=D, words="Nadia ha scelto di esserci", by=viewer, today=D)
        actions.edit_path(path, walked(loss="job"), version=1, by=viewer, today=D)
    page = no_longer(signed_in("educatrice").get(reverse("path_page", args=[path.pk])).content.decode())
    assert "Nadia ha scelto di esserci" in page


def test_where_nothing_was_taken_back_nothing_is_said_of_it(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer)
        actions.mark_step(path, "be_there", "done", day=D, words="Due righe", by=viewer, today=D)
    page = signed_in("educatrice").get(reverse("path_page", args=[path.pk])).content.decode()
    assert "Due righe" in page
    assert not no_longer(page)
