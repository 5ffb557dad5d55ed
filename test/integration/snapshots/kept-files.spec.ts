import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { zipCsvFiles, zipFile } from '#libs/config';
import { promiseShare } from '#libs/domain';
import { JournalSealer, sealSignerFromFile, SnapshotSealer } from '#libs/persistence';
import { runExportAudit } from '../../../apps/cli/src/audit-export/export-audit.command';
import { verifyExport } from '../../../apps/cli/src/audit-export/verify-export';
import { runPrintReport } from '../../../apps/cli/src/print-report/print-report.command';
import { runVerifySnapshot } from '../../../apps/cli/src/verify-snapshot/verify-snapshot.command';
import { pdfWords } from '../../support/pdf-words';
import { newSealKeyFile } from '../../support/seal-keys';
import { sealedUp } from '../../support/sealed-up';
import { csvSheet } from '../../support/spreadsheets';
import { useWeb } from '../../support/web';
import { aQuarterWithFigures, CLOSABLE, QUARTER, QuarterActs } from './closed-quarter';

const web = useWeb();
const instance = () => web().instance;
const folder = mkdtempSync(join(tmpdir(), 'waymark-quarter-'));
const signer = sealSignerFromFile(newSealKeyFile());
const PAGE = `/figures/quarters/${QUARTER}/1`;
const FILES = [
  'all-tables.ods',
  'all-tables-csv.zip',
  'promise-24h.csv',
  'promise-1wd.csv',
  'victims-code.csv',
];
let signed: string;

const pathOf = (name: string) => join(folder, name);

beforeAll(async () => {
  await aQuarterWithFigures(instance);
  await sealedUp(instance(), new JournalSealer(instance().worker, { signer }));
  await new QuarterActs(instance).published();
  await new SnapshotSealer(instance().worker, signer).step();
  await instance().setNow(CLOSABLE);
  const commissioner = await web().signedIn('commissioner');
  const keep = async (name: string, path: string) =>
    writeFileSync(pathOf(name), (await commissioner.get(path)).rawPayload);
  for (const name of FILES) await keep(name, `${PAGE}/files/${name}`);
  await keep('signed.json', `${PAGE}/signed.json`);
  await keep('report.html', `${PAGE}/report.html`);
  signed = readFileSync(pathOf('signed.json'), 'utf8');
  writeFileSync(pathOf('public.pem'), signer.publicKey);
}, 180_000);

async function said(run: (output: PassThrough) => Promise<number>): Promise<[number, string]> {
  const output = new PassThrough();
  const words = text(output);
  const code = await run(output);
  output.end();
  return [code, await words];
}

const verify = (...args: string[]) => said((output) => runVerifySnapshot({ args, output }));

function altered(change: (document: Signed) => void): string {
  const document = JSON.parse(signed) as Signed;
  change(document);
  writeFileSync(pathOf('altered.json'), JSON.stringify(document));
  return pathOf('altered.json');
}

interface Signed {
  manifest: { version: number; tables: { id: string }[] };
  tables: { id: string; rows: { id: string; cells: (number | string)[] }[] }[];
}

