"""A family and its team look together at what is there, and write their plan."""

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from intreccio.ground.kernel.clock import today
from tests.journeys.going import done, touch
from tests.journeys.walking import arrive, doing, field, pick

CHILD_GOAL, PARENT_GOAL = "Tea arriva riposata il lunedì", "Ines ha due pomeriggi per sé"
CHILD_READS = "La domenica sera si va a letto presto"
CHILD_SAID = "Il lunedì vorrei dormire nel mio letto."


def listen(page: Page, who: str, step: str) -> None:
    """A point of view: every statement answered alike, and finished."""
    page.get_by_role("link", name="Ascolta un punto di vista").click()
    doing(page).choose(who)
    arrive(page.get_by_role("button", name="Vai alle frasi"))
    answers = page.get_by_role("main").locator("label.i-choice").filter(has_text=step)
    for answer in answers.all():
        answer.click()
    page.get_by_role("button", name="Abbiamo finito").click()
    done(page, "Fatto")


def hear_a_child(page: Page, name: str, how: str, words: str) -> None:
    """What it said, which it agrees to have in the plan."""
    page.get_by_role("link", name=f"Scrivi le sue parole {name}").click()
    doing(page).choose(how)
    field(page, "Le sue parole, come le ha dette").fill(words)
    doing(page).choose("Sì, anche nel progetto")
    page.get_by_role("button", name="Scrivi", exact=True).click()
    done(page, "Fatto")


def go_on_looking(page: Page) -> None:
    """The next step that the page of the way proposes, whoever has begun it."""
    following = page.get_by_role("region", name="Prossimo passo")
    following.get_by_role("link", name="Continua a guardare insieme").click()


def begin_to_look(page: Page, moment: str) -> None:
    page.get_by_role("link", name=re.compile(f"Comincia la valutazione {moment}")).first.click()
    page.get_by_role("button", name="Comincia", exact=True).click()
    done(page, "Cominciata: ora si ascolta.")


def look_together(page: Page, mother: str, team: str) -> None:
    """Two points of view, both children, and what one reads in it."""
    missing = page.get_by_role("region", name="Che cosa manca per chiuderla insieme")
    expect(missing).to_contain_text("Servono almeno due punti di vista.")
    listen(page, "La mamma", mother)
    listen(page, "L'équipe", team)
    hear_a_child(page, "Tea", "Lo ha detto", CHILD_SAID)
    hear_a_child(page, "Ivo", "Lo ha disegnato", "Una casa, il sole e la nonna alla finestra.")
    expect(missing).to_have_count(0)
    page.get_by_role("link", name="Scrivi che cosa leggete insieme").click()
    field(page, "Che cosa leggiamo insieme").fill("I pomeriggi pesano a tutti: cominciamo da lì.")
    page.get_by_role("button", name="Scrivi", exact=True).click()
    done(page, "Fatto")


def close_the_look(page: Page) -> None:
    page.get_by_role("link", name="Chiudi la valutazione").click()
    page.get_by_role("button", name="Chiudi la valutazione").click()
    done(page, "Fatto: la valutazione è chiusa.")


def add_a_goal(page: Page, title: str, whose: str, strand: str, person: str, need: str = "") -> None:
    page.get_by_role("link", name="Aggiungi un obiettivo").first.click()
    touch(page, "Di chi è", whose)
    touch(page, "Quale filo", strand)
    pick(page, "Di quale persona", person)
    field(page, "Che cosa vogliamo che cambi").fill(title)
    if need:
        pick(page, "A quale bisogno si lega", need)
    for sign in ("−2 molto meno", "−1 meno", "0 atteso", "+1 di più", "+2 molto di più"):
        field(page, sign).fill(f"Un lunedì da {sign}")
    page.get_by_role("button", name="Aggiungi l'obiettivo").click()
    done(page, "Fatto: l'obiettivo è nel progetto.")


