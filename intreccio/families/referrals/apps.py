from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    """A person handed from one body to another, until it helped."""

    name = "intreccio.families.referrals"
    label = "referrals"
    verbose_name = "Invii"
