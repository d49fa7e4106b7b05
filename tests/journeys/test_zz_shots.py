"""Pictures."""

import re

from intreccio.ground.kernel.keys import key_for
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.test_signatures import draw
from tests.journeys.walking import doing

OUT = "/tmp/s1shots"


def shot(page, name):
    for size, which in ((DESKTOP, "desk"), (PHONE, "phone")):
        page.set_viewport_size(size)
        page.screenshot(path=f"{OUT}/{name}-{which}.png", full_page=True)


def test_shots(visit):
    page = visit("assistente")
    plan = f"/plans/{key_for('plan', 'marchetti-1')}"
    page.goto(plan)
    shot(page, "plan")
    page.goto(f"/plans/{key_for('plan', 'rossetti_lima-1')}/accept")
    doing(page).choose("Ha firmato sullo schermo")
    draw(page)
    shot(page, "accept")
    page.goto(f"/plans/{key_for('plan', 'rossetti_lima-1')}/hand")
    shot(page, "hand")
    page.locator("label.i-choice").first.click()
    page.get_by_role("button", name="Prepara l'indirizzo").click()
    shot(page, "handed")
    address = re.search(r"/sign/\S+", page.get_by_role("main").inner_text())[0]
    other = visit(None, phone=True)
    other.goto(address)
    shot(other, "sign")
    other.goto(address + "?later=1")
    shot(other, "later")
    other.goto(address)
    other.get_by_role("button", name="Dico sì").click()
    shot(other, "thanks")
    other.goto("/sign/nonsense")
    shot(other, "wrong")
    page.goto(f"/plans/{key_for('plan', 'rossetti_lima-1')}/sign")
    shot(page, "signplan")
    page.goto(f"/plans/{key_for('plan', 'pg_signed_desk')}/in-force")
    shot(page, "force")
