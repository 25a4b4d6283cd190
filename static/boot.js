// The loader: fetches the program that mounts over the written page. Where that fails, the page stays as it is
// and one line says that live features are off. The names of the program's files stand on this script's own tag.
// Until the program runs, and beside it, it also minds what a page in a frame owes to the page around it.
const page = document.documentElement;
const names = document.querySelector("script[data-app]").dataset;
const at = (name) => new URL(name, import.meta.url).href;

// Every page may lie at another depth, and the error page at any: only this file knows where the site's root is.
const root = at("./");
page.dataset.root = root;

// How the page is shown, for the styles: the program is too late for that, and then keeps it up to date.
const asked = new URLSearchParams(location.search);
for (const [name, value] of asked) {
  if (/^(embed=(all)?|theme=(light|dark))$/.test(`${name}=${value}`)) page.dataset[name] ??= value;
}

// The icon's address is relative to the page; the app changes the page's address in place.
const icon = document.querySelector("link[rel=icon]");
icon.href = icon.href;

// A printed page says where it comes from, with the case in the address.
addEventListener("beforeprint", () => (page.dataset.address = location.href));

const live = () => page.hasAttribute("data-live");
const say = () => {
  const line = document.getElementById("live-off");
  if (line) line.hidden = live();
  page.toggleAttribute("data-off", !live());
};

const type = "backup-calculator";
let tell = () => {};
if (parent !== self) {
  page.dataset.framed = "";
  if ("embed" in page.dataset) {
    // Told at once too: a browser lets no observer run in a frame that is out of sight.
    tell = () => parent.postMessage({ type, height: Math.ceil(page.getBoundingClientRect().height) }, "*");
    new ResizeObserver(tell).observe(page);
    tell();
    addEventListener("message", ({ source, data }) => {
      if (source === parent && data?.type === type) page.dataset.host = data.theme;
    });
  }
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download")) return;
    const to = new URL(link.href);
    if (!to.href.startsWith(root) || !/\/(index\.html)?$/.test(to.pathname)) {
      // Other sites refuse to be framed, and data is no page. Only for this click: the app may use the element again.
      link.target = "_blank";
      setTimeout(() => link.removeAttribute("target"));
    } else {
      // What the program does not show in place is loaded in the place of this page: the history is that of the page
      // around. A written link does not carry how the page is shown.
      for (const name of ["embed", "theme"]) {
        if (page.dataset[name] !== undefined) to.searchParams.set(name, page.dataset[name]);
      }
      event.preventDefault();
      location.replace(to);
    }
  });
}

// A cut connection never fails by itself. What arrives later than this still mounts, and the line goes.
const patience = setTimeout(say, 12000);

try {
  const program = await import(at(names.app));
  await program.default({ module_or_path: at(names.wasm) });
  // The app mounts in a microtask after its main function.
  await new Promise((done) => setTimeout(done));
} catch (error) {
  console.warn("The backup calculator's program did not start:", error);
} finally {
  clearTimeout(patience);
  say();
  tell();
}
