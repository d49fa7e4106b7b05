"""Going together in random small worlds: in each state, of any family, whoever goes."""

from typing import Any

STATES: tuple[dict[str, Any], ...] = (
    {},
    {"state": "got_in", "done": -5},
    {"state": "not_in", "done": -5, "stopped": "closed"},
    {"state": "not_in", "done": -5, "stopped": "papers", "let_go": "family"},
    {"state": "dropped", "let_go": "alone"},
)


def add(maker: Any) -> None:
    """For most cases one; a no is followed by another try for some."""
    maker.world["outings"] = []
    for case in maker.world["cases"]:
        if maker.dice.random() < 0.8:
            one_of(maker, case["household"])


def one_of(maker: Any, key: str) -> None:
    hats = [hat["key"] for hat in maker.world["memberships"]]
    service = maker.dice.choice(maker.world["services"])["key"]
    about = {"household": key, "case": key, "service": service, "need": "futuro.istruzione"}
    state = dict(maker.dice.choice(STATES))
    if "done" in state:
        state["done"] = maker.day(state["done"])
    row = {
        **about,
        "key": key,
        "goes": maker.dice.choice(hats),
        "person": f"{key}-0",
        "day": maker.day(-5),
        "words": f"parole {key}",
    }
    maker.world["outings"].append({**row, **state})
    if state.get("state") == "not_in" and not state.get("let_go"):
        maker.world["outings"].append({**row, "key": f"{key}-again", "again_of": key, "day": maker.day(-1)})
