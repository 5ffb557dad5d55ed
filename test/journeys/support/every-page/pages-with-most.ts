import type { Persona } from '#libs/config';
import type { TestInstance } from '../../../support/instance';

/** Of each the one about which there is most to see, so that no page of a case is looked at only empty. */
const CASES = [
  `select case_id as id from app.appointment join app.case_file using (case_id)
   group by case_id, opened_at order by count(*) desc, opened_at`,
  `select case_id as id from app.milestone join app.case_file using (case_id)
   group by case_id, opened_at order by count(*) desc, opened_at`,
  `select case_id as id from app.case_ending where check_in_on is not null order by ended_at`,
];
/** Nobody but a lead opens it. */
const OF_THE_DEAD = 'select case_id as id from app.death_record order by recorded_at';
const SHARES = [
  `select s.share_id as id from app.share s join advocacy_notes.note n on n.case_id = s.case_id and n.agency_id = s.agency_id
   where s.state = 'open' and s.agency_id = $1 order by n.recorded_at`,
];

/** Pages that are opened before all others by somebody like this; none for whoever opens no case. */
export async function pagesWithMost(
  { admin }: TestInstance,
  { role, agencyId }: Pick<Persona, 'role' | 'agencyId'>,
): Promise<readonly string[]> {
  const first = async (folder: string, asked: readonly string[], values: unknown[] = []) => {
    const found = await Promise.all(asked.map((sql) => admin<{ id: string }>(`${sql} limit 1`, values)));
    return found.flat().map(({ id }) => `${folder}/${id}`);
  };
  switch (role) {
    case 'duty-lead':
      return first('/cases', [...CASES, OF_THE_DEAD]);
    case 'first-responder':
    case 'service-manager':
      return first('/cases', CASES);
    case 'provider-worker':
    case 'provider-coordinator':
      return first('/shared', SHARES, [agencyId]);
    default:
      return [];
  }
}
