// What the builder of segments cannot do without scripts: its conditions and groups are dragged by [data-move], and moved
// by the arrow keys on it; what stands below them on a phone begins folded there.
(() => {
  const ready = document.documentElement.dataset;
  if (ready.builderScript) return; // a part of a page brings its script along whenever it is drawn
  ready.builderScript = 'true';

  let next = null;

  const parent = path => path.slice(0, path.lastIndexOf('.'));
  const place = path => Number(path.slice(path.lastIndexOf('.') + 1));
  const part = path => document.querySelector(`[data-part="${path}"]`);
  const group = path => document.querySelector(`[data-group="${path}"]`);
  const parts = path => [...document.querySelectorAll('[data-part]')].filter(each => parent(each.dataset.part) === path);
  const isWithin = (path, outer) => path === outer || path.startsWith(`${outer}.`);

  /** What takes out a part makes the later ones beside it, and all within them, come one place nearer. */
  function without(path, taken) {
    const beside = parent(taken);
    if (!isWithin(path, beside) || path === beside) return path;
    const [at, ...rest] = path.slice(beside.length + 1).split('.');
    return [beside, Number(at) > place(taken) ? Number(at) - 1 : at, ...rest].join('.');
  }

  function act(action, focus) {
    const button = document.querySelector('.builder-act');
    next = focus;
    button.value = action;
    button.click();
  }

  /** @param index among the parts of the group as they are */
  function move(path, to, index) {
    const same = parent(path) === to;
    const left = same && index > place(path) ? index - 1 : index;
    if (isWithin(to, path) || (same && left === place(path))) return;
    act(`move:${path}:${to}:${index}`, `${without(to, path)}.${left}`);
  }

  function moveByKey(path, up) {
    const outer = parent(path);
    const beside = `${outer}.${place(path) + (up ? -1 : 1)}`;
    if (group(beside)) move(path, beside, up ? parts(beside).length : 0);
    else if (part(beside)) move(path, outer, place(path) + (up ? -1 : 2));
    else if (outer !== 'f') move(path, parent(outer), place(outer) + (up ? 0 : 1));
  }

  document.addEventListener('keydown', event => {
    const handle = event.target.closest?.('[data-move]');
    if (!handle || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    moveByKey(handle.dataset.move, event.key === 'ArrowUp');
  });

  // what a button of the menus does to a part takes the focus to the part, too
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-then]');
    if (!button) return;
    const [verb, path, to, index] = button.value.split(':');
    if (verb === 'move') {
      const left = parent(path) === to && Number(index) > place(path) ? index - 1 : index;
      next = `${without(to, path)}.${left}`;
    } else next = button.dataset.then;
  });

  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target.id !== 'conditions' || next === null) return;
    document.querySelector(`[data-move="${next}"]`)?.focus();
    next = null;
  });

  // --- dragging: nothing moves until it is dropped, a line says where that would be

  function target(at, dragged) {
    const below = document.elementFromPoint(at.clientX, at.clientY);
    const over = below?.closest('[data-part]');
    const inside = below?.closest('[data-group]');
    if (!inside || isWithin(inside.dataset.group, dragged)) return null;
    if (over && isWithin(over.dataset.part, dragged)) return null;
    if (over && (!over.querySelector('[data-group]') || parent(over.dataset.part) === inside.dataset.group)) {
      const box = over.getBoundingClientRect();
      const after = at.clientY > box.top + box.height / 2;
      const path = over.dataset.part;
      return {to: parent(path), index: place(path) + (after ? 1 : 0), mark: over, side: after ? 'after' : 'before'};
    }
    const box = inside.getBoundingClientRect();
    const path = inside.dataset.group;
    const edge = 10;
    if (path !== 'f' && (at.clientY < box.top + edge || at.clientY > box.bottom - edge)) {
      const after = at.clientY > box.bottom - edge;
      return {to: parent(path), index: place(path) + (after ? 1 : 0), mark: part(path), side: after ? 'after' : 'before'};
    }
    return {to: path, index: parts(path).length, mark: inside, side: 'into'};
  }

  document.addEventListener('pointerdown', event => {
    const handle = event.target.closest?.('[data-move]');
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    const path = handle.dataset.move;
    const thing = part(path);
    let found = null;

    function unmark() {
      if (found) delete found.mark.dataset.drop;
      found = null;
    }

    function drag(at) {
      unmark();
      thing.classList.add('dragged');
      found = target(at, path);
      if (found) found.mark.dataset.drop = found.side;
      const edge = 60;
      if (at.clientY < edge) scrollBy(0, -12);
      else if (at.clientY > innerHeight - edge) scrollBy(0, 12);
    }

    function end() {
      document.removeEventListener('pointermove', drag);
      document.removeEventListener('pointerup', drop);
      document.removeEventListener('pointercancel', cancel);
      document.removeEventListener('keydown', escape, true);
      thing.classList.remove('dragged');
    }

    function drop() {
      const place = found;
      unmark();
      end();
      if (place) move(path, place.to, place.index);
    }

    function cancel() {
      unmark();
      end();
    }

    function escape(key) {
      if (key.key === 'Escape') cancel();
    }

    document.addEventListener('pointermove', drag);
    document.addEventListener('pointerup', drop);
    document.addEventListener('pointercancel', cancel);
    document.addEventListener('keydown', escape, true);
  });

  if (matchMedia('(max-width: 1023px)').matches) {
    document.querySelectorAll('[data-folded-on-phones]').forEach(details => details.removeAttribute('open'));
  }
})();
