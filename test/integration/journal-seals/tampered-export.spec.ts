import fc from 'fast-check';
import { instant } from '#libs/domain';
import { JournalSealer, type ExportLine } from '#libs/persistence';
import { OpenCase } from '#libs/casework';
import { FILES } from '../../../apps/cli/src/audit-export/manifest';
import { verifyExport } from '../../../apps/cli/src/audit-export/verify-export';
import { useInstance } from '../../support/instance';
import { PromiseActs } from '../../support/promise';
import { sealedUp } from '../../support/sealed-up';
import { newSealSigner } from '../../support/seal-keys';
import { exported, Tampered } from './export-kit';

const instance = useInstance();
const acts = new PromiseActs(instance);
const signer = newSealSigner();
let original: string;
let rowCount: number;
let accessCount: number;
let headCount: number;

beforeAll(async () => {
  const { setNow, webWork, vault, persona, worker, database } = instance();
  const seal = () => sealedUp(instance(), new JournalSealer(worker, { signer, limit: 4 }));
  await setNow('2026-03-02T10:05:00Z');
  for (let n = 0; n < 4; n += 1) {
    const referred = await acts.refer('2026-03-02T10:00:00Z');
    await seal();
    for (const minute of [11, 12, 13]) {
      const happened = instant(`2026-03-02T1${n + 1}:${minute}:00Z`);
      const typedIn = new Date(happened + 30_000).toISOString();
      await acts.attempt(referred, 'no-answer', { happened: new Date(happened).toISOString(), typedIn });
      await new OpenCase(webWork, vault).execute(persona('responder'), referred.caseId);
    }
    await seal();
  }
  original = await exported(database.url('worker'));
  const sound = new Tampered(original);
  [rowCount, accessCount, headCount] = [
    sound.rows().length,
    sound.lines(FILES.access).length,
    sound.heads().length,
  ];
});

const RUNS = { numRuns: 25 } as const;
const anyRow = () => fc.integer({ min: 0, max: rowCount - 1 });
const nameOf = ({ subject, sequence }: ExportLine) => `${subject.kind} ${subject.id}, row ${sequence} `;

/** One change that a row's own hash covers. */
const edit = fc.constantFrom<(row: ExportLine) => ExportLine>(
  (row) => ({ ...row, type: `${row.type}-not` }),
  (row) => ({ ...row, version: row.version + 1 }),
  (row) => ({ ...row, happenedAt: row.happenedAt.replace('Z', '1Z') }),
  (row) => ({ ...row, recordedAt: '2026-03-02T10:05:00.001Z' }),
  (row) => ({ ...row, actor: { ...row.actor, process: 'nobody' } }),
  (row) => ({ ...row, agencyId: '00000000-0000-7000-8000-0000000000ff' }),
  (row) => ({ ...row, caseId: '00000000-0000-7000-8000-0000000000ff' }),
  (row) => ({ ...row, reason: 'typed-wrongly' }),
  (row) => ({ ...row, payload: { ...(row.payload as object), added: null } }),
);

async function forEach<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  check: (tampered: Tampered, ...values: Values) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.tuple(...arbitraries) as fc.Arbitrary<Values>, async (values) =>
      check(new Tampered(original), ...values),
    ),
    RUNS,
  );
}

