import type {
  AgencyId,
  CaseId,
  Delivery,
  ExtensionReason,
  IdentityCheck,
  InformationRequest,
  InformationRequestId,
  Instant,
  NextDueCode,
  PersonId,
  AskedVia,
  RequestKind,
  RequestRefusalReason,
  RequestState,
  Requester,
  Settlement,
  UserId,
  Wait,
} from '#libs/domain';
import { instant, isoOf } from '#libs/domain';
import { Column, Entity, PrimaryColumn, type ValueTransformer } from 'typeorm';
import { AT, isoOrNull, MAYBE_AT, MAYBE_TEXT, MAYBE_UUID } from '../columns';

interface StoredWait {
  readonly waitFor: Wait['waitFor'];
  readonly fromAt: string;
  readonly untilAt: string | null;
}

const waits: ValueTransformer = {
  to: (value: readonly Wait[]): readonly StoredWait[] =>
    value.map(({ waitFor, fromAt, untilAt }) => ({
      waitFor,
      fromAt: isoOf(fromAt),
      untilAt: isoOrNull(untilAt),
    })),
  from: (value: readonly StoredWait[]): readonly Wait[] =>
    value.map(({ waitFor, fromAt, untilAt }) => ({
      waitFor,
      fromAt: instant(fromAt),
      untilAt: untilAt === null ? null : instant(untilAt),
    })),
};

@Entity({ schema: 'app', name: 'information_request' })
export class InformationRequestRow implements InformationRequest {
  @PrimaryColumn({ type: 'uuid', name: 'request_id' }) id: InformationRequestId;
  @Column('text') reference: string;
  @Column('text') kind: RequestKind;
  @Column('text') state: RequestState;
  @Column('uuid') handlingAgencyId: AgencyId;
  @Column(MAYBE_UUID) caseId: CaseId | null;
  @Column(MAYBE_UUID) personId: PersonId | null;
  @Column(AT) receivedAt: Instant;
  @Column('text') receivedVia: AskedVia;
  @Column('text') requester: Requester;
  @Column('uuid') ownerUserId: UserId;
  @Column(MAYBE_TEXT) identityHow: IdentityCheck | null;
  @Column(MAYBE_AT) identityAt: Instant | null;
  @Column({ type: 'jsonb', transformer: waits }) waits: Wait[];
  @Column(MAYBE_AT) extendedAt: Instant | null;
  @Column(MAYBE_TEXT) extension: ExtensionReason | null;
  @Column(MAYBE_AT) acknowledgedAt: Instant | null;
  @Column(MAYBE_TEXT) nextDue: NextDueCode | null;
  @Column({ type: 'date', nullable: true }) nextDueOn: string | null;
  @Column(MAYBE_AT) nextDueAt: Instant | null;
  @Column(MAYBE_UUID) packRecordId: string | null;
  @Column(MAYBE_TEXT) packHash: string | null;
  @Column(MAYBE_TEXT) delivery: Delivery | null;
  @Column(MAYBE_TEXT) settlement: Settlement | null;
  @Column(MAYBE_TEXT) refusal: RequestRefusalReason | null;
  @Column(MAYBE_UUID) proposedBy: UserId | null;
  @Column(MAYBE_UUID) decidedBy: UserId | null;
  @Column(MAYBE_AT) closedAt: Instant | null;
  @Column('integer') revision: number;
}
