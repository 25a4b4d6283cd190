// A Docusaurus site with the calculator in it, as the panel of the calculator says. CALCULATOR= is the calculator's address.

const calculator = process.env.CALCULATOR;
if (!calculator) throw new Error('CALCULATOR= names the address of the calculator, with a slash at its end.');

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
