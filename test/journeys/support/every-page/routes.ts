const NAMED_VALUES = ['view', 'limb', 'tab', 'kind'];

/** The kind of page behind an address: ids, days, months and references count as one, the next page of a list too. */
export function routeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://waymark.invalid');
  const path = pathname
    .replace(/^\/referrals\/doors\/[a-z-]+/, '/referrals/doors/:door')
    .split('/')
    .map((part) => {
      if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(part)) return ':id';
      if (/^\d{4}-\d{2}(-\d{2})?$/.test(part)) return ':day';
      return /\d{3}/.test(part) ? ':code' : part;
    })
    .join('/');
  const keys = [...new Set(searchParams.keys())].filter((key) => key !== 'after').toSorted();
  const query = keys.map((key) => (NAMED_VALUES.includes(key) ? `${key}=${searchParams.get(key)}` : key));
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** Words in which nothing is left of when, which and how many, so that two runs of the same page read alike. */
export function timeless(words: string): string {
  return words
    .replaceAll(/\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(today|tomorrow|yesterday)\b/gi, 'day')
    .replaceAll(
      /\b(January|February|March|April|May|June|July|August|September|October|November|December)\b/g,
      'month',
    )
    .replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b|…[0-9a-f]{4,}\b/g, '#')
    .replaceAll(/\b[A-Z]{2}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/g, '#')
    .replaceAll(/\b\d[\d:.,]*(am|pm)?\b/g, '#');
}
