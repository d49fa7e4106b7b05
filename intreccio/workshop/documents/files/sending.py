"""How a file leaves: under a neutral name, kept by nobody on the way."""

import re

from django.http import HttpResponse

KINDS = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NEUTRAL = re.compile(r"[a-z0-9-]+\.(pdf|csv|xlsx)")


def download(content: bytes, name: str) -> HttpResponse:
    """An answer that is saved as `name`: «progetto.pdf». Raises ValueError for a name that could say whose it is."""
    fits = NEUTRAL.fullmatch(name)
    if not fits:
        raise ValueError("small letters, digits and hyphens, then pdf, csv or xlsx: no name of anybody")
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=KINDS[fits[1]], headers=headers)
