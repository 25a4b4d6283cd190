// Script of the documentation pages: completes the addresses in code, and copies the code beside a button. Where the build did not
// know the URL of the site, its code says SITE/.
const root = new URL("../", import.meta.url).href;
for (const code of document.querySelectorAll(".command code")) code.textContent = code.textContent.replaceAll("SITE/", root);

for (const button of document.querySelectorAll("button.copy")) {
  const [initialLabel, name] = button.getAttribute("aria-label").split(": ");
  const setLabel = (label) => {
    button.textContent = label;
    button.setAttribute("aria-label", `${label}: ${name}`);
  };
  button.addEventListener("click", async () => {
    for (const other of document.querySelectorAll("button.copy")) other.dispatchEvent(new Event("reset-label"));
    const code = button.parentElement.querySelector("code");
    let copied = await navigator.clipboard?.writeText(code.textContent).then(() => true, () => false);
    if (!copied) {
      getSelection().selectAllChildren(code);
      try {
        copied = document.execCommand("copy");
      } catch {
        copied = false;
      }
    }
    setLabel(copied ? "Copied" : "Press Ctrl+C");
  });
  button.addEventListener("reset-label", () => setLabel(initialLabel));
}
document.documentElement.dataset.appReady = "";
