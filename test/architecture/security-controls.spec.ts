import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ASVS_LEVEL_2 } from './controls/asvs-level-2';
import { ASVS } from './controls/asvs.lines';
import { numbersIn, type ControlLine, type Proof } from './controls/control';
import { OWASP_API } from './controls/owasp-api.lines';

const ROOT = resolve(__dirname, '../..');
const DOCUMENT = join(ROOT, 'docs/security/controls.md');

function specs(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' ? [] : specs(path);
    return name.endsWith('.spec.ts') ? [relative(ROOT, path)] : [];
  });
}

const SPECS = ['apps', 'libs', 'test'].flatMap((folder) => specs(join(ROOT, folder)));
const LINES = [...OWASP_API, ...ASVS];

const filesOf = ({ file }: Proof): readonly string[] =>
  SPECS.filter((path) => path === file || path.endsWith(`/${file}`));

const isThere = (of: Proof): boolean =>
  filesOf(of).length === 1 && readFileSync(join(ROOT, filesOf(of)[0]!), 'utf8').includes(of.title);

describe('the map of controls', () => {
  it('has every control of the OWASP API Top 10 and of ASVS level 2 once, and no other', () => {
    const all = (lines: readonly ControlLine[]) => lines.flatMap(({ controls }) => numbersIn(controls));
    expect(all(OWASP_API)).toEqual(Array.from({ length: 10 }, (_, index) => `API${index + 1}`));
    expect(all(ASVS).toSorted()).toEqual(ASVS_LEVEL_2.flatMap(numbersIn).toSorted());
  });

  it('has no empty line: each has a test, or says why it has none', () => {
    const empty = LINES.filter(({ proofs, open = '' }) => proofs.length === 0 && open.length < 15);
    expect(empty).toEqual([]);
  });

  it('names tests that are there', () => {
    expect(LINES.flatMap(({ proofs }) => proofs).filter((of) => !isThere(of))).toEqual([]);
  });

  it('finds a control without a test and a test that is gone', () => {
    expect(numbersIn('6.2.1–3, 6.4.1')).toEqual(['6.2.1', '6.2.2', '6.2.3', '6.4.1']);
    expect(isThere({ file: 'architecture/security-controls.spec.ts', title: 'the map of controls' })).toBe(
      true,
    );
    expect(isThere({ file: 'architecture/gone.spec.ts', title: 'the map of controls' })).toBe(false);
    expect(
      isThere({ file: 'architecture/boundaries.spec.ts', title: 'a title that nobody gave a test' }),
    ).toBe(false);
  });

  it('docs/security/controls.md is drawn from it', () => {
    if (process.env['UPDATE_DOCS'] === '1') {
      mkdirSync(dirname(DOCUMENT), { recursive: true });
      writeFileSync(DOCUMENT, drawn());
    }
    expect(existsSync(DOCUMENT) && readFileSync(DOCUMENT, 'utf8')).toBe(drawn());
  });
});

function drawn(): string {
  const open = (lines: readonly ControlLine[]) =>
    lines.filter(({ proofs }) => proofs.length === 0).flatMap(({ controls }) => numbersIn(controls)).length;
  return [
    '# Controls and the tests that try them',
    '',
    'Drawn by `test/architecture/security-controls.spec.ts` from `test/architecture/controls`; it fails when a control is',
    'missing, a line is empty or a test that is named here is gone. What each control asks for is in its own list; here it is',
    'in our words. Level 3 is left out.',
    '',
    '## OWASP API Security Top 10 (2023)',
    '',
    ...tableOf(OWASP_API),
    '',
    '## OWASP ASVS 5.0.0, levels 1 and 2',
    '',
    `${ASVS_LEVEL_2.flatMap(numbersIn).length} controls; ${open(ASVS)} of them have no test here, each with its reason.`,
    '',
    ...tableOf(ASVS),
    '',
  ].join('\n');
}

function tableOf(lines: readonly ControlLine[]): readonly string[] {
  return [
    '| Control | What it means here | Tests | Not proved here |',
    '|---|---|---|---|',
    ...lines.map(({ controls, what, proofs, open = '' }) => {
      const tests = proofs.map((of) => {
        const [path = of.file] = filesOf(of);
        return `[${of.title === '' ? path.replace(/^.*\//, '') : of.title}](../../${path})`;
      });
      return `| ${controls} | ${what} | ${tests.join('<br>')} | ${open} |`;
    }),
  ];
}
