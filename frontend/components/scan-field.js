// What makes a text field a scan field: Enter hands the text over, and the focus comes back when it would be lost.
(() => {
  const busyElsewhere = () => {
    const active = document.activeElement;
    return active && active !== document.body;
  };

  window.portalScanField = (field) => {
    if (field.portalScanField) return;
    field.portalScanField = true;

    const hand = (text) => {
      field.value = '';
      if (text.trim()) field.dispatchEvent(new CustomEvent('portal-scan', { detail: text.trim() }));
    };
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      hand(field.inputElement.value);
    });
    field.addEventListener('portal-camera', (event) => {
      hand(event.detail);
      field.focus();
    });
    field.addEventListener('focusout', () =>
      setTimeout(() => {
        const dialog = document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]');
        if (field.isConnected && !busyElsewhere() && !(dialog && !dialog.contains(field))) field.focus();
      }, 150),
    );
  };
})();
