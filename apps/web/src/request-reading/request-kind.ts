/** Programs get JSON, people get pages: told apart by the address alone, so that a header cannot change it. */
export type RequestKind = 'api' | 'health' | 'asset' | 'page';

export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
}

export function requestKind(url: string): RequestKind {
  const path = pathOf(url);
  if (path === '/api' || path.startsWith('/api/')) return 'api';
  if (path.startsWith('/health/')) return 'health';
  if (path.startsWith('/assets/')) return 'asset';
  return 'page';
}
