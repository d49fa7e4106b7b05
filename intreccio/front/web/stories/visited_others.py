"""The same, of the families of the other two teams."""

from intreccio.front.web.stories.visited_ours import Told, note, visit

AWA, DAVIDE, LUCIA, SARA, TOMMASO = ("awa",), ("davide",), ("lucia",), ("sara",), ("tommaso",)
HADDAD: Told = (
    "haddad", "equipe_est",
    [
        visit(1, 18, 18, AWA, ("karim", "nadia", "leo"), "Il fine settimana con i figli"),
        visit(2, -2, 18, AWA, ("karim",), "Una cena da preparare insieme"),
    ],
    [
        note(1, 18, *AWA, (70, 40), "Karim ha preparato le camere: due letti e una scatola di giochi. Nadia ha portato i suoi colori "
             "e li ha lasciati lì. "
             "Karim: «Così sa che torna».", whom=("karim", "nadia", "leo"), of=1, how="well"),
        note(2, 7, *AWA, (15, 0), "Karim racconta al telefono che Leo ha dormito tutta la notte. Chiede una ricetta senza uova.",
             place="phone",
             whom=("karim",), audience="team"),
    ],
)  # fmt: skip
CONTI: Told = (
    "conti", "equipe_est",
    [
        visit(1, 21, 16, DAVIDE, ("mattia", "rosa"), "I compiti, senza litigare"),
        visit(2, 4, 16, DAVIDE, ("mattia", "rosa"), "Che cosa piace a Mattia"),
    ],
    [
        note(1, 21, *DAVIDE, (60, 30), "Rosa apre il diario con Mattia ogni giorno alla stessa ora, e funziona. Mattia ha letto ad "
             "alta voce mezza pagina "
             "della sua rivista di animali.", whom=("mattia", "rosa"), of=1, how="well",
             next_step="Chiedere alla maestra libri con poche righe"),
        note(2, 4, *DAVIDE, (60, 30), "Mattia ci ha spiegato come si costruisce una gru con le mollette. Rosa: «Con le mani è "
             "bravissimo».",
             whom=("mattia", "rosa"), of=2, how="well"),
        note(3, 4, *DAVIDE, (10, 0), "Rosa, sulla porta, ha detto di essere stanca. Le ho chiesto se vuole che ne parliamo noi due: "
             "ha detto di sì.",
             whom=("rosa",), audience="reference"),
    ],
)  # fmt: skip
LOMBARDO: Told = (
    "lombardo", "equipe_est",
    [visit(1, 16, 17, DAVIDE, ("lombardo_1", "lombardo_samu", "lombardo_gio"), "I pomeriggi dei nipoti")],
    [
        note(1, 16, *DAVIDE, (60, 35), "Teresa ha trovato una vicina che il martedì prende anche i suoi. Samuele e Giorgia hanno "
             "scelto che cosa portare "
             "per la merenda.", whom=("lombardo_1", "lombardo_samu", "lombardo_gio"), of=1, how="well"),
        note(2, 11, "psicologa", (30, 20), "Sentita Teresa, come chiesto dai colleghi: racconta dei nipoti con orgoglio. Le va bene "
             "vedersi una volta, da noi.",
             place="phone", whom=("lombardo_1",)),
    ],
)  # fmt: skip
DERVISHI: Told = (
    "dervishi", "equipe_est", [],
    [
        note(1, 10, *LUCIA, (45, 30), "Mira ha portato i disegni di Arben e Luan da far vedere. Ha detto che cosa vuole che il "
             "tribunale sappia, "
             "con parole sue, e l'abbiamo scritto così.", place="ours", whom=("mira",), how="so_so"),
        note(2, 10, *LUCIA, (0, 60), "Preparata la risposta per il tribunale con quello che Mira ha chiesto di dire.", place="desk",
             audience="team"),
    ],
)  # fmt: skip
HOSSAIN: Told = (
    "hossain", "equipe_est",
    [visit(1, 12, 18, DAVIDE, ("hossain_1", "hossain_2", "hossain_3", "hossain_4"), "La casa nuova", state="missed",
             missed_why="we_could_not")],
    [note(1, 11, *DAVIDE, (20, 0), "Nasir ha capito che avevamo un'altra urgenza e ha proposto lui il giorno. I bambini ci "
             "aspettavano con i biscotti: ce li tengono.",
          place="phone", whom=("hossain_2",))],
)  # fmt: skip
TOSI: Told = (
    "tosi", "equipe_sud",
    [
        visit(1, 23, 15, SARA, ("davide_t",), "Una passeggiata fino al laboratorio", place="outside"),
        visit(2, -6, 15, SARA, ("davide_t", "ilaria"), "Il laboratorio di biciclette"),
    ],
    [
        note(1, 23, *SARA, (90, 30), "Davide ha smontato e rimontato un freno e ha spiegato come si fa. Il maestro di bottega gli ha "
             "chiesto di tornare. "
             "A casa l'ha raccontato lui alla mamma.", place="outside", whom=("davide_t",), others="il maestro di bottega", of=1,
             how="well"),
        note(2, 8, *SARA, (20, 10), "Ilaria chiama contenta: Davide si è svegliato da solo due mattine.", place="phone",
             whom=("ilaria",), audience="team"),
    ],
)  # fmt: skip
ZHOU: Told = (
    "zhou", "equipe_sud",
    [visit(1, 7, 19, SARA, ("zhou_1", "zhou_3"), "Gli orari di Mei")],
    [note(1, 7, *SARA, (60, 40), "Mei finisce tardi tre sere; una compagna di scuola di Wei lo ospita una di queste. Mei ricambia la "
             "domenica. "
          "Hanno trovato loro la strada.", whom=("zhou_1", "zhou_3"), others="la mediatrice", of=1, how="well")],
)  # fmt: skip
KUMAR: Told = (
    "kumar", "equipe_sud", [],
    [note(1, 9, *SARA, (30, 15), "Asha ha trovato da sola il corso di italiano e chiede dove può stare Arjun in quelle ore.",
             place="ours", whom=("kumar_1",))],
)  # fmt: skip
VERNOCCHI: Told = (
    "vernocchi", "equipe_sud", [],
    [note(1, 6, *TOMMASO, (40, 20), "La figlia Silvia ha voluto parlare per prima. La mamma ha ascoltato e poi ha detto la sua. "
          "Sulla scuola sono d'accordo.", place="ours", whom=("vernocchi_1", "vernocchi_3"), how="so_so")],
)  # fmt: skip
OTHERS = (HADDAD, CONTI, LOMBARDO, DERVISHI, HOSSAIN, TOSI, ZHOU, KUMAR, VERNOCCHI)
