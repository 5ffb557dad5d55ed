import type { TestWeb } from './web';

/** The pattern of every GET of the pages, such as `/cases/:id`, read from the router's own drawing of itself. */
export function pagePaths({ app }: Pick<TestWeb, 'app'>): readonly string[] {
  const drawn = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false, method: 'GET' });
  const stack: string[] = [];
  const paths = new Set<string>();
  for (const line of String(drawn).split('\n')) {
    const [, indent = '', part = ''] = /^((?:│ {3}| {4})*)[├└]── (\S*)/.exec(line) ?? [];
    if (part === '') continue;
    stack.length = indent.length / 4;
    stack.push(part);
    if (/\(GET/.test(line)) paths.add(stack.join('').replace(/\/$/, ''));
  }
  return [...paths].filter(
    (path) => path.startsWith('/') && !/^\/(api|assets|sign-|health|personas|demo)/.test(path),
  );
}
