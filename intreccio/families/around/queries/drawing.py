"""The same facts drawn: the family in the middle, a full line to whom we have heard, a dashed one to whom is to be heard."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from intreccio.families.around.queries.network import Near, Network
from intreccio.families.around.vocabulary import Ring
from intreccio.parties.people.queries.ecomap import Inside, named, names_of
from intreccio.parties.people.rules.ecomap import Around, Ecomap, ecomap_of
from intreccio.parties.people.vocabulary import BondFlow, BondQuality


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the drawing of an ecomap asks for."""

    title: str
    drawing: Ecomap
    names: list[Inside]
    in_words: str


def drawing_of(network: Network, day: date) -> Drawing:
    """Nothing is asked."""
    return Drawing(
        _("Chi fa che cosa intorno alla famiglia"),
        ecomap_of([_around(each) for each in network.near]),
        named(names_of(network.relatives.values(), day)),
        ". ".join(each.in_words for each in network.near),
    )


def _around(each: Near) -> Around:
    below = each.does if each.ring is not Ring.SERVICES else each.about
    return Around(
        each.name,
        below,
        BondQuality.WEAK if each.is_to_hear else BondQuality.ORDINARY,
        each.row.flow if each.row else BondFlow.RECEIVES,
    )
