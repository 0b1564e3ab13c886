// The list of customers by keyboard: the arrows go from row to row, Enter opens the one that has the focus.
document.addEventListener('keydown', event => {
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.altKey || event.ctrlKey || event.metaKey) return;
  const rows = [...document.querySelectorAll('#customer-rows .row-link')];
  const search = document.querySelector('.list-head [type=search]');
  const at = rows.indexOf(document.activeElement);
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
  if (!event.target.closest('.list-head .menu')) return;
  const search = document.querySelector('.list-head [type=search]');
  let typed = event.target.elements.namedItem('q');
  if (!typed) {
    typed = Object.assign(document.createElement('input'), {type: 'hidden', name: 'q'});
    event.target.append(typed);
  }
  typed.value = search.value;
  typed.disabled = search.value === '';
}, true);
