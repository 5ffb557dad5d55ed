import type { SetWallInput } from '#libs/casework';
import type { WallChoices } from '#libs/persistence';
import { invalidInput, type Problem } from '../../../errors/problem';
import type { SetWallBody } from './wall.dto';

type Target = Pick<SetWallInput, 'kind' | 'target' | 'spareReferrer' | 'sparesLeads'>;

const BEFORE_STAFF = { kind: 'staff', spareReferrer: false, sparesLeads: false } as const;

/** Whom a wall keeps out: somebody of the choices, and of nobody else. */
export function wallTarget({ before, userId, agencyId }: SetWallBody, choices: WallChoices): Target {
  switch (before) {
    case 'colleague': {
      const found = choices.colleagues.find((id) => id === userId);
      if (found === undefined) throw notAChoice('userId');
      return { ...BEFORE_STAFF, target: { kind: 'user', userId: found } };
    }
    case 'team':
      return { ...BEFORE_STAFF, target: { kind: 'team', teamId: choices.teamId }, sparesLeads: true };
    case 'police': {
      if (choices.police === null) throw notAChoice('before');
      const target = { kind: 'agency', agencyId: choices.police.id } as const;
      return { kind: 'police-family', target, spareReferrer: true, sparesLeads: false };
    }
    case 'provider': {
      const found = choices.providers.find(({ id }) => id === agencyId);
      if (found === undefined) throw notAChoice('agencyId');
      return { ...BEFORE_STAFF, target: { kind: 'agency', agencyId: found.id } };
    }
  }
}

function notAChoice(field: string): Problem {
  return invalidInput([{ field, message: `${field} must be one of the choices that come with the walls` }]);
}
