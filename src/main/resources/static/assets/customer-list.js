// The list of customers by keyboard: the arrows go from row to row, Enter opens the one that has the focus, x picks it.
document.addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...document.querySelectorAll('#customer-rows .row-link')];
  const at = rows.indexOf(document.activeElement);
  if (event.key === 'x' && at >= 0) {
    rows[at].closest('tr').querySelector('[name=customer]')?.click();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const search = document.querySelector('.list-head [type=search]');
  if (at < 0 && document.activeElement !== search && document.activeElement !== document.body) return;
  const to = at + (event.key === 'ArrowDown' ? 1 : -1);
  const target = to < 0 ? search : rows[to];
  if (!target || target === document.activeElement) return;
  event.preventDefault();
  target.focus();
  target.closest('tr')?.scrollIntoView({block: 'nearest'});
});

// What goes with the list means the list as it is now: what was typed since the page came is in its field only.
document.addEventListener('submit', event => {
  if (!event.target.closest('.list-head .menu, #pick')) return;
  const search = document.querySelector('.list-head [type=search]');
  let typed = event.target.elements.namedItem('q');
  if (!typed) {
    typed = Object.assign(document.createElement('input'), {type: 'hidden', name: 'q'});
    event.target.append(typed);
  }
  typed.value = search.value;
  typed.disabled = search.value === '';
}, true);

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-same-list]');
  if (!link) return;
  const address = new URL(link.href);
  const typed = document.querySelector('.list-head [type=search]').value;
  if (typed) address.searchParams.set('q', typed);
  else address.searchParams.delete('q');
  link.href = address;
}, true);

document.addEventListener('htmx:configRequest', event => {
  if (event.detail.path !== '/segments/list-filter' || event.detail.verb !== 'post') return;
  const to = new URL(event.detail.parameters.to, location.origin);
  const typed = document.querySelector('.list-head [type=search]').value;
  if (typed) to.searchParams.set('q', typed);
  else to.searchParams.delete('q');
  event.detail.parameters.to = to.pathname + to.search;
});

// The filter opens below the list's head.
document.addEventListener('click', event => {
  const panel = document.getElementById('list-filter');
  if (!panel) return;
  const open = document.querySelector('.list-filter-open');
  if (event.target.closest('.list-filter-edit')) return open.click();
  const toggles = event.target.closest('.list-filter-open');
  if (!toggles && !event.target.closest('.list-filter-close')) return;
  panel.hidden = toggles ? !panel.hidden : true;
  open.setAttribute('aria-expanded', String(!panel.hidden));
  if (!toggles) open.focus();
  else if (!panel.querySelector('form')) htmx.trigger(open, 'filter');
});

// Who is picked: one by one, those shown, or all of the list.
(() => {
  const bar = document.getElementById('pick');
  if (!bar) return;
  const page = document.querySelector('.pick-page');
  const boxes = () => [...document.querySelectorAll('#customer-rows [name=customer]')];
  const all = bar.elements.namedItem('all');
  const everybody = bar.querySelector('.pick-all');
  let last = null;

  function show() {
    const picked = boxes().filter(box => box.checked).length;
    bar.hidden = picked === 0;
    everybody.hidden = all.value === 'true';
    bar.querySelector('.pick-count').textContent = all.value === 'true'
      ? `${bar.dataset.all}: ${document.getElementById('list-count').textContent.trim()}`
      : picked === 1 ? bar.dataset.one : bar.dataset.many.replace('#', picked.toLocaleString(document.documentElement.lang));
    page.checked = picked > 0 && picked === boxes().length;
    page.indeterminate = picked > 0 && !page.checked;
  }

  function pick(chosen, everyone) {
    boxes().forEach(box => { box.checked = chosen; });
    all.value = String(everyone);
    show();
  }

  page.addEventListener('change', () => pick(page.checked, false));
  everybody.addEventListener('click', () => pick(true, true));
  bar.querySelector('.pick-none').addEventListener('click', () => pick(false, false));

  // with Shift, everybody between the last two
  document.getElementById('customer-rows').addEventListener('click', event => {
    if (event.target.name !== 'customer') return;
    const here = boxes();
    const from = here.indexOf(last);
    const to = here.indexOf(event.target);
    if (event.shiftKey && from >= 0) {
      here.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(box => { box.checked = event.target.checked; });
    }
    last = event.target;
    if (!event.target.checked) all.value = 'false';
    show();
  });

  document.addEventListener('htmx:afterSettle', event => {
    if (event.target.id === 'list-count') return show();
    if (!event.target.closest('#customer-rows')) return;
    // another search is another list
    if (event.target.id === 'customer-rows') all.value = 'false';
    if (all.value === 'true') boxes().forEach(box => { box.checked = true; });
    show();
  });
  window.addEventListener('pageshow', show);
})();
