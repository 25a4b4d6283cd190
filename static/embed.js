// Custom element that embeds a backup calculator in a page of another site:
//   <script src="https://example.com/backup/embed.js" async></script>
//   <backup-calculator service="postgresql" plan="business" theme="auto"><a href="…">a link</a></backup-calculator>
// The element's content is the fallback. It is shown until the iframe has posted its height, so it stays without scripts or
// network, or if the host page's Content-Security-Policy forbids the iframe. All else is in a shadow root, isolated from
// the host page's styles and framework. Works under a strict policy: no style attributes in markup, no innerHTML.
(() => {
  const NAME = "backup-calculator";
  if (customElements.get(NAME)) return;
  const script = document.currentScript?.src;
  /** Heights in pixels: before the iframe posts its own, and the bounds of posted heights. */
  const PLACEHOLDER_HEIGHT = 480;
  const MIN_HEIGHT = 120;
  const MAX_HEIGHT = 4000;
  /** Milliseconds after which a visible iframe that posted no height is collapsed. */
  const FRAME_TIMEOUT_MS = 15000;

  const createElement = (name, styles, properties) => {
    const element = Object.assign(document.createElement(name), properties);
    Object.assign(element.style, styles);
    return element;
  };

  /** Returns whether a computed text color is light, which means that the page is dark. */
  const isLight = (color) => {
    const [a, b, c] = (color.replace(/^color\(\S+/, "").match(/[\d.]+/g) ?? []).map(Number);
    if (/^rgb/.test(color)) return 0.3 * a + 0.6 * b + 0.1 * c > 127;
    if (/^color/.test(color)) return 0.3 * a + 0.6 * b + 0.1 * c > 0.5;
    return a > (/^ok/.test(color) ? 0.6 : 50);
  };

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = ["service", "plan", "root", "theme"];

    constructor() {
      super();
      this.container = createElement("div", { position: "relative" });
      this.attachShadow({ mode: "open" }).append(this.container);
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
      const observer = new MutationObserver(updateTheme);
      for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
      listen(controller.signal, "abort", () => observer.disconnect());
      this.render();
    }

    disconnectedCallback() {
      this.controller.abort();
      this.clear();
    }

    attributeChangedCallback(name) {
      if (!this.frame) return;
      if (name === "theme") return this.updateTheme();
      // Batches changes of several attributes.
      clearTimeout(this.refreshTimer);
      this.refreshTimer = setTimeout(() => this.render());
    }

    /** Replaces the content. A new iframe adds no history entry, unlike a new `src` of the old one. */
    render() {
      this.clear();
      const names = [this.getAttribute("service"), this.getAttribute("plan")].filter(Boolean);
      const siteRoot = this.getAttribute("root") || new URL("./", script ?? location);
      const root = new URL(`${siteRoot}/`, document.baseURI).href.replace(/\/+$/, "/");
      const page = new URL(names.map((name) => `${encodeURIComponent(name)}/`).join(""), root);
      const title = ["Backup calculator", ...names].join(", ");
      const link = createElement("a", {}, { href: page, textContent: title });
      this.fallback = createElement("slot");
      this.fallback.append(link);
      const theme = (this.theme = this.resolveTheme());
      this.frame = createElement("iframe", {
        position: "absolute", inset: 0, border: 0, width: "100%", height: "100%", visibility: "hidden", colorScheme: theme,
      }, { title, loading: "lazy", allow: "clipboard-write", referrerPolicy: "no-referrer" });
      // Not every browser reports a failed iframe, and an offscreen one is not loaded yet.
      this.visibilityObserver = new IntersectionObserver(([{ isIntersecting }]) => {
        if (isIntersecting) this.frameTimer ??= setTimeout(() => this.collapse(), FRAME_TIMEOUT_MS);
      });
      this.visibilityObserver.observe(this.container);
      page.search = `embed&theme=${theme}`;
      this.frame.src = page;
      this.container.style.minHeight = `${PLACEHOLDER_HEIGHT}px`;
      this.container.append(this.fallback, this.frame);
    }

    /** Removes the reserved height. */
    collapse() {
      this.container.style.minHeight = "";
    }

    clear() {
      clearTimeout(this.refreshTimer);
      clearTimeout(this.frameTimer);
      this.frameTimer = null;
      this.visibilityObserver?.disconnect();
      this.container.replaceChildren();
      this.frame = null;
    }

    /** Shows the iframe at the height that it posted. */
    onMessage({ source, data }) {
      const { frame } = this;
      if (!frame || source !== frame.contentWindow || data?.type !== NAME || !Number.isInteger(data.height)) return;
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
      const theme = this.resolveTheme();
      if (theme === this.theme || !this.frame) return;
      this.theme = theme;
      this.postTheme();
    }

    postTheme() {
      this.frame.style.colorScheme = this.theme;
      this.frame.contentWindow?.postMessage({ type: NAME, theme: this.theme }, "*");
    }
  });
})();
