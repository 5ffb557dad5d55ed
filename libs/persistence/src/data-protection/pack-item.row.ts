import type { PackItem, ReleaseRecord } from '#libs/casework';
import type {
  InformationRequestId,
  Instant,
  ItemDecision,
  Notification,
  PersonId,
  PersonView,
  ReleasedClass,
  ReleaseTest,
  UserId,
  WithholdReason,
} from '#libs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

@Entity({ schema: 'app', name: 'pack_item' })
export class PackItemRow implements PackItem {
  @PrimaryColumn('uuid') requestId: InformationRequestId;
  @PrimaryColumn({ type: 'text', name: 'item_key' }) key: string;
  @Column(MAYBE_TEXT) sealedKind: string | null;
  @Column('uuid') personId: PersonId;
  @Column(MAYBE_TEXT) decision: ItemDecision | null;
  @Column(MAYBE_TEXT) reason: WithholdReason | null;
  @Column(MAYBE_UUID) wordsId: string | null;
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) decidedAt: Instant | null;
  @Column('integer') revision: number;
}

@Entity({ schema: 'app', name: 'victim_information_request' })
export class ReleaseRow implements ReleaseRecord {
  @PrimaryColumn('uuid') requestId: InformationRequestId;
  @Column('boolean') counselling: boolean;
  @Column({ type: 'text', array: true }) tests: ReleaseTest[];
  @Column('boolean') seniorApproved: boolean;
  @Column(MAYBE_TEXT) notification: Notification | null;
  @Column(MAYBE_AT) notifiedAt: Instant | null;
  @Column(MAYBE_TEXT) view: PersonView | null;
  @Column(MAYBE_UUID) viewTakenBy: UserId | null;
  @Column(MAYBE_AT) viewTakenAt: Instant | null;
  @Column({ type: 'text', array: true }) released: ReleasedClass[];
  @Column('boolean') legalHold: boolean;
  @Column('integer') revision: number;
}
