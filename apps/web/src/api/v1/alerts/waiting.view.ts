import { ApiProperty } from '@nestjs/swagger';
import { mayDo, type Act, type StaffActor } from '#libs/domain';
import type { OverdueCounts } from '#libs/persistence';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import { CodeProperty, NumberProperty } from '../openapi/properties';

const KINDS: readonly {
  readonly kind: string;
  readonly of: keyof OverdueCounts;
  readonly act: Act;
  readonly href: string;
}[] = [
  {
    kind: 'safeguarding-tasks',
    of: 'safeguarding',
    act: 'see-safeguarding',
    href: '/api/v1/safeguarding-tasks',
  },
  {
    kind: 'safety-reviews',
    of: 'safetyReviews',
    act: 'see-safety-reviews',
    href: '/api/v1/safety-reviews',
  },
  { kind: 'override-reviews', of: 'overrides', act: 'decide-override', href: '/api/v1/overrides' },
  {
    kind: 'emergency-openings',
    of: 'openings',
    act: 'review-break-glass',
    href: '/api/v1/emergency-openings',
  },
];

/** How much of one kind has seen its time pass. */
export class OverdueWorkView {
  @CodeProperty(KINDS.map(({ kind }) => kind), 'What is overdue.')
  kind: string;

  @NumberProperty('How many; what stands behind a wall is in no count.', 0, { minimum: 0 })
  count: number;
}

export class WaitingWorkView {
  @ApiProperty({ type: [OverdueWorkView], description: 'Each kind whose list the caller may read.' })
  overdue: OverdueWorkView[];

  @NumberProperty('How many rows of work failed and wait for another try, whatever they are about.', 0, {
    minimum: 0,
  })
  setAside: number;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export function waitingWorkView(
  actor: StaffActor,
  { overdue, setAside }: { overdue: OverdueCounts; setAside: number },
): WaitingWorkView {
  const open = KINDS.filter(({ act }) => mayDo(actor, act));
  return {
    overdue: open.map(({ kind, of }) => ({ kind, count: overdue[of] })),
    setAside,
    availableActions: availableOf(
      open.map(({ kind, href }) => ({ action: `read-${kind}`, method: 'GET', href, may: true })),
    ),
  };
}
