import { Inject, Injectable } from '@nestjs/common';
import type { AreaPack } from '#libs/config';
import type { Instant, StaffActor } from '#libs/domain';
import { PostgresUnitOfWork, sameCrime } from '#libs/persistence';
import { AREA_PACK } from '../../casework/tokens';
import { momentInWords } from '../../formatting/moments';
import { ServerKey } from '../../security/server-key';
import type { Prompt } from './draft-prompts';
import { PROMPTS } from './draft-prompts.copy';

/**
 * Tells an officer of a second referral with one crime number, from what the own team sent and nothing else: whether
 * a person is known otherwise is nobody's business here (P7). A signal, never a bar: one report may name two people.
 */
@Injectable()
export class SameCrime {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly serverKey: ServerKey,
    @Inject(AREA_PACK) private readonly pack: AreaPack,
  ) {}

  /** Keyed and by team: two teams' marks of one number have nothing in common. */
  markOf({ teamId }: StaffActor, crimeReference: string | null): Buffer | null {
    const plain = (crimeReference ?? '').toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
    if (plain === '' || teamId === null) return null;
    return this.serverKey.code('crime-mark', `${teamId} ${plain}`);
  }

  async prompt(
    actor: StaffActor,
    { crimeReference, now }: { crimeReference: string | null; now: Instant },
  ): Promise<readonly Prompt[]> {
    const mark = this.markOf(actor, crimeReference);
    if (mark === null) return [];
    const found = await this.work.read(actor, (manager) => sameCrime(manager, mark));
    if (found === null) return [];
    return [
      PROMPTS.sameCrime(found.reference, momentInWords(found.sentAt, { now, timezone: this.pack.timezone })),
    ];
  }
}
