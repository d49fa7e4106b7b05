from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """A person handed from one body to another, until it helped."""

    name = "intreccio.families.referrals"
    label = "referrals"
    verbose_name = "Invii"

    def ready(self) -> None:
        """Fills the registers, and says which mails this area writes."""
        from intreccio.families.referrals import panels

        panels.register()
