import type { FigureSampleId } from '#libs/domain';
import type { DataSource } from 'typeorm';
import type { SealSigner } from '../journal-seals';

const LIMIT = 10;
/** Any number will do, as long as every signer takes the same one. */
const ONE_SIGNER_AT_A_TIME = 7_391_303;

/** What is signed of a sample: its id, and the hash of the cases word for word. */
export function sampleStatement(id: FigureSampleId, sha256: string): object {
  return { format: 'waymark-figure-sample-1', sample: id, sha256 };
}

/** Signs what an auditor has drawn, with the key that the journal is sealed with. */
export class FigureSampleSigner {
  constructor(
    private readonly source: DataSource,
    private readonly signer: SealSigner,
  ) {}

  /** Signs what waits; returns how many there were. Nothing is signed before the journal knows the key. */
  step(): Promise<number> {
    return this.source.transaction(async (manager) => {
      const [lock] = await manager.query<{ taken: boolean }[]>(
        'select pg_try_advisory_xact_lock($1) as taken',
        [ONE_SIGNER_AT_A_TIME],
      );
      if (!lock?.taken) return 0;
      const { keyId } = this.signer;
      const waiting = await manager.query<{ id: FigureSampleId; sha256: string }[]>(
        `select d.sample_id as id, d.sha256 from app.figure_sample_draw d
         where exists (select 1 from app.seal_key k where k.key_id = $1)
           and not exists (select 1 from app.figure_sample_seal x where x.sample_id = d.sample_id)
         order by d.drawn_at limit $2`,
        [keyId, LIMIT],
      );
      for (const { id, sha256 } of waiting)
        await manager.query(
          `insert into app.figure_sample_seal (sample_id, signature, key_id) values ($1, decode($2, 'base64'), $3)`,
          [id, this.signer.sign(sampleStatement(id, sha256)), keyId],
        );
      return waiting.length;
    });
  }
}
