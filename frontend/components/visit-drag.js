/* Moves a visit of the plan with the pointer: sideways to another day, up or down to another crew. The server judges the move. */
(() => {
  if (window.visitDrag) return;
  window.visitDrag = true;
  const FAR = 6;
  let drag = null;

  const under = (plan, selector, event) =>
    [...plan.querySelectorAll(selector)].find((part) => {
      const box = part.getBoundingClientRect();
      return selector.includes('day')
        ? event.clientX >= box.left && event.clientX < box.right
        : event.clientY >= box.top && event.clientY < box.bottom;
    });

  const end = () => {
    drag?.target?.classList.remove('drop');
    drag?.chip.classList.remove('dragged');
    drag?.chip.style.removeProperty('translate');
    drag = null;
  };

  document.addEventListener('pointerdown', (event) => {
    const chip = event.target.closest?.('.week-plan .visit[data-movable]');
    // A finger scrolls the plan; there the dialog and the keyboard move a visit
    if (!chip || event.button !== 0 || event.pointerType === 'touch') return;
    const plan = chip.closest('.week-plan');
    drag = { chip, plan, x: event.clientX, y: event.clientY, day: under(plan, '.day', event), moved: false };
  });

  document.addEventListener('pointermove', (event) => {
    if (!drag) return;
    const x = event.clientX - drag.x;
    const y = event.clientY - drag.y;
    if (!drag.moved && Math.hypot(x, y) < FAR) return;
    drag.moved = true;
    drag.chip.classList.add('dragged');
    drag.chip.style.translate = `${x}px ${y}px`;
    drag.target?.classList.remove('drop');
    drag.target = under(drag.plan, '.day', event);
    drag.target?.classList.add('drop');
    event.preventDefault();
  });

  document.addEventListener('pointerup', (event) => {
    if (!drag) return;
    const { chip, plan, day, moved } = drag;
    const target = under(plan, '.day', event);
    const lane = under(plan, '.lane[data-crew]', event);
    end();
    if (!moved) return;
    // The click that follows would open the dialog
    const swallow = (click) => click.stopPropagation();
    window.addEventListener('click', swallow, true);
    setTimeout(() => window.removeEventListener('click', swallow, true), 50);
    const days = day && target ? Math.round((Date.parse(target.dataset.day) - Date.parse(day.dataset.day)) / 864e5) : 0;
    const crew = chip.dataset.crew && lane && lane.dataset.crew !== chip.dataset.crew ? lane.dataset.crew : '';
    if (days || crew) chip.dispatchEvent(new CustomEvent('visit-drop', { detail: { days, crew } }));
  });

  document.addEventListener('pointercancel', end);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && end());
})();
