// The waiting-room board: shows the state that the server sends, keeps its clock, and speaks new calls one after another with
// the browser's Indonesian voice, else with the fragments shipped with the portal, else with the chime alone.
(() => {
  const STALE = 60_000; // older calls are shown, not spoken
  const CUT = 25_000; // the server is heard every ten seconds
  const GAP = 90; // milliseconds between fragments
  const $ = (id) => document.getElementById(id);
  const body = document.body;

  let skew = 0; // server time less this machine's
  let zone = 0;
  let heard = 0;
  let lastGood = 0;
  let source;
  let calls = [];
  let started = false;
  const known = new Set();

  const serverNow = () => Date.now() + skew;
  // The clock of the server may have been set back since the call
  const isFresh = (call) => Math.abs(serverNow() - call.at) <= STALE;
  const timeOf = (ms) => {
    const local = new Date(ms + zone * 60_000);
    return `${String(local.getUTCHours()).padStart(2, '0')}.${String(local.getUTCMinutes()).padStart(2, '0')}`;
  };

  const node = (name, text, kind) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const deskBox = (desk) => {
    const box = node('span', undefined, 'desk');
    box.append(node('small', 'Loket'), node('b', desk));
    return box;
  };

  const show = (board) => {
    zone = board.zone;
    calls = board.calls;
    $('date').textContent = board.date;
    const seen = new Set();
    const latest = calls.filter((call) => !seen.has(call.number) && seen.add(call.number));
    const [first, ...rest] = latest;
    $('number').textContent = first?.number ?? '–';
    $('desk').textContent = first?.desk ?? '';
    $('desk-box').hidden = !first;
    headline();
    $('others').replaceChildren(
      ...rest.slice(0, 3).map((call) => {
        const row = node('div');
        row.append(node('span', call.number, 'no'), deskBox(call.desk));
        return row;
      }),
    );
    const before = rest.slice(3, 7).map((call) => {
      const item = node('span');
      item.append(node('b', call.number), ` loket ${call.desk}`);
      return item;
    });
    $('last').replaceChildren(...(before.length ? [node('span', 'Baru saja'), ...before] : []));
    $('services').replaceChildren(
      ...board.services.slice(0, 7).map((service) => {
        const box = node('div');
        const head = node('h2', service.label.replaceAll('-', '\u2011')); // "KTP-el" stays on one line
        head.prepend(node('b', service.letter));
        const range = node('strong', service.range ?? (service.waiting ? '…' : 'langsung'));
        const people = node('span', undefined, 'people');
        people.setAttribute('role', 'img');
        people.setAttribute('aria-label', `${service.waiting} menunggu`);
        people.append(...Array.from({ length: Math.min(service.waiting, 8) }, () => node('i')));
        if (service.waiting > 8) people.append(node('span', `+${service.waiting - 8}`));
        box.append(head, range, node('small', service.waiting ? 'perkiraan' : 'tanpa antre'), people);
        return box;
      }),
    );
  };

  const headline = () => {
    const first = calls[0];
    const cut = body.classList.contains('is-cut');
    $('headline').textContent = !first
      ? 'Belum ada panggilan'
      : cut
        ? `Panggilan terakhir yang diterima, ${timeOf(first.at)}`
        : isFresh(first)
          ? 'Dipanggil sekarang'
          : `Dipanggil ${timeOf(first.at)}`;
  };

  // Speech: one announcement after another
  const queue = [];
  let speaking = false;
  const sounds = new Map();
  let context;

  const announce = (board) => {
    for (const call of [...board.calls].reverse()) {
      if (known.has(call.key)) continue;
      known.add(call.key);
      if (started && isFresh(call)) queue.push(call);
    }
    speakNext();
  };
  const speakNext = async () => {
    if (speaking || !started) return;
    const call = queue.shift();
    if (!call) return;
    speaking = true;
    try {
      if (isFresh(call)) await speak(call);
    } finally {
      speaking = false;
      speakNext();
    }
  };
  const voice = () => window.speechSynthesis?.getVoices().find((one) => /^id([-_]|$)/i.test(one.lang));
  const speak = async (call) => {
    body.dataset.spoken = call.number;
    const chosen = voice();
    if (!chosen) return playAll(call.sounds).catch(() => {});
    await playAll(call.sounds.slice(0, 1)).catch(() => {});
    await new Promise((done) => {
      const words = new SpeechSynthesisUtterance(call.sentence);
      words.voice = chosen;
      words.lang = 'id-ID';
      words.rate = 0.9;
      const limit = setTimeout(done, 15_000);
      words.onend = words.onerror = () => {
        clearTimeout(limit);
        done();
      };
      speechSynthesis.speak(words);
    });
  };
  const kind = new Audio().canPlayType('audio/ogg; codecs=opus') ? 'ogg' : 'mp3';
  const load = (name) => {
    if (!sounds.has(name)) {
      const loaded = fetch(`/sounds/${name}.${kind}`)
        .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status)))
        .then((bytes) => context.decodeAudioData(bytes));
      loaded.catch(() => sounds.delete(name));
      sounds.set(name, loaded);
    }
    return sounds.get(name);
  };
  const playAll = async (names) => {
    if (!context) return;
    // What cannot be loaded is left out; the chime alone still calls for a look at the board
    const parts = (await Promise.allSettled(names.map(load))).flatMap((part) => (part.value ? [part.value] : []));
    const whole = parts.length === names.length ? parts : parts.slice(0, 1);
    let at = context.currentTime + 0.05;
    for (const part of whole) {
      const player = context.createBufferSource();
      player.buffer = part;
      player.connect(context.destination);
      player.start(at);
      at += part.duration + GAP / 1000;
    }
    await new Promise((done) => setTimeout(done, (at - context.currentTime) * 1000));
  };

  $('start').addEventListener('click', () => {
    started = true;
    $('start').hidden = true;
    const Context = window.AudioContext ?? window.webkitAudioContext;
    context = Context && new Context();
    window.speechSynthesis?.getVoices();
    if (context) load('chime');
    document.documentElement.requestFullscreen?.().catch(() => {});
    navigator.wakeLock?.request('screen').catch(() => {});
    for (const call of calls) known.delete(call.key);
    announce({ calls });
  });

  // The line
  const alive = (now) => {
    skew = now - Date.now();
    heard = Date.now();
    lastGood = now;
    if (body.classList.contains('is-cut')) {
      body.classList.remove('is-cut');
      headline();
    }
  };
  const connect = () => {
    source?.close();
    source = new EventSource(body.dataset.stream);
    source.addEventListener('state', (event) => {
      const { now, state } = JSON.parse(event.data);
      alive(now);
      show(state);
      announce(state);
    });
    source.addEventListener('ping', (event) => alive(Number(event.data)));
    source.addEventListener('error', () => {
      cut();
      // A refusal ends the source for good; a revoked or restarted board asks again
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 1_000);
    });
  };
  const cut = () => {
    if (!lastGood || body.classList.contains('is-cut')) return;
    body.classList.add('is-cut');
    $('cut-since').textContent = `Terputus sejak ${timeOf(lastGood)}`;
    headline();
  };
  const begun = Date.now();
  setInterval(() => {
    $('clock').textContent = lastGood ? timeOf(serverNow()) : '--.--';
    headline();
    if (heard && Date.now() - heard > CUT) {
      cut();
      heard = Date.now();
      connect();
    }
    if (known.size > 2_000) {
      known.clear();
      for (const call of calls) known.add(call.key);
    }
    // Once a night with nobody there the page starts anew, as televisions are never switched off
    if (Date.now() - begun > 20 * 3_600_000 && timeOf(serverNow()) === '03.10' && !started) location.reload();
  }, 1_000);
  addEventListener('online', connect);
  connect();
})();
