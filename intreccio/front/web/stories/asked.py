"""Twenty-four requests to services, in short lines: whose, for whom, of whom; what was asked; what became of it, in days ago."""

from typing import Any, NamedTuple

SEE, YES, WAIT, NO = "see_referral", "accept_referral", "put_on_waiting_list", "decline_referral"
START, END, BACK, SAID, WORD = (
    "start_referral",
    "end_referral",
    "withdraw_referral",
    "record_answer",
    "write_word",
)
CORTILE, LAVORO, MAMME = "spazio_gioco_il_cortile", "sportello_lavoro", "mamme_in_cammino"
SCUOLA, CONSULTORIO, GIOVANI = "scuola_aperta", "consultorio_familiare", "spazio_giovani"
EDUCATIVE, SCHOOL, WORK, PARENTS = (
    "futuro.educative",
    "futuro.istruzione",
    "lavoro.inserimenti",
    "futuro.genitorialita",
)
NEAR, HEALTH, HOME, RENT = "famiglie.accompagnamento", "emergenze.sanitario", "abitare", "emergenze.economico"


class Step(NamedTuple):
    """What one side did, so many days ago, why, and in whose words."""

    verb: str
    ago: int
    reason: str = ""
    words: str = ""
    by: str = ""


class Line(NamedTuple):
    """One request: family, for whom (empty: for all), who said yes, service, need, who asked, days ago, the words, the steps."""

    key: str
    family: str
    person: str
    yes: str
    service: str
    need: str
    by: str
    sent: int
    request: str
    steps: tuple[Step, ...] = ()
    more: dict[str, Any] = {}  # a NamedTuple's default, read and never written


