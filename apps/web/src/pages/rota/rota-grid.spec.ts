import { instant, type Leave, type OnCallShift, type StaffActor, type UserId } from '#libs/domain';
import { rotaPage } from './rota.page';
import { rotaGrid, shiftsOnLeave } from './rota-grid.page';
import type { RotaRead } from './rota-reading';
import { weekOf } from './rota-week';

const ZONE = 'Europe/London';
const WREN = 'wren' as UserId;
const ROBIN = 'robin' as UserId;

const shift = (userId: UserId, from: string, to: string) =>
  ({ id: `${userId}-${from}`, userId, fromAt: instant(from), toAt: instant(to) }) as OnCallShift;

function read(change: Partial<RotaRead> = {}, monday = '2026-03-02'): RotaRead {
  return {
    now: instant('2026-03-02T10:00:00Z'),
    timezone: ZONE,
    monday,
    days: weekOf(monday, ZONE),
    closedOn: new Set(['2026-03-07', '2026-03-08']),
    holidays: new Set(['2026-03-06']),
    centres: [],
    shifts: [],
    leaves: [],
    swaps: { open: [], decided: [] },
    people: [{ userId: WREN, role: 'first-responder' }],
    nameOf: (userId) => (userId === WREN ? 'Sample Wren' : 'Sample Robin'),
    ...change,
  };
}

describe('the rota by person and half day', () => {
  it('says in words where nobody is on call, and in which part of a half day', () => {
    const { gaps, people } = rotaGrid(
      read({ shifts: [shift(WREN, '2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z')] }),
    );
    expect(gaps.cells.slice(0, 3)).toEqual([
      { lines: ['Gap until 9am'], kind: 'gap' },
      { lines: [], kind: 'none' },
      { lines: ['Gap from 9am'], kind: 'gap' },
    ]);
    expect(people).toEqual([expect.objectContaining({ name: 'Sample Wren' })]);
    expect(people[0]?.cells.slice(0, 3).map(({ lines }) => lines)).toEqual([
      ['On call from 9am'],
      ['On call'],
      ['On call until 9am'],
    ]);
  });

  it('covers every minute of the week of a clock change with one person or a gap', () => {
    const shifts = [shift(WREN, '2026-03-23T00:00:00Z', '2026-03-29T23:00:00Z')];
    const grid = rotaGrid(read({ shifts }, '2026-03-23'));
    expect(grid.gaps.cells.every(({ kind }) => kind === 'none')).toBe(true);
    expect(grid.people[0]?.cells.every(({ lines }) => lines.join() === 'On call')).toBe(true);
  });

  it('names days, bank holidays and days on which the desk is shut', () => {
    const { days } = rotaGrid(read());
    expect(days[0]).toEqual({ name: 'Mon 2 Mar', note: 'Desk open' });
    expect(days[4]).toEqual({ name: 'Fri 6 Mar', note: 'Desk closed: bank holiday' });
    expect(days[5]).toEqual({ name: 'Sat 7 Mar', note: 'Desk closed' });
  });

  it('marks a shift of somebody who is on leave, and keeps whoever has left the team on it', () => {
    const leave = {
      userId: WREN,
      fromAt: instant('2026-03-03T00:00:00Z'),
      toAt: instant('2026-03-04T00:00:00Z'),
    };
    const shifts = [
      shift(WREN, '2026-03-02T12:00:00Z', '2026-03-04T00:00:00Z'),
      shift(ROBIN, '2026-03-04T00:00:00Z', '2026-03-05T00:00:00Z'),
    ];
    const week = read({ shifts, leaves: [leave as Leave] });
    const { people } = rotaGrid(week);
    expect(people.map(({ name }) => name)).toEqual(['Sample Wren', 'Sample Robin']);
    expect(people[0]?.cells[2]).toEqual({ lines: ['On call', 'Leave'], kind: 'gap' });
    expect(people[0]?.cells[4]).toEqual({ lines: [], kind: 'none' });
    expect(shiftsOnLeave(week)).toEqual([
      'Sample Wren is on call from Monday 2 March 2026 and on leave for part of that time. Change the shift.',
    ]);
  });
});

describe('the rota page', () => {
  it('names each centre that is closed in the week, and its last day closed', () => {
    const centres = [
      {
        service: 'Willow (sample)',
        closure: { from: '2026-03-03', to: '2026-03-04', why: 'training' as const },
      },
      {
        service: 'Rowan (sample)',
        closure: { from: '2026-03-05', to: '2026-03-09', why: 'holiday' as const },
      },
    ];
    const actor = { kind: 'staff', userId: WREN, role: 'first-responder' } as StaffActor;
    const page = rotaPage(read({ centres }), { actor, whoNow: null, notice: null });
    expect(page.centres).toEqual([
      'Willow (sample): closed 3 March 2026 (training)',
      'Rowan (sample): closed 5 March 2026 to 8 March 2026 (holiday)',
    ]);
    expect(page.gaps.map(({ text }) => text)).toEqual([
      'Monday 2 March 2026 at 10am to Monday 9 March 2026 at midnight',
    ]);
  });
});
