// The form of a customer: a proposal is taken with one click, companies are proposed while a name is typed.
(() => {
  function take(field, value) {
    field.value = value;
    field.dispatchEvent(new Event('change', {bubbles: true}));
    field.focus();
  }

  // without scripts these are buttons that send the form
  document.addEventListener('click', event => {
    const proposal = event.target.closest('[data-use]');
    if (!proposal) return;
    event.preventDefault();
    take(document.getElementById(proposal.dataset.use), proposal.dataset.value);
  });

  document.querySelectorAll('[data-combobox]').forEach(box => {
    const field = box.querySelector('[role=combobox]');
    const list = box.querySelector('[role=listbox]');
    const options = () => [...list.querySelectorAll('[role=option]')];
    const marked = () => options().findIndex(option => option.getAttribute('aria-selected') === 'true');

    function show(open) {
      list.hidden = !open || options().length === 0;
      field.setAttribute('aria-expanded', String(!list.hidden));
      if (list.hidden) field.removeAttribute('aria-activedescendant');
    }

    function mark(index) {
      options().forEach((option, i) => {
        option.id = `${list.id}-${i}`;
        option.setAttribute('aria-selected', String(i === index));
      });
      const option = options()[index];
      if (option) field.setAttribute('aria-activedescendant', option.id);
      option?.scrollIntoView({block: 'nearest'});
    }

    function choose(option) {
      take(field, option.dataset.value);
      show(false);
    }

    list.addEventListener('htmx:afterSwap', () => show(document.activeElement === field));
    // the field keeps the focus while an option is clicked
    list.addEventListener('mousedown', event => event.preventDefault());
    list.addEventListener('click', event => {
      const option = event.target.closest('[role=option]');
      if (option) choose(option);
    });
    field.addEventListener('blur', () => show(false));
    field.addEventListener('keydown', event => {
      const all = options();
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (all.length === 0) return;
        event.preventDefault();
        show(true);
        const from = marked() < 0 && event.key === 'ArrowUp' ? 0 : marked();
        mark((from + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length);
      } else if (event.key === 'Enter' && !list.hidden && marked() >= 0) {
        event.preventDefault();
        choose(all[marked()]);
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        show(false);
      }
    });
  });
})();
