// Stand-ins for what others do to a page: translators and extensions. Each is run in the page.

/**
 * Ways to translate a text in place. A translated text stands in ‹angles›. The marks stand for what was added, so that removing
 * them gives the text again. Texts of code and of elements with translate="no" are left alone.
 */
export const TRANSLATORS = {
  'texts replaced by font elements': 'font',
  'texts wrapped in font elements': 'wrap',
  'inline children merged into one text': 'merge',
  'texts changed in place': 'data',
};

/** Translates the page, and what is added to it later. */
export const translate = (page, way) => page.evaluate((way) => {
  const skipped = 'script, style, code, pre, svg, input, textarea, [translate="no"]';
  const font = (...children) => {
    const element = document.createElement('font');
    element.append(...children);
    return element;
  };
  const isDone = (text) => text.data.trim() === '' || /‹/.test(text.data) || text.parentElement.closest(skipped);
  const ways = {
    font: (text) => text.replaceWith(font(font(`‹${text.data}›`))),
    wrap(text) {
      const outer = font();
      text.replaceWith(outer);
      text.data = `‹${text.data}›`;
      outer.append(text);
    },
    merge(text) {
      const parent = text.parentElement;
      const inline = ['SPAN', 'B', 'EM', 'STRONG', 'CODE'];
      const isInline = [...parent.childNodes].every((node) => node.nodeType === Node.TEXT_NODE || (inline.includes(node.nodeName) && !node.id));
      if (isInline && parent.childNodes.length > 1) parent.replaceChildren(font(font(`‹${parent.textContent}›`)));
      else ways.font(text);
    },
    data: (text) => (text.data = `‹${text.data}›`),
  };
  const run = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) if (text.isConnected && !isDone(text)) ways[way](text);
  };
  document.documentElement.classList.add('translated-ltr');
  document.documentElement.lang = 'xx';
  run();
  let timer;
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(run, 30);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}, way);

/** Returns the texts of the app, without the marks of a translation and white space. */
export const plainText = (page) => page.evaluate(() => {
  const clone = document.getElementById('app').cloneNode(true);
  for (const element of clone.querySelectorAll('[role=status]:not(.incident *)')) element.remove();
  return clone.textContent.replace(/[‹›\s]+/g, '');
});

/** Ways to take the page apart. */
export const DISTURBANCES = {
  'the answer removed': () => document.querySelector('.panel').firstElementChild.nextElementSibling.remove(),
  'the headline removed': () => document.querySelector('h1').remove(),
  'everything removed': () => document.getElementById('app').replaceChildren(),
  'the panel moved to the end': () => document.querySelector('.shell').append(document.querySelector('main')),
  'the answer moved out of the app': () => document.body.append(document.querySelector('.panel').firstElementChild.nextElementSibling),
  'the headline moved before everything': () => document.body.prepend(document.querySelector('h1')),
  'headings moved into wrappers': () => {
    for (const heading of document.querySelectorAll('#app :is(h1, h2, h3)')) {
      const wrapper = document.createElement('div');
      heading.replaceWith(wrapper);
      wrapper.append(heading);
    }
  },
  'the children of each list and section reversed': () => {
    for (const parent of document.querySelectorAll('#app :is(ul, dl, section, main, tr)')) parent.append(...[...parent.childNodes].reverse());
  },
};

/** Adds foreign elements where extensions put them. */
export const addForeignElements = (page) => page.evaluate(() => {
  const foreign = (name) => Object.assign(document.createElement(name), { className: 'foreign' });
  for (const input of document.querySelectorAll('#app input')) {
    input.after(foreign('ext-icon'));
    input.before(foreign('ext-icon'));
    input.dataset.extension = '1';
  }
  const shell = document.querySelector('.shell');
  document.body.prepend(foreign('ext-bar'));
  document.getElementById('app').prepend(foreign('ext-bar'));
  document.getElementById('app').append(foreign('ext-bar'));
  shell.prepend(foreign('ext-bar'));
  shell.append(foreign('ext-bar'));
  document.head.append(foreign('style'));
  for (const svg of document.querySelectorAll('#app svg')) svg.prepend(document.createElementNS('http://www.w3.org/2000/svg', 'style'));
});
