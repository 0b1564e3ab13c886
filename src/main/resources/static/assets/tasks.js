// Tasks by keyboard: arrows or j and k go from one to the next, x does it, n begins a new one. The menu counts anew.
(() => {
  const ready = document.documentElement.dataset;
  if (ready.tasksScript) return; // a panel brings its script along whenever it is drawn
  ready.tasksScript = 'true';

  const titles = () => [...document.querySelectorAll('.tasks-page .task-title')];

  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, textarea, select, dialog')) return;
    const at = titles().findIndex(title => title.closest('.task').contains(document.activeElement));
    const step = {ArrowDown: 1, j: 1, ArrowUp: -1, k: -1}[event.key];
    if (step && titles().length) {
      event.preventDefault();
      const to = titles()[Math.min(Math.max(at + step, 0), titles().length - 1)];
      to.focus();
      to.scrollIntoView({block: 'nearest'});
    } else if (event.key === 'x' && at >= 0) {
      event.preventDefault();
      next = at;
      titles()[at].closest('.task').querySelector('.task-check')?.click();
    } else if (event.key === 'n') {
      const field = document.querySelector('.tasks-page [data-task-new]');
      if (!field) return;
      event.preventDefault();
      field.focus();
    }
  });

  // who goes through the list by keyboard goes on where it was
  let next = -1;

  document.addEventListener('htmx:afterSettle', event => {
    const by = event.detail.requestConfig?.elt;
    if (!by?.matches?.('[data-task]')) return;
    if (next >= 0 && titles().length) titles()[Math.min(next, titles().length - 1)].focus();
    else if (by.matches('.task-quick')) document.querySelector('[data-task-new]')?.focus();
    next = -1;
    document.querySelectorAll('[data-poll]').forEach(poll => window.htmx.trigger(poll, 'refresh'));
  });
})();
