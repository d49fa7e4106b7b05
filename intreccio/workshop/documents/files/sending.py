"""How a file leaves: under a neutral name, kept by nobody on the way, and able to run nothing."""

import re

from django.http import HttpResponse

KINDS = {
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
PICTURES = {"jpg", "png", "webp"}
NEUTRAL = re.compile(rf"[a-z0-9-]+\.({'|'.join(KINDS)})")


def download(content: bytes, name: str) -> HttpResponse:
    """An answer that is saved as `name`: «progetto.pdf». Raises ValueError for a name that could say whose it is."""
    return _answer(content, name, "attachment")


def show(content: bytes, name: str) -> HttpResponse:
    """The same, looked at in the browser where it is a picture; everything else is only saved."""
    return _answer(content, name, "inline" if name.rpartition(".")[2] in PICTURES else "attachment")


def _answer(content: bytes, name: str, how: str) -> HttpResponse:
    fits = NEUTRAL.fullmatch(name)
    if not fits:
        raise ValueError("small letters, digits and hyphens, then a known ending: no name of anybody")
    headers = {
        "Content-Disposition": f'{how}; filename="{name}"',
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=KINDS[fits[1]], headers=headers)
