// [data-pick] finds a customer while a name is typed: arrows, Enter, a click. Its hidden field holds the number chosen.
(() => {
  const ready = document.documentElement.dataset;
  if (ready.pickScript) return; // a panel brings its script along whenever it is drawn
  ready.pickScript = 'true';

  let turn = 0;
  let timer;
  const box = field => field.closest('[data-pick]');
  const list = field => box(field).querySelector('[role=listbox]');
  const chosen = field => box(field).querySelector('[type=hidden]');
  const options = field => [...list(field).querySelectorAll('[role=option]')];
  const isField = target => target.matches?.('[data-pick] [role=combobox]');

  function show(field, open) {
    list(field).hidden = !open || options(field).length === 0;
    field.setAttribute('aria-expanded', String(!list(field).hidden));
    if (list(field).hidden) field.removeAttribute('aria-activedescendant');
  }

  function mark(field, index) {
    options(field).forEach((option, i) => {
      option.id = `${list(field).id}-${i}`;
      option.setAttribute('aria-selected', String(i === index));
    });
    const option = options(field)[index];
    if (option) field.setAttribute('aria-activedescendant', option.id);
    option?.scrollIntoView({block: 'nearest'});
  }

  function check(field) {
    const missing = field.value.trim() !== '' && chosen(field).value === '';
    field.setCustomValidity(missing ? box(field).dataset.choose : '');
  }

  async function find(field) {
    const mine = ++turn;
    const answer = await fetch(`${box(field).dataset.pick}?q=${encodeURIComponent(field.value)}`, {headers: {'HX-Request': 'true'}});
    if (mine !== turn || !answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
    list(field).replaceChildren(...found.querySelectorAll('[role=option]'));
    show(field, document.activeElement === field);
    mark(field, 0);
  }

  function choose(field, option) {
    turn++;
    field.value = option.dataset.value;
    chosen(field).value = option.dataset.id;
    chosen(field).dispatchEvent(new Event('change', {bubbles: true}));
    check(field);
    list(field).replaceChildren();
    show(field, false);
    field.focus();
  }

  document.addEventListener('input', event => {
    const field = event.target;
    if (!isField(field)) return;
    chosen(field).value = '';
    check(field);
    clearTimeout(timer);
    timer = setTimeout(() => find(field), 150);
  });
  document.addEventListener('focusout', event => { if (isField(event.target)) show(event.target, false); });
  // the field keeps the focus while an option is clicked
  document.addEventListener('mousedown', event => { if (event.target.closest('[data-pick] [role=listbox]')) event.preventDefault(); });
  document.addEventListener('click', event => {
    const option = event.target.closest('[data-pick] [role=option]');
    if (option) choose(box(option).querySelector('[role=combobox]'), option);
  });
  document.addEventListener('keydown', event => {
    const field = event.target;
    if (!isField(field) || list(field).hidden) return;
    const all = options(field);
    const at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(field, (at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      choose(field, all[at]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      show(field, false);
    }
  });
})();
