// Docusaurus site that embeds the calculator with the snippets of its embed page. CALCULATOR= is the calculator's URL.

const calculator = process.env.CALCULATOR;
if (!calculator) throw new Error('CALCULATOR= must be the URL of the calculator, with a trailing slash.');

export default {
  title: 'Manual',
  url: 'https://example.com',
  baseUrl: '/',
  onBrokenLinks: 'throw',
  scripts: [{ src: `${calculator}embed.js`, async: true }],
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: undefined }, blog: false, theme: {} }]],
  themeConfig: {
    navbar: { title: 'Manual', items: [{ to: '/other', label: 'Other' }] },
    colorMode: { respectPrefersColorScheme: false, defaultMode: 'light' },
  },
};
