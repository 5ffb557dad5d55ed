import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port on this machine that is free now: the preferred one when it is, else one the system picks. */
export async function freePort(preferred = 0): Promise<number> {
  const server = createServer();
  server.listen({ port: preferred, host: '127.0.0.1', exclusive: true });
  try {
    await once(server, 'listening');
  } catch {
    return freePort();
  }
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
