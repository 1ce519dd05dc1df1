// A kiosk that nobody touches for so many seconds says so; every touch, key and scan counts anew.
(() => {
  const SIGNS = ['pointerdown', 'keydown', 'input', 'wheel'];

  window.portalKioskIdle = (page, seconds) => {
    page.kioskIdle?.abort();
    page.kioskIdle = new AbortController();
    const { signal } = page.kioskIdle;
    let timer;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => page.dispatchEvent(new CustomEvent('kiosk-idle')), seconds * 1000);
    };
    SIGNS.forEach((name) => addEventListener(name, again, { signal, passive: true, capture: true }));
    signal.addEventListener('abort', () => clearTimeout(timer));
    again();
  };
})();
