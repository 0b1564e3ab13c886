// The command palette: Ctrl-K or ⌘K, places of the menu and customers, arrows and Enter.
(() => {
  const palette = document.getElementById('palette');
  if (!palette) return;
  const query = palette.querySelector('input');
  const list = palette.querySelector('.palette-list');
  const places = palette.querySelector('#palette-places');
  const found = palette.querySelector('#palette-found');
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const options = () => [...list.querySelectorAll('a[href]')];

  function open() {
    document.querySelectorAll('[popover]:popover-open').forEach(it => it.hidePopover());
    if (!palette.open) palette.showModal();
    query.select();
    draw();
  }

  function draw() {
    const words = plain(query.value).split(/\s+/).filter(Boolean);
    const hits = [...document.querySelectorAll('[data-menu] a')]
        .filter(link => words.every(word => plain(link.textContent).includes(word)));
    places.replaceChildren(...title(places, hits.length), ...hits.map(link => {
      const option = document.createElement('a');
      option.href = link.getAttribute('href');
      option.append(...[...link.children].map(child => child.cloneNode(true)));
      return option;
    }));
    if (words.length === 0) found.replaceChildren();
    mark();
  }

  function title(section, shown) {
    if (!shown) return [];
    const heading = document.createElement('div');
    heading.className = 'palette-title';
    heading.textContent = section.dataset.title;
    return [heading];
  }

  function mark(index = 0) {
    const all = options();
    all.forEach((option, i) => {
      option.setAttribute('role', 'option');
      option.id ||= `palette-option-${i}-${Math.random().toString(36).slice(2, 8)}`;
      option.tabIndex = -1;
      option.setAttribute('aria-selected', String(i === index));
    });
    if (all[index]) query.setAttribute('aria-activedescendant', all[index].id);
    else query.removeAttribute('aria-activedescendant');
    all[index]?.scrollIntoView({block: 'nearest'});
    palette.querySelector('.palette-none').hidden = all.length > 0 || query.value.trim() === '';
  }

  let timer;
  query.addEventListener('input', () => {
    draw();
    clearTimeout(timer);
    if (query.value.trim().length > 1) timer = setTimeout(() => query.dispatchEvent(new Event('find')), 150);
  });

  palette.addEventListener('htmx:afterSwap', () => {
    if (query.value.trim().length < 2) found.replaceChildren();
    if (found.querySelector('a')) found.prepend(...title(found, true));
    mark();
  });

  palette.addEventListener('keydown', event => {
    const all = options();
    const at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark((at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % (all.length || 1));
    } else if (event.key === 'Enter' && event.target === query) {
      event.preventDefault();
      all[at]?.click();
    }
  });

  document.addEventListener('click', event => {
    if (event.target.closest('[data-palette]')) open();
  });
  document.addEventListener('keydown', event => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      open();
    }
  });
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    document.querySelectorAll('.sidebar-search kbd').forEach(key => { key.textContent = '⌘K'; });
  }
})();
