import { ApiProperty } from '@nestjs/swagger';
import {
  COMPLAINT_ABOUT,
  COMPLAINT_FINDINGS,
  complaintDueAt,
  complaintMachine,
  isoOf,
  mayDo,
  type Complaint,
  type Instant,
  type StaffActor,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const NULLABLE = { nullable: true };
const STATES = Object.keys(complaintMachine.transitions);

export class ComplaintView {
  @IdProperty('The complaint.')
  id: string;

  @IdProperty('The case.')
  caseId: string;

  @TextProperty('The reference to say on the telephone.', 'WM-4F7K-9Q2D')
  reference: string;

  @CodeProperty(COMPLAINT_ABOUT, 'What it is about.')
  about: string;

  @CodeProperty(STATES, 'Where it stands.')
  state: string;

  @CodeProperty(COMPLAINT_FINDINGS, 'What was found.', NULLABLE)
  finding: string | null;

  @InstantProperty('When it reached us.')
  receivedAt: string;

  @InstantProperty('By when it is acknowledged.')
  acknowledgeDueAt: string;

  @InstantProperty('By when it is answered.')
  replyDueAt: string;

  @InstantProperty('By when somebody must act next; null when nobody must.', NULLABLE)
  dueAt: string | null;

  @YesNoProperty('Whether that time has passed.', false)
  late: boolean;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class OpenedComplaintView extends ComplaintView {
  @TextProperty('What the person complains of; null when it cannot be read.', 'Sample words', NULLABLE)
  words: string | null;
}

export class CaseComplaintsView {
  @IdProperty('The case.')
  caseId: string;

  @ApiProperty({ type: [ComplaintView], description: 'Those that you may see, the last first.' })
  complaints: ComplaintView[];

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class ComplaintPageView {
  @ApiProperty({ type: [ComplaintView], description: 'The first to be answered first.' })
  items: ComplaintView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', NULLABLE)
  nextCursor: string | null;
}

export class ComplaintRecordedView {
  @IdProperty('The complaint.')
  id: string;

  @IdProperty('The case.')
  caseId: string;
}

export function complaintView(
  complaint: Complaint,
  { actor, now }: { readonly actor: StaffActor; readonly now: Instant },
): ComplaintView {
  const { id, caseId, reference, about, state, finding, receivedAt, revision } = complaint;
  const due = complaintDueAt(complaint);
  const path = `/api/v1/complaints/${id}`;
  const handles = mayDo(actor, 'handle-complaints');
  const steps = Object.keys(complaintMachine.transitions[state]);
  return {
    id,
    caseId,
    reference,
    about,
    state,
    finding,
    receivedAt: isoOf(receivedAt),
    acknowledgeDueAt: isoOf(complaint.acknowledgeDueAt),
    replyDueAt: isoOf(complaint.replyDueAt),
    dueAt: due && isoOf(due),
    late: due !== null && now > due,
    etag: entityTag(revision),
    availableActions: availableOf([
      { action: 'read', method: 'GET', href: path, may: true },
      ...steps.map(
        (step) =>
          ({
            action: step,
            method: 'POST',
            href: step === 'answer' ? `${path}/answer` : `${path}/steps`,
            may: handles,
          }) as const,
      ),
    ]),
  };
}

export function caseComplaintsView(
  caseId: string,
  complaints: readonly Complaint[],
  reader: { readonly actor: StaffActor; readonly now: Instant },
): CaseComplaintsView {
  const href = `/api/v1/cases/${caseId}/complaints`;
  const may = mayDo(reader.actor, 'record-complaint');
  return {
    caseId,
    complaints: complaints.map((complaint) => complaintView(complaint, reader)),
    availableActions: availableOf([{ action: 'record-complaint', method: 'POST', href, may }]),
  };
}
