// Puts things in order: [data-order] names where the order is posted, [data-item] are its things, [data-order-group]
// the groups that they are in, which are in order too. One drags by [data-handle]; .order-move moves by one, also by keyboard.
(() => {
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  let saving = Promise.resolve();

  function order(list) {
    const order = new URLSearchParams();
    list.querySelectorAll('[data-item]').forEach(item => {
      order.append('item', item.dataset.item);
      order.append('group', item.closest('[data-order-group]')?.dataset.orderGroup ?? '');
    });
    return order;
  }

  function save(list) {
    const body = order(list);
    saving = saving
      .then(() => fetch(list.dataset.order, {method: 'POST', body, headers: {'X-CSRF-TOKEN': token}}))
      .then(answer => { if (!answer.ok) throw new Error(answer.status); })
      // somebody else changed the fields meanwhile, or is signed out
      .catch(() => location.reload());
  }

  function isThing(element, group) {
    return element?.matches(group ? '[data-order-group]' : '[data-item]');
  }

  function move(thing, up) {
    const group = thing.hasAttribute('data-order-group');
    const other = up ? thing.previousElementSibling : thing.nextElementSibling;
    if (!isThing(other, group)) return;
    if (up) other.before(thing); else other.after(thing);
    save(thing.closest('[data-order]'));
  }

  document.addEventListener('submit', event => {
    if (!event.target.matches('[data-order] .order-move')) return;
    event.preventDefault();
    move(event.target.closest(event.target.hasAttribute('data-group-move') ? '[data-order-group]' : '[data-item]'), event.submitter.value === 'true');
    event.submitter.focus();
  });

  document.addEventListener('pointerdown', event => {
    const handle = event.target.closest('[data-handle]');
    const list = handle?.closest('[data-order]');
    if (!list || event.button !== 0) return;
    event.preventDefault();
    const group = handle.dataset.handle === 'group';
    const thing = handle.closest(group ? '[data-order-group]' : '[data-item]');
    const before = order(list).toString();
    thing.classList.add('dragged');

    function drag(at) {
      const below = document.elementFromPoint(at.clientX, at.clientY);
      const over = below?.closest(group ? '[data-order-group]' : '[data-item]');
      const head = group ? null : below?.closest('[data-order-group]');
      if (over && over !== thing && list.contains(over)) {
        const box = over.getBoundingClientRect();
        // past its middle: one that is higher than the other would else jump to and fro
        if (thing.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING) {
          if (at.clientY > box.top + box.height / 2) over.after(thing);
        } else if (at.clientY < box.top + box.height / 2) over.before(thing);
      } else if (!over && head && list.contains(head) && head !== thing.parentElement) {
        head.append(thing);
      }
      const edge = 60;
      if (at.clientY < edge) scrollBy(0, -12);
      else if (at.clientY > innerHeight - edge) scrollBy(0, 12);
    }

    function drop() {
      document.removeEventListener('pointermove', drag);
      document.removeEventListener('pointerup', drop);
      document.removeEventListener('pointercancel', drop);
      thing.classList.remove('dragged');
      if (order(list).toString() !== before) save(list);
    }
    // not of the handle: what moves in the document loses the pointer
    document.addEventListener('pointermove', drag);
    document.addEventListener('pointerup', drop);
    document.addEventListener('pointercancel', drop);
  });
})();
