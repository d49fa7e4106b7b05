"""Which dimension of health somebody around a family is on: by the need that was asked for, by profession, by where they are."""

from intreccio.families.around.vocabulary import Dimension

D = Dimension
# The first beginning that fits.
_OF_NEEDS = (
    *((each.value, each) for each in Dimension),
    ("emergenze.sanitario", D.BODY),
    ("emergenze", D.SOCIAL),
    ("futuro", D.LEARNING),
    ("famiglie", D.SOCIAL),
    ("lavoro", D.SOCIAL),
    ("infrastruttura", D.SOCIAL),
    ("abitare", D.SOCIAL),
)
_OF_PROFESSIONS = {"social_worker": D.SOCIAL, "educator": D.LEARNING, "psychologist": D.MIND}
_OF_SPHERES = {
    "health": D.BODY, "school": D.LEARNING, "relatives": D.SOCIAL, "friends": D.SOCIAL, "neighbours": D.SOCIAL,
    "associations": D.SOCIAL, "free_time": D.SOCIAL, "faith": D.SOCIAL,
}  # fmt: skip
_OF_BODIES = {"health": D.BODY, "school": D.LEARNING}


def of_need(code: str) -> Dimension | None:
    """Of what was asked for; None where it is of none of the four."""
    return next((each for begins, each in _OF_NEEDS if code == begins or code.startswith(f"{begins}.")), None)


def of_profession(code: str) -> Dimension | None:
    """Of whoever works with a family, by their own trade; who coordinates is on none by that."""
    return _OF_PROFESSIONS.get(code)


def of_sphere(code: str) -> Dimension | None:
    """Of a bond, by the world it is in."""
    return _OF_SPHERES.get(code)


def of_body(kind: str) -> Dimension | None:
    """Of a body, where its kind says it."""
    return _OF_BODIES.get(kind)
