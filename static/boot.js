// Loader: imports the Wasm app, which mounts over the prerendered page. On failure the page stays and #app-failed is shown.
// The file names of the app are data attributes of this script's tag. Also handles the parts of an embedded page that must
// work without the app: theme, height messages and links.
const page = document.documentElement;
const names = document.querySelector("script[data-app]").dataset;
const resolve = (name) => new URL(name, import.meta.url).href;

// Only this script knows the site's root: pages lie at different depths, the error page at any depth.
const root = resolve("./");
page.dataset.root = root;

// Display options, set here for the styles before the app starts. The app updates them later.
const params = new URLSearchParams(location.search);
for (const [name, value] of params) {
  if (/^(embed=(all)?|theme=(light|dark))$/.test(`${name}=${value}`)) page.dataset[name] ??= value;
}

// Makes the icon's URL absolute, because the app changes the page's URL in place.
const icon = document.querySelector("link[rel=icon]");
icon.href = icon.href;

// The URL with its query, for the printed page.
addEventListener("beforeprint", () => (page.dataset.pageUrl = location.href));

const isReady = () => page.hasAttribute("data-app-ready");
const showStatus = () => {
  const notice = document.getElementById("app-failed");
  if (notice) notice.hidden = isReady();
  page.toggleAttribute("data-app-failed", !isReady());
};

const type = "backup-calculator";
let postHeight = () => {};
if (parent !== self) {
  page.dataset.inIframe = "";
  if ("embed" in page.dataset) {
    // Also posted at once: browsers do not run a ResizeObserver in an offscreen iframe.
    postHeight = () => parent.postMessage({ type, height: Math.ceil(page.getBoundingClientRect().height) }, "*");
    new ResizeObserver(postHeight).observe(page);
    postHeight();
    addEventListener("message", ({ source, data }) => {
      if (source === parent && data?.type === type) page.dataset.hostTheme = data.theme;
    });
  }
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    if (!url.href.startsWith(root) || !/\/(index\.html)?$/.test(url.pathname)) {
      // Other sites refuse framing, and data files are not pages. The target is removed again, as the app may reuse the element.
      link.target = "_blank";
      setTimeout(() => link.removeAttribute("target"));
    } else {
      // replace() adds no entry to the history of the host page. Links of prerendered pages lack the display options.
      for (const name of ["embed", "theme"]) {
        if (page.dataset[name] !== undefined) url.searchParams.set(name, page.dataset[name]);
      }
      event.preventDefault();
      location.replace(url);
    }
  });
}

// A stalled connection reports no error. If the app arrives after this timeout, it still mounts and the notice is hidden.
const startupTimer = setTimeout(showStatus, 12000);

try {
  const app = await import(resolve(names.app));
  await app.default({ module_or_path: resolve(names.wasm) });
  // The app mounts in a microtask after its main function.
  await new Promise((done) => setTimeout(done));
} catch (error) {
  console.warn("The backup calculator's app did not start:", error);
} finally {
  clearTimeout(startupTimer);
  showStatus();
  postHeight();
}
