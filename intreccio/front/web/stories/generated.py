"""Twenty-eight families thrown with seeded dice: the same at every run, at every stage there is."""

from collections.abc import Iterator
from datetime import date

from intreccio.front.web.stories import closed, sayings
from intreccio.front.web.stories.dice import dice_of
from intreccio.front.web.stories.others import LANDS, LINES, Line
from intreccio.front.web.stories.tale import Rows, Tale
from intreccio.ground.kernel.text import normalise
from intreccio.parties.people.rules.codice_fiscale import made_of

# Which desk answers for a place, and who welcomes there.
OPERA_DESK, BINASCO_DESK = ("sportello_opera", "lucia"), ("sportello_binasco", "tommaso")
DESKS = {
    "015189": ("sportello_rozzano", "assistente"),
    **dict.fromkeys(("015159", "015125", "015173"), OPERA_DESK),
    **dict.fromkeys(("015024", "015055", "015115"), BINASCO_DESK),
}
NETWORK_DESK = ("sportello_rete", "coordinatrice")
OPENED_TWICE = "Kumar"
MATES = {
    "equipe_nord": ("assistente", "educatrice"),
    "equipe_est": ("lucia", "davide"),
    "equipe_sud": ("tommaso", "sara"),
}


def stories(today: date) -> Iterator[Rows]:
    """One after the other."""
    for number, line in enumerate(LINES):
        yield Family(number, line, today).tell()


