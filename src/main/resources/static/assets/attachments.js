// Files dropped on the card, chosen, or taken with a phone's camera: weighed before they travel.
(() => {
  const ready = document.documentElement.dataset;
  if (ready.attachmentsScript) return; // the panel brings its script along whenever it is drawn
  ready.attachmentsScript = 'true';

  const form = target => target.closest?.('[data-attach]');

  function fits(it) {
    const input = it.querySelector('[type=file]');
    const large = [...input.files].find(file => file.size > Number(it.dataset.limit));
    const error = it.querySelector('.field-error');
    error.hidden = !large;
    if (large) {
      error.textContent = it.dataset.tooLarge.replace('{name}', large.name);
      input.value = '';
    }
    return !large && input.files.length > 0;
  }

  // before htmx sees it
  document.addEventListener('change', event => {
    const it = form(event.target);
    if (it && !fits(it)) event.stopPropagation();
  }, true);

  for (const over of ['dragenter', 'dragover']) {
    document.addEventListener(over, event => {
      const it = form(event.target);
      if (!it) return;
      event.preventDefault();
      it.querySelector('.drop-zone').classList.add('over');
    });
  }
  document.addEventListener('dragleave', event => form(event.target)?.querySelector('.drop-zone').classList.remove('over'));
  document.addEventListener('drop', event => {
    const it = form(event.target);
    if (!it) return;
    event.preventDefault();
    it.querySelector('.drop-zone').classList.remove('over');
    const input = it.querySelector('[type=file]');
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event('change', {bubbles: true}));
  });
})();
