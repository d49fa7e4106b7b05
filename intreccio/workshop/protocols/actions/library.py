"""The shipped texts, loaded by the keeper after every migration. They come as drafts: who approves them is of the network."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db.models import Max

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.reference import files_of
from intreccio.workshop.protocols.models import Protocol, ProtocolVersion
from intreccio.workshop.protocols.rules.definition import why_not_protocol

LIBRARY = Path(__file__).parents[1] / "library"


class UnsoundProtocol(Exception):
    """A file of the library that cannot be used, with every reason."""


class ApprovedProtocol(Exception):
    """An edition that somebody has approved was changed: a new edition must stand beside it."""


def load_protocols(using: str, folder: Path = LIBRARY) -> int:
    """Writes what is new or has changed and answers how many rows that was; twice writes none.

    Raises UnsoundProtocol, or ApprovedProtocol where what somebody has put their name to would become something else.
    """
    return sum(_load(code, edition, text, using) for code, edition, text in editions(folder))


def editions(folder: Path = LIBRARY) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Code, edition and definition of every file."""
    for path, definition in files_of(folder):
        text = {name: value for name, value in definition.items() if name not in ("code", "edition")}
        if reasons := why_not_protocol(text):
            raise UnsoundProtocol(f"{path.name}: " + "; ".join(map(str, reasons)))
        yield definition["code"], definition["edition"], text


def _load(code: str, edition: int, text: dict[str, Any], using: str) -> bool:
    name = f"{code}-{edition}"
    versions = ProtocolVersion.objects.using(using)
    there = versions.filter(shipped=name).first()
    if there is None:
        protocol, _new = Protocol.objects.using(using).get_or_create(code=code, organisation_id=None)
        last = versions.filter(protocol=protocol).aggregate(last=Max("number"))["last"] or 0
        versions.create(protocol=protocol, number=last + 1, definition=text, shipped=name, written_at=now())
    elif there.definition == text:
        return False
    elif there.approved_at is not None:
        raise ApprovedProtocol(
            f"{name}: qualcuno l'ha già approvata, e resta com'era. Scrivete l'edizione {edition + 1} in un altro file, e in"
            " questo rimettete le parole di prima."
        )
    else:
        versions.filter(pk=there.pk).update(definition=text, written_at=now())
    return True
