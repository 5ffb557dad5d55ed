import type { SampledCase } from '#libs/casework';
import type { FigureSample, FigureSampleId } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { SAMPLE_COLUMNS, sampleOf, type RawSample } from './figure-sample.row';

/** What is known of a sample besides its cases. */
export interface FigureSampleLine {
  readonly sample: FigureSample;
  /** Null until it is drawn. */
  readonly draw: {
    readonly population: number;
    readonly drawn: number;
    readonly seed: string;
    readonly seal: number | null;
    readonly sha256: string;
  } | null;
  /** Base64, over the hash; null until it is signed, which is within seconds. */
  readonly signature: { readonly keyId: string; readonly signature: string } | null;
}

interface RawLine extends RawSample, Partial<NonNullable<FigureSampleLine['draw']>> {
  readonly keyId: string | null;
  readonly signature: string | null;
}

const MOST = 100;
const LINE = `select ${SAMPLE_COLUMNS}, d.population, d.drawn, d.seed, d.seal_number::float8 as seal, d.sha256,
    k.key_id as "keyId", replace(encode(k.signature, 'base64'), e'\\n', '') as signature
  from app.figure_sample s left join app.figure_sample_draw d using (sample_id)
  left join app.figure_sample_seal k using (sample_id)`;

/** The newest hundred that the actor may see. */
export async function figureSamples(manager: EntityManager): Promise<readonly FigureSampleLine[]> {
  const rows = await manager.query<RawLine[]>(
    `${LINE} order by s.asked_at desc, s.sample_id desc limit ${MOST}`,
  );
  return rows.map(lineOf);
}

export async function figureSampleLine(
  manager: EntityManager,
  id: FigureSampleId,
): Promise<FigureSampleLine | null> {
  const [row] = await manager.query<RawLine[]>(`${LINE} where s.sample_id = $1`, [id]);
  return row === undefined ? null : lineOf(row);
}

/** The cases of a sample and what was signed word for word; null for whoever may not see them. */
export async function figureSampleCases(
  manager: EntityManager,
  id: FigureSampleId,
): Promise<{ readonly statement: string; readonly cases: readonly SampledCase[] } | null> {
  const [row] = await manager.query<{ statement: string }[]>(
    'select statement from app.figure_sample_cases where sample_id = $1',
    [id],
  );
  if (row === undefined) return null;
  const { cases } = JSON.parse(row.statement) as { readonly cases: readonly SampledCase[] };
  return { statement: row.statement, cases };
}

function lineOf({
  population,
  drawn,
  seed,
  seal,
  sha256,
  keyId,
  signature,
  ...row
}: RawLine): FigureSampleLine {
  const sample = sampleOf(row);
  return {
    sample,
    draw:
      sample.drawnAt === null
        ? null
        : {
            population: population ?? 0,
            drawn: drawn ?? 0,
            seed: seed ?? '',
            seal: seal ?? null,
            sha256: sha256 ?? '',
          },
    signature: keyId === null || signature === null ? null : { keyId, signature },
  };
}
