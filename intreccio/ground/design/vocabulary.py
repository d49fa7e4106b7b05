"""Words of what everything is drawn with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Picture(models.TextChoices):
    """Pictograms of our own drawing, for who reads pictures before words; each is `static/intreccio/pictograms/<value>.svg`."""

    DESK = "desk", _("disegnare, una scrivania")
    BOOK = "book", _("leggere, i compiti")
    SCHOOL = "school", _("la scuola")
    TALK = "talk", _("parlare")
    PLAY = "play", _("giocare")
    FRIENDS = "friends", _("gli amici")
    BALL = "ball", _("lo sport")
    MUSIC = "music", _("la musica")
    PARK = "park", _("uscire, il parco")
    TOGETHER = "together", _("un grande e un piccolo")
    HOME = "home", _("la casa")
    BED = "bed", _("dormire")
    FOOD = "food", _("mangiare")
    MEAL = "meal", _("a tavola insieme")
    BATH = "bath", _("lavarsi")
    DOCTOR = "doctor", _("il dottore")
    TEETH = "teeth", _("i denti")
    GLASSES = "glasses", _("gli occhiali")
    CALM = "calm", _("stare calmi")
    HELP = "help", _("un aiuto")
    WORK = "work", _("il lavoro")
    MONEY = "money", _("i soldi")
    BUS = "bus", _("l'autobus, un viaggio")
    PHONE = "phone", _("il telefono")
    STAR = "star", _("un'altra cosa")


# Three faces, for how something was; no child is asked to choose among them.
FACES = ("well", "so_so", "hard")
