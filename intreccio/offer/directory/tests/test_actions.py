"""What people do, without any page."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client
from django.urls import reverse

from intreccio.ground.kernel.refused import NotAllowed
from intreccio.offer.directory.actions.checks import (
    require_counter,
    require_verifier,
    update_room,
    verify_service,
)
from intreccio.offer.directory.actions.files import import_services
from intreccio.offer.directory.actions.index import index
from intreccio.offer.directory.actions.missing import report_missing
from intreccio.offer.directory.actions.own import not_own, require_own
from intreccio.offer.directory.actions.writing import create_service, edit_service
from intreccio.offer.directory.models import Service, ServiceLocation
from intreccio.offer.directory.queries.mappings import mapping_named, shipped_mappings
from intreccio.offer.directory.rules.hours import Hours
from intreccio.offer.directory.tests.places import CONSULTORIO, IL_CORTILE, ITALIANO, Acting, stored
from intreccio.offer.directory.vocabulary import VerificationMethod
from intreccio.parties.organisations.models import Organisation

pytestmark = pytest.mark.django_db
PLACE = {"name": "", "address": "Piazza Foglia 1", "postal_code": "", "municipality_code": "015189"}
FIELDS = {"name": "Scacchi", "description": "Di sera", "need_codes": ["futuro.educative"]}


def test_create_service_writes_it_with_what_searching_needs(acting_as: Acting, today: date) -> None:
    with acting_as("coordinatrice") as viewer:
        body = Organisation.objects.get(pk=viewer.organisation_id)
        made = create_service(body, by=viewer, today=today, fields=FIELDS, place=PLACE, hours=[Hours(2)])
        assert (made.at_municipalities, made.at_weekdays) == (["015189"], [2])
        assert "rozzano" in made.search_words.split()


def test_create_service_for_another_body_is_refused(acting_as: Acting, today: date) -> None:
    with pytest.raises(NotAllowed), acting_as("coordinatrice") as viewer:
        create_service(
            stored(IL_CORTILE).organisation, by=viewer, today=today, fields=FIELDS, place=PLACE, hours=[]
        )


def test_edit_service_says_what_really_changed(acting_as: Acting, today: date) -> None:
    service = stored(ITALIANO)
    place = {"name": "Sala grande"}
    with acting_as("coordinatrice") as viewer:
        same = {"name": service.name, "description": "Anche la sera"}
        changed = edit_service(service, version=1, by=viewer, today=today, fields=same, place=place, hours=[])
    assert changed == {"description", "place_name", "hours"}


def test_require_own_says_who_writes_and_what_one_can_do(acting_as: Acting) -> None:
    with acting_as("coordinatrice") as viewer:
        require_own(viewer, stored(ITALIANO))
        with pytest.raises(NotAllowed) as no:
            require_own(viewer, stored(IL_CORTILE))
    assert "Girasole" in str(no.value.way_out)


def test_index_finds_words_without_accents(acting_as: Acting, today: date) -> None:
    with acting_as("coordinatrice"):
        service = Service(name="Perché no", organisation=Organisation.objects.order_by("name")[0])
        columns = index(
            service, [ServiceLocation(municipality_code="015159", latitude=45.3, longitude=9.2)], [], today
        )
    assert columns["search_name"] == "perche no"
    assert (columns["at_provinces"], columns["at_lats"]) == (["MI"], [45.3])


@pytest.mark.parametrize("account", ["elio", "admin"])
def test_report_missing_is_for_who_works_with_families(acting_as: Acting, today: date, account: str) -> None:
    with pytest.raises(NotAllowed), acting_as(account) as viewer:
        report_missing("abitare", "015189", "no_service", by=viewer, today=today)


@pytest.mark.parametrize("account", ["assistente", "educatrice"])
def test_update_room_is_for_the_body_itself(acting_as: Acting, today: date, account: str) -> None:
    with pytest.raises(NotAllowed), acting_as(account) as viewer:
        update_room(stored(ITALIANO), version=1, by=viewer, free=1, total=2, waiting="", today=today)


def test_who_receives_people_says_how_much_room_there_is_and_nothing_else(
    acting_as: Acting, signed_in: Callable[[str], Client], today: date
) -> None:
    with acting_as("scuola") as viewer:
        own = Service.objects.filter(organisation_id=viewer.organisation_id).first()
        assert own is not None
        update_room(own, version=own.version, by=viewer, free=2, total=9, waiting="", today=today)
        own.refresh_from_db()
        assert (own.places_free, own.room_as_of) == (2, today)
        with pytest.raises(NotAllowed):
            require_counter(viewer, stored(ITALIANO))
        assert not_own(own).code == "not_own_service"
        with pytest.raises(ProgrammingError), transaction.atomic():
            Service.objects.filter(pk=own.pk).update(name="Un altro nome")
    page = signed_in("scuola").get(reverse("service_page", args=[own.pk])).content.decode()
    assert reverse("update_room", args=[own.pk]) in page


def test_an_older_check_never_covers_a_newer_one(acting_as: Acting) -> None:
    before = stored(IL_CORTILE).verified_on
    with acting_as("assistente") as viewer:
        verify_service(stored(IL_CORTILE), by=viewer, method=VerificationMethod.WEB, today=date(2020, 1, 1))
    assert stored(IL_CORTILE).verified_on == before


def test_import_services_reads_hsds_where_no_mapping_is_named() -> None:
    report = import_services(
        "x.json",
        b'[{"id": "1", "name": "Uno", "status": "active", "organization": {"name": "E"}}]',
        mapping="",
    )
    assert report.last_line == "added 1, changed 0, unchanged 0, refused 0"


def test_the_shipped_mappings_are_all_good() -> None:
    assert "consultori" in shipped_mappings()
    for name in shipped_mappings():
        assert mapping_named(name).source


def test_require_verifier_lets_a_partner_speak_for_its_own_body_only(acting_as: Acting) -> None:
    with acting_as("consultorio") as viewer:
        require_verifier(viewer, stored(CONSULTORIO))
        with pytest.raises(NotAllowed):
            require_verifier(viewer, stored(IL_CORTILE))
