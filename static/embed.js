// Custom element that embeds a backup calculator in a page of another site:
//   <script src="https://example.com/backup/embed.js" async></script>
//   <backup-calculator service="postgresql" plan="business" theme="auto" size="line"><a href="…">a link</a></backup-calculator>
// The content is the fallback until the iframe has posted its height. Works under a strict policy: no style attributes in
// markup, no innerHTML. The site's root is the attribute `root`, or else the folder of this script; but if that is on the host
// page's own origin, where it may be a copy, the fallback's link goes before it, without service and plan.
(() => {
  const NAME = "backup-calculator";
  if (customElements.get(NAME)) return;
  // A module has no currentScript, and its import.meta would be a syntax error in a classic script.
  const [scriptRoot] = /\w+:\/\/[^\s()]*?\/(?=embed\.js)/.exec(`${document.currentScript?.src} ${new Error().stack}`) ?? [];
  // In pixels: the height before the iframe posts its own, and the bounds of posted heights. And the time to wait for one.
  const [PLACEHOLDER_HEIGHT, MIN_HEIGHT, MAX_HEIGHT, FRAME_TIMEOUT_MS] = [480, 24, 4000, 15000];

  const createElement = (name, styles, properties) => {
    const element = Object.assign(document.createElement(name), properties);
    Object.assign(element.style, styles);
    return element;
  };

  /** Returns whether a computed text color is light, which means that the page is dark. */
  const isLight = (color) => {
    const [a, b, c] = (color.replace(/^color\(\S+/, "").match(/[\d.]+/g) ?? []).map(Number);
    if (/^(rgb|color)/.test(color)) return 0.3 * a + 0.6 * b + 0.1 * c > (/^rgb/.test(color) ? 127 : 0.5);
    return a > (/^ok/.test(color) ? 0.6 : 50);
  };

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = ["edition", "service", "plan", "root", "theme", "size"];

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).append((this.container = createElement("div", { position: "relative" })));
    }

    connectedCallback() {
      const controller = (this.controller = new AbortController());
      const listen = (target, type, listener) => target.addEventListener(type, listener, { signal: controller.signal });
      listen(window, "message", (event) => this.onMessage(event));
      // The page's colors can change with attributes of html and body, with the system's setting, and after a transition.
      const updateTheme = () => this.updateTheme();
      listen(matchMedia("(prefers-color-scheme: dark)"), "change", updateTheme);
      listen(document, "transitionend", updateTheme);
      listen(document, "securitypolicyviolation", ({ effectiveDirective }) => effectiveDirective === "frame-src" && this.collapse());
      this.observer = new MutationObserver(updateTheme);
      for (const element of [document.documentElement, document.body]) this.observer.observe(element, { attributes: true });
      listen(document, "DOMContentLoaded", () => this.frame ?? this.render());
      this.render();
    }

    disconnectedCallback() {
      this.controller.abort();
      this.observer.disconnect();
      this.clear();
    }

    attributeChangedCallback(name) {
      if (name === "theme" || !this.fallback) return this.updateTheme();
      clearTimeout(this.refreshTimer);
      this.refreshTimer = setTimeout(() => this.render()); // once for several attributes
    }

    /** Returns the root of the site for a path below it; `undefined` if nothing tells it. */
    findRoot(path) {
      const root = this.getAttribute("root");
      if (root) return new URL(`${root}/`, document.baseURI).href.replace(/\/+$/, "/");
      if (scriptRoot && new URL(scriptRoot).origin !== location.origin) return scriptRoot;
      const [page] = this.querySelector("a[href]")?.href.split(/[?#]/) ?? [];
      // Without a path every link to a folder would do, also one to this page.
      const isAnswer = page?.endsWith(`/${path}`) && (path || !(scriptRoot || page === location.href.split(/[?#]/)[0]));
      return (this.linkRoot = isAnswer ? page.slice(0, page.length - path.length) : this.linkRoot) ?? scriptRoot;
    }

    /** Replaces the content. A new iframe adds no history entry, unlike a new `src` of the old one. */
    render() {
      this.clear();
      const isLine = this.getAttribute("size") === "line"; // the headline alone
      this.container.style.minHeight = `${isLine ? MIN_HEIGHT : PLACEHOLDER_HEIGHT}px`;
      this.container.append((this.fallback = createElement("slot")));
      // A parser inserts the element before its content, in which the link may be.
      if (document.readyState === "loading" && !this.hasAttribute("root") && !this.querySelector("a")) return;
      const names = ["edition", "service", "plan"].map((name) => this.getAttribute(name)).filter(Boolean);
      const path = names.map((name) => `${encodeURIComponent(name)}/`).join("");
      let page;
      try {
        page = new URL(path, this.findRoot(path));
      } catch {
        console.warn(`<${NAME}> does not know the address of the calculator. Set its attribute root="https://…/".`, this);
        return this.collapse();
      }
      const title = ["Backup calculator", ...names].join(", ");
      this.fallback.append(createElement("a", {}, { href: page, textContent: title }));
      this.theme = this.resolveTheme();
      page.search = `embed${isLine ? "=line" : ""}&theme=${this.theme}`;
      this.frame = createElement("iframe", {
        position: "absolute", inset: 0, border: 0, width: "100%", height: "100%", visibility: "hidden", colorScheme: this.theme,
      }, { title, name: NAME, loading: "lazy", allow: "clipboard-write", referrerPolicy: "no-referrer", src: page });
      // Not every browser reports a failed iframe, and an offscreen one is not loaded yet.
      this.visibilityObserver = new IntersectionObserver(([{ isIntersecting }]) => {
        if (isIntersecting) this.frameTimer ??= setTimeout(() => {
          this.collapse();
          console.info(`<${NAME}>: no calculator answers at ${this.frame.src}`);
        }, FRAME_TIMEOUT_MS);
      });
      this.visibilityObserver.observe(this.container);
      this.container.append(this.frame);
    }

    /** Removes the reserved height. */
    collapse = () => (this.container.style.minHeight = "");

    clear() {
      clearTimeout(this.refreshTimer);
      this.frameTimer = clearTimeout(this.frameTimer);
      this.visibilityObserver?.disconnect();
      this.container.replaceChildren();
      this.frame = this.fallback = null;
    }

    /** Shows the iframe at the height that it posted. */
    onMessage({ source, data }) {
      const { frame } = this;
      if (!frame || source !== frame.contentWindow || data?.type !== NAME || !Number.isInteger(data.height)) return;
      clearTimeout(this.frameTimer);
      this.fallback.remove();
      this.collapse();
      const height = `${Math.min(Math.max(data.height, MIN_HEIGHT), MAX_HEIGHT)}px`;
      Object.assign(frame.style, { position: "", display: "block", visibility: "", height });
      this.postTheme();
    }

    resolveTheme() {
      const theme = this.getAttribute("theme");
      return /^(light|dark)$/.test(theme) ? theme : isLight(getComputedStyle(this).color) ? "dark" : "light";
    }

    updateTheme() {
      if (!this.frame || this.theme === this.resolveTheme()) return;
      this.theme = this.resolveTheme();
      this.postTheme();
    }

    postTheme() {
      const background = this.theme === this.getAttribute("theme") ? "Canvas" : ""; // only the page's theme fits its ground
      Object.assign(this.frame.style, { colorScheme: this.theme, background });
      this.frame.contentWindow?.postMessage({ type: NAME, theme: this.theme }, "*");
    }
  });
})();
