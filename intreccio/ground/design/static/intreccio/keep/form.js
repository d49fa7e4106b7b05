/* A form whose words are kept on the device while they are written, and until they have gone. */
import { isStillHere, keep, kept, keptOf, read, wipe } from "./shelf.js";
import { ASKED, GONE, LATER, send } from "./sending.js";

const PAUSE = 700;
const HOUR = { hour: "2-digit", minute: "2-digit" };
const dayOf = (at) => new Date(at).toLocaleDateString("sv");
const when = (at) => new Date(at).toLocaleString([], dayOf(at) === dayOf(Date.now()) ? HOUR : { day: "numeric", month: "numeric", ...HOUR });
const part = (name) => document.querySelector(`[data-keep-${name}]`);

function show(name, at) {
  const box = part(name);
  if (!box) return;
  box.hidden = false;
  if (at) box.querySelectorAll("time").forEach((time) => (time.textContent = when(at)));
}

function hide(name) {
  const box = part(name);
  if (box) box.hidden = true;
}

const fieldsOf = (form) => [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken").map(([name, value]) => [name, String(value)]);

function fill(form, fields) {
  const said = new Map();
  fields.forEach(([name, value]) => said.set(name, [...(said.get(name) ?? []), value]));
  for (const field of form.elements) {
    if (!field.name || field.name === "csrfmiddlewaretoken" || field.name === "version") continue;
    const values = said.get(field.name) ?? [];
    if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
    else if (said.has(field.name)) field.value = values[0];
  }
}

const begun = [];

/* What has just been typed, put aside at once: whoever leaves is told of it too. */
export const keepBegun = () => Promise.all(begun.map((each) => each()));

export function keepForm(form) {
  const note = (state) => ({
    id: form.elements.once.value,
    owner: form.dataset.owner,
    at: Date.now(),
    state,
    said: { address: form.getAttribute("action"), fields: fieldsOf(form) },
  });
  let pause;
  let over = false;

  const stop = () => {
    clearTimeout(pause);
    pause = null;
  };
  const putAside = async () => {
    stop();
    const draft = note("draft");
    if (over || !(await isStillHere(draft.owner))) return;
    await keep(draft);
    show("said", draft.at);
  };
  begun.push(async () => pause && putAside());

  form.addEventListener("input", () => {
    stop();
    pause = setTimeout(() => putAside().catch(() => {}), PAUSE);
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (over) return;
    over = true;
    stop();
    const waiting = note("waiting");
    /* What could not be put aside is sent as any form is. */
    const [how, led] = await keep(waiting).then(() => sendKept(waiting.id).catch(() => [LATER]), () => [ASKED]);
    if (how === GONE) location.assign(led);
    else if (how === ASKED) form.submit();
    else {
      form.hidden = true;
      hide("said");
      show("later", waiting.at);
      part("later").focus();
    }
  });

  offer(form, form.dataset.owner, form.getAttribute("action"));
}

const sendKept = async (id) => send((await kept()).find((row) => row.id === id));

/* What was begun here before, or was written where there was no network and has no family yet. */
async function offer(form, owner, address, states = ["draft", "loose"]) {
  if (form.dataset.keep === "sent") return;
  for (const row of (await keptOf(owner)).filter((each) => states.includes(each.state))) {
    const said = await read(row);
    /* Whoever chooses the family another day writes of the day on which it happened. */
    if (row.state === "loose") said.fields.push(["day", dayOf(row.at)]);
    if (row.state === "draft" && said.address !== address) continue;
    const box = part(row.state);
    show(row.state, row.at);
    const words = box.querySelector("[data-keep-words]");
    if (words) words.textContent = said.fields.find(([name]) => name === "whose")?.[1] ?? "";
    box.querySelector("[data-keep-take]").onclick = () => {
      const taken = new Set([...said.fields.map(([name]) => name), "once"]);
      fill(form, [...fieldsOf(form).filter(([name]) => !taken.has(name)), ...said.fields.filter(([name]) => name !== "once"), ["once", row.id]]);
      box.hidden = true;
      form.dispatchEvent(new Event("input"));
    };
    const drop = box.querySelector("[data-keep-drop]");
    const gone = () => wipe(row.id).then(() => (box.hidden = true));
    const sure = box.querySelector("dialog");
    drop.onclick = sure ? () => asked(sure, () => gone().then(() => next(form, owner, address))) : gone;
  }
}

/* What is nowhere else is dropped by who has said so twice. */
function asked(dialog, drop) {
  dialog.querySelector("[data-keep-sure]").onclick = () => {
    dialog.close();
    drop();
  };
  dialog.showModal();
}

/* One has been dropped: the others that wait for a family are offered, and one goes on writing. */
function next(form, owner, address) {
  dispatchEvent(new Event("kept"));
  form.elements.text.focus();
  return offer(form, owner, address, ["loose"]);
}

/* Where there is no network and no page of a family: words of one's own, closed until they find their place. */
export function keepLoose(form, owner) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = fieldsOf(form);
    if (!fields.some(([name, value]) => name === "text" && value.trim())) return form.elements.text.focus();
    await keep({ id: crypto.randomUUID(), owner: await owner(), at: Date.now(), state: "loose", said: { address: "", fields } });
    form.reset();
    show("done", Date.now());
    dispatchEvent(new Event("kept"));
  });
}
