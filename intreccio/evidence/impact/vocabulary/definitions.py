"""Each indicator, defined once: the page, the export and «come si calcola» say the same."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from intreccio.evidence.impact.vocabulary.kinds import FactKind
from intreccio.ground.kernel.refused import Words


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is counted, from which facts, in which unit; how sure one can be, and what it does not say."""

    code: str
    name: Words
    counted: Words
    facts: tuple[FactKind, ...]
    unit: Words
    interval: Words = ""
    silent: Words = ""
    source: Words = ""


FIRST_CONTACT = Indicator(
    "first_contact",
    _("Dal messaggio al primo contatto"),
    _(
        "I giorni fra l'arrivo di una segnalazione e la prima conversazione su di lei. Se ne dice la mediana: metà aspetta"
        " meno, metà di più. Accanto, quante hanno avuto risposta entro l'impegno della rete."
    ),
    (FactKind.FIRST_CONTACT,),
    _("giorni"),
    silent=_("Chi non ha ancora avuto un contatto non è contato: si conta quando il contatto c'è."),
)
TAKEN_CHARGE = Indicator(
    "taken_charge",
    _("Famiglie accompagnate"),
    _("Le famiglie prese in carico nel periodo. Chi torna dopo un percorso concluso si conta di nuovo."),
    (FactKind.TAKEN_CHARGE,),
    _("famiglie"),
    silent=_("Non dice quante sono accompagnate oggi. Una presa in carico annullata dopo resta contata."),
)
REFERRALS = Indicator(
    "referrals",
    _("Invii e risposte"),
    _(
        "Gli invii a un servizio che hanno avuto risposta: sì, o questa volta no, con il motivo. Il tempo va dal giorno"
        " dell'invio a quello della risposta; se ne dice la mediana."
    ),
    (FactKind.REFERRAL_DECIDED,),
    _("invii, giorni"),
    silent=_("Chi è in lista d'attesa, o non ha ancora risposto, qui non c'è."),
)
HELPED = Indicator(
    "helped",
    _("Famiglie che dicono «mi ha aiutato»"),
    _(
        "Che cosa risponde la famiglia quando il servizio ha finito: sì, in parte, no. È la sua parola, non la nostra."
    ),
    (FactKind.REFERRAL_HELPED, FactKind.REFERRAL_ENDED),
    _("risposte"),
    silent=_(
        "Chi non ha risposto può pensarla diversamente: accanto si dice quante risposte mancano, dove si può."
    ),
)
CHANGE = Indicator(
    "change",
    _("Che cosa è cambiato fra T0 e T1"),
    _(
        "Per ogni asse, la differenza fra la valutazione alla verifica (T1) e quella all'inizio (T0), della stessa famiglia:"
        " in media, con il suo intervallo. Sopra lo zero si sta meglio."
    ),
    (FactKind.CHANGE,),
    _("punti dell'asse"),
    interval=_(
        "95 %, con la t di Student sulle differenze appaiate: media ± t·s/√n. Se comprende lo zero, il cambiamento può"
        " essere un caso."
    ),
    silent=_(
        "Non dice perché. Senza un confronto con chi non è stato accompagnato non si può sapere quanto dipenda da noi."
    ),
    source="NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, 1.3.6.7.2",
)
GOALS = Indicator(
    "goals",
    _("Obiettivi raggiunti o superati alla verifica"),
    _(
        "Gli obiettivi misurati alla verifica, sulla scala da −2 a +2: raggiunto è chi arriva almeno dove si voleva arrivare."
    ),
    (FactKind.GOAL_SCORED,),
    _("obiettivi"),
    silent=_("Obiettivi facili si raggiungono di più: il numero non confronta équipe fra loro."),
    source="Kiresuk e Sherman, Goal Attainment Scaling, Community Mental Health Journal, 1968",
)
NEEDS = Indicator(
    "needs",
    _("Che cosa si chiede, che cosa c'è"),
    _(
        "Per ogni bisogno: quante volte è stato chiesto (in una conversazione, o aprendo un'analisi preliminare), quanti invii"
        " hanno avuto un sì, quanti servizi rispondono a quel bisogno e quanti posti liberi dichiarano oggi."
    ),
    (FactKind.NEED_ASKED, FactKind.REFERRAL_DECIDED),
    _("volte, servizi, posti"),
    silent=_(
        "Una richiesta può avere risposta senza un invio, o più invii: i due numeri si guardano insieme, non si sottraggono."
    ),
)
WHERE = Indicator(
    "where",
    _("Dove manca"),
    _(
        "Ogni 10 invii che hanno avuto risposta, quanti hanno avuto un sì: per comune della famiglia e area del bisogno."
    ),
    (FactKind.REFERRAL_DECIDED,),
    _("su 10"),
    silent=_("Dove il «sì» o il «no» sono troppo pochi per essere detti, la casella resta vuota."),
)
UNMET = Indicator(
    "unmet",
    _("Bisogni senza risposta"),
    _(
        "Le volte che si è dovuto dire di no a un bisogno, con il motivo. Viene dal registro dei bisogni senza risposta."
    ),
    (),
    _("volte"),
    silent=_("Se uno stesso bisogno riceve due no, conta due volte."),
)
INDICATORS = (NEEDS, FIRST_CONTACT, WHERE, CHANGE, TAKEN_CHARGE, GOALS, HELPED, REFERRALS, UNMET)
BY_CODE = {each.code: each for each in INDICATORS}
