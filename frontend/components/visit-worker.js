// Keeps the shell of the page of a visit, so that a reload without a line works. The list of pupils is not here but in the
// database of the page, which is wiped after the sign-off. Served as /hari-h/pekerja.js: its scope is that folder only.
const SHELL = 'hari-h-1';
const PARTS = [
  '/styles/portal.css',
  '/styles/visit-day.css',
  '/components/signature-pad.js',
  '/components/visit-store.js',
  '/components/visit-day.js',
  '/favicon.svg',
  '/fonts/instrument-sans-latin-wght-normal.woff2',
];
const PATIENCE = 4000; // a line that hangs is no line

const SHELL_PATH = /^\/hari-h\/[A-Z0-9-]+$/;

/** The page that brings this worker was loaded before it was there. */
const keepOpenPage = async (cache) => {
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  const path = open.map((client) => new URL(client.url).pathname).find((one) => SHELL_PATH.test(one));
  const shell = path && (await fetch(path, { redirect: 'manual' }));
  if (shell?.ok) await cache.put('/hari-h/', shell);
};

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(SHELL);
    await Promise.all([cache.addAll(PARTS), keepOpenPage(cache)]);
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('hari-h-') && name !== SHELL;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

const isShell = (request, path) => request.mode === 'navigate' && SHELL_PATH.test(path);

/** The network first, so that a new version comes and a session that is over leads to the door; what is kept after that. */
const answer = async (request, key) => {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(key);
  try {
    const waiting = kept ? AbortSignal.timeout(PATIENCE) : undefined;
    const fresh = await fetch(request, { signal: waiting });
    if (fresh.ok && !fresh.redirected) await cache.put(key, fresh.clone());
    return fresh.status >= 500 && kept ? kept : fresh;
  } catch (offline) {
    if (kept) return kept;
    throw offline;
  }
};

self.addEventListener('fetch', (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.method !== 'GET') return;
  if (isShell(event.request, path)) event.respondWith(answer(event.request, '/hari-h/'));
  else if (PARTS.includes(path)) event.respondWith(answer(event.request, path));
});
