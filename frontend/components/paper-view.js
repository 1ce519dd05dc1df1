// <portal-paper src="…" kind="image|pdf" label="…">: one paper of a request on a stage, to enlarge, turn and fit. The
// bytes are fetched once and shown as a blob, so that the page's own policy stays as strict as it is. On a phone, whose
// browser shows no PDF inside a page, a PDF is opened by its own program.
(() => {
  const STEP = 1.25;
  const SMALLEST = 0.25;
  const LARGEST = 6;
  const PDF_ZOOM = 100;
  // Milliseconds: a file that somebody only steps over is not opened
  const STAYS = 150;

  class PortalPaper extends HTMLElement {
    static observedAttributes = ['src', 'kind'];

    connectedCallback() {
      if (!this.stage) this.build();
      this.soon = setTimeout(() => this.show(), STAYS);
    }

    disconnectedCallback() {
      clearTimeout(this.soon);
      this.clear();
    }

    attributeChangedCallback() {
      if (this.isConnected && this.stage) {
        clearTimeout(this.soon);
        this.soon = setTimeout(() => this.show(), STAYS);
      }
    }

    build() {
      this.tools = document.createElement('div');
      this.tools.className = 'paper-tools';
      this.tools.setAttribute('role', 'toolbar');
      this.tools.setAttribute('aria-label', 'Tampilan lampiran');
      this.tools.append(
        this.button('−', 'Perkecil (tombol −)', () => this.zoom(1 / STEP)),
        this.button('+', 'Perbesar (tombol +)', () => this.zoom(STEP)),
        this.button('Pas', 'Paskan ke layar (tombol 0)', () => this.fit()),
        this.button('Putar', 'Putar ke kanan (tombol R)', () => this.turn()),
      );
      this.stage = document.createElement('div');
      this.stage.className = 'paper-stage';
      this.stage.tabIndex = 0;
      this.append(this.tools, this.stage);
      this.addEventListener('keydown', (event) => this.key(event));
      this.stage.addEventListener('pointerdown', (event) => this.grab(event));
      this.stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
      new ResizeObserver(() => this.lay()).observe(this.stage);
    }

    button(text, title, act) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = text;
      button.title = title;
      button.setAttribute('aria-label', title);
      button.addEventListener('click', act);
      return button;
    }

    clear() {
      this.loading?.abort();
      if (this.address) URL.revokeObjectURL(this.address);
      this.address = undefined;
      this.paper = undefined;
      this.stage?.classList.remove('movable');
      this.stage?.replaceChildren();
    }

    async show() {
      this.clear();
      this.scale = 1;
      this.angle = 0;
      const source = this.getAttribute('src');
      this.tools.hidden = !source;
      if (!source) return;
      const label = this.getAttribute('label') ?? 'Lampiran';
      this.stage.setAttribute('aria-label', label);
      const pdf = this.getAttribute('kind') === 'pdf';
      if (pdf && matchMedia('(max-width: 700px)').matches) {
        this.tools.hidden = true;
        this.offer(source);
        return;
      }
      this.loading = new AbortController();
      const { signal } = this.loading;
      try {
        const answer = await fetch(source, { signal });
        if (!answer.ok) throw new Error(answer.status);
        const bytes = await answer.blob();
        if (signal.aborted) return;
        const type = answer.headers.get('Content-Type') ?? '';
        if (type !== (pdf ? 'application/pdf' : type) || !/^(application\/pdf|image\/(jpeg|png))$/.test(type)) {
          throw new Error(type);
        }
        this.address = URL.createObjectURL(new Blob([bytes], { type }));
        await (pdf ? this.frame(label) : this.picture(label));
        this.lay();
      } catch (failure) {
        if (!signal.aborted) this.fail();
      }
    }

    async picture(label) {
      const picture = document.createElement('img');
      picture.alt = label;
      picture.draggable = false;
      picture.src = this.address;
      await picture.decode();
      this.paper = picture;
      this.stage.replaceChildren(picture);
    }

    frame(label) {
      const frame = document.createElement('iframe');
      frame.title = label;
      this.paper = frame;
      this.point();
      this.stage.replaceChildren(frame);
    }

    /** The viewer of the browser reads its zoom from the address, and only when the frame begins anew. */
    point() {
      const view = this.scale === 1 ? 'view=FitH' : `zoom=${Math.round(PDF_ZOOM * this.scale)}`;
      this.paper.src = `${this.address}#toolbar=0&navpanes=0&${view}`;
    }

    offer(source) {
      const link = document.createElement('a');
      link.className = 'button';
      link.href = source;
      link.textContent = 'Buka PDF';
      link.setAttribute('download', '');
      const sentence = document.createElement('p');
      sentence.textContent = 'Peramban ponsel tidak menampilkan PDF di dalam halaman.';
      this.stage.replaceChildren(sentence, link);
    }

    fail() {
      const sentence = document.createElement('p');
      sentence.setAttribute('role', 'alert');
      sentence.textContent = 'Lampiran tidak dapat ditampilkan. Pilih lagi, atau muat ulang halaman.';
      this.stage.replaceChildren(sentence);
    }

    zoom(factor) {
      this.scale = Math.min(LARGEST, Math.max(SMALLEST, this.scale * factor));
      this.isPdf() ? this.reload() : this.lay();
    }

    fit() {
      this.scale = 1;
      this.isPdf() ? this.reload() : this.lay();
    }

    turn() {
      this.angle = (this.angle + 90) % 360;
      this.lay();
    }

    isPdf() {
      return this.paper instanceof HTMLIFrameElement;
    }

    reload() {
      const fresh = this.paper.cloneNode();
      this.paper.replaceWith(fresh);
      this.paper = fresh;
      this.point();
      this.lay();
    }

    /** The paper as large as the stage at scale 1, whichever way it is turned. */
    lay() {
      if (!this.paper) return;
      const { clientWidth: width, clientHeight: height } = this.stage;
      const side = this.angle % 180 !== 0;
      const paper = this.paper.style;
      if (this.isPdf()) {
        paper.width = `${side ? height : width}px`;
        paper.height = `${side ? width : height}px`;
        paper.transform = `translate(-50%, -50%) rotate(${this.angle}deg)`;
        paper.left = '50%';
        paper.top = '50%';
        return;
      }
      const { naturalWidth, naturalHeight } = this.paper;
      const across = side ? naturalHeight : naturalWidth;
      const down = side ? naturalWidth : naturalHeight;
      const fitting = Math.min(width / across, height / down, 1) * this.scale;
      const boxWidth = Math.max(width, across * fitting);
      const boxHeight = Math.max(height, down * fitting);
      paper.width = `${naturalWidth * fitting}px`;
      paper.height = `${naturalHeight * fitting}px`;
      paper.left = `${boxWidth / 2}px`;
      paper.top = `${boxHeight / 2}px`;
      paper.transform = `translate(-50%, -50%) rotate(${this.angle}deg)`;
      this.stage.classList.toggle('movable', boxWidth > width + 1 || boxHeight > height + 1);
    }

    grab(event) {
      if (!this.stage.classList.contains('movable') || event.pointerType !== 'mouse' || event.button !== 0) return;
      event.preventDefault();
      this.stage.focus();
      this.stage.setPointerCapture(event.pointerId);
      const move = (moved) => this.stage.scrollBy(-moved.movementX, -moved.movementY);
      this.stage.addEventListener('pointermove', move);
      this.stage.addEventListener('lostpointercapture', () => this.stage.removeEventListener('pointermove', move), {
        once: true,
      });
    }

    wheel(event) {
      if (!event.ctrlKey || this.isPdf()) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? STEP : 1 / STEP);
    }

    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const acts = {
        '+': () => this.zoom(STEP),
        '=': () => this.zoom(STEP),
        '-': () => this.zoom(1 / STEP),
        0: () => this.fit(),
        r: () => this.turn(),
        R: () => this.turn(),
        ArrowLeft: () => this.dispatchEvent(new CustomEvent('paper-previous')),
        ArrowRight: () => this.dispatchEvent(new CustomEvent('paper-next')),
      };
      const act = acts[event.key];
      const scrolling = event.key.startsWith('Arrow') && this.stage.classList.contains('movable');
      if (!act || scrolling) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }
  customElements.get('portal-paper') ?? customElements.define('portal-paper', PortalPaper);
})();
