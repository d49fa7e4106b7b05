from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, sign-in, roles."""

    name = "intreccio.ground.accounts"
    label = "accounts"
    verbose_name = "Accessi"
