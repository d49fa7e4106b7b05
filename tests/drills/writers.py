"""Four people at the counter who never stop writing, and remember every row that was acknowledged."""

import http.client
import re
import threading
import time
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlencode
from uuid import UUID, uuid4

from tools.ports import LOCAL

AT_ONCE, A_SECOND = 4, 50
PAGE = "/contacts/new"
ACCOUNT, PASSWORD = "assistente@example.org", "intreccio-demo"
ACKNOWLEDGED = re.compile(r"^/contacts/([0-9a-f-]{36})$")
LOST = (OSError, http.client.HTTPException)


class Browser:
    """One connection kept alive, with the cookies of who signed in."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.port, self.cookies = port, dict(cookies or {})
        self.connection: http.client.HTTPConnection | None = None

    def ask(
        self, method: str, path: str, fields: list[tuple[str, str]] | None = None
    ) -> tuple[int, str, str]:
        """Status, where it leads, and what it says. Whatever goes wrong, the next time is a new connection."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(LOCAL, self.port, timeout=15)
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items())}
        if method == "POST":
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "X-CSRFToken": self.cookies.get("csrftoken", ""),
            }
        try:
            self.connection.request(method, path, urlencode(fields or []), headers)
            answer = self.connection.getresponse()
            said = answer.read().decode(errors="replace")
        except LOST:
            self.hang_up()
            raise
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location", ""), said

    def hang_up(self) -> None:
        if self.connection:
            self.connection.close()
        self.connection = None

    def sign_in(self, account: str = ACCOUNT) -> None:
        self.ask("GET", "/accounts/login/")
        status, _, said = self.ask("POST", "/accounts/login/", [("login", account), ("password", PASSWORD)])
        assert status == 302, said[-2000:]

    def choices(self, field_name: str, path: str = PAGE) -> list[str]:
        """The values a page offers for a field."""
        status, _, said = self.ask("GET", path)
        assert status == 200, said[-2000:]
        inputs = [
            tag for tag in re.findall(r"<(?:input|option)[^>]*>", said) if f'name="{field_name}"' in tag
        ]
        found = [match[1] for tag in inputs if (match := re.search(r'value="([^"]+)"', tag))]
        assert found, f"{path} offers nothing for {field_name}"
        return found


@dataclass
class Noted:
    """What the four share. A number is acknowledged when its browser was led to the row's own page."""

    rows: dict[int, UUID] = field(default_factory=dict)
    taps: int = 0
    again: int = 0
    faults: int = 0
    lost: int = 0
    strange: list[str] = field(default_factory=list)
    moments: list[tuple[float, float]] = field(default_factory=list)  # of acknowledged taps: made, answered

    def made_after(self, moment: float) -> bool:
        """True when a tap made after this moment has been acknowledged."""
        return any(made > moment for made, _ in self.moments[-4 * AT_ONCE :])

    def silence_since(self, moment: float) -> float:
        """The longest time without an acknowledgement, from this moment to now."""
        heard = [
            moment,
            *sorted(answered for _, answered in self.moments if answered > moment),
            time.monotonic(),
        ]
        return max(later - sooner for sooner, later in pairwise(heard))


class Writer(threading.Thread):
    """Writes its share of the numbers, each until it is acknowledged, every retry with the same key."""

    def __init__(self, browser: Browser, part: int, fields: list[tuple[str, str]], noted: Noted) -> None:
        super().__init__(daemon=True)
        self.browser, self.part, self.fields, self.noted = browser, part, fields, noted
        self.ending = threading.Event()

    def run(self) -> None:
        number, due = self.part, time.monotonic()
        while not self.ending.is_set() and not self.noted.strange:
            self.write(number)
            if number // AT_ONCE % 10 == 0:
                self.write_again(number)
            number += AT_ONCE
            due = max(due + AT_ONCE / A_SECOND, time.monotonic())
            time.sleep(max(0.0, due - time.monotonic()))

    def write(self, number: int) -> None:
        self.key = uuid4()
        while not self.noted.strange:
            begun = time.monotonic()
            found = self.tap(number)
            if found:
                self.noted.rows[number] = found
                self.noted.moments.append((begun, time.monotonic()))
                return
            time.sleep(0.05)

    def write_again(self, number: int) -> None:
        """A second tap, although the first was acknowledged: it leads to the same row."""
        found = self.tap(number)
        self.noted.again += 1
        if found not in (None, self.noted.rows.get(number)):
            self.noted.strange.append(f"{number}: a second tap led to {found}")

    def tap(self, number: int) -> UUID | None:
        """The row it led to; None where no answer came, or one that asks to try again."""
        self.noted.taps += 1
        try:
            said = [("once", str(self.key)), ("words", f"riga {number:06d}"), *self.fields]
            status, location, words = self.browser.ask("POST", PAGE, said)
        except LOST:
            self.noted.lost += 1
            return None
        if status == 302 and (row := ACKNOWLEDGED.match(location)):
            return UUID(row[1])
        if status >= 500:
            self.noted.faults += 1
            return None
        self.noted.strange.append(f"{number}: {status} {location} {words[-500:]}")
        return None


def begin_writing(port: int) -> tuple[Noted, list[Writer]]:
    """Signs in once; each of the four touches a need of its own."""
    door = Browser(port)
    door.sign_in()
    needs, desk = door.choices("needs"), door.choices("desk")[0]
    noted, writers = Noted(), []
    for part in range(AT_ONCE):
        fields = [
            ("channel", "phone"),
            ("needs", needs[part]),
            ("answers", "information"),
            ("minutes", "5"),
            ("desk", desk),
        ]
        writers.append(Writer(Browser(port, door.cookies), part, fields, noted))
    for writer in writers:
        writer.start()
    return noted, writers


def stop_writing(writers: list[Writer]) -> None:
    """Each finishes the row it has begun."""
    for writer in writers:
        writer.ending.set()
    for writer in writers:
        writer.join(60)
        assert not writer.is_alive()
