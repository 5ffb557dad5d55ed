import type { ProposalRecord, RoutingDraftRecord } from '#libs/casework';
import { mayDo, type Instant, type RoutingRule, type StaffActor } from '#libs/domain';
import type { RoutingTableLine } from '#libs/persistence';
import { momentInWords, timeInWords, timeOfDay } from '../../formatting/moments';
import type { Notice } from '../notices/notice';
import { factChanges } from '../policies/rule-facts';
import type { RoutingNames } from './routing-names';
import { TABLE } from './table.copy';
import { conditionWords, effectWords } from './rule-words';
import { tableFacts } from './table-facts';
import { windowRows } from './windows.page';

/** The table in force with everything that came before it and may come after. */
export function tablePage(parts: {
  readonly names: RoutingNames;
  /** Newest first. */
  readonly versions: readonly RoutingTableLine[];
  readonly drafts: readonly RoutingDraftRecord[];
  readonly waiting: readonly ProposalRecord[];
  readonly actor: StaffActor;
  readonly mayDraft: boolean;
  readonly now: Instant;
  readonly timezone: string;
  readonly notice: Notice | null;
}) {
  const { names, versions, drafts, waiting, actor, mayDraft, now, timezone, notice } = parts;
  const inForce = versions.find(({ effectiveFrom }) => effectiveFrom <= now) ?? versions.at(-1);
  const table = inForce?.table;
  return {
    ...TABLE,
    notice,
    asAt: timeOfDay(now, timezone),
    versionWords: table === undefined ? '' : `Version ${table.version}, in force.`,
    rows: ruleRows(table?.rules ?? [], names),
    ...windowRows(table?.windows ?? [], table?.healthWindows ?? []),
    versionCards: versions.map((line, index) =>
      versionCard(line, versions[index + 1], { names, inForce, now, timezone }),
    ),
    tryHref: mayDo(actor, 'try-routing') ? '/routing/try' : null,
    mayDraft,
    draftRows: drafts.map(({ id, basedOnVersion, changedAt }) => ({
      href: `/routing/drafts/${id}`,
      text: `Draft of version ${basedOnVersion + 1}`,
      when: `changed ${momentInWords(changedAt, { now, timezone })}`,
    })),
    waitingHref: waiting[0] === undefined ? null : `/proposals/${waiting[0].id}`,
  };
}

/** Rules in their order, in words. */
export function ruleRows(rules: readonly RoutingRule[], names: RoutingNames) {
  return rules.map((rule, index) => ({
    id: rule.id,
    place: index + 1,
    title: rule.title,
    when: conditionWords(rule.when, names),
    then: effectWords(rule.then, names),
  }));
}

function versionCard(
  { table, effectiveFrom }: RoutingTableLine,
  before: RoutingTableLine | undefined,
  around: { names: RoutingNames; inForce: RoutingTableLine | undefined; now: Instant; timezone: string },
) {
  const { names, inForce, now, timezone } = around;
  const standing =
    table.version === inForce?.table.version
      ? TABLE.inForce
      : effectiveFrom > now
        ? TABLE.comes
        : TABLE.replaced;
  return {
    title: `Version ${table.version}`,
    standing: before === undefined ? standing : `${standing}: ${timeInWords(effectiveFrom, timezone)}`,
    changes:
      before === undefined ? [] : factChanges(tableFacts(before.table, names), tableFacts(table, names)),
  };
}
