"""Several people at the same moment: real threads, each with its own connection, and what each was told."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import NamedTuple

from django.db import connections, transaction
from django.test import Client

from conftest import viewer_named
from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.ground.kernel.viewer import DOOR, Viewer


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act answered, or the exception it ended with; all begin together."""
    barrier, told = Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            barrier.wait(30)
            told[place] = act()
        except Exception as failure:
            told[place] = failure
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=one, daemon=True) for one in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
        assert not thread.is_alive(), "two of them wait for each other"
    return told


def told(*acts: Callable[[], object]) -> list[str]:
    """How each ended, in its own transaction: «done», the code of its no, «changed» where another had written first."""
    return [_told(answer) for answer in at_once(*(transaction.atomic(act) for act in acts))]


def _told(answer: object) -> str:
    if isinstance(answer, Refused):
        return answer.code
    if isinstance(answer, Changed):
        return "changed"
    if isinstance(answer, Exception):
        raise answer
    return "done"


def told_as(*acts: tuple[str, Callable[[Viewer], object]]) -> list[str]:
    """The same, each as the account beside it."""
    return told(*(acted(person(account), act) for account, act in acts))


def acted(viewer: Viewer, act: Callable[[Viewer], object]) -> Callable[[], object]:
    """What somebody is about to do."""

    def deed() -> object:
        with acting(viewer):
            return act(viewer)

    return deed


def person(account: str) -> Viewer:
    with acting(DOOR):
        return viewer_named(account)


class Told(NamedTuple):
    """How a tap was answered."""

    status: int
    leads_to: str
    says: str


class Window:
    """A browser's window of somebody signed in; `another` is a second window of the same browser."""

    def __init__(self, account: str) -> None:
        self.client = Client(raise_request_exception=False)
        with acting(DOOR):
            user = User.objects.get(email=f"{account}@example.org")
            self.client.force_login(user, backend="intreccio.ground.accounts.backend.HouseBackend")

    def another(self) -> "Window":
        copy = Window.__new__(Window)
        copy.client = Client(raise_request_exception=False)
        copy.client.cookies = self.client.cookies.copy()
        return copy

    def sends(self, address: str, **fields: object) -> Callable[[], Told]:
        """A tap to come."""

        def tap() -> Told:
            answer = self.client.post(address, fields)
            return Told(answer.status_code, answer.headers.get("Location", ""), answer.content.decode())

        return tap

    def opens(self, address: str) -> int:
        return self.client.get(address).status_code
