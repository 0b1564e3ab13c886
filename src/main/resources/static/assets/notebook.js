// Notes: @ proposes colleagues while somebody writes, Ctrl-Enter saves.
(() => {
  const ready = document.documentElement.dataset;
  if (ready.notebookScript) return; // the panel brings its script along whenever it is drawn
  ready.notebookScript = 'true';

  const BEGUN = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}'’. -]{0,40})$/u;
  let turn = 0;

  const form = text => text.closest('[data-mentions]');
  const list = text => form(text).querySelector('[role=listbox]');
  const options = text => [...list(text).querySelectorAll('[role=option]')];
  const begun = text => BEGUN.exec(text.value.slice(0, text.selectionStart));

  function close(text) {
    turn++;
    list(text).replaceChildren();
    list(text).hidden = true;
  }

  function mark(text, index) {
    options(text).forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    options(text)[index]?.scrollIntoView({block: 'nearest'});
  }

  async function propose(text) {
    const match = begun(text);
    if (!match) return close(text);
    const mine = ++turn;
    const answer = await fetch(`${form(text).dataset.mentions}?q=${encodeURIComponent(match[1])}`, {headers: {'HX-Request': 'true'}});
    if (mine !== turn || !answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
    list(text).replaceChildren(...found.querySelectorAll('[role=option]'));
    list(text).hidden = options(text).length === 0;
    mark(text, 0);
  }

  function choose(text, option) {
    const match = begun(text);
    if (match) text.setRangeText(option.dataset.value + ' ', text.selectionStart - match[1].length, text.selectionStart, 'end');
    close(text);
    text.focus();
  }

  const isText = target => target.matches?.('[data-mentions] textarea');

  document.addEventListener('input', event => { if (isText(event.target)) propose(event.target); });
  document.addEventListener('focusout', event => { if (isText(event.target)) close(event.target); });
  // the text keeps the focus while a name is clicked
  document.addEventListener('mousedown', event => { if (event.target.closest('[data-mentions] [role=listbox]')) event.preventDefault(); });
  document.addEventListener('click', event => {
    const option = event.target.closest('[data-mentions] [role=option]');
    if (option) choose(option.closest('form').querySelector('textarea'), option);
  });
  document.addEventListener('keydown', event => {
    const text = event.target;
    if (!isText(text)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return form(text).requestSubmit();
    }
    if (list(text).hidden) return;
    const all = options(text);
    const at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(text, (at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      choose(text, all[Math.max(at, 0)]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close(text);
    }
  });
})();
