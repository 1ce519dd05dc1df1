// The ticket on the own phone: follows the server's state; rings and vibrates when the number is called, if it was allowed to.
(() => {
  const $ = (id) => document.getElementById(id);
  const { path, zone } = document.body.dataset;
  let skew = 0;
  let context;
  let times = 0;
  let heard = 0;

  const time = (ms, seconds) => {
    const local = new Date(ms + zone * 60_000);
    const two = (n) => String(n).padStart(2, '0');
    const minute = `${two(local.getUTCHours())}.${two(local.getUTCMinutes())}`;
    return seconds ? `${minute}.${two(local.getUTCSeconds())}` : minute;
  };
  setInterval(() => {
    if (heard) $('clock').textContent = time(Date.now() + skew);
    if (heard && Date.now() - heard > 25_000) live(false);
  }, 1_000);

  const live = (connected) => {
    document.body.classList.toggle('is-cut', !connected);
    $('live').textContent = connected
      ? `Diperbarui sendiri · terakhir ${time(Date.now() + skew, true)}`
      : 'Sambungan terputus; nomor Anda tetap berlaku. Dengarkan papan.';
  };

  const ring = () => {
    navigator.vibrate?.([400, 200, 400, 200, 800]);
    if (!context) return;
    [880, 660, 880, 660].forEach((pitch, i) => {
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.4, context.currentTime + i * 0.45);
      volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + i * 0.45 + 0.4);
      tone.connect(volume).connect(context.destination);
      tone.start(context.currentTime + i * 0.45);
      tone.stop(context.currentTime + i * 0.45 + 0.42);
    });
  };

  const show = (face) => {
    const called = face.status === 'CALLED';
    const waiting = face.status === 'WAITING';
    $('turn').hidden = !called;
    $('waiting').hidden = called;
    if (called) {
      $('desk').textContent = face.desk;
      $('turn-when').textContent = `${face.number} dipanggil pukul ${face.calledAt}`;
      $('turn-go').textContent = `Silakan ke loket ${face.desk} sekarang.`;
      if (face.times > times) ring();
    }
    times = face.times;
    document.title = called ? `Giliran Anda: loket ${face.desk}` : `Tiket ${face.number}`;
    $('number').textContent = face.number;
    $('status').textContent = face.status === 'SERVING' && face.desk ? `dilayani di loket ${face.desk}` : face.statusWords;
    $('service').textContent = face.service;
    $('arrived').textContent = face.booked ? `${face.arrived}, dengan booking` : face.arrived;
    $('figures').hidden = !waiting;
    $('ahead').textContent = face.ahead ? `${face.ahead} orang` : 'tidak ada';
    $('range').textContent = face.range ?? 'belum ada';
    $('between').textContent = face.between ? `kira-kira ${face.between}` : '';
    $('cancel').hidden = !face.cancellable;
  };

  const connect = () => {
    const source = new EventSource(`${path}/aliran`);
    source.addEventListener('state', (event) => {
      const { now, state } = JSON.parse(event.data);
      skew = now - Date.now();
      heard = Date.now();
      show(state);
      live(true);
    });
    source.addEventListener('ping', (event) => {
      skew = Number(event.data) - Date.now();
      heard = Date.now();
      live(true);
    });
    source.addEventListener('error', () => {
      live(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 4_000);
    });
  };

  $('ring').addEventListener('click', () => {
    const Context = window.AudioContext ?? window.webkitAudioContext;
    context ??= Context && new Context();
    $('ring').setAttribute('aria-pressed', 'true');
    $('ring').textContent = 'Akan berbunyi';
    navigator.wakeLock?.request('screen').catch(() => {});
  });
  $('cancel').addEventListener('click', async () => {
    if (confirm('Batalkan nomor ini? Tempat Anda diberikan kepada orang berikutnya.')) {
      await fetch(`${path}/batal`, { method: 'POST' });
    }
  });
  connect();
})();
