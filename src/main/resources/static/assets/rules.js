// A slider and the number it stands for follow each other.
document.addEventListener("input", (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement)) {
    return;
  }
  if (input.dataset.follows) {
    const number = document.getElementById(input.dataset.follows);
    number.value = input.value;
  } else if (input.id) {
    const slider = document.querySelector(`[data-follows="${CSS.escape(input.id)}"]`);
    if (slider) {
      slider.value = input.value;
    }
  }
}, true);
// a day is meant as soon as one is chosen
document.addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.matches(".rules-since input[type=date]")) {
    event.target.closest(".rules-since").querySelector("input[value=day]").checked = true;
  }
});
