import type { FeedbackStore } from '#libs/casework';
import type { CaseId, PersonFeedback } from '#libs/domain';
import type { EntityManager } from 'typeorm';
import { dateOf, instantOf } from '../columns';

const MOST = 100;

export class PostgresFeedbackStore implements FeedbackStore {
  constructor(private readonly manager: EntityManager) {}

  async add(feedback: PersonFeedback): Promise<void> {
    const { id, caseId, personId, handlingAgencyId, keptBy, point, about, consent, answers } = feedback;
    const { informed, updated, supported } = answers;
    await this.manager.query(
      `insert into app.person_feedback (feedback_id, case_id, person_id, handling_agency_id, kept_by, point, about,
         consent, informed, updated, supported, happened_at, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[
          id,
          caseId,
          personId,
          handlingAgencyId,
          keptBy,
          point,
          about,
          consent,
          informed,
          updated,
          supported,
        ],
        dateOf(feedback.happenedAt),
        feedback.recordedBy,
        dateOf(feedback.recordedAt),
      ],
    );
  }
}

type Raw = Omit<PersonFeedback, 'answers' | 'happenedAt' | 'recordedAt'> &
  PersonFeedback['answers'] & { readonly happened_at: Date; readonly recorded_at: Date };

/** What the person of a case said of services, the last first. */
export async function feedbackOfCase(
  manager: EntityManager,
  caseId: CaseId,
): Promise<readonly PersonFeedback[]> {
  const rows = await manager.query<Raw[]>(
    `select feedback_id as id, case_id as "caseId", person_id as "personId",
       handling_agency_id as "handlingAgencyId", kept_by as "keptBy", point, about, consent, informed, updated, supported,
       happened_at, recorded_by as "recordedBy", recorded_at
     from app.person_feedback where case_id = $1 order by happened_at desc, feedback_id desc limit ${MOST}`,
    [caseId],
  );
  return rows.map(({ informed, updated, supported, happened_at, recorded_at, ...row }) => ({
    ...row,
    answers: { informed, updated, supported },
    happenedAt: instantOf(happened_at),
    recordedAt: instantOf(recorded_at),
  }));
}
