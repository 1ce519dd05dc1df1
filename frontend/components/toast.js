// <portal-toast>: finds a place for the toast where it lies on no control: low before high, at the end of the line before the
// middle and its start. Where the page has no such place, it at least keeps off the buttons.
(() => {
  const BUTTONS = 'button, vaadin-button, a.button, [role="button"]';
  const CONTROLS = `${BUTTONS}, a[href], input, textarea, select, summary, vaadin-tab, vaadin-side-nav-item, [tabindex="0"]`;
  const GAP = 12;
  const DETOUR = 80; // how much higher the toast may be before it rather goes to the middle

  class PortalToast extends HTMLElement {
    connectedCallback() {
      this.listening = new AbortController();
      const { signal } = this.listening;
      const soon = () => this.placeSoon();
      addEventListener('resize', soon, { signal });
      document.addEventListener('scrollend', soon, { capture: true, signal });
      this.watching = new MutationObserver(soon);
      this.watching.observe(document.body, { childList: true, subtree: true });
      soon();
    }

    disconnectedCallback() {
      this.listening.abort();
      this.watching.disconnect();
      cancelAnimationFrame(this.frame);
    }

    placeSoon() {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => {
        // Once it is seen, it does not move away under the pointer
        if (!this.placed || !this.matches(':hover, :focus-within')) this.place();
      });
    }

    place() {
      const container = this.closest('vaadin-notification-container');
      if (!container) return;
      const { width, height } = this.getBoundingClientRect();
      const free = this.freePlace(CONTROLS, width, height) ?? this.freePlace(BUTTONS, width, height);
      container.style.paddingInlineEnd = `${free?.end ?? GAP}px`;
      container.style.paddingBottom = `${free?.bottom ?? GAP}px`;
      this.placed = true;
    }

    freePlace(controls, width, height) {
      const taken = this.boxes(controls);
      const room = innerWidth - width;
      return [GAP, room / 2, room - GAP]
        .map((end, detours) => ({ end, bottom: this.lowest(taken, innerWidth - end - width, width, height), detours }))
        .filter((place) => place.bottom !== undefined)
        .sort((one, other) => one.bottom + one.detours * DETOUR - other.bottom - other.detours * DETOUR)[0];
    }

    /** What can be operated and is in sight; what fills half the window, as an enlarged paper does, is no single control. */
    boxes(controls) {
      return [...document.querySelectorAll(controls)]
        .filter((control) => !this.contains(control) && control.checkVisibility({ visibilityProperty: true }))
        .map((control) => control.getBoundingClientRect())
        .filter((box) => box.width && box.bottom > 0 && box.top < innerHeight && box.height < innerHeight / 2);
    }

    lowest(taken, left, width, height) {
      const beside = taken.filter((box) => box.left < left + width + GAP && box.right > left - GAP);
      let bottom = GAP;
      for (;;) {
        const top = innerHeight - bottom - height;
        if (top < GAP) return undefined;
        const hit = beside.filter((box) => box.top < top + height + GAP && box.bottom > top - GAP);
        if (!hit.length) return bottom;
        bottom = innerHeight - Math.min(...hit.map((box) => box.top)) + GAP;
      }
    }
  }
  customElements.get('portal-toast') ?? customElements.define('portal-toast', PortalToast);
})();
