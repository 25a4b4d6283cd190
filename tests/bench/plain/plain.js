// Minimal lookup page in plain JavaScript, the baseline of `make bench`.
'use strict';

/** Labels by recovery mode or, without one, by kind. */
const KINDS = {
  pitr: 'Point-in-time recovery',
  basic: 'Backups to choose from',
  backups: 'Backups',
  recovery_only: 'One backup, for disaster recovery only',
  no_backups: 'No backups',
  not_offered: 'Plan not available',
};

const pageUrl = (service, plan) => `?${new URLSearchParams({ service: service.slug, plan: plan.slug })}`;
const cellId = (service, plan) => `cell-${service.slug}-${plan.slug}`;

function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

function formatTier({ interval_hours: hours, keep_count: count, keep_age_hours: age }) {
  const every = hours === 1 ? 'every hour' : `every ${hours} hours`;
  if (count) return `${every}, the last ${count} kept`;
  return age ? `${every}, kept for ${age} hours` : every;
}

/** Renders the table once; later only `aria-current` changes. */
function renderTable({ services, plans }) {
  const corner = element('th', { scope: 'col' }, 'Service');
  const heads = plans.map((plan) => element('th', { scope: 'col' }, plan.name));
  document.querySelector('thead').replaceChildren(element('tr', {}, corner, ...heads));
  const rows = services.map((service) => {
    const cells = plans.map((plan) => {
      const link = { id: cellId(service, plan), href: pageUrl(service, plan) };
      return element('td', {}, element('a', link, service.cells.find((cell) => cell.plan === plan.slug).policy_text));
    });
    return element('tr', {}, element('th', { scope: 'row' }, service.name), ...cells);
  });
  document.querySelector('tbody').replaceChildren(...rows);
}

/** Shows the answer for the cell in the URL; unknown names select the first service or plan. */
function renderAnswer({ services, plans }) {
  const query = new URLSearchParams(location.search);
  const service = services.find(({ slug }) => slug === query.get('service')) ?? services[0];
  const plan = plans.find(({ slug }) => slug === query.get('plan')) ?? plans[0];
  const cell = service.cells.find((cell) => cell.plan === plan.slug);
  const title = `${service.name}, ${plan.name}: ${cell.policy_text}`;

  const headline = element('h2', {}, title);
  headline.dataset.answer = '';
  const details = [['Backups', KINDS[cell.recovery_mode] ?? KINDS[cell.kind] ?? cell.kind]];
  for (const tier of cell.tiers ?? []) details.push(['Taken', formatTier(tier)]);
  const list = details.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]);
  document.getElementById('answer').replaceChildren(headline, element('dl', {}, ...list));

  document.querySelector('a[aria-current]')?.removeAttribute('aria-current');
  document.getElementById(cellId(service, plan)).setAttribute('aria-current', 'true');
  document.title = title;
}

async function start() {
  const response = await fetch('policy/2023-01.json');
  if (!response.ok) throw new Error(`policy: ${response.status}`);
  const policy = await response.json();
  renderTable(policy);
  renderAnswer(policy);

  document.querySelector('tbody').addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    renderAnswer(policy);
  });
  addEventListener('popstate', () => renderAnswer(policy));
  document.documentElement.dataset.appReady = '';
}

start().catch((error) => {
  console.error(error);
  document.querySelector('#answer h2').textContent = 'The policy could not be loaded. Please reload the page.';
});
