import type { SetWallInput } from '#libs/casework';
import type { AgencyId, UserId } from '#libs/domain';
import type { WallChoices } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { readFields, type Fields } from '../../request-reading/read-fields';
import { readRevision } from '../stale-forms/read-revision';
import { MISSING, WHO_WORDS, type Who } from './walls.copy';

const SINGLE = ['who', 'colleague', 'provider', 'basis', 'revision'] as const;

export type WallRaw = Fields<(typeof SINGLE)[number]>;
export const BLANK_WALL: WallRaw = { who: '', colleague: '', provider: '', basis: '', revision: '' };

export type WallForm = { readonly raw: WallRaw; readonly idempotencyKey: string } & (
  | { readonly kind: 'valid'; readonly input: Omit<SetWallInput, 'caseId'> }
  | { readonly kind: 'invalid'; readonly errors: readonly FieldError[] }
);

export function readWall(body: unknown, choices: WallChoices): WallForm {
  const { raw, errors: unclean, idempotencyKey } = readFields(body, { single: SINGLE });
  const revision = readRevision(raw.revision);
  const basis = (['person-said', 'colleague-said'] as const).find((code) => code === raw.basis);
  const target = targetOf(raw, choices);
  const errors = [
    ...unclean,
    ...('errors' in target ? target.errors : []),
    ...(basis === undefined ? [{ field: 'basis', message: MISSING.basis }] : []),
  ];
  if ('errors' in target || basis === undefined || errors.length > 0) {
    return { kind: 'invalid', raw, idempotencyKey, errors };
  }
  return { kind: 'valid', raw, idempotencyKey, input: { ...target, basis, revision } };
}

type Target = Pick<SetWallInput, 'kind' | 'target' | 'spareReferrer' | 'sparesLeads'>;

function targetOf(raw: WallRaw, choices: WallChoices): Target | { readonly errors: readonly FieldError[] } {
  const who = (Object.keys(WHO_WORDS) as Who[]).find((code) => code === raw.who);
  const wrong = (field: keyof typeof MISSING) => ({ errors: [{ field, message: MISSING[field] }] });
  switch (who) {
    case 'colleague': {
      const userId = choices.colleagues.find((id) => id === raw.colleague);
      if (userId === undefined) return wrong('colleague');
      return staffWall({ kind: 'user', userId: userId as UserId });
    }
    case 'team':
      return { ...staffWall({ kind: 'team', teamId: choices.teamId }), sparesLeads: true };
    case 'police': {
      if (choices.police === null) return wrong('who');
      const target = { kind: 'agency', agencyId: choices.police.id } as const;
      return { kind: 'police-family', target, spareReferrer: true, sparesLeads: false };
    }
    case 'provider': {
      const provider = choices.providers.find(({ id }) => id === raw.provider);
      if (provider === undefined) return wrong('provider');
      return staffWall({ kind: 'agency', agencyId: provider.id as AgencyId });
    }
    case undefined:
      return wrong('who');
  }
}

function staffWall(target: Target['target']): Target {
  return { kind: 'staff', target, spareReferrer: false, sparesLeads: false };
}
