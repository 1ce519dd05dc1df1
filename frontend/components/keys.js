// <portal-keys keys="n a ?">: tells its view that one of its keys was pressed outside any field or dialog.
(() => {
  const EDITABLE = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
  const OVERLAYS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-popover[opened], [role="alertdialog"]';

  class PortalKeys extends HTMLElement {
    connectedCallback() {
      this.hidden = true;
      this.listening = new AbortController();
      document.addEventListener('keydown', (event) => this.heard(event), { signal: this.listening.signal });
    }

    disconnectedCallback() {
      this.listening.abort();
    }

    heard(event) {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const target = event.composedPath()[0];
      if (target.matches?.(EDITABLE) || document.querySelector(OVERLAYS)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      // Enter presses the button that has the focus
      if (key === 'Enter' && target.closest?.('a, button, [role="button"], [role="tab"], [role="row"]')) return;
      if (!(this.getAttribute('keys') ?? '').split(' ').includes(key)) return;
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('portal-key', { detail: key }));
    }
  }
  customElements.get('portal-keys') ?? customElements.define('portal-keys', PortalKeys);
})();
