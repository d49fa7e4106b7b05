"""Marchetti: what Elena, Karim and the team saw in spring, and what Nadia and Leo said, written by hand."""

from typing import Any, NamedTuple

from intreccio.front.web.stories.looks import When

Row = dict[str, Any]


class Written(NamedTuple):
    """One moment as somebody wrote it."""

    points: list[Row]
    children: list[Row]
    read: str


def by_hand(when: When) -> Written | None:
    """The moments that are told; None for those that dice throw."""
    return MARCHETTI if (when.family, when.moment) == ("marchetti", "t0") else None


def _answers(economic: str, social: str, educational: str) -> dict[str, int]:
    """Six steps an axis, in the order of the statements; a dash is left blank."""
    codes = (
        ("month_end", "work", "home", "food", "papers", "unexpected"),
        ("near", "neighbours", "together", "services", "language", "own_time"),
        ("school", "play", "talking", "rules", "routine", "parents_learn"),
    )
    told = zip(codes, (economic, social, educational), strict=True)
    return {
        code: int(step)
        for names, steps in told
        for code, step in zip(names, steps, strict=True)
        if step != "-"
    }


MARCHETTI = Written(
    points=[
        {
            "voice": "mother",
            "person": "elena",
            "answers": _answers("214321", "443341", "443322"),
            "words": {
                "economic": "Alla mensa mi hanno finito il contratto. L'affitto lo pago, il resto lo conto.",
                "social": "Mia madre abita a trecento metri e il mercoledì tiene Leo. Rita, la vicina, ha le chiavi.",
                "educational": "La sera arrivo sfinita e Nadia mette a letto il fratellino. Non dovrebbe toccare a lei.",
            },
        },
        {
            "voice": "father",
            "person": "karim",
            "answers": _answers("344442", "-22321", "444-31"),
            "words": {
                "educational": "Lavoro di notte: quando sono sveglio loro sono a scuola. Leo è timido, parlerà."
            },
        },
        {
            "voice": "team",
            "answers": _answers("223322", "443332", "343322"),
            "words": {
                "social": "La nonna e la vicina sono una rete vera. Il papà c'è, e vorrebbe esserci di più.",
                "educational": "Leo usa poche parole per la sua età: meglio farlo vedere. Nadia disegna benissimo.",
            },
        },
    ],
    children=[
        {
            "person": "nadia",
            "how": "said",
            "words": "Vorrei un posto mio dove disegnare.",
            "agreed": "plan",
        },
        {"person": "leo", "how": "drawn", "words": "Casa. Io e mamma.", "agreed": "plan"},
    ],
    read=(
        "Siamo d'accordo che la forza di questa casa è chi le sta intorno, la nonna per prima. Siamo d'accordo che i soldi di"
        " fine mese sono il pensiero più pesante per Elena; Karim lo sente meno, e ne parleranno. Su Leo vediamo diversamente:"
        " Karim dice che è timido, l'équipe proporrebbe una visita. Cominciamo dal lavoro di Elena e da una sera più leggera per Nadia."
    ),
)
