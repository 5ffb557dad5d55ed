import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Between one process and one server: a cable that can be cut, or go quiet without a word. */
export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private quiet = false;

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {}

  static async to(targetPort: number): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server, targetPort);
    server.on('connection', (near) => proxy.join(near));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    for (const pair of this.pairs) pair.forEach((socket) => socket.resetAndDestroy());
  }

  /** Nothing passes, and nobody is told. */
  silence(): void {
    this.quiet = true;
    for (const pair of this.pairs) pair.forEach((socket) => socket.pause());
  }

  speak(): void {
    this.quiet = false;
    for (const pair of this.pairs) pair.forEach((socket) => socket.resume());
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(near: Socket): void {
    const far = connect({ port: this.targetPort, host: '127.0.0.1' });
    const pair = [near, far] as const;
    this.pairs.add(pair);
    this.carry(near, far);
    this.carry(far, near);
    for (const socket of pair) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.pairs.delete(pair);
        pair.forEach((other) => other.destroy());
      });
      if (this.quiet) socket.pause();
    }
  }

  private carry(from: Socket, to: Socket): void {
    from.on('data', (bytes) => {
      if (!to.write(bytes)) from.pause();
    });
    to.on('drain', () => {
      if (!this.quiet) from.resume();
    });
    from.once('end', () => to.end());
  }
}
