import type { FastifyInstance } from 'fastify';

/** One line an answer: the route's pattern instead of the address, so that no id typed into a URL is kept. */
export function registerRequestLog(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    };
    request.log.info(line, 'answered');
    done();
  });
}
