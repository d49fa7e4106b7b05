"""Forms of this area."""

from intreccio.ground.design.forms import OnceForm


class RetryForm(OnceForm):
    """One button."""
