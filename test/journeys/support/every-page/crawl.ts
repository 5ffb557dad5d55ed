import type { WebBrowser } from '../../../support/web-browser';
import { routeOf, timeless } from './routes';

/** One page in one state: two cases in different states are two. */
export interface PageState {
  readonly route: string;
  readonly path: string;
}

/** Signing out ends the walk, signing in and the personas belong to nobody, the API answers no pages. */
const LEFT_OUT = /^\/(sign-|personas|api\/|demo-clock\/(?!watch)|assets\/|trial)/;
/** How many states are looked at of those pages that change with what happened. */
const STATES: Readonly<Record<string, number>> = {
  '/cases/:id': 7,
  '/cases/:id/call': 2,
  '/cases/:id/kinds-of-support': 2,
  '/cases/:id/messages': 3,
  '/cases/:id/reviews': 2,
  '/cases/:id/rights': 2,
  '/cases/:id/tracks': 2,
  '/matches/:id': 2,
  '/people/search/:id': 3,
  '/referrals/:id': 2,
  '/referrals/doors/:door': 3,
  '/referrals/doors/:door?search': 3,
  '/tasks/:id': 2,
};
/** How many addresses of one route are opened in search of another state. */
const SEARCHED = 14;

/**
 * Every page that somebody reaches by links from where they land, and from pages that are opened first because only a
 * form leads to them or because there is most to see there: one of each kind and a few of those with states.
 */
export async function crawl(
  browser: WebBrowser,
  { known, first }: { readonly known: Set<string>; readonly first: readonly string[] },
): Promise<readonly PageState[]> {
  const queue = ['/', ...first];
  const queued = new Set(queue);
  const opened = new Map<string, number>();
  const found: PageState[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const route = routeOf(path);
    const before = opened.get(route) ?? 0;
    if (before >= (STATES[route] === undefined ? 1 : SEARCHED)) continue;
    opened.set(route, before + 1);
    const { statusCode, headers, body } = await browser.get(path);
    const { location } = headers;
    const html = String(headers['content-type']).startsWith('text/html');
    if (statusCode === 200 && !html) continue;
    const next = typeof location === 'string' ? [location] : linksOn(body);
    for (const link of next.map((href) => addressOf(href, path)))
      if (link !== null && !queued.has(link)) {
        queued.add(link);
        queue.push(link);
      }
    if (typeof location === 'string') continue;
    const state = STATES[route] === undefined ? route : `${route} ${stateOf(body)}`;
    const same = found.filter((one) => one.route === route || one.route.startsWith(`${route} `)).length;
    if (known.has(state) || (same > 0 && same >= (STATES[route] ?? 1))) continue;
    known.add(state);
    found.push({ route: same === 0 ? route : `${route} (${same + 1})`, path });
  }
  return found;
}

function linksOn(html: string): readonly string[] {
  const anchors = [...html.matchAll(/<a\s[^>]*>/g)].filter(([tag]) => !/\sdownload[\s=>]/.test(tag));
  const searches = [...html.matchAll(/<form\s[^>]*>/g)].filter(([tag]) => /method="get"/i.test(tag));
  return [...anchors, ...searches].flatMap(([tag]) => {
    const [, address] = /\s(?:href|action)="([^"]*)"/.exec(tag) ?? [];
    return address === undefined ? [] : [address.replaceAll('&amp;', '&')];
  });
}

function addressOf(href: string, on: string): string | null {
  const base = 'http://waymark.invalid';
  if (href.startsWith('#') || /^(mailto|tel):/.test(href)) return null;
  const { origin, pathname, search } = new URL(href, base + on);
  return origin !== base || LEFT_OUT.test(pathname) ? null : pathname + search;
}

/** What a page offers: its headings, questions and buttons, whoever it is about. */
function stateOf(html: string): string {
  const main = html.slice(html.indexOf('<main'));
  const words = [...main.matchAll(/<(h2|h3|legend|button)[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , inner = '']) =>
    timeless(
      inner
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  );
  return [...new Set(words)].toSorted().join('|');
}
