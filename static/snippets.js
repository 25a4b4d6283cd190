// Script of the page embed/: fills the selected service, plan and theme into the templates that the build wrote, shows a
// preview and copies snippets. Names are already escaped for every markup that a snippet may be pasted into.
const root = new URL("../", import.meta.url).href;
const options = document.querySelector(".embed-options");
const [service, plan, theme] = options.querySelectorAll("select");
const snippetBlocks = [...document.querySelectorAll("[data-template]")];
const preview = document.querySelector(".embed-preview");

const setSelect = (select, value) => {
  if ([...select.options].some((option) => option.value === value)) select.value = value;
};

const renderSnippets = () => {
  plan.disabled = !service.value;
  const selected = [service, plan].filter((select) => !select.disabled && select.value);
  const path = selected.map(({ value }) => `${value}/`).join("");
  const names = selected.map(({ selectedOptions: [option] }) => option.dataset.escapedName);
  const themeQuery = theme.value === "auto" ? "" : `&theme=${theme.value}`;
  const values = {
    root,
    path,
    title: [options.dataset.linkQuestion, ...names].join(" "),
    attributes: [...selected, theme].map(({ name, value }) => ` ${name}="${value}"`).join(""),
    theme: themeQuery.replace("&", "&amp;"),
  };
  for (const block of snippetBlocks) {
    const { template, fallbackTemplate } = block.dataset;
    const text = selected.length < 2 ? (fallbackTemplate ?? template) : template;
    block.querySelector("code").textContent = text.replace(/\$\{(\w+)\}/g, (_, name) => values[name]);
  }
  history.replaceState(null, "", `?page=${path}${themeQuery}`);
  const src = `${root}${path}?embed${themeQuery}`;
  if (preview.querySelector("iframe")?.src === src) return;
  // A new iframe: changing the `src` of the old one would add a history entry.
  preview.querySelector("iframe")?.remove();
  preview.append(Object.assign(document.createElement("iframe"), { title: preview.textContent, loading: "lazy", src }));
};

const params = new URLSearchParams(location.search);
const [serviceSlug, planSlug] = (params.get("page") ?? "").split("/");
setSelect(service, serviceSlug);
setSelect(plan, planSlug);
setSelect(theme, params.get("theme"));
options.addEventListener("change", renderSnippets);
// On back navigation browsers may restore the previous selection.
addEventListener("pageshow", renderSnippets);
renderSnippets();

for (const button of document.querySelectorAll("button.copy")) {
  const [initialLabel, snippetName] = button.getAttribute("aria-label").split(": ");
  const setLabel = (label) => {
    button.textContent = label;
    button.setAttribute("aria-label", `${label}: ${snippetName}`);
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
    setLabel(copied ? "Copied" : "Selected: press Ctrl+C");
  });
  button.addEventListener("reset-label", () => setLabel(initialLabel));
}
for (const element of document.querySelectorAll("[data-requires-app]")) element.inert = false;
document.documentElement.dataset.appReady = "";
