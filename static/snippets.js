// The page that says what to paste into pages of other sites: fills what is chosen into the templates that the build
// wrote there, shows a preview, and copies. Names are written so that they stay names wherever they are pasted.
const root = new URL("../", import.meta.url).href;
const box = document.querySelector(".embed-choice");
const [service, plan, theme] = box.querySelectorAll("select");
const blocks = [...document.querySelectorAll("[data-template]")];
const preview = document.querySelector(".embed-preview");

const choose = (select, value) => {
  if ([...select.options].some((option) => option.value === value)) select.value = value;
};

const fill = () => {
  plan.disabled = !service.value;
  const chosen = [service, plan].filter((select) => !select.disabled && select.value);
  const address = chosen.map(({ value }) => `${value}/`).join("");
  const names = chosen.map(({ selectedOptions: [option] }) => option.dataset.name);
  const look = theme.value === "auto" ? "" : `&theme=${theme.value}`;
  const values = {
    root,
    address,
    title: [box.dataset.ask, ...names].join(" "),
    attributes: [...chosen, theme].map(({ name, value }) => ` ${name}="${value}"`).join(""),
    look: look.replace("&", "&amp;"),
  };
  for (const block of blocks) {
    const { template, plain } = block.dataset;
    const text = chosen.length < 2 ? (plain ?? template) : template;
    block.querySelector("code").textContent = text.replace(/\$\{(\w+)\}/g, (_, name) => values[name]);
  }
  history.replaceState(null, "", `?page=${address}${look}`);
  const src = `${root}${address}?embed${look}`;
  if (preview.querySelector("iframe")?.src === src) return;
  // A new frame: one that is sent on would leave a step in the history.
  preview.querySelector("iframe")?.remove();
  preview.append(Object.assign(document.createElement("iframe"), { title: preview.textContent, loading: "lazy", src }));
};

const asked = new URLSearchParams(location.search);
const [one, other] = (asked.get("page") ?? "").split("/");
choose(service, one);
choose(plan, other);
choose(theme, asked.get("theme"));
box.addEventListener("change", fill);
// A browser that comes back may choose again what was chosen.
addEventListener("pageshow", fill);
fill();

for (const button of document.querySelectorAll("button.copy")) {
  const [first, what] = button.getAttribute("aria-label").split(": ");
  const say = (word) => {
    button.textContent = word;
    button.setAttribute("aria-label", `${word}: ${what}`);
  };
  button.addEventListener("click", async () => {
    for (const each of document.querySelectorAll("button.copy")) each.dispatchEvent(new Event("forget"));
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
    say(copied ? "Copied" : "Selected: press Ctrl+C");
  });
  button.addEventListener("forget", () => say(first));
}
document.documentElement.dataset.live = "";
