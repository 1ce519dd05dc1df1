// <portal-camera-scan>: a button that reads a barcode with the camera, or from a picture. A browser without BarcodeDetector
// sends the frames to the field's own method on the server, one at a time.
(() => {
  const FORMATS = ['qr_code', 'code_128', 'code_39', 'ean_13', 'pdf417'];
  const LARGEST = 1000;
  const CAMERA = `<svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.7"
    stroke-linejoin="round" aria-hidden="true"><path d="M4 8h3.2L9 5.5h6L16.8 8H20v11H4z"/><circle cx="12" cy="13" r="3.4"/></svg>`;

  class CameraScan extends HTMLElement {
    connectedCallback() {
      if (this.firstChild) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'camera-button';
      button.setAttribute('aria-label', 'Pindai dengan kamera');
      button.title = 'Pindai dengan kamera';
      button.innerHTML = CAMERA;
      button.addEventListener('click', () => this.open());
      this.append(button);
    }

    disconnectedCallback() {
      this.close();
    }

    async open() {
      const dialog = document.createElement('dialog');
      dialog.className = 'camera-dialog';
      dialog.setAttribute('aria-label', 'Pindai dengan kamera');
      const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
      const hint = Object.assign(document.createElement('p'), { textContent: 'Arahkan kamera ke kode batang.' });
      const picture = Object.assign(document.createElement('input'), { type: 'file', accept: 'image/*' });
      picture.setAttribute('aria-label', 'Baca dari gambar');
      picture.addEventListener('change', () => this.readPicture(picture.files[0], hint));
      const stop = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Batal' });
      hint.setAttribute('role', 'status');
      stop.addEventListener('click', () => this.close());
      dialog.addEventListener('close', () => this.close());
      dialog.append(video, hint, picture, stop);
      document.body.append(dialog);
      this.dialog = dialog;
      dialog.showModal();
      try {
        this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        if (this.dialog !== dialog) return this.close();
        video.srcObject = this.stream;
        await video.play();
        await this.read(video, dialog);
      } catch {
        hint.textContent = 'Kamera tidak dapat dipakai. Izinkan kamera di peramban, pilih gambar, atau ketik kodenya.';
      }
    }

    async detector() {
      if (!('BarcodeDetector' in window)) return { detect: (source) => this.readOnServer(source) };
      const supported = await BarcodeDetector.getSupportedFormats();
      return new BarcodeDetector({ formats: FORMATS.filter((format) => supported.includes(format)) });
    }

    async readOnServer(source) {
      const width = source.videoWidth ?? source.width;
      const height = source.videoHeight ?? source.height;
      if (!width) return [];
      const scale = Math.min(1, LARGEST / Math.max(width, height));
      const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale });
      canvas.getContext('2d').drawImage(source, 0, 0, canvas.width, canvas.height);
      const picture = canvas.toDataURL('image/jpeg', 0.85).split(',')[1];
      const rawValue = await this.closest('vaadin-text-field').$server.readPicture(picture);
      return rawValue ? [{ rawValue }] : [];
    }

    found(code) {
      this.close();
      this.dispatchEvent(new CustomEvent('portal-camera', { detail: code.rawValue, bubbles: true }));
    }

    async read(video, dialog) {
      const detector = await this.detector();
      while (this.dialog === dialog) {
        const [code] = await detector.detect(video);
        if (code) return this.found(code);
        await new Promise((next) => setTimeout(next, 120));
      }
    }

    async readPicture(file, hint) {
      if (!file) return;
      try {
        const [code] = await (await this.detector()).detect(await createImageBitmap(file));
        if (code) return this.found(code);
        hint.textContent = 'Tidak ada kode pada gambar itu.';
      } catch {
        hint.textContent = 'Gambar itu tidak dapat dibaca.';
      }
    }

    close() {
      this.stream?.getTracks().forEach((track) => track.stop());
      this.stream = undefined;
      const dialog = this.dialog;
      this.dialog = undefined;
      if (dialog?.open) dialog.close();
      dialog?.remove();
    }
  }
  customElements.get('portal-camera-scan') ?? customElements.define('portal-camera-scan', CameraScan);
})();
