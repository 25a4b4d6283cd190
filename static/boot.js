// Loader: imports the Wasm app, which mounts over the prerendered page once it has its styles; if that fails, the page stays and says so.
// File names and query parameters are data attributes of this script's tag. Also does what must work without the app: display options,
// height messages of an embedded page, and links that keep the query.
const page = document.documentElement;
const names = document.querySelector("script[data-app]").dataset;
const resolve = (name) => new URL(name, import.meta.url).href;
const isInFrame = parent !== self;

// Only this script knows the site's root: pages lie at different depths, the error page at any depth. The app's root is that of the
// page's edition.
const root = resolve("./");
page.dataset.root = resolve(names.folder ?? "./");

// Display options, set here for the styles before the app starts. The app updates them later.
for (const [name, value] of new URLSearchParams(location.search)) {
  if (/^(embed=(all|line)?|theme=(light|dark)|present=)$/.test(`${name}=${value}`)) page.dataset[name] ??= value;
}

// Makes the icon's URL absolute, because the app changes the page's URL in place.
const icon = document.querySelector("link[rel=icon]");
icon.href = icon.href;

// The URL with its query and the moment with its zone, for the printed page: its times left are those of then.
addEventListener("beforeprint", () => (page.dataset.printed = `As of ${Date()}: ${location.href}`));

// A link to a heading opens its section.
const openSection = () => document.getElementById(location.hash.slice(1))?.closest(".disclosure")?.setAttribute("open", "");
addEventListener("hashchange", openSection);
openSection();

// The panel of "Share" lies over the page: it closes with Escape and by a click elsewhere. It shows what becomes of a copied summary.
const closePanel = ({ key, target }) => {
  const panel = document.querySelector(".share details");
  if (key ? key === "Escape" && panel?.open : panel && !panel.contains(target)) {
    panel.open = !key && target.matches(".share > .export-button:not(.present)");
    if (key && panel.contains(document.activeElement)) panel.firstElementChild.focus();
  }
};
addEventListener("keydown", closePanel);
addEventListener("click", closePanel);

const isPage = (link) => link.href.startsWith(root) && /\/(index\.html)?$/.test(link.pathname);

// Prerendered links lack the query. As in the app, they get it without the options of one service, and in the stack page a link
// to a service adds it to the stack or removes it. Parameters are copied as they are written; only the app parses them.
const [display, kept, own] = ["embed|theme|present", names.kept, names.own].map((alternatives) =>
  location.search.slice(1).split("&").filter((pair) => RegExp(`^(${alternatives})(=|$)`).test(pair)));
const stack = kept.find((pair) => pair.startsWith("services="))?.slice(9).split(",") ?? [];
if (kept[0] ?? own[0]) page.dataset.unanswered = "";
for (const link of kept[0] ?? own[0] ?? display[0] ? document.links : []) {
  if (!isPage(link) || link.hash) continue;
  let [name, value] = link.search.slice(1).split("=");
  const isHere = link.pathname === location.pathname;
  if (name === "services" && !value.includes(",")) {
    const others = stack.filter((member) => member !== value);
    value = others.concat(isHere && others.length < stack.length ? [] : value).join();
  }
  // A link with a target leaves the iframe.
  const carried = kept.concat(link.target || (isHere && name) ? own : [], link.target ? [] : display);
  link.search = carried.filter((pair) => pair.split("=")[0] !== name).concat(value ? `${name}=${value}` : []).join("&");
}

// What needs the app is inert in the prerendered page, also where this script never runs. What is typed from now on, the app reads
// when it mounts.
const setFailed = (isFailed) => {
  const notice = document.getElementById("app-failed");
  if (notice) notice.hidden = !isFailed;
  page.toggleAttribute("data-app-failed", isFailed);
  for (const element of document.querySelectorAll("[data-requires-app]")) element.inert = isFailed;
};
const checkApp = () => setFailed(!page.hasAttribute("data-app-ready"));
setFailed(false);

const followInFrame = (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.target || link.hasAttribute("download")) return;
  if (isPage(link)) {
    // replace() adds no entry to the history of the host page.
    event.preventDefault();
    location.replace(link.href);
  } else {
    // Other sites refuse framing, and data files are not pages. The target is removed again, as the app may reuse the element.
    link.target = "_blank";
    setTimeout(() => link.removeAttribute("target"));
  }
};

const type = "backup-calculator";
let postHeight = () => {};
if (isInFrame) {
  page.dataset.inIframe = "";
  if (name === type) page.dataset.transparent = ""; // the element of embed.js cares for the ground
  if ("embed" in page.dataset) {
    // Also posted at once: browsers do not run a ResizeObserver in an offscreen iframe.
    postHeight = () => parent.postMessage({ type, height: Math.ceil(page.getBoundingClientRect().height) }, "*");
    new ResizeObserver(postHeight).observe(page);
    postHeight();
    addEventListener("message", ({ source, data }) => {
      if (source === parent && data?.type === type) page.dataset.hostTheme = data.theme;
    });
  }
  addEventListener("click", followInFrame);
}

// After an error in Wasm the app is in an undefined state: it gets no more clicks, so that the browser follows links.
const onError = ({ error, reason }) => {
  if (!/wasm/.test((error ?? reason)?.stack)) return;
  page.removeAttribute("data-app-ready");
  page.dataset.appStopped = "";
  checkApp();
  addEventListener("popstate", () => location.reload());
  addEventListener("click", (event) => event.stopPropagation(), true);
  if (isInFrame) addEventListener("click", followInFrame, true);
};
addEventListener("error", onError);
addEventListener("unhandledrejection", onError);

// A stalled connection reports no error. If the app arrives after this timeout, it still mounts and the notice is hidden.
const startupTimer = setTimeout(checkApp, 12000);

// A page carries only its own styles, but the app shows every page in place: it needs all of them.
const loadStyles = () => new Promise((done, failed) => {
  const link = document.createElement("link");
  // What is no stylesheet loads, too, as an empty one.
  const onload = () => {
    if (!link.sheet?.cssRules[0]) return failed("no styles");
    link.sheet.insertRule(`:root{--plan-count:${getComputedStyle(page).getPropertyValue("--plan-count")}}`);
    document.querySelector("style").remove(); // the page's own: the rest of them is among those that came
    done();
  };
  document.head.append(Object.assign(link, { rel: "stylesheet", href: resolve(names.styles), crossOrigin: "", onload, onerror: failed }));
});

try {
  const policy = names.policy && fetch(resolve(names.policy)).then((response) => response.arrayBuffer());
  const [app] = await Promise.all([import(resolve(names.app)), loadStyles()]);
  await app.default({ module_or_path: resolve(names.wasm) });
  app.start(policy && new Uint8Array(await policy));
  // The app mounts in some tasks after that.
  for (let tries = 0; tries < 100 && !page.hasAttribute("data-app-ready"); tries += 1) await new Promise((done) => setTimeout(done, 5));
} catch (error) {
  console.warn("The calculator did not start:", error);
} finally {
  clearTimeout(startupTimer);
  checkApp();
  postHeight();
}
