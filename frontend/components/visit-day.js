// <visit-day>: the list of pupils of a visit on a tablet. It draws itself from one JSON, because Flow stops without a line. Each tap
// is an operation: kept, drawn, delivered in order, forgotten with its verdict.
(() => {
  const { VisitStore, uuid7 } = window.portalVisit;
  const BATCH = 50;
  const EVERY = 15_000;
  const AWAKE = 600_000; // an untouched tablet asks no more, so that its session ends
  const SOP_MINUTES = 20;
  const LONGEST_SIDE = 1600; // pixels of a picture, enough to read a certificate
  const OUTCOMES = {
    RECORDED: ['terekam', 'ok', 'Terekam'],
    PRINT_LIST: ['masuk daftar cetak', 'accent', 'Masuk daftar cetak'],
    FAILED: ['gagal', 'warn', 'Gagal'],
    ABSENT: ['tidak hadir', 'neutral', 'Tidak hadir'],
  };
  const FAILURES = ['Sidik jari tidak terbaca', 'Iris tidak terbaca', 'Alat rusak', 'Menolak direkam', 'Berkas kurang'];
  const FIELDS = ['Tanggal lahir', 'Nama', 'Tempat lahir', 'Jenis kelamin', 'Nama orang tua', 'Lainnya'];

  const h = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, '');
      else if (value !== false && value != null) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child != null && child !== false));
    return element;
  };
  const chip = (text, tone) => h('span', { class: `chip ${tone}` }, text);
  const small = (...text) => h('small', {}, ...text);

  /** How a row will look once the portal has heard of an operation. */
  const foresee = (row, operation, skew) => {
    const result = { outcome: operation.outcome, reason: operation.reason, at: operation.at + skew, by: operation.ownerName };
    switch (operation.kind) {
      case 'SAME':
        return { ...row, siak: true, fix: null, pending: true };
      case 'DIFFERS':
        return { ...row, siak: false, fix: operation.fix, fixed: false, pending: true };
      case 'OUTCOME':
        return { ...row, result, pending: true };
      case 'SETTLE':
        return { ...row, result: operation.outcome === row.rival?.outcome ? row.rival : row.result, rival: null, pending: true };
      case 'UNDO':
        return { ...row, siak: null, fix: row.fixed ? row.fix : null, result: null, pending: true };
      case 'FIXED':
        return { ...row, fixed: true, pending: true };
      default:
        return { ...row, pending: true };
    }
  };

  class VisitDay extends HTMLElement {
    async connectedCallback() {
      this.visit = location.pathname.split('/').pop();
      this.filter = { show: 'all', cls: '', text: '' };
      this.rows = new Map();
      this.elements = new Map();
      this.skew = 0;
      this.awake = Date.now();
      this.online = true;
      this.store = await VisitStore.of(this.visit);
      this.about = await this.store.about();
      this.operations = await this.store.waiting();
      this.take(await this.store.sheet());
      if (this.sheet) this.build();
      await this.load();
      if (!this.sheet) return this.sayNothing();
      navigator.serviceWorker?.register('/hari-h/pekerja.js').catch(() => this.say('Tanpa penyimpanan halaman di peramban ini.'));
      navigator.storage?.persist?.();
      addEventListener('online', () => this.send());
      addEventListener('offline', () => this.cut());
      addEventListener('focus', () => this.wake());
      document.addEventListener('visibilitychange', () => document.hidden || this.wake());
      addEventListener('pointerdown', () => (this.awake = Date.now()), { passive: true });
      setInterval(() => this.operations.length ? this.send() : this.listens() && this.send(true), EVERY);
      this.send();
    }

    wake() {
      this.awake = Date.now();
      this.send(true);
    }

    listens() {
      return !document.hidden && Date.now() - this.awake < AWAKE;
    }

    // --- the portal ---------------------------------------------------------------------------------------------------------

    /** @returns the answer; nothing when there is no line or nobody is signed in */
    async ask(path, body) {
      let answer;
      try {
        answer = await fetch(`/hari-h/${this.visit}/${path}`, {
          method: body ? 'POST' : 'GET',
          redirect: 'manual',
          headers: body ? { 'Content-Type': 'application/json', [this.csrf?.header ?? 'X-CSRF-TOKEN']: this.csrf?.token ?? '' } : {},
          body: body && JSON.stringify(body),
        });
      } catch (offline) {
        return this.cut();
      }
      if (answer.status >= 500) return this.cut();
      this.online = true;
      this.door = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 423;
      if (this.door) {
        this.csrf = undefined;
        this.paintNet();
        return undefined;
      }
      return answer;
    }

    cut() {
      if (this.online) this.cutSince = Date.now();
      this.online = false;
      this.paintNet();
    }

    async load() {
      const answer = await this.ask('data');
      if (!answer) return;
      if (answer.status === 403) return (this.forbidden = true), this.paintNet();
      if (!answer.ok) return (this.missing = true), undefined;
      const heard = await answer.json();
      const sheet = { ...heard, skew: heard.now - Date.now() };
      this.forbidden = false;
      this.csrf = { header: sheet.header, token: sheet.token };
      if (sheet.closed && !this.operations.length) return this.leave(sheet);
      const first = !this.sheet;
      this.take(sheet);
      await this.store.keepSheet(sheet);
      if (first || sheet.closed !== this.drawnClosed) this.build();
      else this.paint();
    }

    take(sheet) {
      if (!sheet) return;
      this.sheet = sheet;
      this.skew = sheet.skew ?? 0;
      this.foresee();
    }

    foresee() {
      this.rows = new Map(this.sheet.rows.map((row, place) => [row.id, { ...row, no: place + 1 }]));
      for (const operation of this.operations) this.foreseeOne(operation);
    }

    foreseeOne(operation) {
      const row = this.rows.get(operation.pupil) ?? (operation.kind === 'ADD' ? this.newRow(operation) : undefined);
      if (row) this.rows.set(operation.pupil, foresee(row, operation, this.skew));
    }

    newRow({ pupil, added }) {
      return { id: pupil, no: this.rows.size + 1, name: added.name.toUpperCase(), cls: added.className, nisn: added.nisn, added: true, finding: '' };
    }

    /** One delivery at a time, also with two windows; asked for meanwhile, it goes round once more. */
    async send(listen = false) {
      if (this.sending) return void (this.again = true);
      this.sending = true;
      try {
        const deliver = () => this.deliver(listen);
        await (navigator.locks ? navigator.locks.request(`hari-h ${this.visit}`, deliver) : deliver());
      } finally {
        this.sending = false;
      }
      if (this.again) {
        this.again = false;
        return this.send();
      }
    }

    async deliver(listen) {
      for (let renewed = false; ; listen = false) {
        const waiting = await this.store.waiting(BATCH);
        if (!waiting.length && !listen) return;
        if (!this.csrf) await this.load();
        if (!this.csrf || this.forbidden) return;
        const answer = await this.ask('operasi', {
          device: this.about.device,
          sentAt: Date.now(),
          since: this.sheet.now,
          takeOver: Boolean(this.takesOver),
          operations: waiting.map(({ visit, ...operation }) => operation),
        });
        if (!answer) return;
        if (answer.status === 403) {
          // The session is a new one
          this.csrf = undefined;
          if (renewed) return;
          renewed = true;
        } else if (answer.status === 409) {
          const { name } = await answer.json();
          this.foreign = name;
          this.paintNet();
          if (name) return;
          await this.store.startOver();
          this.about = await this.store.about();
        } else if (answer.ok) {
          await this.settle(waiting, await answer.json());
          if (!this.sheet) return;
        } else {
          return this.say(`Portal menolak kiriman (${answer.status}). Catatan tetap di tablet.`);
        }
      }
    }

    async settle(sent, told) {
      const rows = new Map(this.sheet.rows.map((row) => [row.id, row]));
      told.rows.forEach((row) => rows.set(row.id, row));
      const sheet = { ...this.sheet, now: told.now, skew: told.now - Date.now(), rows: [...rows.values()] };
      await this.store.settle(sent, told.verdicts, sheet);
      this.operations = await this.store.waiting();
      this.foreign = undefined;
      this.take(sheet);
      told.verdicts.filter((verdict) => verdict.sentence).forEach((verdict) => this.say(verdict.sentence));
      if (told.closed && !this.operations.length && !this.drawnClosed) return this.load();
      this.paint();
    }

    /** After the sign-off nothing of the pupils stays here, except what is still to be settled. */
    async leave(sheet) {
      await this.store.wipe();
      this.about = await this.store.about();
      this.take(sheet);
      this.build();
    }

    // --- taps ----------------------------------------------------------------------------------------------------------------

    async tap(row, kind, more = {}) {
      this.awake = Date.now();
      if (!this.sheet.begun) return this.say('Kunjungan ini belum dimulai.');
      const operation = await this.store.keep({ at: Date.now(), kind, pupil: row.id, owner: this.sheet.me, ownerName: this.sheet.name, ...more });
      this.about.seq = operation.seq;
      this.operations.push(operation);
      this.foreseeOne(operation);
      this.chosen = row.id;
      this.paintRow(row.id);
      this.paintRest();
      this.send();
    }

    outcome(row, outcome, reason) {
      return this.tap(row, 'OUTCOME', { outcome, reason });
    }

    async differs(row) {
      const typed = await this.askFor(`Koreksi SIAK: ${row.name}`, 'Simpan koreksi', [
        { name: 'field', label: 'Yang berbeda', options: FIELDS },
        { name: 'before', label: 'Tertulis di SIAK', value: row.born ?? '' },
        { name: 'after', label: 'Menurut akta kelahiran', required: true },
        { name: 'evidence', label: 'Bukti: nomor akta', required: true },
        { name: 'photo', label: 'Foto akta (bila ada jaringan)', type: 'file', accept: 'image/*', capture: 'environment' },
      ]);
      if (!typed) return;
      const { photo, ...fix } = typed;
      await this.tap(row, 'DIFFERS', { fix });
      if (photo.size) return this.picture(row, photo);
    }

    /** The number is the evidence; a picture goes along only with a line and is never kept here. */
    async picture(row, photo) {
      try {
        const bitmap = await createImageBitmap(photo);
        const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
        const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale) });
        canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
        const jpeg = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
        const answer = await fetch(`/hari-h/${this.visit}/bukti/${row.id}`, { method: 'POST', redirect: 'manual', headers: { 'Content-Type': 'image/jpeg', [this.csrf.header]: this.csrf.token }, body: jpeg });
        this.say(answer.ok ? 'Foto akta terkirim.' : 'Foto akta tidak diterima; nomor akta tetap tercatat.');
      } catch (offline) {
        this.say('Foto akta tidak terkirim; nomor akta tetap tercatat.');
      }
    }

    async fails(row) {
      const typed = await this.askFor(`Gagal merekam: ${row.name}`, 'Simpan', [{ name: 'reason', label: 'Sebab', options: FAILURES }, { name: 'more', label: 'Keterangan' }]);
      if (typed) return this.outcome(row, 'FAILED', typed.more ? `${typed.reason}: ${typed.more}` : typed.reason);
    }

    async add() {
      const typed = await this.askFor('Siswa di luar daftar', 'Tambahkan', [
        { name: 'name', label: 'Nama', required: true },
        { name: 'className', label: 'Rombel', value: this.rows.get(this.chosen)?.cls ?? '' },
        { name: 'nisn', label: 'NISN (10 angka)', pattern: '[0-9]{10}' },
        { name: 'nik', label: 'NIK (16 angka)', pattern: '[0-9]{16}' },
        { name: 'birthDate', label: 'Tanggal lahir', type: 'date' },
      ]);
      if (!typed) return;
      const id = uuid7();
      await this.tap({ id }, 'ADD', { added: { ...typed, birthDate: typed.birthDate || null } });
      this.paint();
    }

    /** What can be done with a row, in the order of the digits 1, 2 … of the scan field; the last one is 0. */
    ways(row) {
      if (row.rival) return [row.result, row.rival].map((told) => [OUTCOMES[told.outcome][2], () => this.tap(row, 'SETTLE', { outcome: told.outcome })]);
      if (this.sheet.closed) return [];
      const undo = [row.result ? 'Ubah' : 'Ulang', () => this.tap(row, 'UNDO', { outcome: row.result?.outcome ?? null })];
      const fixed = row.fix && !row.fixed ? [['Sudah dibetulkan', () => this.tap(row, 'FIXED')]] : [];
      if (row.result && row.result.outcome !== 'ABSENT') return row.id === this.chosen ? [...fixed, undo] : [];
      const absent = row.result ? undo : ['Tidak hadir', () => this.outcome(row, 'ABSENT')];
      const print = ['Masuk daftar cetak', () => this.outcome(row, 'PRINT_LIST')];
      const differs = ['Beda …', () => this.differs(row)];
      if (row.printReady) return [print, ...(row.siak == null ? [differs] : fixed), absent];
      if (row.siak == null) return [['SIAK sama', () => this.tap(row, 'SAME')], differs, ...(row.id === this.chosen ? [['Sudah pernah merekam', print[1]]] : []), absent];
      return [['Terekam', () => this.outcome(row, 'RECORDED')], ['Gagal …', () => this.fails(row)], ...(row.id === this.chosen ? fixed : []), row.result ? absent : undo];
    }

    found(text) {
      const wanted = text.trim().toUpperCase();
      const exact = [...this.rows.values()].filter((row) => row.nisn === wanted);
      return exact.length ? exact : [...this.rows.values()].filter((row) => row.name.includes(wanted) || row.nik?.endsWith(wanted));
    }

    scanned(field) {
      const text = field.value.trim();
      field.value = '';
      this.filter.text = '';
      if (/^\d$/.test(text)) {
        const ways = this.chosen ? this.ways(this.rows.get(this.chosen)) : [];
        return (text === '0' ? ways.at(-1) : ways[Number(text) - 1])?.[1]();
      }
      if (!text) return this.paintList();
      const [row] = this.found(text);
      if (!row) return this.say(`Tidak ada siswa dengan "${text}". Tambahkan bila ia memang siswa sekolah ini.`), this.paintList();
      this.choose(row.id, true);
    }

    choose(id, scanned) {
      this.scannedNow = scanned;
      this.chosen = id;
      this.paintList();
      this.elements.get(id)?.scrollIntoView({ block: 'center' });
    }

    // --- drawing --------------------------------------------------------------------------------------------------------------

    sayNothing() {
      const why = this.forbidden
        ? 'Akun ini tidak boleh mencatat hasil kunjungan.'
        : this.missing
          ? 'Kunjungan itu tidak ada atau belum terbit.'
          : this.door
            ? 'Sesi berakhir.'
            : 'Belum ada jaringan, dan daftar kunjungan ini belum pernah dibuka di tablet ini.';
      this.replaceChildren(h('main', { class: 'empty' }, h('h1', {}, 'Hari-H'), h('p', {}, why), h('button', { class: 'btn', onclick: () => location.reload() }, 'Muat ulang')));
    }

    build() {
      this.drawnClosed = this.sheet.closed;
      const { school, day, crew, sets, name } = this.sheet;
      this.net = h('div', { class: 'net', role: 'status' });
      this.field = h('input', { id: 'scan', autocomplete: 'off', spellcheck: 'false', placeholder: 'Pindai kartu pelajar atau ketik nama, NISN', oninput: () => { this.filter.text = this.field.value; this.paintList(); } });
      this.pills = h('div', { class: 'fl' });
      this.list = h('section', { class: 'card rows', 'aria-label': 'Daftar siswa', tabindex: '0' });
      this.mini = h('div', { class: 'only-phone card mini' });
      this.summary = h('aside', { class: 'done', 'aria-label': 'Ringkasan' });
      this.end = h('footer', { class: 'end only-phone' });
      this.messages = h('div', { class: 'says', role: 'alert' });
      const buttons = this.sheet.closed
        ? []
        : [h('button', { class: 'btn', onclick: () => this.add() }, '+ Siswa'), h('a', { class: 'btn hide-phone', href: `/hari-h/${this.visit}/daftar-hadir.pdf`, target: '_blank' }, 'Daftar hadir')];
      const scan = h('form', { class: 'scan', onsubmit: (event) => { event.preventDefault(); this.scanned(this.field); } }, h('label', { for: 'scan', class: 'away' }, 'Pindai atau cari siswa'), this.field);
      const where = [crew, sets.map((set) => `Set ${set}`).join(', '), name].filter(Boolean).join(' · ');
      const head = h('div', { class: 'head' }, h('span', { class: 'logo', 'aria-hidden': 'true' }, 'D'), h('div', { class: 'grow' }, h('h1', {}, school), small(day, h('span', { class: 'hide-phone' }, ` · ${where}`))), ...buttons);
      const work = this.sheet.closed ? this.closedWork() : h('div', { class: 'work' }, h('div', { class: 'list' }, scan, this.mini, this.pills, this.list), this.summary);
      this.replaceChildren(h('main', { class: 'day' }, head, this.net, work, this.end), this.messages);
      this.paint();
      if (!this.sheet.closed && matchMedia('(pointer: fine)').matches) this.field.focus();
    }

    closedWork() {
      const rows = this.sheet.rows.length;
      return h('div', { class: 'list closed' }, h('h2', {}, 'Kunjungan ditutup'), h('p', {}, 'Data siswa sudah dihapus dari tablet ini. Catatan yang menyusul dari tablet lain tetap diterima.'), rows ? h('p', {}, `${rows} bentrok datang sesudah penutupan dan perlu diputus:`) : null, this.list, h('p', {}, h('a', { class: 'btn', href: '/hari-h' }, 'Kembali ke daftar kunjungan')));
    }

    paint() {
      this.paintNet();
      this.paintList();
      this.paintRest();
    }

    paintNet() {
      if (!this.net) return;
      const waiting = this.operations.length;
      const kept = waiting ? `${waiting} tersimpan di tablet` : 'Semua terkirim';
      const button = (text, act) => h('button', { class: 'btn', onclick: act }, text);
      let parts = [];
      if (this.forbidden) parts = [`${kept}; akun ini tidak boleh mencatat.`, button('Ganti akun', () => location.assign('/'))];
      else if (this.door) parts = [`${kept}; sesi berakhir.`, button('Masuk lagi', () => location.reload())];
      else if (this.foreign) parts = [`${waiting} catatan dari ${this.foreign} belum terkirim.`, button('Ambil alih', () => { this.takesOver = true; this.send(); })];
      else if (!this.online) parts = [`${kept}, menunggu jaringan`, small(`terputus sejak ${this.time(this.cutSince + this.skew)} · aman diteruskan dan dimuat ulang`)];
      this.net.hidden = !parts.length;
      this.net.replaceChildren(...parts);
    }

    time(at) {
      const local = new Date(at + this.sheet.zone * 60_000);
      return `${String(local.getUTCHours()).padStart(2, '0')}.${String(local.getUTCMinutes()).padStart(2, '0')}`;
    }

    shown() {
      const { show, cls, text } = this.filter;
      const rows = text && !/^\d$/.test(text) ? this.found(text) : [...this.rows.values()];
      const kinds = { all: () => true, open: (row) => !row.result || row.id === this.chosen, fix: (row) => row.fix, rival: (row) => row.rival, pending: (row) => row.pending };
      return rows.filter((row) => kinds[show](row) && (!cls || row.cls === cls));
    }

    paintList() {
      const rows = this.shown();
      this.elements = new Map(rows.map((row) => [row.id, this.rowElement(row)]));
      this.list.replaceChildren(...(rows.length ? this.elements.values() : [h('p', { class: 'none' }, this.sheet.closed ? 'Tidak ada yang perlu diputus.' : 'Tidak ada siswa yang cocok.')]));
    }

    paintRow(id) {
      const before = this.elements.get(id);
      const others = this.list.querySelector('.now');
      if (!before || (others && others !== before)) return this.paintList();
      const after = this.rowElement(this.rows.get(id));
      this.elements.set(id, after);
      before.replaceWith(after);
    }

    rowElement(row) {
      const now = row.id === this.chosen && !row.rival;
      const { result, rival, fix } = row;
      const said = [];
      if (rival) said.push(chip('dua hasil berbeda', 'late'));
      if (!result && row.siak) said.push(chip('SIAK sama', 'ok'));
      if (fix) said.push(chip(row.fixed ? 'SIAK dibetulkan' : 'koreksi SIAK', row.fixed ? 'ok' : 'warn'));
      if (row.printReady && !result) said.push(chip('sudah pernah merekam', 'info'));
      if (row.added) said.push(chip('tambahan', 'neutral'));
      if (now && this.scannedNow) said.push(chip('baru dipindai', 'info'));
      const told = (one) => `${one.by} ${this.time(one.at)}: ${OUTCOMES[one.outcome][0]}`;
      const about = rival ? `${told(result)} · ${told(rival)}` : fix ? `${fix.field}: ${fix.before || '…'} → ${fix.after} · ${fix.evidence}` : [row.cls, row.nik, row.born && `lahir ${row.born}`, row.finding].filter(Boolean).join(' · ');
      const ways = this.ways(row).map(([label, act], place, all) => h('button', { class: now && place === 0 ? 'p' : place === all.length - 1 && all.length > 1 ? 'x' : 'a', onclick: (event) => { event.stopPropagation(); this.scannedNow = false; act(); } }, label, now && h('kbd', { 'aria-hidden': 'true' }, place === all.length - 1 && place > 0 ? '0' : place + 1)));
      const state = result && !rival && h('span', { class: 'res' }, chip(`${OUTCOMES[result.outcome][0]} ${this.time(result.at)}`, OUTCOMES[result.outcome][1]), small(row.pending ? 'di tablet' : 'terkirim'), result.reason && small(result.reason));
      const question = now && !result && h('div', { class: 'ask' }, row.siak == null && !row.printReady ? [small('Langkah 3–4'), h('b', {}, 'Apakah SIAK sama dengan akta kelahiran?')] : [small(row.printReady ? 'Langkah 3' : 'Langkah 6'), h('b', {}, row.printReady ? 'Rekaman sudah ada, kartu belum dicetak' : 'Bagaimana hasil perekamannya?')]);
      const name = h('button', { class: 'who', 'aria-expanded': String(now), onclick: () => this.choose(row.id, false) }, h('b', {}, row.name));
      return h('div', { class: `pu${now ? ' now' : ''}${rival ? ' clash' : ''}`, 'data-id': row.id, 'data-state': row.pending ? 'kept' : 'sent' }, h('span', { class: 'no' }, String(row.no).padStart(3, '0')), h('div', { class: 'about' }, name, ' ', ...said.flatMap((one) => [one, ' ']), h('br'), small(about, !result && row.pending ? ' · di tablet' : ''), question), state || h('span'), ways.length ? h('span', { class: 'tap' }, ways) : h('span'));
    }

    paintRest() {
      const rows = [...this.rows.values()];
      const count = (property) => rows.filter(property).length;
      const totals = { all: rows.length, open: count((row) => !row.result), fix: count((row) => row.fix), fixed: count((row) => row.fix && row.fixed), rival: count((row) => row.rival), pending: this.operations.length };
      for (const key of Object.keys(OUTCOMES)) totals[key] = count((row) => row.result?.outcome === key);
      this.paintPills(totals);
      this.paintNet();
      if (!this.sheet.closed) this.paintSummary(totals, rows);
    }

    paintPills(totals) {
      const labels = { open: 'Belum', all: 'Semua', fix: 'Koreksi SIAK', rival: 'Bentrok', pending: 'Di tablet' };
      const pill = ([key, label]) => h('button', { class: 'pill', 'aria-pressed': String(this.filter.show === key), onclick: () => { this.filter.show = key; this.paint(); } }, label, ' ', h('em', {}, totals[key]));
      const classes = [...new Set([...this.rows.values()].map((row) => row.cls))].sort();
      const select = h('select', { 'aria-label': 'Rombel', onchange: (event) => { this.filter.cls = event.target.value; this.paint(); } }, h('option', { value: '' }, 'Semua rombel'), ...classes.map((cls) => h('option', { selected: cls === this.filter.cls }, cls)));
      this.pills.replaceChildren(...Object.entries(labels).filter(([key]) => ['open', 'all'].includes(key) || totals[key] || this.filter.show === key).map(pill), select);
    }

    /** Minutes per pupil and set as this visit goes, and when it will be over. */
    pace(rows) {
      const times = rows.flatMap((row) => (row.result && row.result.outcome !== 'ABSENT' ? [row.result.at] : [])).sort((one, other) => one - other);
      return times.length < 3 ? undefined : (times.at(-1) - times[0]) / 60_000 / (times.length - 1);
    }

    paintSummary(totals, rows) {
      const done = totals.all - totals.open;
      const pace = this.pace(rows);
      const until = pace && totals.open ? `selesai ± ${this.time(Date.now() + this.skew + pace * totals.open * 60_000)}` : '';
      const bar = () => h('div', { class: 'whole', role: 'img', 'aria-label': `${done} dari ${totals.all} siswa punya hasil` }, ...Object.keys(OUTCOMES).map((key) => { const part = h('i', { class: key }); part.style.width = `${(100 * totals[key]) / (totals.all || 1)}%`; return part; }));
      const line = (key, label, value) => [h('span', {}, h('i', { class: key }), label), h('b', {}, value)];
      const sets = Math.max(1, this.sheet.sets.length);
      const perSet = pace && (pace * sets).toLocaleString('id-ID', { maximumFractionDigits: 1 });
      const holds = [totals.open && `${totals.open} siswa belum punya hasil`, totals.pending && `${totals.pending} menunggu jaringan`, totals.rival && `${totals.rival} bentrok belum diputus`, !this.sheet.last && 'Kunjungan belum hari terakhir', !totals.all && 'Daftar siswa sekolah ini kosong'].filter(Boolean);
      this.summary.replaceChildren(
        h('button', { class: 'btn only-phone', onclick: () => this.classList.remove('summary') }, 'Kembali ke daftar'),
        h('section', { class: 'card' }, h('div', { class: 'sp' }, h('h2', {}, `${done} dari ${totals.all}`), small(until)), bar(), h('div', { class: 'cnt' }, ...Object.entries(OUTCOMES).flatMap(([key, words]) => line(key, words[2], totals[key])), ...line('OPEN', 'Belum', totals.open))),
        h('section', { class: 'card' }, h('div', { class: 'sp' }, h('span', {}, 'Menit per siswa dan set'), h('b', {}, perSet ?? '–')), small(`standar SOP ${SOP_MINUTES} menit · ${sets} set`), h('hr'), h('div', { class: 'sp' }, h('span', {}, 'Koreksi untuk operator SIAK'), h('b', {}, totals.fix)), small(`${totals.fixed} sudah dibetulkan, ${totals.fix - totals.fixed} menunggu`)),
        h('section', { class: 'card' }, h('h2', {}, 'Tutup kunjungan'), h('ul', { class: 'chk' }, ...holds.map((hold) => h('li', { class: 'no' }, hold)), holds.length ? null : h('li', { class: 'yes' }, 'Semua siswa punya hasil dan terkirim')), totals.open && done ? h('button', { class: 'btn', onclick: () => this.restAbsent() }, 'Sisanya tidak hadir …') : null, h('button', { class: 'btn primary', disabled: holds.length > 0, onclick: () => this.signOff() }, 'Tanda tangan dan tutup …'), h('a', { href: `/hari-h/${this.visit}/ulang-tahun.pdf`, target: '_blank' }, 'Daftar kartu yang menyusul (PDF)'), small('Sesudah ditutup data siswa dihapus dari tablet.')),
      );
      this.mini.replaceChildren(h('div', { class: 'sp' }, h('b', {}, `${done} dari ${totals.all} selesai`), small([`${totals.open} belum`, until].filter(Boolean).join(' · '))), bar());
      this.end.replaceChildren(h('span', {}, h('b', {}, [totals.pending && `${totals.pending} di tablet`, totals.rival && `${totals.rival} bentrok`].filter(Boolean).join(' · ') || 'Semua terkirim')), h('button', { class: 'btn', onclick: () => this.classList.add('summary') }, 'Ringkasan'));
    }

    async restAbsent() {
      const open = [...this.rows.values()].filter((row) => !row.result);
      if (!(await this.askFor(`${open.length} siswa tanpa hasil`, 'Catat tidak hadir', [], 'Semua siswa yang belum punya hasil dicatat tidak hadir.'))) return;
      for (const row of open) await this.outcome(row, 'ABSENT');
    }

    async signOff() {
      const pad = h('portal-signature', {});
      let strokes = '';
      pad.addEventListener('portal-signed', (event) => (strokes = event.detail));
      const typed = await this.askFor('Tanda tangan pihak sekolah', 'Tutup dan hapus dari tablet', [
        { name: 'name', label: 'Nama', required: true },
        { name: 'position', label: 'Jabatan', value: 'Wakil kepala sekolah', required: true },
        { name: 'teachers', label: 'Aktivasi IKD: guru', type: 'number', value: '0' },
        { name: 'pupils', label: 'Aktivasi IKD: siswa 17 tahun ke atas', type: 'number', value: '0' },
        { name: 'note', label: 'Catatan' },
      ], '', pad);
      if (!typed) return;
      const answer = await this.ask('tutup', { ...typed, teachers: Number(typed.teachers), pupils: Number(typed.pupils), strokes, device: this.about.device, lastSeq: this.about.seq });
      if (answer?.status === 422) return this.say((await answer.json()).sentence);
      if (!answer?.ok) return this.say('Belum tertutup; coba lagi bila jaringan kembali.');
      return this.load();
    }

    /** @returns what was typed; nothing when it was given up */
    askFor(title, act, fields, sentence = '', extra = undefined) {
      const field = ({ name, label, options, type = 'text', ...more }) => h('label', {}, label, options ? h('select', { name }, ...options.map((option) => h('option', {}, option))) : h('input', { name, type, min: type === 'number' ? 0 : null, autocomplete: 'off', ...more }));
      const form = h('form', { method: 'dialog' }, h('h2', {}, title), sentence && h('p', {}, sentence), ...fields.map(field), extra, h('div', { class: 'tap' }, h('button', { type: 'button', class: 'x', onclick: () => dialog.close() }, 'Batal'), h('button', { class: 'p', value: 'ok' }, act)));
      const dialog = h('dialog', { 'aria-label': title }, form);
      this.append(dialog);
      dialog.showModal();
      return new Promise((done) => dialog.addEventListener('close', () => {
        const typed = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim?.() ?? value]));
        dialog.remove();
        done(dialog.returnValue === 'ok' ? typed : undefined);
      }));
    }

    say(sentence) {
      if (!this.messages) return;
      const message = h('p', {}, sentence, ' ', h('button', { 'aria-label': 'Tutup pesan', onclick: () => message.remove() }, '✕'));
      this.messages.append(message);
      setTimeout(() => message.remove(), 12_000);
    }
  }
  customElements.define('visit-day', VisitDay);
})();
