// Behaviour of every page: the colour scheme, Enter on a row of a list, and the words that exist only in the browser's part of Vaadin.
(() => {
  const KEY = 'portal.tampilan';

  const apply = (choice) => {
    document.documentElement.style.colorScheme = choice === 'terang' ? 'light' : choice === 'gelap' ? 'dark' : '';
  };

  /** "terang", "gelap" or "perangkat" (follow the device); remembered on this device only. */
  window.portalAppearance = {
    get: () => localStorage.getItem(KEY) ?? 'perangkat',
    set: (choice) => {
      localStorage.setItem(KEY, choice);
      apply(choice);
    },
  };
  addEventListener('storage', (event) => event.key === KEY && apply(event.newValue));

  const wrap = (element, method, after) =>
    customElements.whenDefined(element).then(() => {
      const prototype = customElements.get(element).prototype;
      const original = prototype[method];
      if (!original) return;
      prototype[method] = function (...args) {
        const result = original.apply(this, args);
        after.call(this, ...args);
        return result;
      };
    });

  const rename = (root, from, to) => {
    const checkbox = root.querySelector('vaadin-checkbox');
    if (checkbox?.accessibleName === from) checkbox.accessibleName = to;
  };
  for (const column of ['vaadin-grid-selection-column', 'vaadin-grid-flow-selection-column']) {
    wrap(column, '_defaultHeaderRenderer', (root) => rename(root, 'Select All', 'Pilih semua'));
    wrap(column, '_defaultRenderer', (root) => rename(root, 'Select Row', 'Pilih baris'));
  }
  wrap('vaadin-password-field', 'ready', function () {
    this.i18n = { ...this.i18n, reveal: 'Tampilkan kata sandi' };
  });

  // Its scroll box counts as a child that a list of tabs must not have as long as it can take the focus.
  wrap('vaadin-tabs', 'ready', function () {
    this.shadowRoot.getElementById('scroll')?.removeAttribute('tabindex');
  });

  // A row of a list opens with Enter as with a click; by itself the grid tells only of the mouse.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.repeat) return;
    const [cell, ...around] = event.composedPath();
    if (!cell.matches?.('td') || !around.some((node) => node.localName === 'vaadin-grid')) return;
    cell.querySelector('slot')?.assignedElements()[0]?.click();
  });

  const indicator = () => window.Vaadin?.connectionIndicator;
  const words = () => {
    if (!indicator()) return false;
    Object.assign(indicator(), {
      role: 'status',
      onlineText: 'Tersambung kembali',
      offlineText: 'Sambungan terputus',
      reconnectingText: 'Sambungan terputus, mencoba menyambung lagi…',
    });
    return true;
  };
  if (!words()) addEventListener('load', words, { once: true });
})();
