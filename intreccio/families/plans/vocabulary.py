"""Words of plans."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanState(models.TextChoices):
    """Where one version of a plan stands."""

    DRAFT = "draft", _("in preparazione")
    IN_FORCE = "in_force", _("in corso")
    REPLACED = "replaced", _("sostituito da una versione nuova")
    ENDED = "ended", _("concluso")


class Side(models.TextChoices):
    """Whose goal it is: two generations, side by side."""

    CHILDREN = "children", _("per i bambini e i ragazzi")
    PARENTS = "parents", _("per i genitori")


class Strand(models.TextChoices):
    """The four strands of two-generation work; a plan says of each which goals it holds."""

    CHILDREN = "children", _("Per i bambini")
    PARENTING = "parenting", _("Essere genitori")
    WORK = "work", _("Formazione e lavoro")
    TOGETHER = "together", _("Tenere insieme i servizi")


class GoalFamily(models.TextChoices):
    """The five families of goals for children; a child's goal can be of more than one."""

    POTENTIAL = "potential", _("valorizzare le potenzialità")
    FRAGILITY = "fragility", _("accogliere le fragilità")
    PACE = "pace", _("rispettare i tempi")
    AUTONOMY = "autonomy", _("favorire autonomie e responsabilità")
    TIES = "ties", _("ricucire i legami con la famiglia e con la comunità")


class Reached(models.IntegerChoices):
    """Steps of goal attainment, each described beforehand for its own goal (Kiresuk and Sherman, 1968)."""

    MUCH_LESS = -2, _("molto meno")
    LESS = -1, _("meno")
    EXPECTED = 0, _("atteso")
    MORE = 1, _("di più")
    MUCH_MORE = 2, _("molto di più")


class ActionState(models.TextChoices):
    """How far an action is."""

    TO_DO = "to_do", _("da fare")
    DONE = "done", _("fatta")
    DROPPED = "dropped", _("non serve più")


class HowAccepted(models.TextChoices):
    """How somebody said yes to a plan; children by reading their own version."""

    PAPER = "paper", _("ha firmato su carta")
    VOICE = "voice", _("lo ha detto a voce")
    SIGNED_IN = "signed_in", _("ha confermato dal proprio accesso")
    OWN_VERSION = "own_version", _("ha letto la sua versione")
    DRAWN = "drawn", _("ha firmato sullo schermo")
    LINK = "link", _("ha firmato dal proprio telefono")


class YesGone(models.TextChoices):
    """Why a yes no longer counts: it was never said so, or who said it takes it back."""

    MISTAKE = "mistake", _("era un errore di chi l'ha scritto")
    WITHDRAWN = "withdrawn", _("chi lo aveva detto lo ritira")


class ProposalState(models.TextChoices):
    """What became of what a meeting proposed to the plan."""

    WAITING = "waiting", _("da guardare")
    TAKEN_UP = "taken_up", _("nel progetto")
    LEFT_ASIDE = "left_aside", _("lasciata da parte")


class HowFar(models.TextChoices):
    """How far a goal is, in a word for a child; never of how a grown-up is doing."""

    DONE = "done", _("Fatto")
    BEGUN = "begun", _("Cominciato")
    TRYING = "trying", _("Ci stiamo provando")
    TO_COME = "to_come", _("Lo faremo")


class ResourceKind(models.TextChoices):
    """What a family brings, as it would say it."""

    SKILL = "skill", _("sa fare")
    THING = "thing", _("ha: una cosa, uno spazio")
    TIME = "time", _("tempo")
    PEOPLE = "people", _("persone vicine")
    JOY = "joy", _("che cosa piace e riesce")
    LIVED = "lived", _("esperienza")


class Change(models.TextChoices):
    """What became of a goal between two versions of a plan."""

    KEPT = "kept", _("rimasto com'era")
    CHANGED = "changed", _("cambiato")
    ADDED = "added", _("nuovo")
    LEFT = "left", _("lasciato")


class Became(models.TextChoices):
    """What became of an action between two versions of a plan."""

    CARRIED = "carried", _("continua")
    ADDED = "added", _("nuova")
    FINISHED = "finished", _("fatta")
    DROPPED = "dropped", _("non serve più")
    GONE = "gone", _("non c'è più")


class PathEnd(models.TextChoices):
    """Why a path ended."""

    WALKED = "walked", _("è arrivato in fondo")
    ALONE = "alone", _("la famiglia va avanti da sé")
    FAMILY = "family", _("la famiglia preferisce così")
    OTHERS = "others", _("la accompagna qualcun altro")
    LOSS = "loss", _("c'è stata una perdita")


class Looked(models.TextChoices):
    """What is said of one of the things that a path looks at."""

    THERE = "there", _("c'è")
    NOT_YET = "not_yet", _("non ancora")
    CHOSEN = "chosen", _("la famiglia ha scelto altro")
    TOLD = "told", _("ne abbiamo parlato")
    UNSAID = "unsaid", _("preferiscono non dirlo")


class LetterWay(models.TextChoices):
    """How a letter of a path went; a person takes it, no machine does."""

    HAND = "hand", _("consegnata a mano")
    MESSAGE = "message", _("con un messaggio, dal telefono di lavoro")
    POST = "post", _("per posta, o per e-mail")
    ASIDE = "aside", _("lasciata da parte")
