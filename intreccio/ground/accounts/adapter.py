"""How allauth behaves here: nobody signs up by themselves; people enter by invitation."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Invitation only."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Always closed: `organisations.accept_invitation` makes users."""
        return False
