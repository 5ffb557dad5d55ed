import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { AssetManifest } from './manifest';

/** Names carry a hash of the content, so a browser may keep a file for ever. */
export async function registerAssets(server: FastifyInstance, assets: AssetManifest): Promise<void> {
  await server.register(fastifyStatic, {
    root: assets.folder,
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    immutable: true,
    maxAge: '365d',
  });
}
