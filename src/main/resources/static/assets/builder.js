// What the builder of segments cannot do without scripts: what stands below the conditions on a phone begins folded there.
(() => {
  if (matchMedia('(max-width: 1023px)').matches) {
    document.querySelectorAll('[data-folded-on-phones]').forEach(details => details.removeAttribute('open'));
  }
})();
