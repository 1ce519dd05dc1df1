// What is pressed while a page loads, the whole page or the next view. It is kept in its order until the page can take it, and
// goes then, undivided, to the search box (from "/" or Ctrl+K on), to the scan field (a whole scan) or to the keys of the page. A field
// that takes the focus meanwhile gets nothing of it. Runs inline in the head: only so does it hear keys before anything is fetched.
(() => {
  const EDITABLE = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
  const OTHERS = ['Enter', 'Escape', 'Backspace', 'ArrowUp', 'ArrowDown'];
  const CARRIED = 'portal.ketikan';
  const LOOK_EVERY = 50;
  const QUIET = 250; // ms without a key, longer than between two characters of a scanner
  const LONGEST = 60_000;
  const SAME_MOMENT = 1_000;
  const SHORTEST_SCAN = 4;

  let kept = [];
  let timer;
  let began;
  let calm;
  let pressed = 0;

  const searchBox = () => document.querySelector('portal-search');
  const callsSearch = ({ key, ctrlKey, metaKey, altKey }) =>
    ctrlKey || metaKey ? !altKey && key.toLowerCase() === 'k' : key === '/' && !altKey;

  const begin = () => {
    clearInterval(timer);
    began = performance.now();
    calm = began;
    timer = setInterval(look, LOOK_EVERY);
  };

  const keep = (event) => {
    pressed = performance.now();
    if (!timer || !event.isTrusted || event.isComposing) return;
    const { key, code, altKey, shiftKey, ctrlKey, metaKey } = event;
    if (key === 'Tab') return choose(event);
    const search = callsSearch(event);
    const written = key.length === 1 && (event.getModifierState('AltGraph') || !(ctrlKey || metaKey));
    if (!search && !written && !OTHERS.includes(key)) return;
    const target = event.composedPath()[0];
    const box = searchBox();
    // Who writes already writes on; the search box takes its own call as soon as it is there
    if (box?.contains(target) || (target.matches?.(EDITABLE) && !kept.length) || (search && box?.ready)) return;
    const pressing = !kept.length && ['Enter', ' '].includes(key) && target.closest?.('a, button, [tabindex="0"]');
    if (pressing) return;
    // The browser has keys with Alt, too
    if (!altKey) event.preventDefault();
    event.stopImmediatePropagation();
    kept.push({ key, code, altKey, shiftKey, search });
    calm = performance.now();
  };

  /** Somebody who goes to a place by hand is served there. */
  const choose = () => (kept = []);

  const loaded = () => {
    const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
    const shown = document.querySelector('#outlet > * > *');
    return shown && (!searchBox() || searchBox().ready) && !clients.some((client) => client.isActive?.());
  };

  const look = () => {
    const now = performance.now();
    const box = searchBox();
    if (box?.ready && kept.some((key) => key.search)) handToSearch(box);
    if (!loaded() && now - began < LONGEST) calm = now;
    if (now - calm < QUIET) return;
    clearInterval(timer);
    timer = undefined;
    const rest = kept;
    kept = [];
    replay(rest);
  };

  const handToSearch = (box) => {
    const from = kept.findIndex((key) => key.search);
    const typed = kept.splice(from).slice(1);
    const end = typed.findIndex(({ key }) => key === 'Enter' || key === 'Escape');
    if (typed[end]?.key === 'Escape') return;
    const words = textOf(end < 0 ? typed : typed.slice(0, end));
    box.take(words, end >= 0);
  };

  const textOf = (keys) =>
    keys.reduce((text, { key }) => (key === 'Backspace' ? text.slice(0, -1) : key.length === 1 ? text + key : text), '');

  const replay = (keys) => {
    const text = textOf(keys);
    const scan = document.querySelector('main .scan-field');
    const active = document.activeElement;
    if (scan && keys.at(-1)?.key === 'Enter' && text.length >= SHORTEST_SCAN) {
      scan.dispatchEvent(new CustomEvent('portal-camera', { detail: text }));
    } else if (!searchBox() && active?.matches(EDITABLE)) {
      // The sign-in: there is one place only where it can belong
      active.value += text;
      active.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    } else {
      const target = active && !active.matches(EDITABLE) ? active : document.body;
      keys.forEach((key) => press(target.isConnected ? target : document.body, key));
    }
  };

  const press = (target, key) =>
    ['keydown', 'keyup'].forEach((type) =>
      target.dispatchEvent(new KeyboardEvent(type, { ...key, bubbles: true, composed: true, cancelable: true })),
    );

  const leadsOn = (event) =>
    event.composedPath().some((node) => node.localName === 'a' && node.href && !node.target && !node.hasAttribute('download'));

  /** What was pressed after the old page was left and before this one came. */
  const fetchCarried = () => {
    const { at, keys } = JSON.parse(sessionStorage.getItem(CARRIED) ?? '{}');
    sessionStorage.removeItem(CARRIED);
    if (Date.now() - at < LONGEST) kept = keys;
  };
  /** Typed into the search box at the moment of leaving. */
  const beingTyped = () =>
    searchBox()?.held && pressed > began - SAME_MOMENT
      ? ['/', ...searchBox().input.value].map((key, place) => ({ key, search: place === 0 }))
      : [];
  const carry = () => {
    const keys = [...beingTyped(), ...kept];
    if (keys.length) sessionStorage.setItem(CARRIED, JSON.stringify({ at: Date.now(), keys }));
  };

  try {
    fetchCarried();
    addEventListener('pagehide', carry);
  } catch {
    /* no storage: what was pressed before is gone with the old page */
  }
  addEventListener('keydown', keep, { capture: true });
  addEventListener('pointerdown', choose, { capture: true, passive: true });
  addEventListener('click', (event) => leadsOn(event) && begin(), { capture: true, passive: true });
  addEventListener('popstate', begin);
  addEventListener('beforeunload', begin);
  begin();
})();
