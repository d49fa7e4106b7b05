"""A browser without screen: signs in through the login page, asks, and looks at what comes back."""

import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from bench.counting import HEADER
from tools.ports import LOCAL

SIGN_IN = "/accounts/login/"
FORM = "application/x-www-form-urlencoded"


class Wrong(Exception):
    """An answer that is not what a person would have been shown."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One request, and what its answer must hold: one of these names."""

    path: str
    names: tuple[str, ...]
    fields: Mapping[str, str | list[str]] | None = None
    leads_on: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long it took."""

    status: int
    body: bytes
    location: str
    queries: int
    seconds: float

    def check(self, errand: Errand) -> None:
        """Raises Wrong for another status, or where none of the names is there."""
        if errand.leads_on:
            if self.status not in {302, 303}:
                raise Wrong(f"{errand.path}: {self.status} e non 302. {self.said()}")
            return
        if self.status != 200:
            raise Wrong(f"{errand.path}: {self.status} e non 200")
        if not any(escape(name).encode() in self.body for name in errand.names):
            raise Wrong(f"{errand.path}: manca «{errand.names[0]}»")

    def said(self) -> str:
        """The first error on the page, if there is one."""
        text = self.body.decode(errors="replace")
        place = text.find("error")
        return text[place : place + 300] if place >= 0 else ""


@dataclass(slots=True)
class Visitor:
    """One person signed in, on one connection that stays open."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    line: http.client.HTTPConnection | None = None

    def ask(self, errand: Errand) -> Answer:
        """Sends an errand and reads all of the answer."""
        if errand.fields is None:
            return self._call("GET", errand.path, None, {})
        said = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **errand.fields}
        return self._call("POST", errand.path, urlencode(said, True).encode(), {"Content-Type": FORM})

    def send_file(self, path: str, fields: Mapping[str, str], name: str, data: bytes) -> Answer:
        """A form with a file in it."""
        said = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", ""), **fields}
        edge = uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in said.items()
        ]
        parts.append(
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode()
        )
        body = b"".join([*parts, data, f"\r\n--{edge}--\r\n".encode()])
        return self._call("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def _call(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if self.line is None:
            self.line = http.client.HTTPConnection(LOCAL, self.port, timeout=60)
        begun = time.perf_counter()
        self.line.request(method, path, body, headers)
        response = self.line.getresponse()
        content = response.read()
        seconds = time.perf_counter() - begun
        self.keep(response)
        location = urlsplit(response.headers.get("Location", "")).path
        return Answer(response.status, content, location, int(response.headers.get(HEADER, 0)), seconds)

    def keep(self, response: http.client.HTTPResponse) -> None:
        """Cookies, as a browser does; an emptied one is forgotten."""
        for header in response.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
                if not morsel.value:
                    del self.cookies[name]

    def hang_up(self) -> None:
        """The next errand calls again: a server does not wait long on a silent line."""
        if self.line is not None:
            self.line.close()

    def sign_in(self, email: str, password: str) -> None:
        """Through the page everybody uses. Raises Wrong where it leads nowhere."""
        self.ask(Errand(SIGN_IN, ()))
        answer = self.ask(Errand(SIGN_IN, (), {"login": email, "password": password}))
        if answer.status != 302 or "sessionid" not in self.cookies:
            raise Wrong(f"{email} non entra: {answer.status}. {answer.said()}")

    def twin(self) -> "Visitor":
        """The same person at another screen."""
        return Visitor(self.port, dict(self.cookies))
