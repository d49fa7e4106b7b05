"""How much is offered for each need."""

from intreccio.offer.directory.models import Service
from intreccio.offer.directory.queries.offer import Offer, offer_by_need

offer = offer_by_need.__wrapped__
ROZZANO = "015189"


def worked_out(municipality=""):
    """The same, one service at a time."""
    found: dict[str, list[Service]] = {}
    for service in Service.objects.filter(status="active"):
        if municipality and municipality not in service.at_municipalities:
            continue
        for code in {*service.need_codes, *(code.partition(".")[0] for code in service.need_codes)}:
            found.setdefault(code, []).append(service)
    return {
        code: Offer(
            len(there),
            sum(service.places_free or 0 for service in there),
            sum(service.places_free is None for service in there),
        )
        for code, there in found.items()
    }


def test_services_and_places_by_line_and_by_area(acting_as):
    with acting_as("coordinatrice"):
        assert offer("") == worked_out()
        assert offer(ROZZANO) == worked_out(ROZZANO)
        assert offer("")["emergenze"].services > offer(ROZZANO)["emergenze"].services > 0
