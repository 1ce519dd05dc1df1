// <portal-idle after="1800" warning="120">: says once a minute that somebody is typing or clicking, asks before the screen is
// locked because nobody does, and locks it. All windows of the portal count together. The server counts for itself; its word
// counts too, whenever it comes.
(() => {
  const KEY = 'portal.kegiatan';
  const SIGNS = ['keydown', 'pointerdown', 'input', 'wheel', 'touchstart'];
  const TELL_EVERY = 60_000;
  const SLACK = 3_000;
  /** Where nothing can be locked the session ends: there must be time to save what was typed. */
  const WARNING_OF_THE_END = 300_000;

  class PortalIdle extends HTMLElement {
    connectedCallback() {
      this.hidden = true;
      this.begin();
      this.remember();
      this.listening = new AbortController();
      const { signal } = this.listening;
      SIGNS.forEach((name) => addEventListener(name, () => this.active(), { signal, passive: true, capture: true }));
      addEventListener('storage', (event) => this.heard(event), { signal });
      addEventListener('portal-unlocked', () => this.begin(), { signal });
      addEventListener('pageshow', () => this.look(), { signal });
      document.addEventListener('visibilitychange', () => document.hidden || this.look(), { signal });
      this.refused = (before, now) => now === 'reconnecting' && this.ask();
      window.Vaadin?.connectionState?.addStateChangeListener(this.refused);
      this.timer = setInterval(() => this.look(), 1_000);
    }

    disconnectedCallback() {
      this.listening.abort();
      window.Vaadin?.connectionState?.removeStateChangeListener(this.refused);
      clearInterval(this.timer);
      this.close();
    }

    /** Counts from now. */
    begin() {
      this.told = Date.now();
      this.toldByTicks = performance.now();
      this.sign = false;
      this.lockable = undefined;
    }

    remember() {
      try {
        localStorage.setItem(KEY, String(this.told));
      } catch {
        /* no storage: each window counts for itself */
      }
    }

    heard(event) {
      if (event.key === KEY) this.toldByTicks = performance.now();
      if (event.key === window.portalLock.KEY) this.ask();
    }

    lastTold() {
      try {
        return Math.max(this.told, Number(localStorage.getItem(KEY)) || 0);
      } catch {
        return this.told;
      }
    }

    /** By two clocks: the one on the wall may be set back, the other one sleeps with the computer. */
    quiet() {
      return Math.max(Date.now() - this.lastTold(), performance.now() - this.toldByTicks);
    }

    active() {
      if (window.portalLock.isShown()) return;
      this.sign = true;
      if (this.dialog || Date.now() - this.told >= TELL_EVERY) this.tell();
    }

    tell() {
      this.begin();
      this.remember();
      this.dispatchEvent(new CustomEvent('portal-active'));
      this.close();
    }

    look() {
      if (window.portalLock.isShown()) return;
      // A little before the server, so that what leaves the field when it loses the focus still gets through
      const left = Number(this.getAttribute('after')) * 1_000 - SLACK - this.quiet();
      if (left <= 0) return this.end(left);
      if (this.sign && Date.now() - this.told >= TELL_EVERY) return this.tell();
      if (left <= WARNING_OF_THE_END && this.lockable === undefined) this.ask();
      const warning = this.lockable === false ? WARNING_OF_THE_END : Number(this.getAttribute('warning')) * 1_000;
      if (left <= warning) this.warn(Math.max(0, Math.ceil(left / 1_000)));
      else this.close();
    }

    end(left) {
      if (this.lockable !== false) return this.lock().lockSession();
      if (left < -2 * SLACK) {
        clearInterval(this.timer);
        location.reload();
      }
    }

    /** Also called by the person's menu. */
    lock() {
      this.close();
      return window.portalLock.show();
    }

    async ask() {
      this.lockable ??= true;
      try {
        const standing = await window.portalLock.ask();
        this.lockable = standing.lockable;
        if (standing.state === 'locked') this.lock();
      } catch {
        /* the portal cannot be reached: the count goes on */
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
      const text = document.createElement('p');
      const rest = Object.assign(document.createElement('b'), { className: 'rest' });
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'button primary',
        textContent: 'Lanjutkan',
      });
      if (this.lockable === false) {
        text.append('Lama tidak ada kegiatan. Simpan pekerjaan Anda: sesi berakhir dalam ', rest, ' menit.');
      } else {
        text.append('Lama tidak ada kegiatan. Demi keamanan, layar dikunci dalam ', rest, ' menit.');
      }
      dialog.append(title, text, button);
      button.addEventListener('click', () => this.tell());
      document.body.append(dialog);
      this.dialog = dialog;
      dialog.showModal();
    }

    close() {
      this.dialog?.remove();
      this.dialog = undefined;
    }
  }
  customElements.get('portal-idle') ?? customElements.define('portal-idle', PortalIdle);
})();
