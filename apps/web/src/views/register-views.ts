import fastifyView from '@fastify/view';
import type { FastifyInstance } from 'fastify';
import nunjucks from 'nunjucks';
import { dirname, join } from 'node:path';
import type { AssetManifest } from '../assets/manifest';
import { registerMomentFilters } from '../formatting/moment-filters';

const OWN = join(__dirname, '..');
const GOVUK = join(dirname(require.resolve('govuk-frontend/package.json')), 'dist');
const MOJ = dirname(require.resolve('@ministryofjustice/frontend/package.json'));

export interface ViewOptions {
  readonly assets: AssetManifest;
  readonly timezone: string;
}

/** Nunjucks with escaping on. A name that a template uses and nobody gave is an error, not an empty space. */
export async function registerViews(server: FastifyInstance, options: ViewOptions): Promise<void> {
  await server.register(fastifyView, {
    engine: { nunjucks },
    templates: [OWN, GOVUK, MOJ],
    options: {
      autoescape: true,
      onConfigure: (environment: nunjucks.Environment) => {
        environment.addGlobal('asset', (name: string) => options.assets.pathOf(name));
        registerMomentFilters(environment, options.timezone);
      },
    },
  });
}
