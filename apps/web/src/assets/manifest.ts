import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const MANIFEST_FILE = 'manifest.json';

/** Which file stands behind `app.css` in this build: names carry a hash of the content, so they cache for ever. */
export class AssetManifest {
  private constructor(
    readonly folder: string,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  static in(folder: string): AssetManifest {
    const file = join(folder, MANIFEST_FILE);
    if (!existsSync(file)) throw new Error('The web assets are not built. Run: npm run build');
    const names = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    return new AssetManifest(folder, new Map(Object.entries(names)));
  }

  pathOf(name: string): string {
    const file = this.names.get(name);
    if (file === undefined) throw new Error(`no asset named ${name}`);
    return `/assets/${file}`;
  }
}
