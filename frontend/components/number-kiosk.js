// The number machine: one touch has one key, so however often it is sent it gets one number.
(() => {
  const BACK = 20; // seconds until the next person
  const BACK_WITHOUT_PAPER = 45; // a photo of the number takes longer
  const REFRESH = 15_000;
  const $ = (id) => document.getElementById(id);
  const { path, zone } = document.body.dataset;
  let skew = Number(document.body.dataset.now) - Date.now();
  let priority;
  let busy = false;
  let slip;
  let timer;
  let paperOut = false;

  const clock = () => {
    const local = new Date(Date.now() + skew + zone * 60_000);
    $('clock').textContent = `${String(local.getUTCHours()).padStart(2, '0')}.${String(local.getUTCMinutes()).padStart(2, '0')}`;
    // Machines are never switched off; once a night with nobody there the page starts anew
    if ($('clock').textContent === '03.10' && local.getUTCSeconds() === 0) location.reload();
  };
  setInterval(clock, 1_000);
  clock();

  const trouble = (sentence) => {
    $('trouble').textContent = sentence;
    $('trouble').hidden = !sentence;
  };
  const key = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const post = (address, data) =>
    fetch(path + address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: data && JSON.stringify(data),
    });

  /** The same key until there is an answer: a lost answer does not become a second number. */
  const send = async (address, data) => {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await post(address, data);
        if (answer.ok || answer.status < 500) return answer;
      } catch (offline) {
        // tried again below
      }
      if (attempt === 4) return undefined;
      await new Promise((done) => setTimeout(done, 700 * (attempt + 1)));
    }
  };

  const choosePriority = (chosen) => {
    priority = chosen === priority ? undefined : chosen;
    document.querySelectorAll('[data-priority]').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.priority === priority));
    });
    $('chosen').hidden = !priority;
  };

  const take = async (service) => {
    if (busy) return;
    busy = true;
    document.body.classList.add('busy');
    const answer = await send('/nomor', { key: key(), service, priority });
    busy = false;
    document.body.classList.remove('busy');
    if (answer?.status === 403) return location.reload();
    if (!answer?.ok) return trouble('Nomor belum dapat diambil. Silakan temui petugas.');
    show(await answer.json());
  };

  const show = (taken) => {
    trouble('');
    slip = taken;
    $('number').textContent = taken.number;
    $('service').textContent = taken.service;
    $('taken').textContent = `${$('date').textContent}, pukul ${taken.taken}`;
    $('ahead').textContent = taken.ahead;
    $('range').textContent = taken.range ?? 'belum ada';
    $('qr').src = taken.qr;
    $('choice').hidden = true;
    $('done').hidden = false;
    $('regret').hidden = !taken.regrettable;
    $('close').focus();
    const print = () => paperOut || window.print();
    $('qr').decode().then(print, print);
    countDown(paperOut ? BACK_WITHOUT_PAPER : BACK);
  };

  const countDown = (seconds) => {
    let left = seconds;
    clearInterval(timer);
    const count = () => {
      $('close').textContent = `Selesai (kembali dalam ${left} detik)`;
      if (left-- <= 0) back();
    };
    count();
    timer = setInterval(count, 1_000);
  };

  const showPaper = (out) => {
    paperOut = out;
    document.body.classList.toggle('paper-out', out);
    $('paper-out').hidden = !out;
  };
  const showHelp = (asked) => {
    $('help').textContent = asked ? 'Petugas sudah dipanggil' : 'Panggil petugas';
    $('help').disabled = asked;
  };

  const back = () => {
    clearInterval(timer);
    slip = undefined;
    $('qr').removeAttribute('src');
    $('choice').hidden = false;
    $('done').hidden = true;
    $('scan-answer').textContent = '';
    if (priority) choosePriority(priority);
    refresh();
    $('code').focus();
  };

  const refresh = async () => {
    try {
      const answer = await fetch(`${path}/keadaan`);
      if (answer.status === 403) return location.reload();
      const { now, date, services, ...machine } = await answer.json();
      skew = now - Date.now();
      showPaper(machine.paperOut);
      showHelp(machine.helpAsked);
      $('date').textContent = date;
      trouble('');
      for (const service of services) {
        const button = document.querySelector(`[data-letter="${service.letter}"]`);
        if (!button) continue;
        button.querySelector('[data-range]').textContent = service.range ?? '';
        button.querySelector('[data-waiting]').textContent = service.waiting ? `${service.waiting} menunggu` : 'tanpa antre';
      }
    } catch (offline) {
      trouble('Sambungan terputus. Nomor dapat diambil lagi setelah tersambung; sementara ini temui petugas.');
    }
  };
  setInterval(() => slip || busy || refresh(), REFRESH);
  refresh();

  document.querySelectorAll('[data-priority]').forEach((button) => {
    button.addEventListener('click', () => choosePriority(button.dataset.priority));
  });
  document.querySelectorAll('[data-service]').forEach((button) => {
    button.addEventListener('click', () => take(button.dataset.service));
  });
  $('close').addEventListener('click', back);
  $('regret').addEventListener('click', async () => {
    await send(`/nomor/${slip.code}/batal`);
    back();
  });
  $('no-paper').addEventListener('click', () => {
    showPaper(true);
    countDown(BACK_WITHOUT_PAPER);
    send('/perlu/PAPER');
  });
  $('help').addEventListener('click', async () => {
    const answer = await send('/perlu/HELP');
    if (answer?.ok) showHelp(true);
  });
  $('large').addEventListener('click', () => {
    const large = document.body.classList.toggle('large');
    $('large').setAttribute('aria-pressed', String(large));
  });

  // The scanner is a keyboard; whatever it types goes into the field
  $('scan').addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = $('code').value.trim();
    $('code').value = '';
    if (!text || busy) return;
    busy = true;
    const answer = await send('/pindai', { text });
    busy = false;
    if (answer?.ok) {
      show(await answer.json());
    } else {
      $('scan-answer').textContent = answer?.status === 422 ? (await answer.json()).sentence : 'Kode belum dapat dibaca. Silakan temui petugas.';
    }
  });
  addEventListener('keydown', (event) => {
    if (event.key.length === 1 && !slip && document.activeElement !== $('code')) $('code').focus();
  });
})();
