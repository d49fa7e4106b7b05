"""The pages: what is read, what is written from a browser, who finds nothing."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.workshop.protocols.rules.parts import part_of
from intreccio.workshop.protocols.tests.conftest import (
    DRAFT,
    OWN,
    OWN_FORMER,
    READ_IN_THE_NETWORK,
    filled,
    shipped,
    version,
)

TELAIO = key_for("protocol", "telaio_casa")


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def of_network(acting_as):
    """`of_network("soli-mai-2")`: the version that came in this file."""

    def find(name):
        with acting_as("coordinatrice"):
            return shipped(name)

    return find


@READ_IN_THE_NETWORK
def test_protocols_are_read_by_who_works_in_the_network(signed_in, account, status):
    for address in (
        reverse("protocol_list"),
        reverse("protocol_page", args=[TELAIO]),
        reverse("protocol_version", args=[OWN_FORMER]),
        reverse("compare_protocol_versions", args=[OWN_FORMER, OWN]),
    ):
        # Who reads no protocol is told so before anything is looked for.
        assert signed_in(account).get(address).status_code == status, address


def test_the_list_says_what_is_in_use_and_what_waits(signed_in):
    text = text_of(signed_in("coordinatrice").get(reverse("protocol_list")))
    assert text.count("i-tag-ok") == 7
    assert "La bozza, versione 3, aspetta di essere approvata" in text
    assert "da Irene Costa" in text


def test_the_way_to_the_protocols_is_on_the_page_of_the_network_and_of_the_team(signed_in):
    address = reverse("protocol_list")
    assert address in text_of(signed_in("educatrice").get(reverse("organisation_list")))
    assert address in text_of(
        signed_in("educatrice").get(reverse("team_page", args=[key_for("team", "equipe_nord")]))
    )
    assert address not in text_of(signed_in("scuola").get(reverse("organisation_list")))


def test_search_protocol_by_its_title(signed_in):
    found = text_of(signed_in("educatrice").post(reverse("search"), filled(words="soli")))
    assert "SOLI MAI" in found
    assert "SOLI MAI" not in text_of(signed_in("scuola").post(reverse("search"), filled(words="soli")))


def test_a_trial_date_sets_days_beside_the_steps(signed_in, of_network, today):
    address = reverse("protocol_version", args=[of_network("mille-giorni-1").pk])
    text = text_of(signed_in("educatrice").get(address, {"day": today.isoformat()}))
    assert "Oggi è il giorno 270 di 1000." in text
    assert f'datetime="{(today + timedelta(days=730)).isoformat()}"' in text
    assert "Oggi è il giorno" not in text_of(signed_in("educatrice").get(address))


def test_the_guide_is_of_one_loss_and_one_age(signed_in, of_network):
    address = reverse("protocol_version", args=[of_network("soli-mai-2").pk])
    text = text_of(signed_in("educatrice").get(address, {"about": "family", "loss": "death", "age": "small"}))
    assert "Dire una morte a chi ha meno di sei anni" in text
    assert "tra i sei e gli undici anni" not in text
    assert "Il lavoro perso, detto ai figli" not in text
    assert "Dopo il lavoro perso" not in text


def test_a_nonsense_look_is_told_and_shows_all(signed_in, of_network):
    address = reverse("protocol_version", args=[of_network("soli-mai-2").pk])
    answer = signed_in("educatrice").get(address, {"day": "domani", "loss": "keys"})
    assert answer.status_code == 422
    assert "Il primo anniversario" in text_of(answer)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_from_which_nobody_counts_is_told_and_shows_all(signed_in, of_network, day):
    address = reverse("protocol_version", args=[of_network("mille-giorni-1").pk])
    answer = signed_in("educatrice").get(address, {"day": day})
    assert answer.status_code == 422
    assert "È troppo" in text_of(answer)


def test_in_english_nothing_stays_in_italian(signed_in, of_network):
    client = signed_in("educatrice")
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    text = text_of(client.get(reverse("protocol_version", args=[of_network("soli-mai-2").pk])))
    assert "One contact person" in text
    assert "Una sola persona di riferimento" not in text


def test_two_versions_stand_side_by_side_the_older_first(signed_in, of_network):
    text = text_of(
        signed_in("coordinatrice").get(
            reverse("compare_protocol_versions", args=[DRAFT, of_network("soli-mai-2").pk])
        )
    )
    assert "È diversa 1 cosa." in text
    assert "<del>3 giorni</del>" in text
    assert "<ins>righe nel primo giorno,</ins>" in text
    assert text.index("Versione 2") < text.index("Versione 3")


def test_two_protocols_are_not_versions_of_each_other(signed_in, of_network):
    address = reverse("compare_protocol_versions", args=[DRAFT, of_network("mille-giorni-1").pk])
    assert signed_in("coordinatrice").get(address).status_code == 404
    own = reverse("compare_protocol_versions", args=[OWN, of_network("a-casa-con-sostegno-2").pk])
    assert "Il pranzo in cortile" in text_of(signed_in("coordinatrice").get(own)), "from which it came"


def test_begin_protocol_draft_from_the_page(signed_in, acting_as, of_network):
    client, base = signed_in("coordinatrice"), of_network("accompagnamento-2")
    address = reverse("begin_protocol_draft", args=[base.pk])
    assert address in text_of(client.get(reverse("protocol_page", args=[base.protocol_id])))
    said = filled()
    first, second = client.post(address, said), client.post(address, said)
    assert first["Location"] == second["Location"], "a second tap writes nothing"
    text = text_of(client.get(first["Location"]))
    assert "È una bozza: con questo testo non si comincia ancora." in text
    assert "Aggiungi un passo" in text


def test_a_step_is_written_in_words(signed_in, acting_as):
    client = signed_in("coordinatrice")
    address = reverse("add_protocol_part", args=[DRAFT, "steps"])
    said = {
        "title": "Una minestra", "text": "Portarla calda.", "first": "2 settimane dopo", "last": "1 mese dopo", "role": "team",
        "track": "concrete", "kind": "step", "documents": "il nome\n\n  l'ora ", "losses": ["death"], "version": "1",
    }  # fmt: skip
    answer = client.post(address, filled(**said))
    assert answer.status_code == 302
    with acting_as("coordinatrice"):
        part = dict(version(DRAFT).definition["steps"][-1])
    assert part.pop("code")
    assert part == {
        "title": "Una minestra", "text": "Portarla calda.", "when": ["2w", "1m"], "role": "team",
        "track": "concrete", "kind": "step", "documents": ["il nome", "l'ora"], "losses": ["death"],
    }  # fmt: skip
    assert "Una minestra" in text_of(client.get(reverse("protocol_version", args=[DRAFT])))


def test_a_part_is_looked_at_before_it_is_saved(signed_in, acting_as):
    client, address = signed_in("coordinatrice"), reverse("add_protocol_part", args=[DRAFT, "letters"])
    said = {
        "title": "Un saluto",
        "text": "Prima riga.\n\nSeconda riga.",
        "when": "3 giorni dopo",
        "version": "1",
    }
    text = text_of(client.post(address, filled(**said, look="1")))
    assert "Come si leggerà" in text
    assert "<p>Prima riga.</p> <p>Seconda riga.</p>" in text
    assert "Non è ancora salvato." in text
    assert 'value="Un saluto"' in text, "the form is still there"
    with acting_as("coordinatrice"):
        assert version(DRAFT).version == 1
    assert client.post(address, filled(**said)).status_code == 302
    assert client.post(address, filled(look="1", version="1")).status_code == 422, "nothing to look at"


def test_what_is_not_understood_is_told_and_nothing_is_lost(signed_in):
    address = reverse("add_protocol_part", args=[DRAFT, "steps"])
    answer = signed_in("coordinatrice").post(
        address, filled(title="Una minestra", first="un giorno o l'altro", version="1")
    )
    assert answer.status_code == 422
    text = text_of(answer)
    assert "Non si capisce quando" in text
    assert 'value="Una minestra"' in text
    assert 'value="un giorno o l&#x27;altro"' in text


@pytest.mark.parametrize(
    ("kind", "wrong", "words"),
    [
        ("steps", {"first": "3 mesi dopo", "last": "2 settimane dopo"}, "Finisce prima di cominciare."),
        ("checks", {"last": "2 settimane dopo"}, "Scrivi anche da quando."),
        ("letters", {"every": "2 settimane prima", "most": "1"}, "Scrivi dopo quanto tempo, ogni volta."),
        ("letters", {"every": "2 settimane dopo", "most": "0"}, "Scrivi anche quante volte."),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(signed_in, kind, wrong, words):
    answer = signed_in("coordinatrice").post(
        reverse("add_protocol_part", args=[DRAFT, kind]), filled(**wrong, version="1")
    )
    assert answer.status_code == 422
    assert words in text_of(answer)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("steps", "papers_death"),
        ("checks", "told"),
        ("guidance", "death_small"),
        ("letters", "how_are_you"),
        ("letters", "remembering"),
        ("sources", "naspi"),
    ],
)
def test_a_part_that_is_saved_as_it_was_stays_as_it_was(signed_in, acting_as, kind, code):
    """The form holds all that a part says."""
    client, address = signed_in("coordinatrice"), reverse("edit_protocol_part", args=[DRAFT, kind, code])
    form = client.get(address).context["form"]
    said = {field.html_name: field.value() for field in form if field.value() not in (None, "", False)}
    said |= {name: str(field) for name, field in said.items() if name in ("version", "once")}
    written = {
        name: form.fields[name].prepare_value(value) if name in form.fields else value
        for name, value in said.items()
    }
    assert client.post(address, written | {"once": str(new_key())}).status_code == 302
    with acting_as("coordinatrice"):
        assert part_of(version(DRAFT).definition, kind, code) == part_of(
            shipped("soli-mai-2").definition, kind, code
        )


def test_edit_protocol_version_changes_its_heading(signed_in, acting_as):
    address = reverse("edit_protocol_version", args=[DRAFT])
    said = filled(title="Mai soli", lead="Altre parole.", zero="quel giorno", version="1")
    assert signed_in("coordinatrice").post(address, said).status_code == 302
    with acting_as("coordinatrice"):
        assert version(DRAFT).title == "Mai soli"
        assert version(DRAFT).definition["zero"]["label"] == "quel giorno"


def test_the_second_of_two_sees_both(signed_in):
    client, address = (
        signed_in("coordinatrice"),
        reverse("edit_protocol_part", args=[DRAFT, "sources", "naspi"]),
    )
    assert client.post(address, filled(text="Prima", version="1")).status_code == 302
    answer = client.post(address, filled(text="Dopo", version="1"))
    assert answer.status_code == 409
    assert "Prima" in text_of(answer)
    assert client.post(address, filled(text="Dopo", version="2")).status_code == 302


def test_remove_protocol_part_and_void_protocol_version(signed_in, acting_as):
    client = signed_in("coordinatrice")
    gone = reverse("remove_protocol_part", args=[DRAFT, "letters", "near"])
    assert client.post(gone, filled(version="1")).status_code == 302
    assert client.get(gone).status_code == 404
    answer = client.post(reverse("void_protocol_version", args=[DRAFT]), filled(reason="Da rifare"))
    assert "Da rifare" in text_of(client.get(reverse("protocol_version", args=[DRAFT])))
    assert answer.status_code == 302


@pytest.mark.parametrize("kind", ["nothing", "tracks"])
def test_only_parts_are_added(signed_in, kind):
    assert signed_in("coordinatrice").get(reverse("add_protocol_part", args=[DRAFT, kind])).status_code == 404


def test_what_was_approved_opens_no_form(signed_in):
    answer = signed_in("coordinatrice").get(reverse("edit_protocol_version", args=[OWN]))
    assert answer.status_code == 409
    assert "per cambiarla se ne fa una bozza" in text_of(answer)


def test_approve_protocol_version_by_name(signed_in):
    client, address = signed_in("psicologa"), reverse("approve_protocol_version", args=[DRAFT])
    assert address in text_of(client.get(reverse("protocol_version", args=[DRAFT])))
    assert client.post(address, filled(version="1")).status_code == 422, "nobody signs unread"
    assert client.post(address, filled(version="1", read="on")).status_code == 302
    text = text_of(client.get(reverse("protocol_version", args=[DRAFT])))
    assert "da Irene Costa, psicologa o psicologo." in text


def test_who_wrote_it_is_told_before_they_try(signed_in):
    client, address = signed_in("coordinatrice"), reverse("approve_protocol_version", args=[DRAFT])
    assert address not in text_of(client.get(reverse("protocol_version", args=[DRAFT])))
    assert "L&#x27;hai scritta anche tu" in text_of(client.get(address))
    assert client.post(address, filled(version="1", read="on")).status_code == 409


def test_adapt_protocol_for_the_own_body(signed_in, of_network):
    address = reverse("adapt_protocol", args=[of_network("mille-giorni-1").pk])
    made = signed_in("coordinatrice").post(address, filled())
    assert "del tuo ente" in text_of(signed_in("coordinatrice").get(made["Location"]))
    assert "di un altro ente" in text_of(signed_in("comune").get(made["Location"]))


def test_the_next_edition_says_what_is_answered_and_the_comparison_shows_it(signed_in, of_network):
    client = signed_in("coordinatrice")
    text = text_of(client.get(reverse("protocol_version", args=[of_network("accompagnamento-2").pk])))
    assert "è il nostro lavoro" in text
    beside = [of_network(name).pk for name in ("accompagnamento-1", "accompagnamento-2")]
    text = text_of(client.get(reverse("compare_protocol_versions", args=beside)))
    assert "Che cosa si risponde" in text


def test_a_thing_to_look_at_keeps_how_it_is_answered_when_it_is_written_again(
    signed_in, of_network, acting_as
):
    client, base = signed_in("coordinatrice"), of_network("accompagnamento-2")
    draft = client.post(reverse("begin_protocol_draft", args=[base.pk]), {"once": str(new_key())})["Location"]
    key = draft.rstrip("/").split("/")[-1]
    address = reverse("edit_protocol_part", args=[key, "checks", "dates"])
    page = client.get(address).content.decode()
    assert 'value="ours"' in page
    sent = {
        "once": str(new_key()),
        "version": "1",
        "label": "Ogni impegno ha un giorno",
        "text": "Anche i nostri.",
        "answers": "ours",
    }
    assert client.post(address, sent).status_code == 302
    with acting_as("coordinatrice"):
        assert part_of(version(key).definition, "checks", "dates")["answers"] == "ours"
