/** Programs get JSON, people get pages: told apart by the address alone, so that a header cannot change it. */
export type RequestKind = 'api' | 'health' | 'asset' | 'page';

export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

export function requestKind(url: string): RequestKind {
  const path = decoded(pathOf(url));
  if (path === '/api' || path.startsWith('/api/')) return 'api';
  if (path.startsWith('/health/')) return 'health';
  if (path.startsWith('/assets/')) return 'asset';
  return 'page';
}

/** The router decodes before it looks for a route: `/%61pi` must be to us what it is to it. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
