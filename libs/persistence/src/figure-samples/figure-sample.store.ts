import type { DrawnCases, FigureSampleStore, SealAtDraw } from '#libs/casework';
import { isoOf, type FigureSample, type FigureSampleId, type Instant, type UserId } from '#libs/domain';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../columns';
import { canonicalBytes } from '../journal-seals';
import { SAMPLE_COLUMNS, sampleOf, type RawSample } from './figure-sample.row';

export class PostgresFigureSampleStore implements FigureSampleStore {
  constructor(private readonly manager: EntityManager) {}

  async newestSeal(): Promise<SealAtDraw | null> {
    const [row] = await this.manager.query<SealAtDraw[]>(
      `select number::float8 as number, encode(root, 'hex') as root from app.journal_seal
       order by number desc limit 1`,
    );
    return row ?? null;
  }

  async add({ id, figure, size, purpose, askedBy, askedAt, askedUnderSeal }: FigureSample): Promise<void> {
    const { measure, table, span, until, value, limb, part } = figure;
    await this.manager.query(
      `insert into app.figure_sample (sample_id, measure_id, table_id, span, until_month, value, limb, part, size, purpose,
         asked_by, asked_at, asked_under_seal)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        measure,
        table,
        span,
        until,
        value,
        limb,
        part,
        size,
        purpose,
        askedBy,
        dateOf(askedAt),
        askedUnderSeal,
      ],
    );
  }

  async lock(id: FigureSampleId): Promise<FigureSample | null> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('app.figure_sample ' || $1))`, [id]);
    const [row] = await this.manager.query<RawSample[]>(
      `select ${SAMPLE_COLUMNS} from app.figure_sample s left join app.figure_sample_draw d using (sample_id)
       where s.sample_id = $1`,
      [id],
    );
    return row === undefined ? null : sampleOf(row);
  }

  seedOf(id: FigureSampleId, seal: SealAtDraw | null): string {
    return createHash('sha256')
      .update(`${id} ${seal?.root ?? ''}`)
      .digest('hex');
  }

  async keepDraw(
    sample: FigureSample,
    draw: {
      readonly by: UserId;
      readonly at: Instant;
      readonly seal: SealAtDraw | null;
      readonly seed: string;
      readonly drawn: DrawnCases;
    },
  ): Promise<string> {
    const { by, at, seal, seed, drawn } = draw;
    const { population, cases } = drawn;
    const bytes = canonicalBytes({
      format: 'waymark-figure-sample-1',
      sample: sample.id,
      figure: { ...sample.figure },
      purpose: sample.purpose,
      askedAt: isoOf(sample.askedAt),
      drawnAt: isoOf(at),
      seal,
      seed,
      population,
      cases,
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.manager.query(
      `insert into app.figure_sample_draw (sample_id, drawn_by, drawn_at, seal_number, seed, population, drawn, sha256)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [sample.id, by, dateOf(at), seal?.number ?? null, seed, population, cases.length, sha256],
    );
    await this.manager.query('insert into app.figure_sample_cases (sample_id, statement) values ($1, $2)', [
      sample.id,
      bytes.toString('utf8'),
    ]);
    return sha256;
  }
}
