import type { CaseId, Instant, UserId, Wall } from '#libs/domain';
import type { CaseSummary, WallChoices } from '#libs/persistence';
import type { FieldError } from '../../errors/problem';
import { momentInWords } from '../../formatting/moments';
import type { NameOf } from '../colleagues/colleagues';
import { wrongFields } from '../form-acts/wrong-fields';
import type { Notice } from '../notices/notice';
import type { WallRaw } from './wall.form';
import { BASIS_WORDS, KIND_WORDS, WALLS, WHO_WORDS, type Who } from './walls.copy';

export interface WallsParts {
  readonly summary: CaseSummary;
  readonly walls: readonly Wall[];
  readonly choices: WallChoices;
  readonly nameOf: NameOf;
  readonly now: Instant;
  readonly timezone: string;
}

export function wallsPage(
  parts: WallsParts,
  form: { raw: WallRaw; errors: readonly FieldError[]; idempotencyKey?: string; notice: Notice | null },
) {
  const { summary, walls, choices, nameOf } = parts;
  const { raw, errors } = form;
  const chosen = <Item extends { value: string }>(items: readonly Item[], value: string) =>
    items.map((item) => ({ ...item, selected: item.value === value }));
  return {
    ...WALLS,
    reference: summary.reference,
    caseHref: `/cases/${summary.caseId}`,
    action: `/cases/${summary.caseId}/walls`,
    cards: walls.map((wall) => cardOf(wall, parts)),
    whoItems: whoItems(choices),
    colleagues: chosen(
      [
        { value: '', text: WALLS.colleagueNone },
        ...choices.colleagues.map((id) => ({ value: id as string, text: nameOf(id as UserId) })),
      ],
      raw.colleague,
    ),
    providers: chosen(
      [
        { value: '', text: WALLS.providerNone },
        ...choices.providers.map(({ id, name }) => ({ value: id as string, text: name })),
      ],
      raw.provider,
    ),
    bases: (['person-said', 'colleague-said'] as const).map((value) => ({ value, text: BASIS_WORDS[value] })),
    closed: summary.closedAt !== null,
    revision: summary.revision,
    raw,
    errors,
    wrong: wrongFields(errors),
    idempotencyKey: form.idempotencyKey,
    notice: form.notice,
  };
}

function whoItems({ police, providers }: WallChoices): readonly { value: Who; text: string }[] {
  const shown: readonly Who[] = [
    'colleague',
    'team',
    ...(police === null ? [] : (['police'] as const)),
    ...(providers.length === 0 ? [] : (['provider'] as const)),
  ];
  return shown.map((value) => ({ value, text: WHO_WORDS[value] }));
}

function cardOf(wall: Wall, { choices, nameOf, now, timezone, summary }: WallsParts) {
  const { target, kind, basis, setBy, setAt } = wall;
  return {
    title: titleOf(wall, { choices, nameOf }),
    rows: [
      { key: 'Why', value: KIND_WORDS[kind] },
      { key: 'How we know', value: BASIS_WORDS[basis] },
      { key: 'Set by', value: `${nameOf(setBy)}, ${momentInWords(setAt, { now, timezone })}` },
    ],
    liftAction: target.kind === 'apart' ? null : liftPath(summary.caseId, wall),
    revision: wall.revision,
  };
}

function titleOf({ target, sparedUserId, sparesLeads }: Wall, words: Pick<WallsParts, 'choices' | 'nameOf'>) {
  switch (target.kind) {
    case 'user':
      return `Before ${words.nameOf(target.userId)}`;
    case 'team':
      return sparesLeads ? 'Before our team, except duty leads and managers' : 'Before our team';
    case 'agency': {
      const known = [...words.choices.providers, ...(words.choices.police ? [words.choices.police] : [])];
      const name = known.find(({ id }) => id === target.agencyId)?.name ?? 'another organisation';
      return sparedUserId === null ? `Before ${name}` : `Before ${name}, except the officer who referred`;
    }
    case 'apart':
      return 'Before whoever works with the other person';
  }
}

function liftPath(caseId: CaseId, { id }: Wall): string {
  return `/cases/${caseId}/walls/${id}/lift`;
}
