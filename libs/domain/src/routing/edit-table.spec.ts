import fc from 'fast-check';
import { editTable, type TableEdit } from './edit-table';
import { aTable, FORENSIC_FIRST } from './routing.samples';
import type { RoutingRule, RoutingTable } from './table';

const rule = (id: string): RoutingRule => ({ ...FORENSIC_FIRST, id });
const TABLE = aTable([rule('a'), rule('b')]);
const idsAfter = (edit: TableEdit, table: RoutingTable = TABLE) => {
  const edited = editTable(table, edit);
  return edited.kind === 'edited' ? edited.table.rules.map(({ id }) => id) : edited.reason;
};

describe('a change of a draft', () => {
  it('adds at the end, changes in place, moves by one and takes out', () => {
    expect(idsAfter({ kind: 'add', rule: rule('c') })).toEqual(['forensic-first', 'a', 'b', 'c']);
    expect(idsAfter({ kind: 'change', rule: { ...rule('a'), title: 'Other' } })).toEqual([
      'forensic-first',
      'a',
      'b',
    ]);
    expect(idsAfter({ kind: 'move', ruleId: 'b', by: 'up' })).toEqual(['forensic-first', 'b', 'a']);
    expect(idsAfter({ kind: 'move', ruleId: 'a', by: 'down' })).toEqual(['forensic-first', 'b', 'a']);
    expect(idsAfter({ kind: 'remove', ruleId: 'a' })).toEqual(['forensic-first', 'b']);
  });

  it('is refused for a rule that is not there, is there already, or is at the end', () => {
    expect(idsAfter({ kind: 'add', rule: rule('a') })).toBe('rule-id-twice');
    expect(idsAfter({ kind: 'remove', ruleId: 'z' })).toBe('no-such-rule');
    expect(idsAfter({ kind: 'change', rule: rule('z') })).toBe('no-such-rule');
    expect(idsAfter({ kind: 'move', ruleId: 'forensic-first', by: 'up' })).toBe('at-the-end');
    expect(idsAfter({ kind: 'move', ruleId: 'b', by: 'down' })).toBe('at-the-end');
  });

  it('changes one window, of either kind, and no other', () => {
    const source = { mark: 'V', text: 'The centre says so', readOn: '2026-11-23' } as const;
    const edited = editTable(TABLE, { kind: 'window', windowId: 'oral-after-puberty', hours: 72, source });
    if (edited.kind === 'refused') throw new Error(edited.reason);
    const changed = edited.table.windows.filter((window, index) => window !== TABLE.windows[index]);
    expect(changed).toMatchObject([{ id: 'oral-after-puberty', hours: 72, source }]);
    expect(edited.table.healthWindows).toEqual(TABLE.healthWindows);
    const health = editTable(TABLE, { kind: 'window', windowId: 'hiv-prevention', hours: 48, source });
    expect(health.kind === 'edited' && health.table.healthWindows.map(({ hours }) => hours)).toEqual([
      72, 120, 48,
    ]);
    expect(editTable(TABLE, { kind: 'window', windowId: 'nowhere', hours: 1, source }).kind).toBe('refused');
  });

  it('moving there and back leaves everything as it was, and nothing is ever lost by moving', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('forensic-first', 'a', 'b'),
        fc.constantFrom('up', 'down'),
        (ruleId, by) => {
          const there = editTable(TABLE, { kind: 'move', ruleId, by });
          if (there.kind === 'refused') return;
          expect(there.table.rules.toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(
            TABLE.rules.toSorted((x, y) => (x.id < y.id ? -1 : 1)),
          );
          const back = editTable(there.table, { kind: 'move', ruleId, by: by === 'up' ? 'down' : 'up' });
          expect(back.kind === 'edited' && back.table).toEqual(TABLE);
        },
      ),
    );
  });
});
