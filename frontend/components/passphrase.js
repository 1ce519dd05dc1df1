// <portal-passphrase label="…"><vaadin-button data-hand-over>…</vaadin-button></portal-passphrase>: a secret for one batch.
//
// Browsers offer to store whatever stands in a password field, and none of them can be told not to: autocomplete="off" is
// ignored for these fields, "new-password" and "one-time-code" bring offers of their own. So this is a text field that shows
// dots by text-security: to browser and password manager it is no password at all. It has no name, stands in no form, and is
// emptied before its text leaves, so there is nothing to remember; keyboards are told to suggest and learn nothing. Only a
// browser without text-security gets a password field, because dots on the screen matter more.
(() => {
  const STYLE = new CSSStyleSheet();
  STYLE.replaceSync(`
    :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px; }
    label { font-weight: 560; font-size: 13px; }
    .box { display: flex; border: 1px solid var(--line-strong); border-radius: 8px; background: var(--surface); }
    .box:focus-within { outline: 2px solid var(--accent); outline-offset: 1px; }
    input { flex: 1; min-width: 0; padding: 0 12px; height: 42px; border: 0; outline: 0; background: none;
      color: var(--text); font: inherit; font-size: 16px; }
    input.dots { -webkit-text-security: disc; text-security: disc; }
    button { border: 0; background: none; color: var(--accent); font: inherit; font-size: 13px; padding: 0 12px; cursor: pointer; }
    button:focus-visible { outline: 2px solid var(--accent); outline-offset: -3px; border-radius: 8px; }
    p { margin: 0; color: var(--late); font-size: 13px; }
    p:empty { display: none; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
    @media (max-width: 700px) { ::slotted(vaadin-button) { flex: 1 1 auto; } }
  `);
  const QUIET = {
    autocomplete: 'off', autocorrect: 'off', autocapitalize: 'none', spellcheck: 'false', writingsuggestions: 'false',
    enterkeyhint: 'done', 'data-lpignore': 'true', 'data-1p-ignore': '', 'data-bwignore': '', 'data-form-type': 'other',
  };

  class PortalPassphrase extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
      root.adoptedStyleSheets = [STYLE];
      root.innerHTML = `<label for="secret"></label><div class="box"><input id="secret" class="dots" aria-describedby="lack">
        <button type="button" aria-pressed="false">Tampilkan</button></div>
        <p id="lack" role="alert"></p><div class="buttons"><slot></slot></div>`;
      this.input = root.querySelector('input');
      this.lack = root.querySelector('p');
      this.reveal = root.querySelector('button');
      Object.entries(QUIET).forEach(([name, value]) => this.input.setAttribute(name, value));
      this.masks = CSS.supports('-webkit-text-security', 'disc') || CSS.supports('text-security', 'disc');
      this.show(false);
      this.reveal.addEventListener('click', () => {
        this.show(this.reveal.getAttribute('aria-pressed') !== 'true');
        this.input.focus();
      });
      this.input.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) {
          event.preventDefault();
          this.handOver();
        }
      });
      this.addEventListener('click', (event) => {
        if (event.target.closest('[data-hand-over]')) this.handOver();
      });
    }

    connectedCallback() {
      this.shadowRoot.querySelector('label').textContent = this.getAttribute('label') ?? '';
      this.leaving = new AbortController();
      // A page that the browser keeps for the way back must not keep this
      addEventListener('pagehide', () => this.empty(), { signal: this.leaving.signal });
    }

    disconnectedCallback() {
      this.leaving.abort();
      this.empty();
    }

    show(plain) {
      this.reveal.setAttribute('aria-pressed', String(plain));
      this.reveal.textContent = plain ? 'Sembunyikan' : 'Tampilkan';
      this.input.classList.toggle('dots', !plain);
      this.input.type = this.masks || plain ? 'text' : 'password';
    }

    empty() {
      this.input.value = '';
      this.show(false);
    }

    handOver() {
      const secret = this.input.value;
      this.empty();
      if (this.given) return;
      this.lack.textContent = secret ? '' : 'Isi passphrase TTE Anda.';
      if (!secret) {
        this.input.focus();
        return;
      }
      this.given = true;
      this.dispatchEvent(new CustomEvent('portal-passphrase', { detail: secret }));
    }
  }
  customElements.get('portal-passphrase') ?? customElements.define('portal-passphrase', PortalPassphrase);
})();
