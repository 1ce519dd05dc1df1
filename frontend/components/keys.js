// <portal-keys keys="n a ?">: tells its view that one of its keys was pressed outside any field or dialog. What carries
// data-page-keys="ArrowUp ArrowDown" leaves these keys to the page although it would use them itself while it has the focus;
// a field does so as long as it is empty.
(() => {
  const EDITABLE = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
  const OVERLAYS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-popover[opened], [role="alertdialog"]';

  class PortalKeys extends HTMLElement {
    connectedCallback() {
      this.hidden = true;
      this.listening = new AbortController();
      const signal = this.listening.signal;
      document.addEventListener('keydown', (event) => this.heard(event), { signal });
      document.addEventListener('keydown', (event) => this.heardFirst(event), { signal, capture: true });
    }

    disconnectedCallback() {
      this.listening.abort();
    }

    heardFirst(event) {
      const left = event.composedPath().find((part) => part.dataset?.pageKeys)?.dataset.pageKeys ?? '';
      if (left.split(' ').includes(event.key) && !event.composedPath()[0].value) this.heard(event, true);
    }

    heard(event, instead = false) {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const target = event.composedPath()[0];
      if ((!instead && target.matches?.(EDITABLE)) || document.querySelector(OVERLAYS)) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      // Enter presses the button that has the focus
      if (!instead && key === 'Enter' && target.closest?.('a, button, [role="button"], [role="tab"], [role="row"]')) return;
      if (!(this.getAttribute('keys') ?? '').split(' ').includes(key)) return;
      event.preventDefault();
      if (instead) event.stopPropagation();
      this.dispatchEvent(new CustomEvent('portal-key', { detail: key }));
    }
  }
  customElements.get('portal-keys') ?? customElements.define('portal-keys', PortalKeys);
})();
