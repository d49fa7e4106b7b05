"""From plain words to the fourteen codes."""

from intreccio.families.access.vocabulary import Kin, Source, Voice

_OF_VOICE = {
    Voice.SCHOOL: Source.SCHOOL,
    Voice.HEALTH: Source.HEALTH,
    Voice.NEIGHBOUR: Source.NEIGHBOURS,
    Voice.ASSOCIATION: Source.THIRD_SECTOR,
    Voice.FAMILY: Source.PARENTS,
}
_OF_KIN = {Kin.SELF: Source.SELF, Kin.PARENT: Source.PARENTS, Kin.RELATIVE: Source.RELATIVES}
_KIN_COUNTS_FOR = {Voice.NEIGHBOUR, Voice.FAMILY}
_OF_BODY = {
    "school": Source.SCHOOL,
    "health": Source.HEALTH,
    "municipality": Source.OTHER_SOCIAL,
    "public": Source.OTHER_SOCIAL,
    "company": Source.PRIVATE_PROFESSIONAL,
}


def source_of(voice: str, kin: str = "") -> Source:
    """The SINBA code of one of the five choices. A teacher who is also an aunt writes as a teacher."""
    said = Voice(voice)
    if kin and said in _KIN_COUNTS_FOR:
        return _OF_KIN[Kin(kin)]
    return _OF_VOICE[said]


def source_of_body(kind: str) -> Source:
    """The SINBA code proposed to somebody who writes from a body of this kind."""
    return _OF_BODY.get(kind, Source.THIRD_SECTOR)
