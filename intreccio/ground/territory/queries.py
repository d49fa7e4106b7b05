"""What people read of places. No person is in it: nobody needs to say who is looking."""

from collections.abc import Iterable
from functools import reduce

from django.db.models import Q, QuerySet

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.text import normalise, words_of
from intreccio.ground.territory.models import Municipality
from intreccio.ground.territory.rules import distance

MOST = 20


def current() -> QuerySet[Municipality]:
    """The municipalities that exist today, by name."""
    return Municipality.objects.on(today())


def municipality_named(name: str, province: str | None = None) -> Municipality | None:
    """The one municipality of this name, however accents and capitals are written.

    `province`: its letters or its name. None where there is no such municipality, and where several share the name
    (San Teodoro is in Messina and in Gallura) and the province does not tell them apart.
    """
    wanted = normalise(name)
    found = current().filter(Q(search_name=wanted) | Q(search_other=wanted)).select_related("province")
    if province:
        sought = normalise(province)
        several = [
            each for each in found if sought in {each.province_id.lower(), normalise(each.province.name)}
        ]
    else:
        several = list(found[:2])
    return several[0] if len(several) == 1 else None


def municipality_by_istat(istat: str) -> Municipality | None:
    """The municipality that carries this ISTAT code, also one that has ended."""
    return Municipality.objects.filter(istat=istat).first()


def search(words: str) -> list[Municipality]:
    """At most twenty municipalities in whose name every word begins a word; those that begin with it come first."""
    wanted = words_of(words)
    if not wanted:
        return []
    each = (_has(word) for word in wanted)
    found = list(current().filter(reduce(Q.__and__, each)).select_related("province")[: MOST * 5])
    first = " ".join(wanted)
    found.sort(key=lambda one: (not one.search_name.startswith(first), one.search_name))
    return found[:MOST]


def _has(word: str) -> Q:
    begins = Q(search_name__startswith=word) | Q(search_name__contains=f" {word}")
    return begins | Q(search_other__startswith=word) | Q(search_other__contains=f" {word}")


def distance_km(a: Municipality, b: Municipality) -> float | None:
    """Kilometres between two centres; None where one is not known."""
    return distance.distance_km(a.point, b.point)


def district_municipalities(codes: Iterable[str] | None = None) -> QuerySet[Municipality]:
    """The municipalities of these districts, or of every district of the network, each once, by name."""
    of = Q(districts__code__in=list(codes)) if codes is not None else Q(districts__isnull=False)
    return current().filter(of).select_related("province").distinct()
