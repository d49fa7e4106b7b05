"""What somebody has written in a form that came to nothing: shown again, to be copied, and kept nowhere."""

import re

from django.http import HttpRequest

SECRET = re.compile(r"password|csrf|strokes", re.IGNORECASE)


def typed_words(request: HttpRequest) -> list[str]:
    """Every text of more than one word that a request carries, as it was written; secrets and drawings stay out."""
    if request.method != "POST":
        return []
    told = (value for name, values in request.POST.lists() if not SECRET.search(name) for value in values)
    return [str(value) for value in told if len(str(value).split()) > 1]
