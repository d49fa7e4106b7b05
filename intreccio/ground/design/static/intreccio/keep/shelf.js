/* What waits on this device. Words are closed with a key that the browser made here and gives to nobody: it can be used, and
   cannot be taken out. A row says whose it is (an opaque word), when it was written and where it stands; the rest is closed. */
const NAME = "intreccio";
const KEY = "notes";

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("keys");
      asked.result.createObjectStore("notes", { keyPath: "id" });
      asked.result.createObjectStore("device");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  return opened;
}

/* A browser may have what is needed and refuse it: then every form is a plain form. */
export const isPossible = async () => Boolean(globalThis.indexedDB && globalThis.crypto?.subtle) && open().then(() => true, () => false);

async function ask(store, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const deal = database.transaction(store, mode);
    const asked = work(deal.objectStore(store));
    deal.oncomplete = () => resolve(asked?.result);
    deal.onerror = deal.onabort = () => reject(deal.error);
  });
}

/* Two pages that make one at the same time end with the same: the second finds the first. */
async function key() {
  const there = await ask("keys", "readonly", (keys) => keys.get(KEY));
  if (there) return there;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await ask("keys", "readwrite", (keys) => keys.add(made, KEY)).catch(() => {});
  return ask("keys", "readonly", (keys) => keys.get(KEY));
}

const sealed = (id, iv) => ({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(id) });

/* note: {id, owner, at, state} and `said`: {address, fields}. */
export async function keep({ said, ...note }) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(said));
  const closed = await crypto.subtle.encrypt(sealed(note.id, iv), await key(), plain);
  await ask("notes", "readwrite", (notes) => notes.put({ ...note, iv, closed }));
}

export async function read(note) {
  const plain = await crypto.subtle.decrypt(sealed(note.id, note.iv), await key(), note.closed);
  return JSON.parse(new TextDecoder().decode(plain));
}

export const kept = () => ask("notes", "readonly", (notes) => notes.getAll());
export const wipe = (id) => ask("notes", "readwrite", (notes) => notes.delete(id));
export const owner = () => ask("device", "readonly", (device) => device.get("owner"));
export const owned = (word) => ask("device", "readwrite", (device) => device.put(word, "owner"));

export async function moved(id, state) {
  const note = await ask("notes", "readonly", (notes) => notes.get(id));
  if (note) await ask("notes", "readwrite", (notes) => notes.put({ ...note, state }));
}

/* What waits under a role that became another one waits under that one: nobody wears the first any more. */
export async function adopt(before, word) {
  for (const row of (await kept()).filter((each) => before.includes(each.owner))) await ask("notes", "readwrite", (notes) => notes.put({ ...row, owner: word }));
}

/* The word of a hat begins with that of whoever wears it. */
const person = (word) => word?.split("-")[0];
const isTheirs = (row, word) => !row.owner || person(row.owner) === person(word);

/* What one reads and sends under this hat, and what nobody signed; and all that somebody has here, under whatever hat. */
export const keptOf = async (word) => (await kept()).filter((row) => !row.owner || row.owner === word);
export const keptOfPerson = async (word) => (await kept()).filter((row) => isTheirs(row, word));
/* Where somebody has signed out meanwhile, in whatever page, nothing of theirs is put aside any more. */
export const isStillHere = async (word) => person(word) === person(await owner());

/* Whoever goes takes everything of theirs away; with the last row goes the key. What is somebody else's waits for them. */
export async function wipeOf(word) {
  await ask("device", "readwrite", (device) => device.clear());
  for (const row of await keptOfPerson(word)) await wipe(row.id);
  if (!(await kept()).length) await ask("keys", "readwrite", (keys) => keys.clear());
}
