/* Answers when there is no network, with one page that holds nothing of anybody. No page of a family is ever kept. */
/* Served with a mark of all that is kept after its name: where one of them has changed this is another worker, with another shelf. */
const SHELF = "intreccio-shell";
const SHELL = [
  "/offline",
  "/static/bootstrap-italia/css/bootstrap-italia.min.css",
  "/static/intreccio/fonts.css",
  "/static/intreccio/intreccio.css",
  "/static/intreccio/components.css",
  "/static/intreccio/frame.js",
  "/static/intreccio/keep/page.js",
  "/static/intreccio/keep/form.js",
  "/static/intreccio/keep/sending.js",
  "/static/intreccio/keep/shelf.js",
  "/static/intreccio/simbolo.svg",
];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== SHELF).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match("/offline")));
  else if (SHELL.includes(pathname)) event.respondWith(fetch(request).catch(() => caches.match(pathname)));
});
