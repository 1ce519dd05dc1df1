// <portal-idle after="1800" warning="120">: says once a minute that somebody is typing or clicking, and asks before the
// session ends because nobody does. All windows of the portal count together.
(() => {
  const KEY = 'portal.kegiatan';
  const SIGNS = ['keydown', 'pointerdown', 'input', 'wheel', 'touchstart'];
  const TELL_EVERY = 60_000;
  const SLACK = 3_000;

  class PortalIdle extends HTMLElement {
    connectedCallback() {
      this.hidden = true;
      this.told = Date.now();
      this.remember();
      this.sign = false;
      this.listening = new AbortController();
      const options = { signal: this.listening.signal, passive: true, capture: true };
      SIGNS.forEach((name) => addEventListener(name, () => this.active(), options));
      this.timer = setInterval(() => this.look(), 1_000);
    }

    disconnectedCallback() {
      this.listening.abort();
      clearInterval(this.timer);
      this.dialog?.remove();
      this.dialog = undefined;
    }

    remember() {
      try {
        localStorage.setItem(KEY, String(this.told));
      } catch {
        /* no storage: each window counts for itself */
      }
    }

    lastTold() {
      try {
        return Math.max(this.told, Number(localStorage.getItem(KEY)) || 0);
      } catch {
        return this.told;
      }
    }

    active() {
      this.sign = true;
      if (this.dialog || Date.now() - this.told >= TELL_EVERY) this.tell();
    }

    tell() {
      this.sign = false;
      this.told = Date.now();
      this.remember();
      this.dispatchEvent(new CustomEvent('portal-active'));
      this.dialog?.remove();
      this.dialog = undefined;
    }

    look() {
      if (this.sign && Date.now() - this.told >= TELL_EVERY) return this.tell();
      const left = this.lastTold() + Number(this.getAttribute('after')) * 1_000 - Date.now();
      if (left < -SLACK) {
        clearInterval(this.timer);
        location.reload();
      } else if (left <= Number(this.getAttribute('warning')) * 1_000) {
        this.warn(Math.max(0, Math.ceil(left / 1_000)));
      } else if (this.dialog) {
        this.dialog.remove();
        this.dialog = undefined;
      }
    }

    warn(seconds) {
      if (!this.dialog) this.open();
      const rest = `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`;
      this.dialog.querySelector('.rest').textContent = rest;
    }

    open() {
      const dialog = document.createElement('dialog');
      dialog.className = 'idle-dialog';
      dialog.setAttribute('role', 'alertdialog');
      dialog.setAttribute('aria-labelledby', 'idle-title');
      const title = Object.assign(document.createElement('h2'), { id: 'idle-title', textContent: 'Masih di sini?' });
      const text = Object.assign(document.createElement('p'), {
        textContent: 'Lama tidak ada kegiatan. Demi keamanan, sesi Anda berakhir dalam ',
      });
      const rest = Object.assign(document.createElement('b'), { className: 'rest' });
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'button primary',
        textContent: 'Lanjutkan',
      });
      text.append(rest, ' menit.');
      dialog.append(title, text, button);
      button.addEventListener('click', () => this.tell());
      document.body.append(dialog);
      this.dialog = dialog;
      dialog.showModal();
    }
  }
  customElements.get('portal-idle') ?? customElements.define('portal-idle', PortalIdle);
})();
