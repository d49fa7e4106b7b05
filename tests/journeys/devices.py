"""What a device holds, looked for as a thief would: every store of the browser, byte by byte."""

from pathlib import Path

from playwright.sync_api import Page

EVERYTHING = """async () => {
  const found = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}), document.cookie];
  const text = (value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value);
    if (value instanceof CryptoKey) return `key ${value.extractable}`;
    if (value && typeof value === "object") return Object.entries(value).map(([name, each]) => `${name}=${text(each)}`).join(" ");
    return String(value);
  };
  for (const {name} of await indexedDB.databases()) {
    const database = await new Promise((done) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); });
    for (const store of database.objectStoreNames) {
      const rows = await new Promise((done) => {
        const asked = database.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result);
      });
      found.push(...rows.map((row) => `${store}: ${text(row)}`));
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const shelf = await caches.open(name);
    for (const asked of await shelf.keys()) found.push(asked.url, await (await shelf.match(asked)).text());
  }
  return found.join("\\n");
}"""
KEY = """async () => {
  const database = await new Promise((done) => { const asked = indexedDB.open("intreccio"); asked.onsuccess = () => done(asked.result); });
  const key = await new Promise((done) => {
    const asked = database.transaction("keys").objectStore("keys").getAll(); asked.onsuccess = () => done(asked.result[0]);
  });
  const tried = async (form) => crypto.subtle.exportKey(form, key).then(() => "taken", (no) => no.name);
  return [await tried("raw"), await tried("jwk")];
}"""
NOTES = """async () => {
  const database = await new Promise((done) => { const asked = indexedDB.open("intreccio"); asked.onsuccess = () => done(asked.result); });
  return new Promise((done) => {
    const asked = database.transaction("notes").objectStore("notes").count(); asked.onsuccess = () => done(asked.result);
  });
}"""


def everything_on(page: Page) -> str:
    """All that this browser keeps for the house, as one text."""
    return str(page.evaluate(EVERYTHING))


def tries_for_the_key(page: Page) -> list[str]:
    """What becomes of who wants to take the key out, in two ways."""
    return list(page.evaluate(KEY))


def notes_on(page: Page) -> int:
    """How many notes and drafts are there."""
    return int(page.evaluate(NOTES))


def answers_alone(page: Page) -> None:
    """Waits until the worker of the device answers for its pages."""
    page.evaluate("() => navigator.serviceWorker.ready.then(() => null)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")


REWRITE = """async ({state, owner}) => {
  const database = await new Promise((done) => { const asked = indexedDB.open("intreccio"); asked.onsuccess = () => done(asked.result); });
  const store = database.transaction("notes", "readwrite").objectStore("notes");
  const rows = await new Promise((done) => { const asked = store.getAll(); asked.onsuccess = () => done(asked.result); });
  const [person] = rows[0].owner.split("-");
  rows.forEach((row) => store.put({...row, state: state ?? row.state, owner: owner.replace("person", person)}));
}"""


def as_if_of(page: Page, owner: str, *, state: str | None = None) -> None:
    """Makes what waits here somebody else's: «another», or «person-another» for another hat of the same person."""
    page.evaluate(REWRITE, {"owner": owner, "state": state})


def written_on_disk(folder: Path, word: str) -> list[str]:
    """The files of a browser's own folder that hold a word in clear, as a browser that was closed leaves them."""
    signs = (word.encode(), word.encode("utf-16-le"))
    files = [each for each in folder.rglob("*") if each.is_file()]
    return [each.name for each in files if any(sign in each.read_bytes() for sign in signs)]


def keeps_sessions(folder: Path) -> bool:
    """Whether the browser of this folder is one that writes its pages down; Chromium's headless shell does not."""
    return any(folder.glob("*/Sessions"))
