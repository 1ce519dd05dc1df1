// <portal-lock>: covers the whole page while its session is locked, and asks for the password, or opens a window in which its
// owner signs in again at the single sign-on. Nothing beneath hears of keys or clicks, so that dialogs stay as they were left.
// With "reload" there is nothing beneath yet: the page is fetched afterwards.
// <portal-unlock-window>: the last page of that window.
(() => {
  const KEY = 'portal.kunci';
  const ADDRESS = '/kunci';
  const PROVIDER = `${ADDRESS}/penyedia/sso`;
  const ASK_EVERY = 60_000;
  const KEPT_FROM_THE_PAGE = ['keydown', 'keyup', 'click', 'mousedown', 'mouseup', 'pointerdown', 'touchstart', 'touchend'];
  const UNREACHABLE = 'Portal tidak dapat dihubungi. Periksa jaringan, lalu coba lagi.';

  /** What opens the lock, as far as the portal was asked. */
  let keys = { password: true, provider: null };

  /** How the server sees the session: { state: 'open' | 'locked' | 'over', lockable, password, provider, name, sentence }. */
  const ask = async () => {
    const answer = await fetch(ADDRESS, { cache: 'no-store' });
    if (!answer.ok) throw new Error(`The portal answered ${answer.status}`);
    const standing = await answer.json();
    if (standing.state !== 'over') keys = standing;
    return standing;
  };

  const post = async (address, fields) => {
    const standing = await ask();
    if (standing.state === 'over') return standing;
    const answer = await fetch(address, {
      method: 'POST',
      headers: { [standing.header]: standing.token },
      body: new URLSearchParams(fields),
    });
    return answer.headers.get('Content-Type')?.includes('json') ? answer.json() : undefined;
  };

  const tellOtherWindows = () => {
    try {
      localStorage.setItem(KEY, String(Date.now()));
    } catch {
      /* no storage: each window asks for itself */
    }
  };

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  class PortalLock extends HTMLElement {
    connectedCallback() {
      this.build();
      document.documentElement.classList.add('locked');
      this.listening = new AbortController();
      const { signal } = this.listening;
      KEPT_FROM_THE_PAGE.forEach((name) => addEventListener(name, (event) => this.keep(event), { signal, capture: true }));
      addEventListener('storage', (event) => event.key === KEY && this.look(), { signal });
      document.addEventListener('visibilitychange', () => document.hidden || this.look(), { signal });
      this.timer = setInterval(() => this.look(), ASK_EVERY);
      this.dialog.showModal();
      this.look();
    }

    disconnectedCallback() {
      this.listening.abort();
      clearInterval(this.timer);
    }

    build() {
      this.owner = element('b');
      this.text = element('p', { id: 'lock-text', className: 'muted' });
      this.problem = element('p', { id: 'lock-problem', className: 'problem' });
      this.problem.setAttribute('role', 'alert');
      this.submit = element('button', { className: 'button primary' });
      const leave = element('button', { className: 'button', textContent: 'Keluar', value: 'leave', formNoValidate: true });
      const form = element(
        'form',
        { className: 'card pad stack' },
        element('h1', { id: 'lock-title', textContent: 'Layar terkunci' }),
        this.text,
        element('p', { className: 'owner' }, 'Masuk sebagai ', this.owner),
        this.passwordField(),
        this.problem,
        this.wayAround(),
        element('div', { className: 'actions' }, this.submit, leave),
        this.otherWay(),
      );
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (event.submitter?.value === 'leave') this.leave();
        else if (event.submitter?.value === 'provider') this.openProvider();
        else this.unlock();
      });
      this.dialog = element('dialog', { className: 'lock-screen' }, form);
      this.dialog.setAttribute('aria-labelledby', 'lock-title');
      this.dialog.setAttribute('aria-describedby', 'lock-text');
      // Some browsers close a dialog all the same, at the second Esc or by the gesture "back"
      this.dialog.addEventListener('close', () => this.isConnected && this.dialog.showModal());
      this.replaceChildren(this.dialog);
      this.offer();
    }

    passwordField() {
      this.password = element('input', { type: 'password', id: 'lock-password', autocomplete: 'current-password', required: true });
      this.password.setAttribute('aria-describedby', 'lock-problem');
      this.label = element('label', { htmlFor: 'lock-password', textContent: 'Kata sandi' });
      return element('div', { className: 'password' }, this.label, this.password);
    }

    /** For a browser that opens no windows by itself: whoever clicks a link always gets one. */
    wayAround() {
      const link = element('a', { href: PROVIDER, target: '_blank', rel: 'noreferrer', textContent: 'Buka di tab baru' });
      this.blocked = element('p', { hidden: true }, 'Peramban menahan jendela baru. ', link, ', lalu kembali ke halaman ini.');
      return this.blocked;
    }

    /** Beside the password. */
    otherWay() {
      this.other = element('button', { className: 'button', value: 'provider', formNoValidate: true });
      return this.other;
    }

    /** Shows what opens this lock. */
    offer() {
      const { password, provider } = keys;
      const moveOn = !password && document.activeElement === this.password;
      this.password.parentElement.hidden = !password;
      this.password.disabled = !password;
      this.submit.value = password ? 'password' : 'provider';
      this.submit.textContent = password || !provider ? 'Buka' : `Buka lewat ${provider}`;
      this.other.hidden = !password || !provider;
      this.other.textContent = `Buka lewat ${provider}`;
      this.text.textContent = this.explanation();
      if (moveOn) this.submit.focus();
    }

    explanation() {
      const how = keys.password ? 'setelah kata sandi dimasukkan' : `setelah Anda masuk lagi lewat ${keys.provider}`;
      return this.hasAttribute('reload')
        ? `Lama tidak ada kegiatan. Halaman terbuka ${how}.`
        : 'Lama tidak ada kegiatan. Yang sedang Anda kerjakan masih ada di halaman ini.';
    }

    /** Forms still hear of it: the browser sends them off by itself. */
    keep(event) {
      event.stopImmediatePropagation();
      if (event.key === 'Escape') event.preventDefault();
    }

    async look() {
      try {
        this.follow(await ask());
      } catch {
        /* stays locked until the portal can be asked */
      }
    }

    follow(standing) {
      if (standing.state === 'open') return this.open();
      if (standing.state === 'over') return location.reload();
      this.owner.textContent = standing.name;
      this.offer();
      if (standing.sentence) this.say(standing.sentence);
    }

    /** The browser's own count has ended, or its owner leaves the desk. */
    async lockSession() {
      try {
        const standing = await post(ADDRESS, {});
        tellOtherWindows();
        if (standing) this.follow(standing);
      } catch {
        /* the server counts for itself */
      }
    }

    async unlock() {
      this.submit.disabled = true;
      this.problem.textContent = '';
      try {
        const standing = await post(`${ADDRESS}/buka`, { password: this.password.value });
        if (standing?.sentence) return this.refuse(standing.sentence);
        if (!standing) return this.refuse(UNREACHABLE);
        tellOtherWindows();
        this.follow(standing);
      } catch {
        this.refuse(UNREACHABLE);
      } finally {
        this.submit.disabled = false;
      }
    }

    /** What comes of it is learnt from the storage, or when somebody looks at this page again. */
    openProvider() {
      this.problem.textContent = '';
      this.blocked.hidden = window.open(PROVIDER, '_blank', 'popup,width=520,height=720') !== null;
    }

    /** Once: a screen reader would read it again. */
    say(sentence) {
      this.blocked.hidden = true;
      if (this.problem.textContent !== sentence) this.problem.textContent = sentence;
    }

    refuse(sentence) {
      this.say(sentence);
      this.password.focus();
      this.password.select();
    }

    open() {
      if (!this.isConnected) return;
      if (this.hasAttribute('reload')) return location.reload();
      document.documentElement.classList.remove('locked');
      const { dialog } = this;
      // Closed while it is still there: the browser then gives the focus back to where it was
      dialog.close();
      this.remove();
      dispatchEvent(new CustomEvent('portal-unlocked'));
    }

    async leave() {
      try {
        await post('/logout', {});
      } finally {
        location.assign('/');
      }
    }
  }
  customElements.get('portal-lock') ?? customElements.define('portal-lock', PortalLock);

  /** Nobody can close a window for its owner in every browser, so it also says what came of it. */
  class PortalUnlockWindow extends HTMLElement {
    async connectedCallback() {
      this.text = element('p');
      this.text.setAttribute('role', 'status');
      this.append(element('main', { className: 'card pad stack' }, element('h1', { textContent: 'Layar terkunci' }), this.text));
      try {
        const { state, sentence } = await ask();
        this.text.textContent = this.words(state, sentence);
        if (state === 'open') this.querySelector('h1').textContent = 'Layar terbuka';
        tellOtherWindows();
        window.close();
      } catch {
        this.text.textContent = UNREACHABLE;
      }
    }

    words(state, sentence) {
      if (state === 'open') return 'Tutup jendela ini dan lanjutkan di halaman portal.';
      if (state === 'over') return 'Sesi Anda sudah berakhir. Tutup jendela ini dan masuk lagi di halaman portal.';
      return `${sentence ?? 'Layar belum dibuka.'} Tutup jendela ini dan kembali ke halaman portal.`;
    }
  }
  customElements.get('portal-unlock-window') ?? customElements.define('portal-unlock-window', PortalUnlockWindow);

  window.portalLock = {
    KEY,
    ask,
    isShown: () => document.querySelector('portal-lock') !== null,
    /** Covers the page at once; returns the screen. */
    show: () => document.querySelector('portal-lock') ?? document.body.appendChild(document.createElement('portal-lock')),
  };
})();
