// <portal-search>: the one search box. "/" or Ctrl+K go to it, "/" once more to the search of the list on the page; arrows choose among
// its results, Enter opens, Esc leaves. Until its person leaves it nothing else takes the focus.
// What is typed goes to the server only, never into the address or the browser's own history of fields.
(() => {
  const EDITABLE = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
  const OVERLAYS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], [role="alertdialog"]';
  const STEPS = { ArrowDown: 1, ArrowUp: -1 };

  class PortalSearch extends HTMLElement {
    /** Whether it can take what is typed. */
    ready = false;

    connectedCallback() {
      this.listening = new AbortController();
      const { signal } = this.listening;
      document.addEventListener('keydown', (event) => this.called(event), { signal });
      document.addEventListener('pointerdown', (event) => event.composedPath().includes(this) || this.release(), { signal });
      this.addEventListener('keydown', (event) => this.heard(event), { signal });
      this.addEventListener('focusin', (event) => this.field?.contains(event.target) && this.hold(), { signal });
      this.addEventListener('input', () => this.open(), { signal });
      document.addEventListener('focusin', (event) => this.defend(event), { signal });
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
      this.ready = true;
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
      if (slash && event.composedPath().includes(this) && this.isUntouched()) return this.passOn(event);
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

    /** What was typed before this box was there, with or without Enter. */
    take(text, finished) {
      this.enter();
      this.write(text);
      if (finished) this.go();
    }

    write(text) {
      this.input.value = text;
      this.input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }

    /** Whether nothing was typed since it was entered. */
    isUntouched() {
      const { selectionStart, selectionEnd, value } = this.input;
      return selectionStart === 0 && selectionEnd === value.length;
    }

    /** To the list's own search. */
    passOn(event) {
      const own = document.querySelector('main .list-search');
      if (!own) return;
      event.preventDefault();
      this.leave();
      own.focus();
    }

    hold() {
      this.held = true;
      this.open();
    }

    release() {
      this.held = false;
      this.close();
    }

    /** A page that has just come may put the focus into a field of its own; what is being typed here must not go on there. */
    defend(event) {
      if (!this.held || this.contains(event.target)) return;
      if (document.querySelector(OVERLAYS)) this.held = false;
      else this.field.focus();
    }

    /** Another view is shown: what led there has served, what is being typed has not. */
    navigated() {
      if (this.held) return;
      if (this.input.value) this.write('');
      this.close();
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
      this.release();
      this.field.blur();
      this.before?.isConnected && this.before.focus?.();
      this.before = undefined;
    }

    left(event) {
      if (!this.held && event.relatedTarget && !this.contains(event.relatedTarget)) this.close();
    }

    heard(event) {
      if (event.key === 'Tab') {
        this.held = false;
      } else if (event.key === 'Escape') {
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
      this.held = false;
      if (this.chosen) {
        this.chosen.click();
      } else if (this.input.value.trim()) {
        this.dispatchEvent(new CustomEvent('portal-search', { detail: this.input.value.trim() }));
      }
    }

    clicked(event) {
      if (event.target.closest('.search-open')) this.enter();
      if (event.target.closest('.search-close')) this.leave();
      if (event.target.closest('a')) this.release();
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
