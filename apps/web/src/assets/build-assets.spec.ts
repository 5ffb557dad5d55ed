import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAssets } from './build-assets';
import { AssetManifest } from './manifest';

describe('the built assets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-assets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are named by their content, listed, and built once', () => {
    writeFileSync(join(folder, 'left-over.css'), '');
    expect(buildAssets(folder)).toBe('built');
    expect(buildAssets(folder)).toBe('unchanged');
    const assets = AssetManifest.in(folder);
    expect(assets.pathOf('app.css')).toMatch(/^\/assets\/app\.[0-9a-f]{12}\.css$/);
    expect(() => assets.pathOf('left-over.css')).toThrow('no asset named left-over.css');
    expect(readdirSync(folder)).not.toContain('left-over.css');
  });

  it('load nothing from elsewhere: every script names only files beside it', () => {
    const script = readdirSync(folder).find((name) => /^app\..*\.mjs$/.test(name)) ?? '';
    const [, kit = ''] = /from '\.\/([^']+)'/.exec(readFileSync(join(folder, script), 'utf8')) ?? [];
    expect(readdirSync(folder)).toContain(kit);
    const style = readdirSync(folder).find((name) => name.endsWith('.css')) ?? '';
    const fromElsewhere = /url\(["']?(?:https?:)?\/\/|@import|@font-face/g;
    expect(readFileSync(join(folder, style), 'utf8').match(fromElsewhere)).toBeNull();
  });

  it('are missed with a sentence that says what to do', () => {
    expect(() => AssetManifest.in(join(folder, 'nothing'))).toThrow('Run: npm run build');
  });
});
