// <portal-signature>: a field to sign in with finger, pen or mouse. Its value is strokes on 400 × 150 points,
// "12,30 14,33;80,40 81,44"; the portal makes the picture of them.
(() => {
  const WIDTH = 400;
  const HEIGHT = 150;
  const STYLE = new CSSStyleSheet();
  STYLE.replaceSync(`
    :host { display: grid; gap: 6px; }
    svg { width: 100%; aspect-ratio: ${WIDTH} / ${HEIGHT}; border: 1.5px solid var(--accent); border-radius: 8px;
      background: var(--surface); touch-action: none; cursor: crosshair; color: var(--text); }
    polyline { fill: none; stroke: currentColor; stroke-width: 2.3; stroke-linecap: round; stroke-linejoin: round; }
    line { stroke: var(--line-strong); stroke-dasharray: 4 4; }
    button { justify-self: end; border: 0; background: none; color: var(--accent); font: inherit; padding: 4px 8px; cursor: pointer; }
    button:focus-visible { outline: 2px solid var(--accent); border-radius: 8px; }
  `);

  class PortalSignature extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [STYLE];
      root.innerHTML = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Bidang tanda tangan">
        <line x1="24" x2="${WIDTH - 24}" y1="${HEIGHT - 28}" y2="${HEIGHT - 28}"></line></svg>
        <button type="button">Ulangi</button>`;
      this.field = root.querySelector('svg');
      this.strokes = [];
      this.field.addEventListener('pointerdown', (event) => this.begin(event));
      this.field.addEventListener('pointermove', (event) => this.draw(event));
      ['pointerup', 'pointercancel'].forEach((name) => this.field.addEventListener(name, () => this.end()));
      root.querySelector('button').addEventListener('click', () => this.clear());
    }

    point(event) {
      const box = this.field.getBoundingClientRect();
      const part = (value, size, whole) => Math.min(whole, Math.max(0, Math.round((value / size) * whole)));
      return `${part(event.clientX - box.left, box.width, WIDTH)},${part(event.clientY - box.top, box.height, HEIGHT)}`;
    }

    begin(event) {
      event.preventDefault();
      this.field.setPointerCapture(event.pointerId);
      this.stroke = [this.point(event)];
      this.line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
      this.field.append(this.line);
    }

    draw(event) {
      if (!this.stroke) return;
      const next = this.point(event);
      if (next !== this.stroke.at(-1)) this.stroke.push(next);
      this.line.setAttribute('points', this.stroke.join(' '));
    }

    end() {
      if (!this.stroke) return;
      this.strokes.push(this.stroke.join(' '));
      this.stroke = null;
      this.tell();
    }

    clear() {
      this.strokes = [];
      this.field.querySelectorAll('polyline').forEach((line) => line.remove());
      this.tell();
    }

    tell() {
      this.dispatchEvent(new CustomEvent('portal-signed', { detail: this.strokes.join(';') }));
    }
  }
  customElements.get('portal-signature') ?? customElements.define('portal-signature', PortalSignature);
})();
