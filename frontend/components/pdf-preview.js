// <portal-pdf src="…" label="…">: shows a PDF in the browser's own viewer. The bytes are fetched once and framed as a
// blob, so that no page has to be allowed to frame the portal. On a phone nothing is fetched: there is no viewer.
(() => {
  class PortalPdf extends HTMLElement {
    static observedAttributes = ['src'];

    attributeChangedCallback() {
      if (this.isConnected) this.show();
    }

    connectedCallback() {
      this.show();
    }

    disconnectedCallback() {
      this.clear();
    }

    clear() {
      this.loading?.abort();
      if (this.address) URL.revokeObjectURL(this.address);
      this.address = undefined;
      this.replaceChildren();
    }

    async show() {
      this.clear();
      const source = this.getAttribute('src');
      if (!source || matchMedia('(max-width: 700px)').matches) return;
      this.loading = new AbortController();
      const { signal } = this.loading;
      try {
        const answer = await fetch(source, { signal });
        if (!answer.ok) throw new Error(answer.status);
        const bytes = await answer.blob();
        if (signal.aborted) return;
        this.address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
        const frame = document.createElement('iframe');
        frame.title = this.getAttribute('label') ?? 'Dokumen';
        frame.src = `${this.address}#navpanes=0&view=FitH`;
        this.replaceChildren(frame);
      } catch {
        if (signal.aborted) return;
        const sentence = document.createElement('p');
        sentence.setAttribute('role', 'alert');
        sentence.textContent = 'Dokumen tidak dapat ditampilkan. Muat ulang halaman, atau unduh berkasnya.';
        this.replaceChildren(sentence);
      }
    }

    print() {
      const viewer = this.querySelector('iframe')?.contentWindow;
      viewer?.focus();
      viewer?.print();
    }
  }
  customElements.get('portal-pdf') ?? customElements.define('portal-pdf', PortalPdf);
})();
