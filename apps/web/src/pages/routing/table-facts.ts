import type { RoutingTable } from '#libs/domain';
import type { RuleFact } from '../policies/rule-facts';
import { ruleLines, spanWords, type RuleNames } from './rule-words';
import { ACT_WORDS, HEALTH_WORDS, SAMPLE_WORDS, STAGE_WORDS } from './routing-words.copy';

/** Everything that a table says, so that two versions of it can be compared: each rule, their order, each window. */
export function tableFacts(
  { rules, windows, healthWindows }: RoutingTable,
  names: RuleNames,
): readonly RuleFact[] {
  return [
    ...rules.map((rule) => ({ id: `rule ${rule.id}`, key: rule.title, lines: ruleLines(rule, names) })),
    {
      id: 'order',
      key: 'Order of the rules',
      lines: rules.map(({ title }, index) => `${index + 1}. ${title}`),
    },
    ...windows.map(({ id, act, sample, stage, hours, from, to }) => ({
      id: `window ${id}`,
      key: `${ACT_WORDS[act]}${SAMPLE_WORDS[sample]}, ${STAGE_WORDS[stage]}`,
      lines: [`${spanWords(hours)}, from ${from}${to === null ? '' : ` until ${to}`}`],
    })),
    ...healthWindows.map(({ care, hours, from, to }) => ({
      id: `health ${care}`,
      key: HEALTH_WORDS[care],
      lines: [`${spanWords(hours)}, from ${from}${to === null ? '' : ` until ${to}`}`],
    })),
  ];
}
