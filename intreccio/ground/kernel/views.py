"""One page of the kernel's own: is the house up?"""

from importlib.metadata import version

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answers `status`, `database` and `version`; 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        database = "ok"
    except DatabaseError:
        database = "unreachable"
    answer = {
        "status": "ok" if database == "ok" else "failing",
        "database": database,
        "version": version("intreccio"),
    }
    return JsonResponse(answer, status=200 if database == "ok" else 503)
