// The loader: fetches the program that mounts over the written page. Where that fails, the page stays as it is
// and one line says that live features are off. The names of the program's files stand on this script's own tag.
const page = document.documentElement;
const names = document.querySelector("script[data-app]").dataset;
const at = (name) => new URL(name, import.meta.url).href;

// Every page may lie at another depth, and the error page at any: only this file knows where the site's root is.
page.dataset.root = at("./");

// The icon's address is relative to the page; the app changes the page's address in place.
const icon = document.querySelector("link[rel=icon]");
icon.href = icon.href;

const live = () => page.hasAttribute("data-live");
const say = () => {
  const line = document.getElementById("live-off");
  if (line) line.hidden = live();
  page.toggleAttribute("data-off", !live());
};

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
}