describe('an export', () => {
  it('P9 is sound as it was written, with its own key and with the newest head kept apart', async () => {
    const sound = new Tampered(original);
    expect(Math.min(rowCount, accessCount, headCount)).toBeGreaterThanOrEqual(10);
    const kept = sound.heads();
    const found = await verifyExport({ folder: sound.folder, keys: [signer.publicKey], kept });
    expect(found.faults).toEqual([]);
    expect(found.newest).toEqual(kept.at(-1));
    expect(found.counts).toMatchObject({ journal: rowCount, access: accessCount, heads: headCount, late: 0 });
  });

  it('P9 names a row that was altered', async () => {
    await forEach([anyRow(), edit], async (tampered, at, change) => {
      const row = tampered.rows()[at]!;
      tampered.change(FILES.journal, (lines) => lines.with(at, JSON.stringify(change(row))));
      expect(await tampered.words()).toContain(`${nameOf(row)}(position ${row.position}), was altered:`);
    });
  });

  it('P9 names a row that was altered together with its hash', async () => {
    await forEach([anyRow(), edit], async (tampered, at, change) => {
      const row = tampered.rows()[at]!;
      const forged = JSON.stringify({ ...change(row), leafHash: 'ab'.repeat(32) });
      tampered.change(FILES.journal, (lines) => lines.with(at, forged));
      const leaf = tampered.leafOf(row) + 1;
      expect(await tampered.words()).toContain(`was sealed as row ${leaf}.`);
      expect(await tampered.words()).toContain(nameOf(row));
    });
  });

  it('P9 names the few rows among which one was altered together with its hash and its leaf', async () => {
    await forEach([anyRow(), edit], async (tampered, at, change) => {
      const row = change(tampered.rows()[at]!);
      tampered.change(FILES.journal, (lines) => lines.with(at, JSON.stringify(row)));
      tampered.rehash(at);
      const leaf = tampered.leafOf(row);
      const head = tampered.heads().find(({ size }) => size > leaf)!;
      expect(await tampered.faults()).toContainEqual({
        kind: 'rows-changed',
        head: head.number,
        from: head.fromLeaf + 1,
        to: head.size,
      });
    });
  });

  it('P9 names every head that was made anew over altered rows without the key', async () => {
    await forEach([anyRow(), edit], async (tampered, at, change) => {
      const row = change(tampered.rows()[at]!);
      tampered.change(FILES.journal, (lines) => lines.with(at, JSON.stringify(row)));
      tampered.rehash(at);
      const forger = newSealSigner();
      tampered.rebuildHeads({ ...forger, keyId: signer.keyId });
      const forged = (await tampered.faults()).flatMap((fault) =>
        fault.kind === 'head-forged' ? [fault.head] : [],
      );
      expect(forged).toEqual(tampered.heads().map(({ number }) => number));
    });
  });

  it('P9 is not believed when all of it was rebuilt under another key', async () => {
    await forEach([anyRow(), edit], async (tampered, at, change) => {
      const kept = new Tampered(original).heads().slice(-1);
      tampered.change(FILES.journal, (lines) => lines.with(at, JSON.stringify(change(tampered.rows()[at]!))));
      tampered.rehash(at);
      const forger = newSealSigner();
      tampered.rebuildHeads(forger);
      tampered.claimKey(forger);
      const kinds = async (held = {}) => (await tampered.faults(held)).map(({ kind }) => kind);
      expect(await kinds({ keys: [signer.publicKey] })).toContain('key-unknown');
      expect(await kinds({ kept })).toEqual(expect.arrayContaining(['kept-forged', 'kept-differs']));
      // Whoever holds nothing of their own is told which key it was, and no more can be known.
      expect((await verifyExport({ folder: tampered.folder })).keyIds).toEqual([forger.keyId]);
    });
  });

  it('P9 names a row that was dropped, by what it was sealed as', async () => {
    await forEach([anyRow()], async (tampered, at) => {
      const row = tampered.rows()[at]!;
      tampered.change(FILES.journal, (lines) => lines.toSpliced(at, 1));
      expect(await tampered.faults()).toContainEqual({
        kind: 'missing',
        source: 'journal',
        key: row.position,
        leaf: tampered.leafOf(row) + 1,
      });
    });
  });

  it('P9 names where rows were dropped with their leaves', async () => {
    await forEach([anyRow()], async (tampered, at) => {
      const row = tampered.rows()[at]!;
      const leaf = tampered.leafOf(row);
      const head = tampered.heads().find(({ size }) => size > leaf)!;
      tampered.change(FILES.journal, (lines) => lines.toSpliced(at, 1));
      tampered.change(FILES.leaves, (lines) => lines.toSpliced(leaf, 1));
      tampered.recount();
      const [first] = (await tampered.faults()).filter(({ kind }) => ['rows-changed', 'cut'].includes(kind));
      expect(first).toMatchObject({ head: head.number });
    });
  });

  it('P9 names rows that changed places', async () => {
    await forEach([anyRow(), anyRow()], async (tampered, one, other) => {
      fc.pre(one !== other);
      const rows = tampered.rows();
      const swap = (lines: string[]) => lines.with(one, lines[other]!).with(other, lines[one]!);
      tampered.change(FILES.journal, swap);
      const moved = (await tampered.faults()).map((fault) =>
        fault.kind === 'moved' ? fault.row.position : fault.kind,
      );
      const places = [rows[one]!.position, rows[other]!.position];
      // Of two neighbours, one changed places and the other did not.
      expect(moved.length).toBeGreaterThan(0);
      expect(moved.every((position) => places.includes(position))).toBe(true);
    });
  });

  it('P9 names the heads whose rows changed places together with their leaves', async () => {
    const leafCount = rowCount + accessCount;
    const anyLeaf = fc.integer({ min: 0, max: leafCount - 1 });
    await forEach([anyLeaf, anyLeaf], async (tampered, one, other) => {
      fc.pre(one !== other);
      tampered.change(FILES.leaves, (lines) => lines.with(one, lines[other]!).with(other, lines[one]!));
      const heads = tampered.heads();
      const named = (await tampered.faults()).flatMap((fault) =>
        fault.kind === 'rows-changed' ? [fault.head] : [],
      );
      const expected = [one, other].map((leaf) => heads.find(({ size }) => size > leaf)!.number);
      expect(named).toEqual([...new Set(expected)].toSorted((a, b) => a - b));
    });
  });

  it('P9 names every row that was cut from the end of its file', async () => {
    await forEach([anyRow()], async (tampered, at) => {
      const cut = tampered.rows().slice(at);
      tampered.change(FILES.journal, (lines) => lines.slice(0, at));
      const missing = (await tampered.faults()).flatMap((fault) =>
        fault.kind === 'missing' ? [fault.key] : [],
      );
      expect(missing).toEqual(cut.map(({ position }) => position));
    });
  });

  it('P9 names how many rows were cut with their leaves', async () => {
    await forEach([fc.integer({ min: 0, max: rowCount + accessCount - 1 })], async (tampered, at) => {
      const total = tampered.lines(FILES.leaves).length;
      tampered.change(FILES.leaves, (lines) => lines.slice(0, at));
      const head = tampered.heads().find(({ size }) => size > at)!;
      expect(await tampered.faults()).toContainEqual({
        kind: 'cut',
        head: head.number,
        size: head.size,
        found: at,
      });
      const kept = tampered.heads().slice(-1);
      expect(await tampered.faults({ kept })).toContainEqual(
        expect.objectContaining({ kind: 'kept-cut', size: total, found: at }),
      );
    });
  });

  it('P9 names what was cut with leaves, heads and manifest, to whoever kept a head', async () => {
    await forEach([fc.integer({ min: 1, max: headCount - 1 })], async (tampered, left) => {
      const kept = tampered.heads().slice(-1);
      const { size } = tampered.heads()[left - 1]!;
      const leaves = tampered.lines(FILES.leaves).slice(0, size);
      const keys = new Set(leaves.map((line) => line.split(' ')[1]));
      tampered.write(FILES.leaves, leaves);
      tampered.change(FILES.heads, (lines) => lines.slice(0, left));
      tampered.change(FILES.journal, (lines) =>
        lines.filter((line) => keys.has((JSON.parse(line) as ExportLine).position)),
      );
      tampered.change(FILES.access, (lines) => lines.filter((line) => keys.has(line.split(' ')[0])));
      tampered.write(FILES.proofs, ['[]']);
      tampered.recount();
      expect(await tampered.faults()).toEqual([]);
      const [head] = kept;
      const cut = { kind: 'kept-cut', head: head!.number, size: head!.size, found: size };
      expect(await tampered.faults({ kept })).toEqual([cut]);
    });
  });

  it('P9 names a row that was put in', async () => {
    await forEach([anyRow(), anyRow()], async (tampered, from, at) => {
      const row = { ...tampered.rows()[from]!, position: '999999' };
      tampered.change(FILES.journal, (lines) => lines.toSpliced(at, 0, JSON.stringify(row)));
      expect(await tampered.words()).toContain(`${nameOf(row)}(position 999999), was put in`);
    });
  });

  it('P9 names a row that is there twice, and a line that is no row', async () => {
    await forEach([anyRow()], async (tampered, at) => {
      const row = tampered.rows()[at]!;
      tampered.change(FILES.journal, (lines) => [...lines, lines[at]!]);
      expect(await tampered.words()).toContain(
        `${nameOf(row)}(position ${row.position}), is there more than once`,
      );
      tampered.change(FILES.journal, (lines) => lines.with(at, lines[at]!.slice(1)));
      expect(await tampered.words()).toContain(`journal.jsonl, line ${at + 1}, cannot be read`);
    });
  });

  it('P9 names a read of somebody that was altered, dropped, put in or moved', async () => {
    await forEach([fc.integer({ min: 0, max: accessCount - 1 })], async (tampered, at) => {
      const line = tampered.lines(FILES.access)[at]!;
      const [id] = line.split(' ');
      const then = async (lines: (all: string[]) => readonly string[]) => {
        const fresh = new Tampered(original);
        fresh.change(FILES.access, lines);
        return fresh.words();
      };
      expect(await then((all) => all.with(at, `${id} ${'ab'.repeat(32)}`))).toContain(
        `The row ${id} of the access log was altered`,
      );
      expect(await then((all) => all.toSpliced(at, 1))).toContain(
        `access log with id ${id} was sealed there`,
      );
      const other = '00000000-0000-7000-8000-0000000000ff';
      expect(await then((all) => all.toSpliced(at, 0, line.replace(id!, other)))).toContain(
        `The row ${other} of the access log was put in`,
      );
      const moved = await then((all) => [...all.toSpliced(at, 1), line]);
      expect(moved.includes('changed places')).toBe(at !== accessCount - 1);
    });
  });

  it('P9 names a head that was altered, dropped or moved', async () => {
    await forEach([fc.integer({ min: 0, max: headCount - 1 })], async (tampered, at) => {
      const head = tampered.heads()[at]!;
      const then = async (lines: (all: string[]) => readonly string[]) => {
        const fresh = new Tampered(original);
        fresh.change(FILES.heads, lines);
        return fresh.faults();
      };
      const forged = { ...head, sealedAt: '2026-01-01T00:00:00.000Z' };
      expect(await then((all) => all.with(at, JSON.stringify(forged)))).toContainEqual({
        kind: 'head-forged',
        head: head.number,
      });
      const dropped = await then((all) => all.toSpliced(at, 1));
      if (at === headCount - 1) {
        expect(dropped).toContainEqual({ kind: 'unsealed', from: head.fromLeaf + 1, to: head.size });
        return;
      }
      expect(dropped).toContainEqual({ kind: 'heads-missing', from: head.number, to: head.number });
      const moved = await then((all) => [...all.toSpliced(at, 1), all[at]!]);
      expect(moved).toContainEqual({ kind: 'head-out-of-place', head: head.number });
    });
  });
});
