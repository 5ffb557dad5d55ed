import type { TestWeb } from './web';

type Running = Pick<TestWeb, 'app'>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Every route that the router serves, read from its own drawing of itself: `{ method: 'GET', path: '/cases/:id' }`. */
export function servedRoutes(
  running: Running,
): readonly { readonly method: string; readonly path: string }[] {
  return METHODS.flatMap((method) => pathsFor(running, method).map((path) => ({ method, path })));
}

/** The pattern of every GET of the pages, such as `/cases/:id`. */
export function pagePaths(running: Running): readonly string[] {
  return pathsFor(running, 'GET').filter(
    (path) => path.startsWith('/') && !/^\/(api|assets|sign-|health|personas|demo)/.test(path),
  );
}

function pathsFor({ app }: Running, method: (typeof METHODS)[number]): readonly string[] {
  const drawn = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false, method });
  const stack: string[] = [];
  const paths = new Set<string>();
  for (const line of String(drawn).split('\n')) {
    const [, indent = '', part = ''] = /^((?:│ {3}| {4})*)[├└]── (\S*)/.exec(line) ?? [];
    if (part === '') continue;
    stack.length = indent.length / 4;
    stack.push(part);
    if (line.includes(`(${method}`)) paths.add(stack.join('').replace(/\/$/, ''));
  }
  return [...paths];
}
