// Script of the page embed/: fills the selected service, plan, size and theme into the templates that the build wrote, and shows them
// in previews. Names are already escaped for every markup that a snippet may be pasted into.
import "./copy.js";

const root = new URL("../", import.meta.url).href;
const options = document.querySelector(".embed-options");
const { edition } = options.dataset; // empty for the one at the root
const [service, plan, size, theme] = options.querySelectorAll("select");
const snippetBlocks = [...document.querySelectorAll("[data-template]")];

const setSelect = (select, value) => {
  if ([...select.options].some((option) => option.value === value)) select.value = value;
};

const renderSnippets = () => {
  plan.disabled = !service.value;
  const selected = [service, plan].filter((select) => !select.disabled && select.value);
  size.disabled = selected.length < 2; // only an answer has a line
  const isLine = !size.disabled && size.value;
  const path = selected.map(({ value }) => `${value}/`).join("");
  const names = selected.map(({ selectedOptions: [option] }) => option.dataset.escapedName);
  const themeQuery = theme.value === "auto" ? "" : `&theme=${theme.value}`;
  const attributes = [...selected, theme, ...(isLine ? [size] : [])];
  const values = {
    root,
    path: (edition && `${edition}/`) + path,
    title: [options.dataset.linkQuestion, ...names].join(" "),
    attributes: (edition && ` edition="${edition}"`) + attributes.map(({ name, value }) => ` ${name}="${value}"`).join(""),
    size: isLine ? `=${size.value}` : "",
    height: options.dataset[isLine ? "lineHeight" : "height"],
    theme: themeQuery.replace("&", "&amp;"),
  };
  for (const block of snippetBlocks) {
    const { template, fallbackTemplate } = block.dataset;
    const text = selected.length < 2 ? (fallbackTemplate ?? template) : template;
    block.querySelector("code").textContent = text.replace(/\$\{(\w+)\}/g, (_, name) => values[name]);
  }
  history.replaceState(null, "", `?page=${path}${isLine ? `&size=${size.value}` : ""}${themeQuery}`);
  previews.forEach(updatePreview);
};

// The previews are the elements of embed.js. In the viewport their iframes load at once, elsewhere late.
const previews = [...document.querySelectorAll("backup-calculator")];
if (edition) for (const preview of previews) preview.setAttribute("edition", edition);
const [visible, loaded] = [new Set(), new Set()];

/** Shows the selection in a preview; if its iframe loads, only after that: WebKit can freeze if a loading iframe is removed. */
const updatePreview = (preview) => {
  if (visible.has(preview) && !loaded.has(preview)) return;
  for (const { name, value, disabled } of [service, plan, size, theme]) {
    const attribute = disabled ? "" : value;
    if (preview.getAttribute(name) === attribute) continue;
    preview.setAttribute(name, attribute);
    if (name !== "theme") loaded.delete(preview);
  }
};

const frameOf = (preview) => preview.shadowRoot?.querySelector("iframe");

/** Notes that an iframe has loaded: its app has started or failed, or it has no page at all. */
const checkFrame = (preview) => {
  const state = frameOf(preview).contentDocument?.documentElement?.dataset;
  if (state && !("appReady" in state || "appFailed" in state)) return;
  loaded.add(preview);
  updatePreview(preview);
};
// The last height comes when the app has started or failed.
addEventListener("message", ({ source }) => previews.filter((preview) => frameOf(preview)?.contentWindow === source).forEach(checkFrame));

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) visible[isIntersecting ? "add" : "delete"](target);
});

const params = new URLSearchParams(location.search);
const [serviceSlug, planSlug] = (params.get("page") ?? "").split("/");
setSelect(service, serviceSlug);
setSelect(plan, planSlug);
for (const select of [size, theme]) setSelect(select, params.get(select.name));
options.addEventListener("change", renderSnippets);
// On back navigation browsers may restore the previous selection.
addEventListener("pageshow", renderSnippets);
renderSnippets();

for (const preview of previews) {
  preview.setAttribute("root", root);
  observer.observe(preview);
}
for (const element of document.querySelectorAll("[data-requires-app]")) element.inert = false;
// Now that the previews have a selection: so the first iframes are already those of it.
await import("../embed.js");
for (const preview of previews) {
  preview.shadowRoot.addEventListener("load", ({ target }) => {
    target.title = preview.parentElement.getAttribute("aria-label"); // both have the same from embed.js
    checkFrame(preview);
  }, true);
}
