"""Who gives a hand to some families, and the days on which somebody went with them to a service."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any, NamedTuple

from intreccio.front.web.stories.others import LINES
from intreccio.front.web.stories.tale import Rows, Tale, merged
from intreccio.ground.kernel.bulk import Row
from intreccio.ground.kernel.text import normalise

World = dict[str, Any]


class Day(NamedTuple):
    """One day: key, family, team, whose, service, need, who goes, how many days ago, and the rest of its row."""

    key: str
    family: str
    team: str
    person: str
    service: str
    need: str
    goes: str
    ago: int
    more: dict[str, Any]


EDUCATIVE, HEALTH, HOME, WORK = "futuro.educative", "emergenze.sanitario", "abitare", "lavoro.inserimenti"
DAYS = (
    Day("leo_cortile", "marchetti", "equipe_nord", "leo", "spazio_gioco_il_cortile", EDUCATIVE, "educatrice", -1,
        {"referral": "leo_gioco", "at": time(10), "also": "nonna Luisa", "meet_at": "davanti al portone di casa",
         "bring": "il libretto delle vaccinazioni\nun cambio per Leo\nil pupazzo che gli piace"}),
    Day("fatou_mamme_prima", "bah", "equipe_nord", "fatou", "mamme_in_cammino", HEALTH, "assistente", 40,
        {"referral": "fatou_mamme", "at": time(10), "also": "una mediatrice di lingua francese", "state": "got_in",
         "words": "Alla seconda volta ci va da sola, con la vicina."}),
    Day("milagros_cortile", "quispe", "equipe_nord", "quispe_3", "spazio_gioco_il_cortile", EDUCATIVE, "educatrice", 5,
        {"referral": "jorge_gioco", "at": time(9, 30), "bring": "un documento di Milagros", "state": "not_in", "stopped": "papers",
         "words": "Chiedono il libretto delle vaccinazioni: lo cerchiamo insieme."}),
    Day("karim_affitto", "haddad", "equipe_est", "karim", "contributo_affitto", HOME, "lucia", 12,
        {"referral": "karim_casa", "state": "not_in", "stopped": "closed", "words": "Il martedì lo sportello ora è chiuso."}),
    Day("karim_affitto_ancora", "haddad", "equipe_est", "karim", "contributo_affitto", HOME, "lucia", -3,
        {"referral": "karim_casa", "again_of": "karim_affitto", "at": time(11), "bring": "il contratto\nl'ISEE"}),
    Day("ilaria_sportello", "tosi", "equipe_sud", "ilaria", "sportello_lavoro", WORK, "sara", 70,
        {"referral": "ilaria_lavoro", "state": "dropped", "let_go": "alone", "words": "Ci è andata da sola, ed è entrata."}),
)  # fmt: skip


# Of whom nobody has yet asked who is near; and whom a family tells of.
UNASKED = ("Pellegrini", "Okafor", "Zhou")
TOLD_OF = (
    ("La famiglia del piano di sotto", "neighbours"),
    ("Un'amica di quando erano ragazze", "friends"),
    ("Lo zio, la domenica", "relatives"),
    ("Le mamme del parco", "friends"),
    ("Il gruppo della parrocchia", "faith"),
    ("La squadra del cortile", "free_time"),
)
ALSO = (
    ("conti", "equipe_est", "lucia"),
    ("tosi", "equipe_sud", "sara"),
    ("bellomo", "equipe_nord", "coordinatrice"),
)


def rows(today: date) -> Rows:
    """Neighbours and friends, then the days."""
    return merged([*_hands(today), *_told_of(today), *(_day(day, today) for day in DAYS)])


def _told_of(today: date) -> Iterator[Rows]:
    """For most families, somebody near."""
    known = [
        (normalise(one.name).replace(" ", "_"), one.team, one.hat)
        for one in LINES
        if one.stage and one.name not in UNASKED
    ]
    for number, (key, team, by) in enumerate((*known, *ALSO)):
        tale = Tale(today, key, team=team, since=6, by=by)
        tale.bond(*TOLD_OF[number % len(TOLD_OF)], said_by="la famiglia")
        yield tale.rows


def _hands(today: date) -> Iterator[Rows]:
    bah = Tale(today, "bah", team="equipe_nord", since=140, by="assistente")
    bah.bond("Una vicina del terzo piano", "neighbours", said_by="Fatou", since=bah.day(60), flow="receives",
             helps="Tiene Aminata quando Fatou va alle visite")  # fmt: skip
    yield bah.rows
    quispe = Tale(today, "quispe", team="equipe_nord", since=60, by="educatrice")
    quispe.bond("Don Paolo, della parrocchia", "faith", said_by="Milagros", since=quispe.day(50), flow="receives",
                helps="Accompagna Milagros a fare la spesa con la macchina", agreed_by="Paolo, a voce",
                agreed_on=quispe.day(45), reach="02 555 0191", heard_on=quispe.day(9))  # fmt: skip
    yield quispe.rows


def _day(day: Day, today: date) -> Rows:
    tale = Tale(today, day.family, team=day.team, since=0, by=day.goes)
    done = {"done": tale.day(day.ago)} if day.more.get("state") in ("got_in", "not_in") else {}
    tale.put(
        "outings", key=day.key, household=day.family, case=day.family, service=day.service, person=day.person, need=day.need,
        goes=day.goes, day=tale.day(day.ago), agreed=tale.day(max(day.ago, 0) + 4), **done, **day.more,
    )  # fmt: skip
    return tale.rows


TOLD = {"got_in": "outing.got_in", "not_in": "outing.stopped", "dropped": "outing.dropped"}


def acts_of(world: World) -> Iterator[Row]:
    """Agreed some days before; then how it went, or why not."""
    for row in world.get("outings", []):
        codes = {"need": row["need"]}
        yield _act("outing.retried" if row.get("again_of") else "outing.planned", row, row["agreed"], **codes)
        if row.get("state", "planned") != "planned":
            reason = row.get("stopped") or row.get("let_go")
            yield _act(TOLD[row["state"]], row, row["day"], **codes, **({"reason": reason} if reason else {}))


def _act(kind: str, row: Row, at: date, **codes: Any) -> Row:
    key = ("outing", row["key"])
    return {
        "kind": kind, "membership": row["goes"], "at": at, "subject": ("around.outing", "/".join(key)),
        "household": row["household"], "key": key, "codes": codes,
    }  # fmt: skip
