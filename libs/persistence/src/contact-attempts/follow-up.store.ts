import type { FollowUpRecord, FollowUpStore } from '#libs/casework';
import type {
  AgencyId,
  AttemptId,
  CaseId,
  ElementAnswer,
  IdentityAnswer,
  Instant,
  UserId,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { AT } from '../columns';

const ANSWER = { type: 'text', nullable: true } as const;

@Entity({ schema: 'app', name: 'conversation_follow_up' })
export class FollowUpRow {
  @PrimaryColumn('uuid') attemptId: AttemptId;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('text') identity: IdentityAnswer;
  @Column(ANSWER) emotionalSupport: ElementAnswer | null;
  @Column(ANSWER) justiceInformation: ElementAnswer | null;
  @Column(ANSWER) supportOffer: ElementAnswer | null;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
}

export class PostgresFollowUpStore implements FollowUpStore {
  constructor(private readonly manager: EntityManager) {}

  async insert({ elements, ...record }: FollowUpRecord): Promise<void> {
    await this.manager.insert(FollowUpRow, {
      ...record,
      emotionalSupport: elements?.['emotional-support'] ?? null,
      justiceInformation: elements?.['justice-information'] ?? null,
      supportOffer: elements?.['support-offer'] ?? null,
    });
  }

  async of(attemptId: AttemptId): Promise<FollowUpRecord | null> {
    const row = await this.manager.findOne(FollowUpRow, { where: { attemptId } });
    return row === null ? null : followUpOf(row);
  }
}

export function followUpOf(row: FollowUpRow): FollowUpRecord {
  const { emotionalSupport, justiceInformation, supportOffer, ...record } = row;
  if (emotionalSupport === null || justiceInformation === null || supportOffer === null)
    return { ...record, elements: null };
  const elements = {
    'emotional-support': emotionalSupport,
    'justice-information': justiceInformation,
    'support-offer': supportOffer,
  };
  return { ...record, elements };
}