describe('figures of a quarter that were downloaded', () => {
  it('P10 are checked without the service: signature, tables, and files of the same digits', async () => {
    const [code, words] = await verify(
      pathOf('signed.json'),
      ...FILES.map(pathOf),
      '--key',
      pathOf('public.pem'),
    );
    expect(words).toContain('Sound: January to March 2026, version 1');
    expect(words).toContain('The files have the same digits.');
    expect(code).toBe(0);
  });

  it('P10 hold the promise as it comes out of the rows of the journal, counted again', async () => {
    const into = join(folder, 'export');
    const environment = { WORKER_DATABASE_URL: instance().database.url('worker') };
    const exported = await said((output) =>
      runExportAudit({ args: ['--to', into], output, notices: output, environment }),
    );
    expect(exported[0]).toBe(0);
    const { figures, faults } = await verifyExport({ folder: into });
    expect(faults).toEqual([]);
    const { tables } = JSON.parse(signed) as Signed;
    const limbs = figures!.flatMap(({ monthOn, limbs: all }) => all.map((limb) => ({ monthOn, ...limb })));
    expect(limbs.length).toBeGreaterThanOrEqual(2);
    for (const { monthOn, limb, referrals, met, missed, stillOpen, cancelled } of limbs) {
      const table = tables.find(({ id }) => id === `promise-${limb}`);
      const share = promiseShare({ met, missed });
      const percent = share.kind === 'share' ? share.percent : '[u]';
      expect(table?.rows.find(({ id }) => id === monthOn.slice(0, 7))?.cells.slice(0, 7)).toEqual([
        referrals,
        met + missed,
        met,
        percent,
        missed,
        stillOpen,
        cancelled,
      ]);
    }
  });

  it.each<[string, (document: Signed) => void, string]>([
    ['a number', ({ tables }) => (tables[0]!.rows[0]!.cells[0] = 4), 'is not as it was signed'],
    ['a version', ({ manifest }) => (manifest.version = 2), 'What is signed was altered'],
    ['a table less', ({ tables }) => tables.splice(1, 1), 'is missing'],
    ['a table twice', ({ tables }) => tables.push(tables[0]!), 'was not signed'],
    ['the order', ({ tables }) => tables.reverse(), 'not in the order'],
  ])('name what was altered: %s', async (_what, change, words) => {
    const [code, found] = await verify(altered(change));
    expect([code, found]).toEqual([1, expect.stringContaining(words)]);
  });

  it('are not believed under another key', async () => {
    writeFileSync(pathOf('other.pem'), sealSignerFromFile(newSealKeyFile()).publicKey);
    const [code, found] = await verify(pathOf('signed.json'), '--key', pathOf('other.pem'));
    expect([code, found]).toEqual([1, expect.stringContaining(signer.keyId)]);
  });

  it('name the cell of a file that has another digit', async () => {
    const csv = readFileSync(pathOf('promise-24h.csv'), 'utf8');
    writeFileSync(pathOf('changed-promise-24h.csv'), csv.replace('85.7', '95.7'));
    const [code, found] = await verify(pathOf('signed.json'), pathOf('changed-promise-24h.csv'));
    expect(code).toBe(1);
    expect(found).toMatch(/within 24 hours.*, In time, per cent of decided: 95\.7, not 85\.7/);
    expect(await verify(pathOf('report.html'))).toEqual([3, expect.stringContaining('does not hold')]);
    expect((await verify())[0]).toBe(2);
  });

  it('are checked as the whole ZIP, and name the file in it that has another digit or is missing', async () => {
    const zip = zipCsvFiles(new Uint8Array(readFileSync(pathOf('all-tables-csv.zip'))))!;
    const packed = zip.map(({ name, content }) => ({ name, text: Buffer.from(content).toString('utf8') }));
    const altered = packed
      .filter(({ name }) => name !== 'promise-1wd.csv')
      .map(({ name, text: of }) => ({
        name,
        text: name === 'promise-24h.csv' ? of.replace('85.7', '95.7') : of,
      }));
    writeFileSync(pathOf('altered.zip'), zipFile(altered));
    const [code, found] = await verify(pathOf('signed.json'), pathOf('altered.zip'));
    expect(code).toBe(1);
    expect(found).toMatch(/altered\.zip\/promise-24h\.csv: .*95\.7, not 85\.7/);
    expect(found).toMatch(/altered\.zip: .*one working day.* is not in it/);
  });

  it('are printed to a tagged PDF with an outline, with the digits of the CSV', async () => {
    const [code, words] = await said((output) =>
      runPrintReport({
        args: [pathOf('report.html'), '--out', pathOf('report.pdf')],
        output,
        environment: process.env,
      }),
    );
    expect([code, words]).toEqual([0, expect.stringContaining('Written')]);
    const pdf = readFileSync(pathOf('report.pdf'));
    const plain = pdf.toString('latin1');
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Marked true', '/Lang (en-GB)', '/Outlines'])
      expect(plain).toContain(mark);
    for (const kind of ['/S /H1', '/S /H2', '/S /Table', '/S /TH', '/S /TD', '/S /L'])
      expect(plain).toContain(kind);
    const printed = pdfWords(pdf);
    expect(printed).toContain('Quarterly report: January to March 2026');
    const digits = (all: readonly string[]) => all.filter((word) => /^(\d[\d,.]*|\[[a-z]\])$/.test(word));
    const shown = digits(printed).map((word) => word.replaceAll(',', ''));
    for (const { id, rows } of (JSON.parse(signed) as Signed).tables) {
      const { payload } = await (await web().signedIn('commissioner')).get(`${PAGE}/files/${id}.csv`);
      const [, ...lines] = csvSheet(payload);
      const cells = lines.flatMap(([, ...of]) => of);
      expect(cells).toEqual(rows.flatMap((row) => row.cells.map(String)));
      // Words of rows and columns have digits too: those of the cells follow one another row by row.
      for (const line of lines) expect(shown.join(' ')).toContain(digits(line.slice(1)).join(' '));
    }
  }, 120_000);

  it('are printed only where they are a report, and where there is something to print with', async () => {
    const print = (environment: Record<string, string>, ...args: string[]) =>
      said((output) => runPrintReport({ args, output, environment }));
    expect((await print({ PATH: '' }, pathOf('report.html')))[1]).toContain('There is no Chromium here');
    expect(await print({}, pathOf('signed.json'))).toEqual([
      3,
      expect.stringContaining('no quarterly report'),
    ]);
    expect((await print({}))[0]).toBe(2);
  });
});
