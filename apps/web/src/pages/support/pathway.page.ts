import type { AreaPack } from '#libs/config';
import { SUPPORTER_RELATIONS, type Instant, type OwnPathwayKind } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { doorPage } from '../doors/door.page';
import type { Door } from '../doors/doors';
import { choices } from './form-fields';
import { PATHWAY_FORM, PATHWAY_PAGE } from './pathway.copy';
import type { PathwayRaw } from './pathway.form';
import { RELATION_WORDS } from './support.copy';

/** The page of a pathway of one's own: the questions of its door, and the one of its own. */
export function pathwayPage(options: {
  kind: OwnPathwayKind;
  door: Door;
  raw: PathwayRaw;
  errors: readonly FieldError[];
  idempotencyKey?: string;
  pack: AreaPack;
  now: Instant;
}) {
  const { kind, raw, ...rest } = options;
  const page = doorPage({ ...rest, raw, manyDoors: true, sameAs: null, mayCountDeclined: false });
  return {
    ...page,
    ...PATHWAY_FORM,
    ...PATHWAY_PAGE[kind],
    kind,
    raw,
    action: `/referrals/pathways/${kind}`,
    nameHint: PATHWAY_FORM.nameHint[kind],
    relations: choices(SUPPORTER_RELATIONS, RELATION_WORDS),
    choices: { ...page.choices, dangers: dangersOf(kind, page.choices.dangers) },
  };
}

/** Samples are a matter of the person whom it happened to, never of a supporter. */
function dangersOf<Item extends { readonly value: string }>(
  kind: OwnPathwayKind,
  dangers: readonly Item[],
): readonly Item[] {
  return kind === 'supporter' ? dangers.filter(({ value }) => value !== 'forensic-window-open') : dangers;
}
