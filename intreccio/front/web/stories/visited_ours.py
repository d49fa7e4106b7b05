"""Of the families of the first team: visits by days ago (a negative number is yet to come), and what was written of them."""

from typing import Any

Told = tuple[str, str, list[dict[str, Any]], list[dict[str, Any]]]
ED, AS, CO, PS = ("educatrice",), ("assistente",), "coordinatrice", "psicologa"
BOTH = (*ED, *AS)
ELENA, NADIA, LEO = "elena", "nadia", "leo"


def visit(n: int, ago: int, hour: int, who: tuple[str, ...], whom: tuple[str, ...], what: str, **more: Any) -> dict[str,
             Any]:  # fmt: skip
    """One agreed."""
    return {"n": n, "ago": ago, "hour": hour, "who": who, "whom": whom, "what": what, **more}


def note(n: int, ago: int, by: str, spent: tuple[int, int], text: str, **more: Any) -> dict[str, Any]:
    """One written."""
    return {"n": n, "ago": ago, "by": by, "spent": spent, "text": text, **more}


MARCHETTI: Told = (
    "marchetti", "equipe_nord",
    [
        visit(1, 33, 16, BOTH, (ELENA, LEO), "Vedere insieme come va il gioco con Leo"),
        visit(2, 19, 17, ED, (ELENA, NADIA, LEO), "Il tavolo per Nadia: dove metterlo"),
        visit(3, 12, 16, ED, (ELENA,), "Gli orari del lavoro nuovo", state="missed", missed_why="they_could_not"),
        visit(4, 5, 17, ED, (ELENA, LEO), "Leggere con Leo, prima volta in biblioteca", place="outside", moved=8),
        visit(5, 0, 16, ED, (ELENA, NADIA), "Come va il posto dei compiti"),
        visit(6, -3, 10, BOTH, (ELENA,), "Preparare la riunione con la scuola", place="ours"),
    ],
    [
        note(1, 33, *ED, (60, 25), "Elena ha già scelto due libri con le figure grandi. Dice: «La sera adesso è lui che me li porta». "
             "Leo indica e ripete i nomi degli animali; quando non trova la parola prende per mano la mamma. Elena aspetta che parli "
             "lui.",
             whom=(ELENA, LEO), of=1, how="well", next_step="Portare il cartoncino con le parole da giocare", goals=("marchetti-1-c1",
             "marchetti-1-p1")),
        note(2, 33, *AS, (60, 20), "Presente con la collega. Elena chiede come si legge la lettera del nido: l'abbiamo letta insieme, "
             "ha telefonato lei e ha fissato il colloquio.", whom=(ELENA, LEO), of=1, how="well", audience="team"),
        note(3, 19, *ED, (75, 30), "Nadia ha misurato la camera con il metro del nonno e ha fatto il disegno. Il tavolo ci sta sotto "
             "la finestra. "
             "Elena: «È la prima volta che decide lei una cosa della casa». Il nonno Sandro ha offerto una lampada.",
             whom=(ELENA, NADIA, LEO), others="il nonno Sandro, alla fine", of=2, how="well", goals=("marchetti-1-c2",)),
        note(4, 12, *ED, (0, 20), "Elena ha scritto un'ora prima: al lavoro le hanno chiesto di coprire un turno. "
             "Ha proposto lei altri due giorni.", place="phone", next_step="Risentirla per il giorno nuovo"),
        note(5, 11, *ED, (20, 5), "Telefonata con Elena: i turni della prossima settimana sono di mattina. Chiede se in biblioteca "
             "si può andare anche con il passeggino.", place="phone", whom=(ELENA,)),
        note(6, 11, *ED, (20, 5), "Telefonata con Elena: i turni della prossima settimana sono di mattina.", place="phone", whom=(ELENA,),
             voided="Scritta due volte"),
        note(7, 5, *ED, (90, 40), "Leo si è seduto sul tappeto con altri due bambini ed è rimasto per tutta la lettura. "
             "Elena ha fatto la tessera. All'uscita Leo ha detto «ancora».", place="outside", whom=(ELENA, LEO), of=4, how="well",
             next_step="Elena ci torna da sola, ci dice com'è andata", goals=("marchetti-1-c1",)),
        note(8, 5, *ED, (0, 0), "Rettifica: i bambini erano tre, e la tessera è a nome di Nadia.", place="outside", late=2,
             corrects=7),
        note(9, 4, *ED, (15, 10), "Elena mi ha chiesto di tenere per me e per chi la segue una preoccupazione sui soldi di questo mese. "
             "Ne parliamo insieme quando vuole lei.", place="phone", whom=(ELENA,), audience="reference"),
    ],
)  # fmt: skip
BAH: Told = (
    "bah", "equipe_nord",
    [
        visit(1, 28, 10, ED, ("fatou", "aminata"), "Le cose da preparare prima della nascita"),
        visit(2, 14, 10, BOTH, ("fatou",), "La domanda per la casa", place="ours"),
        visit(3, 6, 10, AS, ("fatou",), "Accompagnarla al consultorio", place="service"),
        visit(4, 0, 11, AS, ("fatou",), "Le carte per la casa", place="ours"),
        visit(5, -5, 10, ED, ("fatou", "aminata"), "Un pomeriggio con altre mamme", place="outside"),
    ],
    [
        note(1, 28, *ED, (60, 30), "Fatou ha una lista scritta da lei, in due lingue. Manca il lettino; un'amica le presta la "
             "carrozzina. "
             "Aminata ha scelto un pupazzo per il fratellino o la sorellina.", whom=("fatou", "aminata"), of=1, how="well",
             next_step="Chiedere del lettino a chi raccoglie le cose per i piccoli"),
        note(2, 14, *AS, (50, 40), "Compilata la domanda insieme: Fatou aveva già tutti i documenti in ordine. Manca una firma del "
             "datore di lavoro. "
             "Dice: «Voglio una porta che chiudo io».", place="ours", whom=("fatou",), of=2, how="well", goals=("bah-1-p2",)),
        note(3, 13, *AS, (0, 45), "Telefonato all'ufficio casa: la firma si può portare anche dopo, la domanda vale da adesso.",
             place="desk"),
        note(4, 6, *AS, (80, 50), "Visita in consultorio: va tutto bene. Fatou ha fatto lei le domande che si era scritta. "
             "L'ostetrica propone il gruppo del mattino.", place="service", whom=("fatou",), others="l'ostetrica", of=3, how="well"),
        note(5, 6, *AS, (10, 0), "In macchina Fatou ha raccontato di sua madre, e di quanto le manca in questi giorni. Chiede di non "
             "scriverlo per tutti.",
             place="outside", whom=("fatou",), audience="reference"),
    ],
)  # fmt: skip
QUISPE: Told = (
    "quispe", "equipe_nord",
    [
        visit(1, 17, 15, ED, ("quispe_1", "quispe_3"), "La spesa e il quaderno dei conti"),
        visit(2, 2, 15, ED, ("quispe_1", "quispe_2"), "Guardare insieme le bollette"),
        visit(3, -1, 15, ED, ("quispe_1",), "Il gruppo dei piccoli", place="outside"),
    ],
    [
        note(1, 17, *ED, (60, 20), "Milagros tiene già un quaderno e sa dire dove vanno i soldi. Con Cesar hanno deciso di comprare "
             "la verdura al mercato. "
             "Jorge cammina tenendosi alle sedie, e ride quando arriva.", whom=("quispe_1", "quispe_3"), of=1, how="well"),
        note(2, 2, *ED, (70, 25), "C'erano tutti e due, ed è stato faticoso: le bollette sono tre e una è scaduta. Hanno scelto loro "
             "da quale cominciare. "
             "Cesar: «Almeno adesso le abbiamo aperte».", whom=("quispe_1", "quispe_2"), of=2, how="hard",
             next_step="Chiedere una rata per la bolletta scaduta"),
        note(3, 1, CO, (0, 30), "Sentito lo sportello per la rata: si può chiedere, serve l'ultima busta paga.", place="desk",
             audience="team"),
    ],
)  # fmt: skip
PELLEGRINI: Told = (
    "pellegrini", "equipe_nord",
    [
        visit(1, 22, 17, BOTH, ("pellegrini_1", "pellegrini_2", "pellegrini_3"), "Conoscersi a casa"),
        visit(2, 9, 17, ED, ("pellegrini_1", "pellegrini_3"), "Giocare con Elia", state="called_off"),
        visit(3, -2, 17, ED, ("pellegrini_1", "pellegrini_2", "pellegrini_3"), "Che cosa chiedere all'asilo"),
    ],
    [
        note(1, 22, *ED, (90, 30), "Ci hanno fatto vedere la casa. Stefano cucina e Silvia racconta: aspettano da tempo qualcuno che "
             "li ascolti. "
             "Elia ha portato tutte le sue macchinine, una per volta, e ha detto il colore di ognuna.",
             whom=("pellegrini_1", "pellegrini_2", "pellegrini_3"), of=1, how="well",
             next_step="Chiedere all'asilo un colloquio insieme"),
        note(2, 22, *AS, (90, 30), "Silvia e Stefano vogliono capire quali aiuti ci sono, senza dover raccontare tutto ogni volta. "
             "Ho detto che la storia la scriviamo una volta sola, con loro.", whom=("pellegrini_1", "pellegrini_2"), of=1, how="well"),
    ],
)  # fmt: skip
HOXHA: Told = (
    "hoxha", "equipe_nord",
    [
        visit(1, 26, 18, AS, ("hoxha_1", "hoxha_2"), "Il contratto di casa"),
        visit(2, 0, 17, AS, ("hoxha_1", "hoxha_2"), "Le case che hanno visto"),
    ],
    [
        note(1, 26, *AS, (60, 40), "Ana e Ilir hanno già visto due case. Era (che traduceva sempre) questa volta è rimasta a disegnare: "
             "hanno chiesto loro una mediatrice. Decidono insieme, con calma.", whom=("hoxha_1", "hoxha_2"), others="la mediatrice", of=1,
             how="so_so", goals=("hoxha-2-p9",)),
        note(2, 8, *AS, (15, 10), "Ana chiama per dire che il padrone di casa dà un mese in più.", place="phone", whom=("hoxha_1",)),
    ],
)  # fmt: skip
ROSSETTI: Told = (
    "rossetti_lima", "equipe_nord",
    [
        visit(1, 15, 17, ED, ("rossetti_lima_1", "rossetti_lima_3", "rossetti_lima_4"), "Le foto della nonna"),
        visit(2, -4, 17, BOTH, ("rossetti_lima_1", "rossetti_lima_2"), "Come chiedere un posto per parlarne"),
    ],
    [
        note(1, 15, *ED, (75, 30), "Livia ha messo le foto in fila e ha raccontato una storia per ognuna. Caio ascoltava in braccio a "
             "Clara. "
             "Clara: «Non ne parlavamo per non piangere. Invece abbiamo riso».",
             whom=("rossetti_lima_1", "rossetti_lima_3", "rossetti_lima_4"), of=1, how="well"),
        note(2, 10, *ED, (0, 25), "Sentita la maestra di Livia, con il sì di Clara: a scuola gioca con tutti, ogni tanto chiede di "
             "uscire cinque minuti. "
             "Le lasciano un angolo tranquillo.", place="school", others="la maestra"),
    ],
)  # fmt: skip
CATTANEO: Told = (
    "cattaneo", "equipe_nord",
    [visit(1, 13, 18, AS, ("cattaneo_1", "cattaneo_2", "cattaneo_4"), "Il tempo di ciascuno in casa")],
    [
        note(1, 13, *AS, (60, 30), "Viola ha proposto una sera alla settimana senza telefoni, e vale per tutti. Noemi e Riccardo "
             "hanno detto di sì. "
             "Pietro non c'era: aveva le prove.", whom=("cattaneo_1", "cattaneo_2", "cattaneo_4"), of=1, how="well"),
        note(2, 20, PS, (0, 40), "Preparata con la collega la visita a casa: di che cosa parlare con tutti, e di che cosa no.",
             place="desk", audience="team"),
        note(3, 9, PS, (25, 5), "Noemi ha chiamato per sapere come si chiede un gruppo per genitori. Le ho dato due nomi, sceglie lei.",
             place="phone", whom=("cattaneo_1",), audience="reference"),
    ],
)  # fmt: skip
SALA: Told = (
    "sala", "equipe_nord", [],
    [
        note(1, 16, *AS, (0, 35), "Riletto il progetto prima della verifica: le due regole che hanno trovato da soli tengono ancora.",
             place="desk"),
    ],
)  # fmt: skip
# Now with another team: what was written before has gone with them, and who wrote it reads it no more.
TRAORE: Told = (
    "traore", "equipe_sud", [],
    [
        note(1, 40, *ED, (60, 30), "Mariama e Moussa hanno fatto l'elenco di quello che una casa deve avere: vicino all'asilo, con il "
             "balcone. "
             "Sira ha aggiunto un gatto.", whom=("traore_1", "traore_moussa", "traore_sira"), how="well"),
    ],
)  # fmt: skip
OURS = (MARCHETTI, BAH, QUISPE, PELLEGRINI, HOXHA, ROSSETTI, CATTANEO, SALA, TRAORE)
