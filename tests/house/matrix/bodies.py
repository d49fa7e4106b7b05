"""Complete answers to forms, for who may send them. Each call is a fresh one, with its one-time key."""

from collections.abc import Callable
from io import BytesIO

from intreccio.answers.school.rules.schooling import school_year
from intreccio.families.cases.queries.parts import mark_of
from intreccio.ground.kernel.clock import today
from tests.house.matrix.filled import CARER, LATER, NEXT_WEEK, TODAY, Body, keyed, of, with_file
from tests.house.matrix.ids import SINCE
from tests.house.matrix.plans import CODES
from tests.house.matrix.world import OURS

LIVING = {"birth_date": "2019-01-01", "birth_precision": "exact", "role": "child", "kind": "lives"}
HEARD = {"channel": "phone", "answers": "information", "minutes": "5", "needs": "futuro.istruzione"}
WORRY = {"municipality": "015189", "facts": "Fatti nuovi.", "knows": "yes"}

ASKED = {
    "request": "Due pomeriggi.", "urgency": "weeks", "answer_by": LATER, "least": ["name", "age"], "consent": "voice",
    "consent_of": of("person", f"{OURS}_mother"), "consent_on": TODAY, "person": "",
    "consent_reason": "Non sappiamo chi sia il padre.",
}  # fmt: skip
DECIDED = {
    "standing": "full",
    "may_be_told": "True",
    "authority": "Tribunale per i minorenni",
    "since": TODAY,
}

