// A file given to us: dropped or chosen, weighed before it travels, sent without a further click.
(() => {
  const form = document.querySelector('form.intake-upload');
  if (!form) return;
  const input = form.querySelector('input[type=file]');
  const zone = form.querySelector('.drop-zone');
  const error = form.querySelector('.field-error');

  form.classList.add('live');

  function tooLarge() {
    return [...input.files].find(file => file.size > Number(form.dataset.limit));
  }

  function take() {
    const large = tooLarge();
    error.hidden = !large;
    if (large) {
      error.textContent = form.dataset.tooLarge.replace('{name}', large.name);
      input.value = '';
    } else if (input.files.length) {
      form.requestSubmit();
    }
  }

  input.addEventListener('change', take);
  for (const over of ['dragenter', 'dragover']) {
    zone.addEventListener(over, event => { event.preventDefault(); zone.classList.add('over'); });
  }
  for (const away of ['dragleave', 'drop']) zone.addEventListener(away, () => zone.classList.remove('over'));
  zone.addEventListener('drop', event => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    take();
  });
  form.addEventListener('submit', () => {
    form.querySelector('.intake-sending').hidden = false;
    form.querySelector('button').disabled = true;
  });
  // back to this page: ready again
  window.addEventListener('pageshow', () => {
    form.querySelector('.intake-sending').hidden = true;
    form.querySelector('button').disabled = false;
  });
  // chosen before this script was here; the browser itself puts nothing in (autocomplete)
  take();
})();
