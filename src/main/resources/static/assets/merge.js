// Customers side by side: one key, or one click, takes all values of a column.
(() => {
  const table = document.querySelector('.merge-table');
  if (!table) return;
  const form = table.closest('form');

  function takeAll(column) {
    table.querySelectorAll('.merge-choice').forEach(row => {
      const choice = row.children[column]?.querySelector('input[type=radio]');
      if (choice) choice.checked = true;
    });
    const survivor = table.tHead.rows[0].children[column]?.querySelector('input[name=survivor]');
    if (survivor) survivor.checked = true;
  }

  table.querySelectorAll('.merge-all').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => takeAll(Number(button.dataset.column)));
  });

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey) {
      if (event.key === 'Enter') form.requestSubmit();
      return;
    }
    if (event.altKey || event.target.closest('input:not([type=radio]), textarea, select, dialog')) return;
    const action = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (action) {
      event.preventDefault();
      action.click();
      return;
    }
    const column = Number(event.key);
    if (column >= 1 && column < table.tHead.rows[0].children.length) {
      event.preventDefault();
      takeAll(column);
    }
  });
})();
