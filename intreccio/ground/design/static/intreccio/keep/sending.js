/* Sends what waits, each note once: the server knows a note by its key, and answers a second time where it led the first. */
import { adopt, kept, moved, owned, read, wipe } from "./shelf.js";

export const GONE = "gone";
export const LATER = "later";
export const ASKED = "asked";

/* Whose the device is now; nothing where nobody is signed in, or where there is no network. */
export async function door() {
  const answer = await fetch("/device", { cache: "no-store", redirect: "manual" }).catch(() => null);
  const here = answer?.ok ? await answer.json().catch(() => null) : null;
  if (here) {
    await adopt(here.before, here.owner);
    await owned(here.owner);
  }
  return here;
}

/* Answers how it went, and where the note is now. */
export async function send(note) {
  const here = await door();
  if (!here || ![here.owner, ...here.before].includes(note.owner)) return [LATER];
  const { address, fields } = await read(note);
  const body = new URLSearchParams([...fields, ["csrfmiddlewaretoken", here.token]]);
  const answer = await fetch(address, { method: "POST", body, headers: { "X-Device": "1" }, redirect: "manual" }).catch(() => null);
  if (answer?.status === 201) {
    const led = await answer.json();
    await wipe(note.id).catch(() => {});
    return [GONE, led.address];
  }
  /* A no that a person has to look at: somebody else has written, something is missing, the family is with others. */
  if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
    await moved(note.id, "asked");
    return [ASKED];
  }
  return [LATER];
}

let going = null;

export function sendAll() {
  going ??= (async () => {
    let sent = 0;
    for (const note of (await kept()).filter((each) => each.state === "waiting")) {
      const [how] = await send(note).catch(() => [LATER]);
      if (how === GONE) sent += 1;
    }
    return sent;
  })().finally(() => {
    going = null;
  });
  return going;
}
