import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { sendNotFound, sendStyles } from './send';

export interface LocalServer {
  readonly url: string;
  stop(): Promise<void>;
}

export type LocalHandler = (
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | void;

/** An HTTP server for this machine only. A handler that throws answers "not found": nobody is told why. */
export async function startLocalServer(port: number, handle: LocalHandler): Promise<LocalServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    if (pathname === '/styles.css') return sendStyles(response);
    return void Promise.resolve()
      .then(() => handle(pathname, request, response))
      .catch(() => (response.headersSent ? response.end() : sendNotFound(response)));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
