"""Entries of a file become services: what the file newly says is written, what people wrote here in the meantime stays."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from django.db.models import Field

from intreccio.ground.needs.models import Need
from intreccio.offer.directory.actions.bodies import Bodies
from intreccio.offer.directory.actions.index import INDEXED, Indexer
from intreccio.offer.directory.actions.parts import Parts
from intreccio.offer.directory.models import Service, ServiceLocation
from intreccio.offer.directory.queries.towns import Towns
from intreccio.offer.directory.rules.drafts import Draft, PlaceDraft, draft_of
from intreccio.workshop.imports.rules.entries import BadField, Entry
from intreccio.workshop.imports.rules.reports import Change

BATCH = 500
NOT_COLUMNS = {"organisation", "places", "hours", "verified_on"}


class Services:
    """The target of an import: prepared once, asked for each entry, written at the end."""

    def __init__(self, source: str, today: date, *, town_needed: bool) -> None:
        self.source = source
        self.today = today
        self.town_needed = town_needed
        self.new: list[Service] = []
        self.touched: list[Service] = []
        self.written: set[str] = set()

    def prepare(self, entries: Sequence[Entry]) -> None:
        """Five queries, however long the file is."""
        self.towns = Towns()
        self.bodies = Bodies()
        self.needs = set(Need.objects.values_list("code", flat=True))
        mine = Service.objects.filter(source=self.source, source_key__in=[entry.key for entry in entries])
        self.there = {service.source_key: service for service in mine.select_related("organisation")}
        self.parts = Parts([service.pk for service in self.there.values()], self.today)

    def take(self, entry: Entry) -> Change:
        """One entry. Raises BadField."""
        draft = draft_of(entry.values)
        if unknown := sorted(set(draft.columns.get("need_codes", ())) - self.needs):
            raise BadField("need_codes", f"non è un bisogno dell'elenco: {', '.join(unknown)}")
        if draft.verified_on and draft.verified_on > self.today:
            raise BadField("verified_on", "la verifica è datata nel futuro")
        places = [self._place(said) for said in draft.places]
        service = self.there.get(entry.key)
        if service is None:
            self._add(entry.key, draft, places)
            return Change.ADDED
        return self._change(service, draft, places)

    def _place(self, said: PlaceDraft) -> dict[str, Any]:
        istat = self.towns.istat_of(said.town, said.province) if said.town else ""
        if not istat and self.town_needed:
            raise BadField(
                "place.municipality",
                f"«{said.town}» non è un comune dell'elenco ISTAT, o più comuni si chiamano così",
            )
        address = (
            said.address
            if istat or not isinstance(said.town, str)
            else ", ".join(filter(None, (said.address, said.town)))
        )
        return {
            "name": said.name,
            "address": address[:200],
            "postal_code": said.postal_code,
            "municipality_code": istat,
            "latitude": said.latitude,
            "longitude": said.longitude,
        }

    def _add(self, key: str, draft: Draft, places: list[dict[str, Any]]) -> None:
        service = Service(source=self.source, source_key=key, source_said=dict(draft.said), **draft.columns)
        service.organisation = self.bodies.named(draft.body)
        self.parts.write_places(service, places)
        self.parts.write_hours(service, draft.hours)
        self.parts.write_verification(service, draft.verified_on)
        self.new.append(service)

    def _change(self, service: Service, draft: Draft, places: list[dict[str, Any]]) -> Change:
        news = {
            name
            for name in {*draft.said, *service.source_said}
            if draft.said.get(name) != service.source_said.get(name)
        }
        if not news:
            return Change.UNCHANGED
        for name in news - NOT_COLUMNS:
            setattr(service, name, draft.columns.get(name, _default(name)))
        self.written |= news - NOT_COLUMNS
        if "organisation" in news:
            service.organisation = self.bodies.named(draft.body)
        if "places" in news:
            self.parts.write_places(service, places)
        if "hours" in news:
            self.parts.write_hours(service, draft.hours)
        if "verified_on" in news:
            self.parts.write_verification(service, draft.verified_on)
        service.source_said = dict(draft.said)
        service.version += 1
        self.touched.append(service)
        return Change.CHANGED

    def finish(self) -> None:
        """Services, then their parts."""
        for service, columns in self._indexed().items():
            for name, value in columns.items():
                setattr(service, name, value)
        Service.objects.bulk_create(self.new, batch_size=BATCH)
        names = [*INDEXED, *self.written, "organisation", "source_said", "version"]
        Service.objects.bulk_update(self.touched, names, batch_size=BATCH)
        self.parts.write()

    def _indexed(self) -> dict[Service, Mapping[str, Any]]:
        services = [*self.new, *self.touched]
        places: dict[Service, list[ServiceLocation]] = {
            service: self.parts.places_of(service) for service in services
        }
        codes = {place.municipality_code for each in places.values() for place in each}
        indexer = Indexer(codes, {code for service in services for code in service.need_codes})
        return {
            service: indexer.columns(service, places[service], self.parts.hours_of(service), self.today)
            for service in services
        }


def _default(name: str) -> Any:
    """What a column is when the file no longer says it."""
    return cast("Field[Any, Any]", Service._meta.get_field(name)).get_default()
