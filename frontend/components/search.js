// <portal-search>: the one search box. "/" or Ctrl+K go to it, arrows choose among its results, Enter opens, Esc leaves.
// What is typed goes to the server only, never into the address or the browser's own history of fields.
(() => {
  const EDITABLE = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
  const OVERLAYS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], [role="alertdialog"]';
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };

  class PortalSearch extends HTMLElement {
    connectedCallback() {
      this.listening = new AbortController();
      const { signal } = this.listening;
      document.addEventListener('keydown', (event) => this.called(event), { signal });
      document.addEventListener('pointerdown', (event) => event.composedPath().includes(this) || this.close(), { signal });
      this.addEventListener('keydown', (event) => this.heard(event), { signal });
      this.addEventListener('focusin', (event) => this.field?.contains(event.target) && this.open(), { signal });
      this.addEventListener('focusout', (event) => this.left(event), { signal });
      this.addEventListener('click', (event) => this.clicked(event), { signal });
      this.results = this.querySelector('.search-results');
      this.field = this.querySelector('vaadin-text-field');
      this.describe();
      // New results come in by the server: nothing of the old ones stays chosen
      this.watching = new MutationObserver(() => this.choose(undefined));
      this.watching.observe(this.results, { childList: true, subtree: true });
    }

    disconnectedCallback() {
      this.listening.abort();
      this.watching.disconnect();
    }

    async describe() {
      await customElements.whenDefined('vaadin-text-field');
      const input = this.field.inputElement ?? this.field.querySelector('input');
      if (!input) return requestAnimationFrame(() => this.isConnected && this.describe());
      input.setAttribute('role', 'combobox');
      input.setAttribute('aria-autocomplete', 'list');
      input.setAttribute('aria-controls', this.results.id);
      input.setAttribute('aria-expanded', String(this.hasAttribute('open')));
    }

    get input() {
      return this.field.inputElement ?? this.field;
    }

    get options() {
      return [...this.results.querySelectorAll('[role="option"]')];
    }

    called(event) {
      const shortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.defaultPrevented || (!shortcut && !slash)) return;
      if (slash && event.composedPath()[0].matches?.(EDITABLE)) return;
      if (document.querySelector(OVERLAYS)) return;
      event.preventDefault();
      this.enter();
    }

    /** Goes to the field, remembering where the focus has to return. */
    enter() {
      if (!this.contains(document.activeElement)) this.before = document.activeElement;
      this.open();
      this.field.focus();
      this.input.select?.();
    }

    open() {
      this.toggleAttribute('open', true);
      this.input.setAttribute('aria-expanded', 'true');
    }

    close() {
      this.toggleAttribute('open', false);
      this.input.setAttribute('aria-expanded', 'false');
      this.choose(undefined);
    }

    leave() {
      this.close();
      this.field.blur();
      this.before?.isConnected && this.before.focus?.();
      this.before = undefined;
    }

    left(event) {
      if (event.relatedTarget && !this.contains(event.relatedTarget)) this.close();
    }

    heard(event) {
      if (event.key === 'Escape') {
        event.preventDefault();
        this.leave();
      } else if (STEPS[event.key] && this.options.length) {
        event.preventDefault();
        const next = this.options.indexOf(this.chosen) + STEPS[event.key];
        this.choose(this.options.at(next < -1 ? -1 : next) ?? (next > 0 ? this.options[0] : undefined));
      } else if (event.key === 'Enter' && this.field.contains(event.target)) {
        event.preventDefault();
        this.go();
      }
    }

    /** Opens what is chosen; with nothing chosen the server decides by the whole text, also when results still are on their way. */
    go() {
      if (this.chosen) {
        this.chosen.click();
      } else if (this.input.value.trim()) {
        this.dispatchEvent(new CustomEvent('portal-search', { detail: this.input.value.trim() }));
      }
    }

    clicked(event) {
      if (event.target.closest('.search-open')) this.enter();
      if (event.target.closest('.search-close')) this.leave();
      if (event.target.closest('a')) this.close();
    }

    choose(option) {
      this.chosen?.removeAttribute('aria-selected');
      this.chosen = option;
      if (!option) {
        this.input?.removeAttribute?.('aria-activedescendant');
        return;
      }
      option.id ||= 'hasil-' + Math.random().toString(36).slice(2);
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', option.id);
    }
  }
  customElements.get('portal-search') ?? customElements.define('portal-search', PortalSearch);
})();
