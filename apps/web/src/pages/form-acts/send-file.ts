import type { FastifyReply } from 'fastify';

/** Sends what was asked for as a JSON file to keep. The name holds ids and references only. */
export function sendFile(reply: FastifyReply, name: string, content: object): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename="${name}"`)
    .type('application/json')
    .send(JSON.stringify(content, null, 2));
}
