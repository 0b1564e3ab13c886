// What every page needs and HTML cannot do: the CSRF header, toasts, dialogs, menus that close.
(() => {
  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';

  let turn = 0;

  document.addEventListener('htmx:configRequest', event => {
    if (event.detail.verb !== 'get') event.detail.headers['X-CSRF-TOKEN'] = meta('csrf-token');
    // a screen's questions are counted: one that was given up may reach the server after the next
    if (event.detail.parameters.screen) event.detail.parameters.turn = ++turn;
  });

  // Who asked was replaced meanwhile by the answer to a newer question: this one is out of date.
  document.addEventListener('htmx:beforeSwap', event => {
    if (!event.detail.requestConfig.elt.isConnected) event.detail.shouldSwap = false;
  });

  // --- [data-focus] is to be filled in next: it takes the focus when it arrives, unless somebody went on elsewhere

  const toFill = () => [...document.querySelectorAll('[data-focus]')];
  let here = new Set();

  document.addEventListener('htmx:beforeSwap', () => { here = new Set(toFill().map(field => field.id)); });

  document.addEventListener('htmx:afterSwap', event => {
    const focused = document.activeElement;
    const stayed = focused === document.body || focused.id === (event.detail.requestConfig.elt.id || null);
    if (stayed) toFill().find(field => !here.has(field.id))?.focus();
  });

  // --- toasts: they leave by themselves, but wait while somebody reads or points at them

  const toasts = () => document.getElementById('toasts');

  function leaveLater(toast) {
    const seconds = Number(toast.dataset.seconds || 6);
    let timer;
    const start = () => { timer = setTimeout(() => toast.remove(), seconds * 1000); };
    const wait = () => clearTimeout(timer);
    for (const enter of ['pointerenter', 'focusin']) toast.addEventListener(enter, wait);
    for (const leave of ['pointerleave', 'focusout']) toast.addEventListener(leave, start);
    start();
  }

  function say(text) {
    const toast = document.createElement('div');
    toast.className = 'toast-note toast-error';
    toast.setAttribute('role', 'alert');
    toast.textContent = text;
    toasts().append(toast);
  }

  document.addEventListener('DOMContentLoaded', () => {
    const region = toasts();
    if (!region) return;
    [...region.children].forEach(leaveLater);
    new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
      if (node instanceof HTMLElement) leaveLater(node);
    }))).observe(region, {childList: true});
  });

  document.addEventListener('click', event => {
    if (event.target.closest('.toast-close')) event.target.closest('.toast-note').remove();
  });

  // --- errors of htmx requests: the answer is an ErrorNote, or a page when something else refused

  // A part that was still awaited says so in its place; the palette goes without.
  function saidInPlace({elt, target}, text) {
    if (elt?.closest?.('[data-quiet]')) return true;
    const waiting = target?.querySelector?.('.skeleton');
    if (!waiting) return false;
    const note = document.createElement('p');
    note.className = 'muted';
    note.textContent = text;
    waiting.parentElement.replaceChildren(note);
    return true;
  }

  const isPoll = ({elt}) => elt?.matches?.('[data-poll]');

  // a page that nobody sees asks nothing, and lets its session end
  document.addEventListener('htmx:beforeRequest', event => {
    if (document.hidden && isPoll(event.detail)) event.preventDefault();
  });

  document.addEventListener('htmx:responseError', event => {
    const {xhr} = event.detail;
    // nobody asked for it: a page that somebody writes on stays as it is
    if (isPoll(event.detail)) return;
    if (xhr.status === 401) return location.reload();
    if (saidInPlace(event.detail, toasts().dataset.missing)) return;
    const note = new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('.toast-note');
    if (note) toasts().append(document.adoptNode(note));
    else say(toasts().dataset.failed);
  });

  document.addEventListener('htmx:sendError', event => {
    if (isPoll(event.detail)) return;
    if (!saidInPlace(event.detail, toasts().dataset.offline)) say(toasts().dataset.offline);
  });

  // --- <button data-dialog="id"> opens <dialog id="id">; a click beside it or on [data-close] closes it

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-dialog]');
    if (opener) document.getElementById(opener.dataset.dialog)?.showModal();
    const dialog = event.target.closest('dialog[open]');
    if (dialog && (event.target === dialog || event.target.closest('[data-close]'))) dialog.close();
  });

  // --- <details class="menu"> closes like a menu

  const closeMenus = except => document.querySelectorAll('details.menu[open]').forEach(menu => {
    if (menu !== except) menu.open = false;
  });

  document.addEventListener('click', event => closeMenus(event.target.closest('details.menu')));
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = event.target.closest?.('details.menu[open]');
    closeMenus();
    menu?.querySelector('summary').focus();
  });

  // --- a bar that is pointed at, or touched, says its value in the chart's heading

  document.addEventListener('pointerover', event => {
    const bar = event.target.closest?.('.bar-chart .bar');
    if (bar) bar.closest('.bar-chart').querySelector('output').value = bar.querySelector('title').textContent;
  });
})();
