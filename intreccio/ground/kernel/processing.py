"""Why personal data is kept: every model that holds some says it (art. 5 and 30 GDPR), and a house test asks."""

from dataclasses import dataclass

from intreccio.ground.kernel.refused import Words


@dataclass(frozen=True, slots=True)
class Processing:
    """Purpose, legal basis and retention of one kind of data, as a family could read them."""

    purpose: Words
    basis: Words
    retention: Words
