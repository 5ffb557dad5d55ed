import type { ToldRecord } from '#libs/casework';
import type { AgencyId, CaseId, Instant, PersonId, ToldTopic, UserId } from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AT, MAYBE_AT } from '../columns';

@Entity({ schema: 'app', name: 'plan_topic' })
export class PlanTopicRow implements ToldRecord {
  @PrimaryColumn({ type: 'uuid', name: 'topic_id' }) id: string;
  @Column('uuid') caseId: CaseId;
  @Column('uuid') personId: PersonId;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column('uuid') agencyId: AgencyId;
  @Column('text') topic: ToldTopic;
  @Column('uuid') recordedBy: UserId;
  @Column(AT) recordedAt: Instant;
  @Column(MAYBE_AT) endedAt: Instant | null;
}
