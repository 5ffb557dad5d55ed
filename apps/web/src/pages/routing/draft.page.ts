import { momentInWords, timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import type { DraftReading } from './draft-reading';
import { DRAFT_PAGE, TABLE_FAULT_WORDS } from './draft.copy';
import { ruleRows } from './table.page';
import { windowLinks } from './window.page';

type Whole = Awaited<ReturnType<DraftReading['faults']>>;

/** A draft as a whole: its rules with their buttons, its windows, and what is wrong with it. */
export function draftPage(
  { draft, names, now, outdated, faults }: Whole,
  { timezone, notice }: { timezone: string; notice: Notice | null },
) {
  const href = `/routing/drafts/${draft.id}`;
  const { rules } = draft.table;
  const titleOf = (id: string | null) => rules.find((rule) => rule.id === id)?.title ?? null;
  return {
    ...DRAFT_PAGE,
    notice,
    asAt: timeOfDay(now, timezone),
    caption: `Draft of version ${draft.basedOnVersion + 1}, changed ${momentInWords(draft.changedAt, { now, timezone })}`,
    staleWords: outdated ? DRAFT_PAGE.stale : null,
    faultRows: faults.map(({ code, ruleId, detail }) => ({
      rule: titleOf(ruleId),
      words: TABLE_FAULT_WORDS[code],
      detail: code === 'shadowed' ? titleOf(detail ?? null) : null,
    })),
    rows: ruleRows(rules, names).map((row, index) => ({
      ...row,
      changeHref: `${href}/rules/${row.id}`,
      first: index === 0,
      last: index === rules.length - 1,
    })),
    replayHref: `${href}/replay`,
    windowRows: windowLinks(draft.table, href),
    editAction: `${href}/edit`,
    addHref: `${href}/rules`,
    tryHref: `/routing/try?draft=${draft.id}`,
    sendHref: faults.length > 0 || outdated ? null : `${href}/send`,
    revision: draft.revision,
  };
}
