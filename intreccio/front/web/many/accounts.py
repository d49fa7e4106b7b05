"""Who among the many can sign in: the first of each kind, to try the house and to measure it."""

from intreccio.parties.organisations.demo.district import PASSWORD

# By role: account, name.
ACCOUNTS = {
    "educator": ("educatrice.prova", "Livia Prova"),
    "coordinator": ("coordinatrice.prova", "Olga Prova"),
    "organisation_lead": ("responsabile.prova", "Ennio Prova"),
    "partner": ("servizio.prova", "Sandra Prova"),
}

__all__ = ["ACCOUNTS", "PASSWORD"]
