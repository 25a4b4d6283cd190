// A backup calculator in a page of another site:
//   <script src="https://example.com/backup/embed.js" async></script>
//   <backup-calculator service="postgresql" plan="business" theme="auto"><a href="…">a link</a></backup-calculator>
// What stands in the element is shown until the frame has spoken, and stays where it never does: without scripts, without
// a network, or where the page's security policy forbids the frame. Everything else is in a shadow root, so that neither
// the page's styles nor what renders the page meet with it; and nothing here needs an inline style or markup from text.
(() => {
  const NAME = "backup-calculator";
  if (customElements.get(NAME)) return;
  const script = document.currentScript?.src;
  /** Heights in pixels: until the frame says its own, and the bounds of what it may say. */
  const WAITING = 480;
  const LEAST = 120;
  const MOST = 4000;
  /** Milliseconds in sight after which a frame that said nothing gives its room back. */
  const PATIENCE = 15000;

  const make = (name, styles, more) => {
    const element = Object.assign(document.createElement(name), more);
    Object.assign(element.style, styles);
    return element;
  };

  /** Whether text of a colour, as the browser computes it, is light: then it stands on a dark page. */
  const light = (color) => {
    const [a, b, c] = (color.replace(/^color\(\S+/, "").match(/[\d.]+/g) ?? []).map(Number);
    if (/^rgb/.test(color)) return 0.3 * a + 0.6 * b + 0.1 * c > 127;
    if (/^color/.test(color)) return 0.3 * a + 0.6 * b + 0.1 * c > 0.5;
    return a > (/^ok/.test(color) ? 0.6 : 50);
  };

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = ["service", "plan", "root", "theme"];

    constructor() {
      super();
      this.box = make("div", { position: "relative" });
      this.attachShadow({ mode: "open" }).append(this.box);
    }

    connectedCallback() {
      const off = (this.off = new AbortController());
      const on = (target, type, listen) => target.addEventListener(type, listen, { signal: off.signal });
      on(window, "message", (event) => this.hear(event));
      // The colours of a page change with its attributes, with the system, and when a transition has ended.
      const follow = () => this.follow();
      on(matchMedia("(prefers-color-scheme: dark)"), "change", follow);
      on(document, "transitionend", follow);
      on(document, "securitypolicyviolation", ({ effectiveDirective }) => effectiveDirective === "frame-src" && this.shrink());
      const watch = new MutationObserver(follow);
      for (const element of [document.documentElement, document.body]) watch.observe(element, { attributes: true });
      on(off.signal, "abort", () => watch.disconnect());
      this.show();
    }

    disconnectedCallback() {
      this.off.abort();
      this.clear();
    }

    attributeChangedCallback(name) {
      if (!this.frame) return;
      if (name === "theme") return this.follow();
      // Several may change at once.
      clearTimeout(this.due);
      this.due = setTimeout(() => this.show());
    }

    /** Whatever was shown before goes; a new frame leaves no entry in the history, as another address would. */
    show() {
      this.clear();
      const names = [this.getAttribute("service"), this.getAttribute("plan")].filter(Boolean);
      const asked = this.getAttribute("root") || new URL("./", script ?? location);
      const root = new URL(`${asked}/`, document.baseURI).href.replace(/\/+$/, "/");
      const page = new URL(names.map((name) => `${encodeURIComponent(name)}/`).join(""), root);
      const title = ["Backup calculator", ...names].join(", ");
      const link = make("a", {}, { href: page, textContent: title });
      this.link = make("slot");
      this.link.append(link);
      const theme = (this.theme = this.wanted());
      this.frame = make("iframe", {
        position: "absolute", inset: 0, border: 0, width: "100%", height: "100%", visibility: "hidden", colorScheme: theme,
      }, { title, loading: "lazy", allow: "clipboard-write", referrerPolicy: "no-referrer" });
      // Not every browser says that a frame failed, and one out of sight is not loaded yet.
      this.sight = new IntersectionObserver(([{ isIntersecting }]) => {
        if (isIntersecting) this.patience ??= setTimeout(() => this.shrink(), PATIENCE);
      });
      this.sight.observe(this.box);
      page.search = `embed&theme=${theme}`;
      this.frame.src = page;
      this.box.style.minHeight = `${WAITING}px`;
      this.box.append(this.link, this.frame);
    }

    /** Keeps no room for what does not come. */
    shrink() {
      this.box.style.minHeight = "";
    }

    clear() {
      clearTimeout(this.due);
      clearTimeout(this.patience);
      this.patience = null;
      this.sight?.disconnect();
      this.box.replaceChildren();
      this.frame = null;
    }

    hear({ source, data }) {
      const { frame } = this;
      if (!frame || source !== frame.contentWindow || data?.type !== NAME || !Number.isInteger(data.height)) return;
      this.link.remove();
      this.shrink();
      const height = `${Math.min(Math.max(data.height, LEAST), MOST)}px`;
      Object.assign(frame.style, { position: "", display: "block", visibility: "", height });
      this.tell();
    }

    wanted() {
      const asked = this.getAttribute("theme");
      return /^(light|dark)$/.test(asked) ? asked : light(getComputedStyle(this).color) ? "dark" : "light";
    }

    follow() {
      const theme = this.wanted();
      if (theme === this.theme || !this.frame) return;
      this.theme = theme;
      this.tell();
    }

    tell() {
      this.frame.style.colorScheme = this.theme;
      this.frame.contentWindow?.postMessage({ type: NAME, theme: this.theme }, "*");
    }
  });
})();
