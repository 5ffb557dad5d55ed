import { PAGING_LADDER, type PagingLadderBody } from '#libs/casework';
import { PAGE_LEVELS, type PageLevel, type PagingRung } from '#libs/domain';
import type { PagingLadderLine } from '#libs/persistence';
import { readFields } from '../../request-reading/read-fields';
import { ENDING, endDraft, readCount, type DraftForm, type EndingRaw } from '../change-proposals/draft.form';
import { momentBlank } from '../typed-moments/typed-moment.page';
import { LADDER_FORM, LADDER_LEVELS } from './paging-ladder.copy';

type Field = `${'times' | 'minutes'}-${PageLevel}`;

export const LADDER_FIELDS: readonly Field[] = PAGE_LEVELS.flatMap((level): readonly Field[] => [
  `times-${level}`,
  `minutes-${level}`,
]);

export type LadderRaw = EndingRaw & Readonly<Record<Field, string>>;

/** The wait that a level opens with when the ladder leaves it out. */
const USUAL_MINUTES = 10;

export function ladderRawOf({ body }: PagingLadderLine): LadderRaw {
  const fields = PAGE_LEVELS.flatMap((level) => {
    const rung = body.rungs.find((one) => one.level === level);
    const minutes = rung === undefined ? USUAL_MINUTES : Math.max(1, Math.round(rung.everySeconds / 60));
    return [
      [`times-${level}`, String(rung?.times ?? 0)],
      [`minutes-${level}`, String(minutes)],
    ];
  });
  return { ...(Object.fromEntries(fields) as Record<Field, string>), reason: '', ...momentBlank('from') };
}

export function readLadder(posted: unknown, base: PagingLadderLine, timezone: string): DraftForm<LadderRaw> {
  const {
    raw: all,
    errors: unclean,
    idempotencyKey,
  } = readFields(posted, {
    single: [...LADDER_FIELDS, ...ENDING, 'step'] as const,
  });
  const { step, ...raw } = all;
  const levels = PAGE_LEVELS.map((level) => ({
    level,
    times: readCount(raw[`times-${level}`], { least: 0, most: 20 }),
    minutes: readCount(raw[`minutes-${level}`], { least: 1, most: 240 }),
  }));
  const errors = [...unclean, ...levels.flatMap(faultsOf)];
  const rungs: readonly PagingRung[] = levels
    .map(({ level, times = 0, minutes = 1 }) => ({ level, times, everySeconds: minutes * 60 }))
    .filter(({ times }) => times > 0);
  return endDraft({ raw, idempotencyKey, step, errors, timezone }, (ending) => ({
    kind: 'paging-ladder',
    subject: PAGING_LADDER,
    basedOnVersion: base.version,
    body: { rungs } satisfies PagingLadderBody,
    ...ending,
  }));
}

/** What is missing at one level, in a sentence that no other level has. */
function faultsOf({
  level,
  times,
  minutes,
}: {
  readonly level: PageLevel;
  readonly times: number | undefined;
  readonly minutes: number | undefined;
}) {
  const { numbers } = LADDER_FORM;
  const who = LADDER_LEVELS[level];
  return [
    ...(times === undefined ? [{ field: `times-${level}`, message: numbers.times(who) }] : []),
    ...(minutes === undefined ? [{ field: `minutes-${level}`, message: numbers.minutes(who) }] : []),
  ];
}
