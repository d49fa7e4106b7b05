"""Each role in plain words; and why nobody signs up."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.ground.accounts.roles import ROLES, SIGHT_WORDS, Role, abilities_of
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.refused import Words


@dataclass(frozen=True, slots=True)
class Explained:
    """A role as its page tells it."""

    role: type[Role]
    sees: Words
    may: list[Words]
    mine: bool


@require_safe
def roles_page(request: HttpRequest) -> HttpResponse:
    """What every role is for, which families it sees, what it may do: the same objects that guard the actions."""
    viewer = viewer_of(request)
    explained = [
        Explained(
            role,
            SIGHT_WORDS[role.sight],
            [ability.words for ability in abilities_of(role)],
            role.code == viewer.role,
        )
        for role in ROLES
    ]
    return render(request, "ground/accounts/pages/roles_page.html", {"explained": explained})


@require_safe
def account_signup(request: HttpRequest) -> HttpResponse:
    """People enter by invitation."""
    return render(request, "ground/accounts/pages/account_signup.html")
