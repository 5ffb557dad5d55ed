import type { RoutingRule, RoutingTable, WindowSource } from './table';

export type TableEdit =
  | { readonly kind: 'add'; readonly rule: RoutingRule }
  | { readonly kind: 'change'; readonly rule: RoutingRule }
  | { readonly kind: 'move'; readonly ruleId: string; readonly by: 'up' | 'down' }
  | { readonly kind: 'remove'; readonly ruleId: string }
  /** `windowId` is the id of a forensic window, or the care of a health window. */
  | {
      readonly kind: 'window';
      readonly windowId: string;
      readonly hours: number;
      readonly source: WindowSource;
    };

export type TableEdited =
  | { readonly kind: 'edited'; readonly table: RoutingTable }
  | {
      readonly kind: 'refused';
      readonly reason: 'no-such-rule' | 'no-such-window' | 'rule-id-twice' | 'at-the-end';
    };

/** One change of a draft; a new rule comes last, where it takes nothing from those that are there. */
export function editTable(table: RoutingTable, edit: TableEdit): TableEdited {
  const { rules } = table;
  const withRules = (next: readonly RoutingRule[]): TableEdited => ({
    kind: 'edited',
    table: { ...table, rules: next },
  });
  switch (edit.kind) {
    case 'window':
      return editWindow(table, edit);
    case 'add':
      return indexOf(rules, edit.rule.id) >= 0
        ? { kind: 'refused', reason: 'rule-id-twice' }
        : withRules([...rules, edit.rule]);
    case 'change':
    case 'move':
    case 'remove': {
      const index = indexOf(rules, edit.kind === 'change' ? edit.rule.id : edit.ruleId);
      if (index < 0) return { kind: 'refused', reason: 'no-such-rule' };
      if (edit.kind === 'change') return withRules(rules.with(index, edit.rule));
      if (edit.kind === 'remove') return withRules(rules.toSpliced(index, 1));
      const moved = swapped(rules, index, edit.by === 'up' ? index - 1 : index + 1);
      return moved === null ? { kind: 'refused', reason: 'at-the-end' } : withRules(moved);
    }
  }
}

function indexOf(rules: readonly RoutingRule[], id: string): number {
  return rules.findIndex((rule) => rule.id === id);
}

function swapped(rules: readonly RoutingRule[], index: number, to: number): readonly RoutingRule[] | null {
  const [one, other] = [rules[index], rules[to]];
  return one === undefined || other === undefined ? null : rules.with(index, other).with(to, one);
}

function editWindow(
  table: RoutingTable,
  { windowId, hours, source }: Extract<TableEdit, { kind: 'window' }>,
): TableEdited {
  const { windows, healthWindows } = table;
  const found =
    windows.some(({ id }) => id === windowId) || healthWindows.some(({ care }) => care === windowId);
  if (!found) return { kind: 'refused', reason: 'no-such-window' };
  return {
    kind: 'edited',
    table: {
      ...table,
      windows: windows.map((window) => (window.id === windowId ? { ...window, hours, source } : window)),
      healthWindows: healthWindows.map((window) =>
        window.care === windowId ? { ...window, hours, source } : window,
      ),
    },
  };
}