GOOD: dict[str, Callable[[], Body]] = {
    "make_feed": keyed(),
    "take_back_feed": keyed(),
    "choose_reminders": keyed(wanted="no"),
    "upload_sheet": lambda: keyed(team_id=of("team", "mx_team"), file=BytesIO(b"Cognome;Nome\nRiva;Ada\n"))(),
    "map_sheet": keyed(family="1", given="2"),
    # persons and households
    "create_household": keyed(
        name="Famiglia Nuova",
        team_id=of("team", "mx_team"),
        municipality_code="015189",
        **{
            "persons-TOTAL_FORMS": "1",
            "persons-INITIAL_FORMS": "0",
            "persons-0-given": "Anna",
            "persons-0-family": "Nuova",
            "persons-0-role": "parent",
            "persons-0-birth_precision": "exact",
        },
    ),
    "known_already": keyed(surname="Zuccotti", birth_date="1990-05-05"),
    "edit_household": keyed(version=1, name="Famiglia Corretta", municipality_code="015189"),
    "grant": keyed(
        to=f"team:{of('team', 'mx_far_desk')}",
        level="1",
        purpose="collaboration",
        reason="prova",
        since=TODAY,
        until=LATER,
    ),
    "withdraw": keyed(reason="non serve più"),
    "write_address": keyed(
        version=1,
        standing=of("address", "mx_family", SINCE),
        line="Via Nuova 2",
        municipality_code="015189",
        since=TODAY,
    ),
    "edit_address": keyed(version=1, line="Via Corretta 1", municipality_code="015189", since=SINCE),
    "write_isee": keyed(
        kind="minors", person_id=of("person", f"{OURS}_child"), value="8240,50", issued_on=TODAY
    ),
    "write_language": keyed(person=of("person", f"{OURS}_child"), code="ar", chosen="speaks"),
    "edit_language": keyed(version=1, person=of("person", f"{OURS}_child"), code="ur", use="mediator"),
    "end_language": keyed(version=1, until=TODAY),
    "add_document": with_file(kind="letter", title="Carta nuova", day=TODAY),
    "edit_document": keyed(version=1, kind="letter", title="Carta corretta", day=TODAY),
    "edit_isee": keyed(version=1, kind="ordinary", value="8240,50", issued_on=TODAY),
    "write_responsibility": keyed(
        person=of("person", f"{OURS}_child"), holder_words="Anna Bianchi, tutrice", kind="guardian", **DECIDED
    ),
    "edit_responsibility": keyed(
        version=1,
        person=of("person", f"{OURS}_child"),
        holder=of("person", f"{OURS}_mother"),
        kind="guardian",
        **DECIDED,
    ),
    "end_responsibility": keyed(version=1, until=TODAY),
    "write_kinship": keyed(how="kin_carer>", other=of("person", f"{OURS}_child")),
    "edit_kinship": keyed(version=1, kind="adoptive_parent"),
    "add_relative": keyed(kind="sibling", given="Zia", lives="kin", birth_precision="exact"),
    "add_bond": keyed(to="L'oratorio", sphere="free_time", quality="strong", flow="both"),
    "edit_bond": keyed(version=1, to="L'oratorio", sphere="free_time", quality="weak", flow="gives"),
    "add_aspect": keyed(kind="strong", words="una forza nuova", since=TODAY),
    "edit_aspect": keyed(version=1, words="una forza corretta"),
    "close_aspect": keyed(version=1, until=TODAY),
    "add_person": keyed(given="Carlo", family="Nuovo", since=TODAY, **LIVING),
    "add_home": keyed(role="parent", kind="isee", since=TODAY),
    "edit_home": keyed(version=1, role="child", since=SINCE),
    "leave_home": keyed(version=1, until=TODAY),
    "expect_child": keyed(due_on=LATER, parents=of("person", f"{OURS}_mother")),
    "record_birth": keyed(version=1, day=TODAY, given="Sole", family="Nuova", sex="F"),
    "record_loss": keyed(version=1, day=TODAY),
    "record_death": keyed(version=1, day=TODAY),
    "part_home": keyed(day=TODAY, going=of("person", f"{OURS}_mother"), both=of("person", f"{OURS}_child")),
    "join_homes": keyed(code="MX-6", day=TODAY),
    "foster_child": keyed(day=TODAY, given="Ines", is_kin="on"),
    "return_home": keyed(version=1, day=TODAY),
    "undo_life_event": keyed(reason="era un'altra famiglia"),
    "void_row": keyed(version=1, reason="era di un'altra famiglia"),
    "edit_person": keyed(
        version=1, sex="F", birth_date="1990-05-05", birth_precision="exact", citizenship="IT"
    ),
    "add_name": keyed(kind="used", given="Dada"),
    "edit_name": keyed(version=1, kind="legal", given="Ada", family="Corretta"),
    "add_identifier": keyed(kind="stp", value="STP1112223334445"),
    "edit_identifier": keyed(version=1, kind="codice_fiscale", value="RSSMRA80A01F205X", until=TODAY),
    "add_contact_point": keyed(kind="phone", value="02 555 9999"),
    "edit_contact_point": keyed(version=1, kind="phone", value="02 555 8888"),
    # the desk
    "send_signal": keyed(voice="neighbour", **WORRY),
    "create_signal": keyed(source="13", **WORRY),
    "add_my_word@new": keyed(words="Ancora una parola."),
    "set_urgency": keyed("urgency-", version=1, urgency="week"),
    "set_urgency@new": keyed("urgency-", version=1, urgency="week"),
    "choose_first_step": keyed("step-", version=1, step="ask", note="prova"),
    "choose_first_step@new": keyed("step-", version=1, step="ask", note="prova"),
    "pass_on_signal": keyed(version=1, desk=of("team", "mx_far_desk"), reason="place"),
    "pass_on_signal@new": keyed(version=1, desk=of("team", "mx_far_desk"), reason="place"),
    "pass_on_signal@passed": keyed(version=1, desk=of("team", "mx_desk"), reason="place"),
    "reply_to_sender": keyed("reply-", words="Grazie."),
    "reply_to_sender@new": keyed("reply-", words="Grazie."),
    "link_signal": keyed("link-", version=1, code="MX-2"),
    "link_signal@new": keyed("link-", version=1, code="MX-2"),
    "find_known": keyed("known-", surname="Zuccotti", birth_date="1990-05-05"),
    "find_known@new": keyed("known-", surname="Zuccotti", birth_date="1990-05-05"),
    "create_contact": keyed(desk=of("team", "mx_desk"), is_anonymous="on", **HEARD),
    "begin_household@new": keyed(version=1, name="Famiglia Arrivata", team=of("team", "mx_desk")),
    "link_contact@new": keyed("link-", version=1, code="MX-2"),
    # referrals
    "create_referral@asked": keyed(**ASKED),
    "retry_referral@asked": keyed(**ASKED),
    "accept_referral": keyed(words="Venite sabato."),
    "put_on_waiting_list": keyed(words="Tre settimane."),
    "decline_referral": keyed(reason="no_room"),
    "start_referral": keyed(),
    "end_referral": keyed(reason="done"),
    "withdraw_referral": keyed(reason="family"),
    "write_word": keyed(words="A che ora?"),
    "record_answer": keyed(helped="yes", words="Bene."),
    # cases
    "open_case@contact": keyed(
        name="Famiglia Arrivata", team=of("team", "mx_team"), motive="own_request", why="prova"
    ),
    "take_charge": keyed(
        who=f"{of('team', 'mx_team')}:{of('membership', 'mx_own_educator')}", motive="agreed"
    ),
    "end_preliminary": keyed(motive="oriented", words="Abbiamo detto dove andare."),
    "hand_over_case": keyed(to_team=of("team", "mx_strangers"), motive="moved", summary="Da qui."),
    "begin_review": keyed(review_on=LATER, what="La scuola", people="La famiglia"),
    "end_review": keyed(words="Va meglio."),
    "close_case": keyed(motive="reached", words="Grazie.", left_out_6="non serve", left_out_12="non serve"),
    "reopen_case": keyed(motive="asks_again", words="Chiede una mano."),
    "record_follow_up": keyed(version=1, outcome="going_well", words="Stanno bene."),
    "move_follow_up": keyed(version=1, due_on=LATER, reason="sono via"),
    "send_report@school": keyed(
        to_whom="La scuola", purpose="Richiesta", conclusions="Sta bene.", seen=mark_of([])
    ),
    "set_aside_prompt": keyed(reason="appointment", words="Ci vediamo mercoledì.", until=LATER),
    "take_back_prompt": keyed(reason="L'appuntamento è saltato."),
    "void_case": keyed(reason="aperta per errore"),
    "change_responsible": keyed(version=1, who=of("membership", "mx_own_psychologist")),
    "add_worker": keyed(who=of("membership", "mx_own_coordinator"), why="prova"),
    "end_worker": keyed(reason="done"),
    "weigh_case": keyed(weight="intense", since=TODAY),
    "name_deputy": keyed(
        absent=of("membership", "mx_own_educator"),
        deputy=of("membership", "mx_own_coordinator"),
        since=TODAY,
        until=LATER,
        why="leave",
    ),
    "end_deputy": keyed(version=1),
    "read_summary": keyed(),
    "meet_family": keyed(
        kind="phone", day=TODAY, persons=of("person", f"{OURS}_mother"), words="Stanno bene."
    ),
    "plan_conference": keyed(
        kind="team", day=LATER, agenda="La scuola", seats=f"membership:{of('membership', 'mx_own_educator')}"
    ),
    "edit_conference": keyed(version=1, kind="uvm", day=LATER, agenda="La scuola", others="La pediatra"),
    "call_off_conference": keyed(reason="sono via"),
    "answer_conference": keyed(version=1, answer="cannot", words="Sono in ferie"),
    "write_minutes": keyed(version=1, held_on=TODAY, minutes="Ci siamo detti.", others="La zia"),
    "add_decision": keyed(what="Una cosa nuova", somebody="la nonna"),
    "void_decision": keyed(reason="era un'altra"),
    # assessments
    "begin_assessment": keyed(moment="t0"),
    "add_point_of_view": keyed(who="school:", heard_on=TODAY),
    "answer_point_of_view": keyed(version=1, **{"item-food": "3"}),
    "void_point_of_view": keyed(reason="scritto due volte"),
    "write_child_words": keyed(version=1, heard="said", words="Parole nuove.", agreed="near", heard_on=TODAY),
    "add_sheet": keyed(about=of("person", f"{OURS}_child"), voice="team", heard_on=TODAY),
    "answer_sheet": keyed(version=1, **{"item-debts": "3"}),
    "void_sheet": keyed(reason="scelta per errore"),
    "add_factor": keyed(code="safe_home", about=of("person", f"{OURS}_child"), since=SINCE),
    "edit_factor": keyed(version=1, code="trust", about="", since=SINCE, until=TODAY),
    "void_factor": keyed(reason="era di un'altra famiglia"),
    "read_together": keyed(version=1, read_together="Letto di nuovo."),
    "listen_to_child": keyed(
        heard_on=TODAY,
        heard_by=of("membership", "mx_own_educator"),
        place="home",
        alone="yes",
        assessment=of("assessment", "mx_look"),
    ),
    "edit_listening": keyed(
        version=1,
        heard_on=TODAY,
        heard_by=of("membership", "mx_own_educator"),
        place="school",
        alone="no",
        others="la nonna",
    ),
    "void_listening": keyed(reason="scritto due volte"),
    "add_child_drawing": keyed(shared="yes", drawing_strokes='[["red", 10, [100, 100, 900, 900]]]'),
    "share_child_drawing": keyed(version=1, shared="no"),
    "share_child_words": keyed(version=1, agreed="plan"),
    "void_child_drawing": keyed(reason="foto mossa"),
    "close_assessment": keyed(),
    "void_assessment": keyed(reason="cominciata per errore"),
    # plans
    "draft_plan": keyed(),
    "revise_plan": keyed(),
    "add_goal": keyed(side="children", strand="children", title="Un obiettivo nuovo", start="-2", aim="0"),
    "edit_goal": keyed(version=1, side="children", strand="children", title="Corretto", start="-2", aim="0"),
    "void_goal": keyed(reason="era di un'altra famiglia"),
    "link_goals": keyed(other=of("goal", "mx_draft_q"), words="prova"),
    "unlink_goals": keyed(reason="non si tengono"),
    "begin_worker_path": keyed(zero=TODAY, loss="death"),
    "mark_worker_step": keyed(state="done", day=TODAY, words="Un caffè"),
    "void_worker_mark": keyed(reason="era un altro passo"),
    "name_path_readers": keyed(readers=of("user", "mx_own_coordinator")),
    "remove_path_reader": keyed(),
    "end_worker_path": keyed(version=1, day=TODAY),
    "begin_path": keyed(zero=TODAY, contact=of("membership", "mx_own_educator")),
    "edit_path": keyed(version=1, zero=SINCE, loss="death", contact=of("membership", "mx_own_educator")),
    "mark_path_step": keyed(state="done", day=TODAY, words="Fatto insieme"),
    "void_path_mark": keyed(reason="era di un'altra famiglia"),
    "look_along_path": keyed(**{"answer-own_words": "there", "words-own_words": "Una pagina"}),
    "look_at_child": keyed(**{"answer-told": "there", "words-told": "La zia"}),
    "void_path_check": keyed(reason="era di un'altra famiglia"),
    "send_path_letter": keyed(way="hand", day=TODAY, words="Ci dispiace", turn=0),
    "answer_path_letter": keyed(day=TODAY),
    "undo_path_answer": keyed(reason="aveva risposto un'altra famiglia"),
    "void_path_letter": keyed(reason="non c'era nessuno"),
    "set_path_silence": keyed(version=1, silent="yes"),
    "end_path": keyed(version=1, why="alone", day=TODAY),
    "void_path": keyed(reason="era di un'altra famiglia"),
    "add_resource": keyed(kind="skill", what="Cuce", somebody="la vicina", since=SINCE),
    "edit_resource": keyed(version=1, kind="time", what="Il martedì", person="", since=SINCE, until=TODAY),
    "void_resource": keyed(reason="era di un'altra famiglia"),
    "add_action": keyed(what="Una cosa nuova", somebody="la vicina"),
    "edit_action": keyed(version=1, what="Corretta", somebody="la vicina"),
    "finish_action": keyed(version=1, state="done"),
    "score_goal": keyed(level="0", day=TODAY),
    "void_score": keyed(reason="era di un altro obiettivo"),
    "check_plan_principles": keyed(
        **{f"answer-{code}": "2" for code in CODES}, **{f"words-{code}": "così" for code in CODES}
    ),
    "write_disagreement": keyed(somebody="la nonna", words="Per me no."),
    "edit_disagreement": keyed(version=1, somebody="la zia", words="Per me no.", said_on=TODAY),
    "settle_disagreement": keyed(how="Ne abbiamo parlato", day=TODAY),
    "void_disagreement": keyed(reason="era di un'altra famiglia"),
    "leave_proposal": keyed(version=1, reason="non ora"),
    "accept_plan": keyed(who=f"person:{of('person', 'mx_family_child')}", how="own_version", day=TODAY),
    "sign_plan": keyed(),
    "hand_plan": keyed(person=of("person", "mx_family_uncle")),
    "void_acceptance": keyed(reason="ci ha ripensato", gone="withdrawn"),
    "put_in_force": keyed(review_on=LATER),
    # school
    "begin_schooling": keyed(
        cycle="kindergarten",
        school="Materna di via Po",
        since="2021-09-05",
        until="2023-06-30",
        ending="finished",
    ),
    "edit_schooling": keyed(version=1, cycle="primary", year="3", school="Elementari di via Po", since=SINCE),
    "end_schooling": keyed(version=1, ending="changed", until=TODAY),
    "void_schooling": keyed(reason="era di un'altra bambina"),
    "add_school_contact": keyed(name="Il maestro", role="teacher", phone="02 555 8080"),
    "edit_school_contact": keyed(version=1, name="La maestra", role="support", phone="02 555 8080"),
    "ask_teacher": keyed(
        contact="",
        teacher="Il maestro",
        email="maestro@example.org",
        until=NEXT_WEEK,
        yes=of("person", f"{OURS}_mother"),
        reason="Del padre non sappiamo.",
    ),
    "show_school_sheet": keyed(day=TODAY, words="Ha ragione la maestra."),
    "void_school_sheet": keyed(reason="era di un'altra bambina"),
    "begin_school_path": keyed(zero=TODAY, loss="death", contact=CARER),
    "mark_school_step": keyed(state="done", day=TODAY, words="Un saluto, poi la giornata"),
    "void_school_mark": keyed(reason="era un altro passo"),
    "edit_school_path": keyed(version=1, contact=CARER),
    "end_school_path": keyed(version=1, day=TODAY),
    "write_school_plan": keyed(
        kind="pei", year=str(school_year(today())), signed_on=TODAY, signed_by="La scuola e la mamma"
    ),
    "edit_school_plan": keyed(
        version=1, kind="pdp", year=str(school_year(today())), signed_on=TODAY, signed_by="La scuola"
    ),
    "void_school_plan": keyed(reason="era di un'altra bambina"),
    "void_school_contact": keyed(reason="non insegna più qui"),
    # lines of support
    "ask_line": keyed(
        kind="parents", for_whom=of("person", "mx_family_mother"), question="Aiuto.", rhythm="weekly"
    ),
    "void_line": keyed(reason="chiesta due volte"),
    "accept_line": keyed(answer="Volentieri."),
    "decline_line": keyed(reason="no_room"),
    "plan_meetings": keyed(meetings="4", rhythm="weekly", start=LATER),
    "record_meeting": keyed(version=1, state="held", present=of("person", "mx_family_mother")),
    "move_meeting": keyed(version=1, day=LATER),
    "write_note": keyed(text="Una nota nuova."),
    "edit_note": keyed(version=1, text="Corretta."),
    "edit_note@other": keyed(version=1, text="Corretta."),
    "correct_note": keyed(text="Non era così."),
    "end_line": keyed(outcome="surer", words="Più sicuri."),
    "renew_line": keyed(),
    "hand_over_line": keyed(who=of("membership", "mx_second_psychologist")),
    # visits
    "search_diary": lambda: {"words": "racconto"},
    "plan_visit": keyed(
        what="Vedersi", day=LATER, minutes="60", place="home", workers=of("membership", "mx_own_educator")
    ),
    "move_visit": keyed(version=1, day=LATER),
    "call_off_visit": keyed(version=1),
    "miss_visit": keyed(version=1, missed_why="not_known"),
    **{
        name: keyed(
            version=version,
            text="Nuovo.",
            day=TODAY,
            place="home",
            direct="60",
            indirect="0",
            audience=audience,
        )
        for name, version, audience in (
            ("write_visit_note", None, "record"),
            ("edit_visit_note", 1, "record"),
            ("edit_visit_note@near", 1, "reference"),
        )
    },
    "correct_visit_note": keyed(text="Erano due.", direct="60", indirect="0"),
    "void_visit_note": keyed(reason="era di un'altra famiglia"),
    "signal_from_note": keyed(facts="Fatti.", knows="yes_agrees"),
    # around a family
    "name_helper": keyed(
        to="Rita", helps="porta i bambini a scuola", sphere="neighbours", said_by="la mamma"
    ),
    "edit_helper": keyed(
        version=1, to="Rita", helps="tiene le chiavi", sphere="neighbours", said_by="la mamma"
    ),
    "hear_helper": keyed(day=TODAY),
    "plan_outing@door": keyed(goes=of("membership", "mx_own_psychologist"), day=LATER),
    "move_outing": keyed(version=1, goes=of("membership", "mx_own_psychologist"), day=LATER),
    "record_outing": keyed(version=1, outcome="not_in", stopped="closed", done_on=TODAY),
    "retry_outing": keyed(goes=of("membership", "mx_own_psychologist"), day=LATER),
    "drop_outing": keyed(version=1, reason="alone"),
    # strategy and agenda
    "add_strategy_goal": keyed(change="Nuovo", why="Serve.", due=LATER, sign="Si vede.", carer=CARER),
    "edit_strategy_goal": keyed(
        version=1, change="Corretto", why="Serve.", due=LATER, sign="Si vede.", carer=CARER
    ),
    "look_at_strategy_goal": keyed(step="under_way", words="Si va avanti.", day=TODAY),
    "void_strategy_goal": keyed(reason="era di un'altra équipe"),
    "void_strategy_look": keyed(reason="era di un altro obiettivo"),
    "add_appointment": keyed(day=LATER, hour="09:00", whom="Ufficio nidi", about="Le iscrizioni"),
    "edit_appointment": keyed(version=1, day=SINCE, hour="10:00", whom="Ufficio nidi", about="Le iscrizioni"),
    "conclude_appointment": keyed(version=1, agreed="Ci aiutano.", next_step="Scrivere", next_on=LATER),
    "finish_next_step": keyed(),
    "void_appointment": keyed(reason="disdetto"),
    # protocols
    "begin_protocol_draft": keyed(),
    "adapt_protocol": keyed(),
    "edit_protocol_version": keyed(version=1, title="Nuovo", lead="Altre parole.", zero="il primo giorno"),
    "add_protocol_part": keyed(version=1, title="Un biglietto", text="Due righe.", when="3 giorni dopo"),
    "edit_protocol_part": keyed(version=1, title="Un biglietto", text="Due righe.", when="3 giorni dopo"),
    "remove_protocol_part": keyed(version=1),
    "void_protocol_version": keyed(reason="si rifà"),
    "approve_protocol_version": keyed(version=1, read="on"),
    # everybody
    "search": keyed(words="Zuccotti"),
}
