import type { ConfirmCoverageOutcome, KeepCapacityOutcome, RetireServiceOutcome } from '#libs/casework';
import type { ServiceFault } from '#libs/domain';
import { Problem } from '../../../errors/problem';
import type { RefusalCopy } from '../../../errors/refusal';
import { CAPACITY_REFUSALS } from '../../../pages/directory/capacity.page';
import { FAULTS } from '../../../pages/directory/service-form.copy';
import type { ReasonsOf } from '../requests/done';
import { inBody } from '../requests/in-body';

export const CONFIRM_REFUSALS: RefusalCopy<ReasonsOf<ConfirmCoverageOutcome>> = {
  'not-covered': {
    sentence: 'district must be one that the service covers today: read the service again',
    field: 'district',
  },
  'confirmed-already': { sentence: 'The district is confirmed already. Read the service to see by what' },
};

export const RETIRE_REFUSALS: RefusalCopy<ReasonsOf<RetireServiceOutcome>> = {
  'already-so': { sentence: 'The service is so already: read it again' },
};

export const ROOM_REFUSALS: RefusalCopy<ReasonsOf<KeepCapacityOutcome>> = inBody(CAPACITY_REFUSALS, {
  posts: 'posts',
  limit: 'limit',
  sinceDay: 'listSince',
});

/** What keeps a version from being kept, where the request has no field that would put it right. */
export function faulty([fault]: readonly ServiceFault[]): Problem {
  if (fault === undefined) return new Problem('conflict');
  return new Problem('conflict', { detail: FAULTS[fault].sentence, reason: fault });
}
