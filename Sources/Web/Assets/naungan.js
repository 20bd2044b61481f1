// Nothing needs this script. It keeps a form from being sent twice, and groups the digits of amounts while typing.
"use strict";
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => { delete form.dataset.sent; }, 5000);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form").forEach((form) => { delete form.dataset.sent; });
});
document.addEventListener("input", (event) => {
  const box = event.target;
  if (!box.matches("[data-money]")) return;
  // "Rp 1.500.000,00" and "1.500.000,-" are whole rupiah. Whatever else has a comma is left for the server to read.
  const whole = box.value.replace(/,(00|-|–)\s*$/, "");
  if (whole.includes(",")) return;
  if (whole !== box.value) box.value = whole;
  const left = box.value.slice(0, box.selectionStart).replace(/\D/g, "").length;
  const digits = box.value.replace(/\D/g, "").replace(/^0+(?=\d)/, "");
  box.value = digits.replace(/\B(?=(\d{3})+$)/g, ".");
  let at = 0;
  for (let seen = 0; at < box.value.length && seen < left; at++) if (/\d/.test(box.value[at])) seen++;
  box.setSelectionRange(at, at);
});
