import type { Instant } from '#libs/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf } from '../columns';

export interface InstanceState {
  readonly synthetic: boolean;
  readonly areaPack: string;
  readonly serviceNow: Instant;
}

/** What kind of instance this is and what time it keeps. */
export class InstanceStore {
  constructor(private readonly source: DataSource) {}

  async state(): Promise<InstanceState> {
    const [row] = await this.source.query<{ synthetic: boolean; area_pack: string; now: Date }[]>(
      'select synthetic, area_pack, app.service_now() as now from app.instance',
    );
    if (!row) throw new Error('No area pack is loaded. Run: waymark load-area');
    return { synthetic: row.synthetic, areaPack: row.area_pack, serviceNow: instantOf(row.now) };
  }

  /** Moves the demo clock forward. The database refuses unless it is marked synthetic; there is no way back. */
  async advance(manager: EntityManager, seconds: number): Promise<boolean> {
    const [, moved] = await manager.query<[unknown[], number]>(
      'update app.instance set offset_seconds = offset_seconds + $1 where synthetic and $1 > 0',
      [seconds],
    );
    return moved === 1;
  }
}