class Family:
    """One line of the table, told."""

    def __init__(self, number: int, line: Line, today: date) -> None:
        self.number, self.line = number, line
        self.key = normalise(line.name).replace(" ", "_")
        self.dice = dice_of(f"distretto-{self.key}")
        self.desk, self.welcome = DESKS.get(line.place, NETWORK_DESK)
        by = self.welcome if line.place in DESKS or line.team not in MATES else MATES[line.team][0]
        self.heard = line.opened + 3
        self.tale = Tale(today, self.key, team=line.team, since=self.heard, by=by)
        self.need = self.dice.choice(list(sayings.NEEDED))

    def tell(self) -> Rows:
        """Who they are, what they said, how it began, where it stands."""
        self._home()
        self._people()
        self._words()
        self._beginning()
        if self.line.stage:
            self._case()
            self._others()
        return self.tale.rows

    def _home(self) -> None:
        land = LANDS[self.line.land]
        languages = list(dict.fromkeys((land.language, "it")))
        mediator = land.language != "it" and self.dice.random() < 0.4
        self.tale.household(
            f"Famiglia {self.line.name}", self.line.place, languages=languages, mediator=mediator
        )
        self.tale.address(f"{self.dice.choice(sayings.STREETS)} {self.dice.randint(1, 60)}", self.line.place)

    def _people(self) -> None:
        land = LANDS[self.line.land]
        women, men = land.women.split(), land.men.split()
        self.dice.shuffle(women)
        self.dice.shuffle(men)
        surnames = self.line.name.split() if self.line.name != "El Amrani" else ["El Amrani"]
        self.parent = women.pop()
        self._grown(1, self.parent, surnames[0], "F")
        if self.dice.random() < 0.6:
            self._grown(2, men.pop(), surnames[-1], "M")
        for place, age in enumerate(self.line.children, 3):
            sex = self.dice.choice("FM")
            self._child(place, (women if sex == "F" else men).pop(), surnames[-1], sex, age)

    def _grown(self, place: int, given: str, surname: str, sex: str) -> None:
        land, dice = LANDS[self.line.land], self.dice
        birth = self.tale.aged(max(self.line.children) + dice.randint(22, 36), dice.randint(1, 300))
        code = made_of(surname, given, birth, sex, land.birthplace) if dice.random() < 0.7 else ""
        self.tale.person(
            f"{self.key}_{place}", given, surname, sex, birth, "parent", birthplace=land.birthplace, citizenship=land.citizenship,
            phone=f"333 010 4{self.number:02d}{place}", codice_fiscale=code)  # fmt: skip

    def _child(self, place: int, given: str, surname: str, sex: str, age: int) -> None:
        expected = age < 0
        birth = (
            self.tale.day(-self.dice.randint(40, 150))
            if expected
            else self.tale.aged(age, self.dice.randint(1, 300))
        )
        who = ("", surname, "") if expected else (given, surname, sex)
        precision = "expected" if expected else "exact"
        self.tale.person(f"{self.key}_{place}", *who, birth, "child", precision=precision)

    def _words(self) -> None:
        words, _said = sayings.NEEDED[self.need]
        self.tale.needed(words, need=self.need, said_by=self.parent)
        self.tale.strong(self.dice.choice(sayings.STRONG), said_by=self.parent)

    def _beginning(self) -> None:
        """A conversation at the desk; before it, for some, a signal."""
        if self.line.begins == "signal":
            self._signal()
        here = not self.line.stage
        answers = ["information", "orientation"] if here else ["intake"]
        self.tale.contact(
            f"contatto_{self.key}", self.desk, self.welcome, self.tale.at(self.heard, 9, 5 * (self.number % 12)),
            self.dice.randint(15, 45), given=self.parent, surname=self.line.name.split()[0], phone=f"333 010 4{self.number:02d}1",
            municipality=self.line.place, needs=[self.need], words=sayings.NEEDED[self.need][1], answers=answers,
            outcome="" if here else "case", signal=self._signal_key(), ages=sorted({_band(age) for age in self.line.children}))  # fmt: skip

    def _signal_key(self) -> str | None:
        return f"segnale_{self.key}" if self.line.begins == "signal" else None

    def _signal(self) -> None:
        source, facts, good, sender = sayings.SIGNALS[self.number % len(sayings.SIGNALS)]
        tale, ago = self.tale, self.heard + 4
        meet = tale.step("incontro", "meet", ago - 1, self.welcome, to=self.welcome, by_when=-self.heard)
        reply = tale.reply(
            "grazie",
            max(self.line.opened - 5, 0) or 1,
            self.welcome,
            "Grazie. Abbiamo incontrato la famiglia.",
        )
        tale.signal(
            f"segnale_{self.key}", self.desk, self.line.place, tale.at(ago, 11, self.number), facts, good=good, source=source,
            state="closed", urgency="week", read=self.welcome, household=self.key,
            sender={"name": sender, "reach": f"02 000 20{self.number:02d}"}, steps=[meet], words=[reply])  # fmt: skip

    def _case(self) -> None:
        line, tale = self.line, self.tale
        why = {
            "court": "Lo chiede il tribunale, e la famiglia è d'accordo.",
            "other_service": "Il consultorio ci ha chiesto di conoscerli.",
        }
        tale.case(
            line.opened, why.get(line.begins, sayings.NEEDED[self.need][1]), motive=line.begins, needs=[self.need],
            contact=f"contatto_{self.key}", signal=self._signal_key(), asked=tale.day(self.heard + 4 * (line.begins == "signal")),
            responsible=line.hat)  # fmt: skip
        if line.name == OPENED_TWICE:
            tale.put(
                "cases",
                **{
                    **tale.rows["cases"][0],
                    "key": f"{self.key}_due",
                    "voided": "aperta due volte per sbaglio",
                },
            )
        if line.stage == "in_charge":
            self._taken()
        elif line.stage == "not_taken":
            motive, words = sayings.ENDED[self.number % len(sayings.ENDED)]
            tale.end_preliminary(line.quiet, motive, words)
            tale.worker(tale.by, line.opened, until=line.quiet, ended="case_ended")
        else:
            tale.worker(line.hat, line.opened)

    def _taken(self) -> None:
        line, tale = self.line, self.tale
        taken = line.opened - self.dice.randint(12, 25)
        tale.take_charge(taken, line.hat, words=self.dice.choice(sayings.TAKEN))
        workers = dict.fromkeys((MATES[line.team][0], line.hat))
        for hat in workers:
            tale.worker(
                hat,
                line.opened if hat == tale.by else taken,
                "Riferimento della famiglia" if hat == line.hat else "Carte e contributi",
            )
        closed.walk(tale)
        tale.changed(line.quiet, line.hat, "household.edited", "name")

    def _others(self) -> None:
        """Who looked; for one in three, who else may."""
        line, tale = self.line, self.tale
        tale.looked(line.hat, line.quiet + 1, line.quiet + 15)
        tale.looked(MATES[line.team][0], line.quiet + 4)
        if self.number % 3 == 0 and line.stage == "in_charge":
            grant = dict(sayings.ROOFS[self.number // 3 % len(sayings.ROOFS)])
            tale.grant(grant.pop("level"), grant.pop("reason"), line.opened - 30, until=-180, **grant)


def _band(age: int) -> str:
    limits = ((-1, "expected"), (2, "0-2"), (5, "3-5"), (10, "6-10"), (13, "11-13"))
    return next((band for most, band in limits if age <= most), "14-17")