def add_something_to_do(page: Page, goal: str, what: str, who: str) -> None:
    page.get_by_role("link", name=f"Aggiungi chi fa che cosa {goal}").click()
    field(page, "Che cosa si fa").fill(what)
    pick(page, "Chi lo fa", who)
    field(page, "Ogni quanto").fill("due volte la settimana")
    page.get_by_role("button", name="Aggiungi l'azione").click()
    done(page, "Fatto: l'azione è nel progetto.")
    expect(page.get_by_role("article", name=goal)).to_contain_text(what)


def write_the_plan(page: Page) -> None:
    """Two goals of two generations that hold each other, and who does what: the family too."""
    page.get_by_role("link", name="Comincia il progetto").first.click()
    page.get_by_role("button", name="Comincia il progetto").click()
    expect(page.get_by_role("region", name="Che cosa dicono i bambini")).to_contain_text(CHILD_SAID)
    add_a_goal(page, CHILD_GOAL, "Per i bambini", "Per i bambini", "Tea", "Scuola e compiti")
    add_a_goal(page, PARENT_GOAL, "Per i genitori", "Essere genitori", "Ines")
    page.get_by_role("link", name=f"Si tiene con… {CHILD_GOAL}").click()
    doing(page).choose(PARENT_GOAL)
    field(page, "Perché si tengono").fill("Se Ines respira, la domenica sera è più calma.")
    page.get_by_role("button", name="Si tengono").click()
    done(page, "Fatto: i due obiettivi si tengono.")
    add_something_to_do(page, CHILD_GOAL, "Una storia prima di dormire", "Ines")
    add_something_to_do(page, CHILD_GOAL, "I compiti con altri", "Scuola aperta")
    read_it_with_a_child(page)


def read_it_with_a_child(page: Page) -> None:
    """The goal put into words for a child, with a picture; her own version on the screen, and the three papers."""
    page.get_by_role("link", name=f"Correggi {CHILD_GOAL}").click()
    field(page, "Come lo diciamo a chi è più piccolo").fill(CHILD_READS)
    page.get_by_text("Scegli un disegno").click()
    doing(page).choose("Dormire")
    page.get_by_role("button", name="Salva").click()
    done(page, "Fatto: l'obiettivo è corretto.")
    page.get_by_role("link", name="la versione di Tea").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ciao Tea, questo è il tuo progetto")
    expect(page.get_by_role("main")).to_contain_text(CHILD_SAID)
    expect(page.get_by_role("heading", name=CHILD_READS)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Lo faremo")
    expect(page.get_by_role("main")).not_to_contain_text(PARENT_GOAL)
    page.get_by_role("link", name="Torna al progetto").click()
    for paper in (
        "Per la famiglia, in parole semplici",
        "Per Tea, con i disegni",
        "Per chi lavora con loro, completo",
    ):
        page.get_by_text("Stampa", exact=True).click()
        with page.expect_download() as kept:
            page.get_by_role("link", name=paper).click()
        assert kept.value.path().read_bytes().startswith(b"%PDF")
        page.get_by_text("Stampa", exact=True).click()


def say_yes(page: Page, who: str) -> None:
    page.get_by_role("link", name="Scrivi chi ha detto sì").first.click()
    pick(page, "Chi ha detto sì", who)
    doing(page).choose("Lo ha detto a voce")
    page.get_by_role("button", name="Salva").click()
    done(page, "Fatto: è scritto.")


def let_the_plan_begin(page: Page) -> None:
    """With a yes of the family, and a day to look at it again."""
    expect(page.get_by_role("region", name="Prossimo passo")).to_contain_text(
        "Nessun adulto della famiglia ha ancora detto sì"
    )
    say_yes(page, "Ines")
    say_yes(page, "Chiara Fontana")
    page.get_by_role("link", name="Fai cominciare il progetto").click()
    field(page, "Quando lo rivediamo insieme").fill((today() + timedelta(days=90)).isoformat())
    # Only the mother is written: of who else decides for the children nobody knows yet, and it is said why one begins.
    field(page, "Perché si comincia lo stesso").fill(
        "Il padre non è ancora stato nominato: ne parliamo al prossimo incontro"
    )
    page.get_by_role("button", name="Da oggi vale").click()
    done(page, "Fatto: il progetto vale da oggi.")
