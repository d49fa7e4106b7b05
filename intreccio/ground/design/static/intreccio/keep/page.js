/* On every page of who has signed in: how much waits on this device, and the way out, which warns. Every page works without. */
import { isPossible, kept, keptOf, keptOfPerson, owned, owner, read, wipe, wipeOf } from "./shelf.js";
import { door, sendAll } from "./sending.js";
import { keepBegun, keepForm, keepLoose } from "./form.js";

const AGAIN = 30_000;

/* What is only begun is nobody's wait: it is offered where it was begun. */
const counted = { waiting: "waiting", asked: "asked", loose: "unplaced" };

/* Under whose hat one is here: where there is no network, as it was known last. Nothing is asked where nothing is kept. */
const whose = async () => (await door())?.owner ?? (await owner());
const mine = async () => ((await kept()).length ? keptOf(await whose()) : []);

async function tell() {
  const rows = await mine();
  for (const [state, name] of Object.entries(counted)) {
    const many = rows.filter((row) => row.state === state).length;
    document.querySelectorAll(`[data-kept-${name}]`).forEach((box) => {
      box.hidden = !many;
      box.querySelectorAll("b").forEach((number) => (number.textContent = many));
    });
  }
  return rows;
}

async function look() {
  const sent = await sendAll();
  if (sent) document.querySelectorAll("[data-kept-gone]").forEach((box) => (box.hidden = false));
  await tell();
}

const firstAsked = async () => (await mine()).find((each) => each.state === "asked");

/* The page of the note opens with what was written in it, and what the server answers: both versions, or what is missing. */
async function openAsked() {
  const row = await firstAsked();
  const here = await door();
  if (!row || !here) return;
  const { address, fields } = await read(row);
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  for (const [name, value] of [...fields, ["csrfmiddlewaretoken", here.token]]) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

async function dropAsked() {
  const row = await firstAsked();
  if (row) await wipe(row.id);
  await tell();
}

/* Whoever goes leaves nothing of theirs here, and is told before. */
function leaving(form) {
  const dialog = document.querySelector("[data-keep-leaving]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await keepBegun().catch(() => {});
    const word = await whose().catch(() => undefined);
    const go = () => wipeOf(word).catch(() => {}).then(() => form.submit());
    const many = (await keptOfPerson(word).catch(() => [])).length;
    if (!many || !dialog) return go();
    dialog.querySelectorAll("b").forEach((number) => (number.textContent = many));
    dialog.querySelector("[data-keep-leave]").onclick = go;
    dialog.showModal();
  });
}

/* Every way out: the one of the menu, and the page that asks whether one wants to go. */
const waysOut = () => {
  const way = document.querySelector("form[data-leave]");
  return [...document.forms].filter((form) => way && form.method === "post" && form.action === way.action);
};

if (await isPossible()) {
  document.querySelectorAll("[data-owner]").forEach((part) => owned(part.dataset.owner));
  document.querySelectorAll("form[data-keep]").forEach(keepForm);
  document.querySelectorAll("form[data-keep-loose-form]").forEach((form) => keepLoose(form, owner));
  document.querySelectorAll("[data-kept-look]").forEach((button) => button.addEventListener("click", openAsked));
  document.querySelectorAll("[data-kept-drop]").forEach((button) => button.addEventListener("click", dropAsked));
  waysOut().forEach(leaving);
  addEventListener("online", look);
  addEventListener("kept", tell);
  setInterval(async () => (await tell()).some((row) => row.state === "waiting") && look(), AGAIN);
  look();
  if (document.querySelector("[data-keep-shell]")) navigator.serviceWorker?.register("/worker");
}
