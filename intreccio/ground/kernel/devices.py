"""What a device has kept while there was no network is sent by its own script, which follows no redirect: it is told where
the writing led."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from intreccio.ground.kernel.tally import bucket_of
from intreccio.ground.kernel.viewer import Viewer

View = Callable[..., HttpResponse]
MARK = "X-Device"


def answers_devices(view: View) -> View:
    """A page whose form may be sent later. What was written answers 201 and its address, in the place of a redirect."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if request.headers.get(MARK) and response.status_code == 302:
            return JsonResponse({"address": response["Location"]}, status=201)
        return response

    return answered


def owner_of(viewer: Viewer) -> str:
    """Whose words a device keeps: keyed digests of the person and of the hat, which say nothing and lead nowhere."""
    return owner_under(viewer.user_id, viewer.membership_id)


def owner_under(user_id: UUID, membership_id: UUID) -> str:
    """The same word for any hat of somebody, also one that they wore before."""
    return "-".join(bucket_of("device", str(key))[:32] for key in (user_id, membership_id))
