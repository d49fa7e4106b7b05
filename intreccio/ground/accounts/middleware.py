"""Sign-in beside the kernel's transaction: answers that allauth raises, and the second factor where it is asked for."""

from collections.abc import Callable
from typing import Any

from allauth.account.middleware import AccountMiddleware
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
SETTLED = "second_factor"
OPEN_PAGES = frozenset({"account_logout", "account_reauthenticate", "healthz"})


class SignInMiddleware:
    """Lets allauth answer what it raises (the password again, a step more) before the kernel undoes the request.

    It stands inside ActorMiddleware: outside of it allauth would look into a transaction that is already lost.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.allauth = AccountMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """allauth's own answer; None for what is not allauth's."""
        answer: HttpResponse | None = self.allauth.process_exception(request, exception)
        return answer


class SecondFactorMiddleware:
    """Who has signed in with a password alone sets up a second factor before anything else opens."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_called: Any) -> HttpResponse | None:
        """Leads to the pages of the second factor; None where the request goes on."""
        if not settings.REQUIRE_MFA or not request.user.is_authenticated:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name.startswith("mfa_"):
            # Whoever is here may be taking a factor away: asked again at the next page.
            request.session.pop(SETTLED, None)
            return None
        if name in OPEN_PAGES or settled(request):
            return None
        messages.warning(
            request, _("Prima di lavorare con le famiglie serve un secondo passo: scegline uno qui.")
        )
        return redirect("mfa_index")


def settled(request: HttpRequest) -> bool:
    """True for who has a second factor; asked of the database once a session, not at every page."""
    if request.session.get(SETTLED):
        return True
    there = is_mfa_enabled(request.user, FACTORS)
    if there:
        request.session[SETTLED] = True
    return bool(there)