LINES = (
    # Rozzano
    Line("leo_gioco", "marchetti", "leo", "elena", CORTILE, EDUCATIVE, "educatrice", 2,
         "Leo ha 3 anni e aspetta il posto a scuola. Cerchiamo due mattine per giocare con altri bambini, con la mamma o la nonna."),
    Line("nadia_scuola", "marchetti", "nadia", "elena", SCUOLA, SCHOOL, "educatrice", 40,
         "Nadia disegna benissimo e le piacerebbe un laboratorio di pomeriggio, due volte la settimana.",
         (Step(SEE, 39), Step(YES, 37, words="Martedì alle 16:30, la aspetta Ornella."), Step(START, 33),
          Step(WORD, 4, words="Ha saltato due volte: va tutto bene a casa?", by="scuola")), {"news": True}),
    Line("elena_lavoro", "marchetti", "elena", "elena", LAVORO, WORK, "assistente", 95,
         "Elena cerca un lavoro vicino a casa, con un orario che lasci prendere i bambini a scuola.",
         (Step(SEE, 94), Step(YES, 92, words="Lunedì alle 9, con il curriculum se c'è."), Step(START, 88),
          Step(END, 45, "done", "Curriculum pronto, tre candidature mandate insieme."), Step(SAID, 38)),
         {"helped": "yes", "family_words": "Adesso so da che parte cominciare, e ho fatto due colloqui."}),
    Line("aminata_nido", "bah", "aminata", "fatou", "nido_comunale_i_papaveri", EDUCATIVE, "assistente", 60,
         "Aminata ha 5 anni: cerchiamo qualche ora con altri bambini, mentre la mamma aspetta il fratellino.",
         (Step(SEE, 58), Step(NO, 55, "not_eligible", "Accogliamo fino ai tre anni: provate con lo spazio gioco.")), {}),
    Line("fatou_mamme", "bah", "fatou", "fatou", MAMME, HEALTH, "assistente", 50,
         "Fatou aspetta un bambino e vorrebbe camminare con altre mamme, prima e dopo la nascita.",
         (Step(SEE, 49), Step(YES, 47, words="Il martedì alle 10, c'è chi parla francese."), Step(START, 40)),
         {"more": {"mediator": "sì, serve"}, "more_reason": "La prima volta serve qualcuno che traduca"}),
    Line("clara_italiano", "rossetti_lima", "rossetti_lima_1", "rossetti_lima_1", "italiano_per_mamme", PARENTS, "educatrice", 30,
         "Clara vorrebbe studiare l'italiano per parlare con le maestre.",
         (Step(SEE, 29), Step(WAIT, 27, words="Il gruppo riparte fra tre settimane."))),
    Line("jorge_gioco", "quispe", "quispe_3", "quispe_1", CORTILE, EDUCATIVE, "educatrice", 14,
         "Jorge ha un anno: Milagros cerca un posto dove stare con altri bambini e altre mamme.", (Step(SEE, 12),)),
    Line("era_scuola", "hoxha", "hoxha_4", "hoxha_1", SCUOLA, SCHOOL, "assistente", 70,
         "Era ha 12 anni e cerca un posto dove studiare con altri ragazzi il pomeriggio.",
         (Step(SEE, 69), Step(YES, 66, words="Giovedì, aula 4."), Step(START, 62), Step(END, 21, "done", "Otto pomeriggi su dieci."))),
    Line("khadija_lavoro", "el_amrani", "el_amrani_1", "el_amrani_1", LAVORO, WORK, "awa", 120,
         "Khadija ha lavorato in cucina e vorrebbe ricominciare, la mattina.",
         (Step(SEE, 118), Step(YES, 117, words="Giovedì alle 14."), Step(START, 110),
          Step(END, 60, "done", "Ha cominciato in una mensa."), Step(SAID, 52)),
         {"helped": "yes", "family_words": "Lavoro tre mattine, e la sera siamo tutti a tavola."}),
    Line("viola_giovani", "cattaneo", "cattaneo_4", "cattaneo_1", GIOVANI, HEALTH, "psicologa", 44,
         "Viola, 16 anni, preferisce parlare con qualcuno fuori da casa e da scuola.",
         (Step(SEE, 43), Step(YES, 42, words="Viene quando vuole, il mercoledì."), Step(START, 35),
          Step(END, 12, "family_left", "È venuta due volte, poi ha scelto di fermarsi."), Step(SAID, 6)),
         {"helped": "partly", "family_words": "Mi è servito sapere che c'è."}),
    Line("sala_bolletta", "sala", "", "sala_1", "buono_bollette", RENT, "assistente", 25,
         "La famiglia Sala ha una bolletta del gas alta: si può chiedere un aiuto prima che arrivi la prossima?",
         (Step(SEE, 24), Step(YES, 20, words="Portino la bolletta, lunedì."))),
    # Opera e Pieve
    Line("karim_casa", "haddad", "", "karim", "contributo_affitto", HOME, "awa", 20,
         "Karim cerca un aiuto per la caparra di una casa dove stare con i bambini nei fine settimana.",
         (Step(SEE, 19), Step(WAIT, 15, words="La prossima graduatoria è fra due mesi."))),
    Line("arben_casa", "dervishi", "arben_d", "mira", CONSULTORIO, HEALTH, "lucia", 90,
         "Mira chiede un colloquio per sé e un controllo per Arben, in un orario tranquillo.",
         (Step(SEE, 88), Step(NO, 85, "too_far", "Da voi è più vicino un altro consultorio.")), {}),
    Line("mira_segretariato", "dervishi", "mira", "mira", "segretariato_sociale_di_opera", NEAR, "davide", 82,
         "Mira ha bisogno di qualcuno che guardi le carte con lei.",
         (Step(SEE, 81), Step(YES, 80), Step(START, 76), Step(END, 40, "done", "Domande compilate insieme."), Step(SAID, 33)),
         {"retry_of": "arben_casa", "helped": "partly", "family_words": "Le carte sì, il tempo d'attesa è lungo."}),
    Line("mattia_scuola", "conti", "mattia", "rosa", SCUOLA, SCHOOL, "lucia", 16,
         "Mattia ha 8 anni e vive con la nonna Rosa: cerca un laboratorio dove stare con altri bambini.",
         (Step(SEE, 10),), {"due": 5}),
    Line("samuele_educativa", "lombardo", "lombardo_samu", "lombardo_1", "educativa_a_casa", NEAR, "davide", 55,
         "Samuele e la nonna vorrebbero qualcuno a casa un pomeriggio, per i compiti e per uscire.",
         (Step(SEE, 53), Step(NO, 50, "no_room", "Adesso siamo completi: cinque settimane d'attesa."))),
    Line("joy_corso", "okafor", "okafor_1", "okafor_1", LAVORO, WORK, "awa", 85,
         "Joy ha un diploma da parrucchiera e cerca come farlo valere qui.",
         (Step(SEE, 84), Step(YES, 83), Step(START, 79), Step(END, 40, "service_closed", "Il percorso si è fermato a metà."),
          Step(SAID, 30)), {"helped": "no", "family_words": "Ci ho creduto, ma non è andato avanti."}),
    Line("fabio_giovani", "bassi", "bassi_3", "bassi_1", "centro_giovani_zeta", "futuro.partecipazione", "davide", 28,
         "Fabio ha 13 anni e suona la batteria: cerca un posto dove suonare con altri.",
         (Step(SEE, 26), Step(BACK, 8, "found_elsewhere", "Ha trovato un gruppo vicino a casa. Grazie."))),
    Line("rafiq_scuola", "hossain", "hossain_4", "hossain_1", SCUOLA, SCHOOL, "davide", 33,
         "Rafiq ha 9 anni e in italiano va piano: cerca un pomeriggio con chi lo aiuta.",
         (Step(BACK, 12, "no_answer", "Chiediamo altrove, intanto."),), {"due": 20}),
    # Binasco
    Line("ilaria_lavoro", "tosi", "ilaria", "ilaria", LAVORO, WORK, "sara", 80,
         "Ilaria cerca un lavoro vicino, ha la patente B e può lavorare anche il sabato.",
         (Step(SEE, 79), Step(YES, 77, words="Primo incontro giovedì alle 9:30."), Step(START, 71),
          Step(END, 34, "done", "Curriculum pronto, due candidature, iscritta al prossimo corso."))),
    Line("sira_gioco", "traore", "traore_sira", "traore_1", CORTILE, EDUCATIVE, "coordinatrice", 6,
         "Sira ha 3 anni: cerchiamo due mattine con altri bambini, la mamma aspetta il fratellino.",
         (Step(SEE, 5), Step(YES, 3, words="Martedì alle 9:30."))),
    Line("silvia_mamme", "brambati", "brambati_1", "brambati_1", MAMME, HEALTH, "sara", 38,
         "Silvia ha un bambino di pochi mesi e vorrebbe uscire di casa con altre mamme.",
         (Step(SEE, 37), Step(NO, 35, "other", "Il gruppo di Lacchiarella per ora è fermo."))),
    Line("wei_scuola", "zhou", "zhou_3", "zhou_1", "merenda_in_cortile", EDUCATIVE, "sara", 22,
         "Wei ha 6 anni e conosce pochi bambini: viene volentieri se c'è qualcuno che lo accoglie.",
         (Step(SEE, 21), Step(YES, 20, words="Venerdì alle 16:30 in via Colombo."), Step(START, 16)), {"urgency": "no_hurry"}),
    Line("asha_gioco", "kumar", "kumar_1", "kumar_1", CORTILE, PARENTS, "sara", 18,
         "Asha cerca un posto dove portare Arjun due mattine, e dove parlare italiano.",
         (Step(SEE, 17), Step(NO, 16, "no_service", "Questo gruppo è cambiato: per i quattro anni c'è Scuola aperta."))),
    Line("arjun_oggi", "kumar", "kumar_3", "kumar_1", SCUOLA, EDUCATIVE, "tommaso", 1,
         "Arjun ha 4 anni e parla punjabi e italiano: un pomeriggio con altri bambini lo aiuterebbe.", (), {"urgency": "now"}),
)  # fmt: skip
