import { ApiProperty } from '@nestjs/swagger';
import {
  HOUR,
  isoOf,
  ruleName,
  SUPPORT_KINDS,
  type Shown,
  type ShownFigures,
  type WaitingList,
} from '#libs/domain';
import type { WaitingListsRead } from '#libs/persistence';
import {
  CodeProperty,
  CodesProperty,
  DayProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const LISTS = ['open', 'closed'];
const FIGURES = ['waiting', 'median', 'p90', 'longest', 'caseload', 'perPost'] as const;
const DAY = 24 * HOUR;

/** How long people wait for one service, in numbers alone: no rank, and nobody's place. */
export class WaitingListView {
  @IdProperty('The service; null for what waits at the desk because nobody has been asked yet.', {
    nullable: true,
  })
  serviceId: string | null;

  @IdProperty('Its agency; null at the desk.', { nullable: true })
  agencyId: string | null;

  @TextProperty('The name of the service; null at the desk.', 'Sample Advocacy', { nullable: true })
  name: string | null;

  @CodeProperty(SUPPORT_KINDS, 'What it gives.')
  kind: string;

  @NumberProperty('How many wait for a first session.', 12, { nullable: true })
  waiting: number | null;

  @NumberProperty('Half of them have waited longer, in whole days; null when nobody waits.', 21, {
    nullable: true,
  })
  medianDays: number | null;

  @NumberProperty('One in ten has waited longer, in whole days; null when nobody waits.', 63, {
    nullable: true,
  })
  p90Days: number | null;

  @NumberProperty('The longest, in whole days; null when nobody waits.', 70, { nullable: true })
  longestDays: number | null;

  @NumberProperty('How many have a worker.', 40, { nullable: true })
  caseload: number | null;

  @NumberProperty('How many for each full-time post; null when no posts are stated.', 12.5, {
    nullable: true,
  })
  perPost: number | null;

  @NumberProperty('How many requests the service has not answered; null in what is published.', 2, {
    nullable: true,
  })
  unanswered: number | null;

  @NumberProperty(
    'How many more it could take before somebody has to wait; null where it sets no limit.',
    4,
    {
      nullable: true,
    },
  )
  room: number | null;

  @CodesProperty(FIGURES, 'Figures that are left out because they might point at somebody.')
  hidden: string[];

  @CodeProperty(
    LISTS,
    'Whether the list takes anybody, at the desk whether any list of the kind does; null when that is not stated.',
    { nullable: true },
  )
  list: string | null;

  @DayProperty('Since when it is open or closed.', { nullable: true })
  listSince: string | null;

  @NumberProperty('Posts in full-time equivalents; null when that is not stated.', 3.2, { nullable: true })
  posts: number | null;

  @YesNoProperty('Whether posts and list are invented, for trying this out.', false)
  sample: boolean;
}

export class WaitingListsView {
  @ApiProperty({
    type: [WaitingListView],
    description: 'Of each open service that keeps a list here, then of the desk.',
  })
  items: WaitingListView[];

  @YesNoProperty('Whether these are the published figures of a month, or the lists as they stand.', false)
  published: boolean;

  @InstantProperty('When it was counted; null before anything was published.', { nullable: true })
  asAt: string | null;

  @TextProperty(
    'The disclosure rule of what is published, and its version; null of what is not.',
    'small-counts 2026-1',
    {
      nullable: true,
    },
  )
  disclosureRule: string | null;
}

export function waitingListsView({ lists, published, asAt, rule }: WaitingListsRead): WaitingListsView {
  return {
    items: lists.map((list) => rowOf(list)),
    published,
    asAt: asAt === null ? null : isoOf(asAt),
    disclosureRule: rule === null ? null : ruleName(rule),
  };
}

function rowOf({ listed, kind, anyOpen, shown }: WaitingList): WaitingListView {
  const capacity = listed?.capacity ?? null;
  return {
    serviceId: listed?.service.id ?? null,
    agencyId: listed?.service.agencyId ?? null,
    name: listed?.service.name ?? null,
    kind,
    waiting: saidOf(shown.waiting),
    medianDays: daysOf(shown.median),
    p90Days: daysOf(shown.p90),
    longestDays: daysOf(shown.longest),
    caseload: saidOf(shown.caseload),
    perPost: saidOf(shown.perPost),
    unanswered: shown.unanswered,
    room: shown.room,
    hidden: hiddenOf(shown),
    list: listed === null ? (anyOpen ? 'open' : 'closed') : (capacity?.list ?? null),
    listSince: capacity?.listSince ?? null,
    posts: capacity?.posts ?? null,
    sample: capacity?.sample === true,
  };
}

function saidOf<Value>(figure: Shown<Value>): Value | null {
  return figure.kind === 'said' ? figure.value : null;
}

/** Never more than it is. */
function daysOf(figure: Shown<number | null>): number | null {
  const length = saidOf(figure);
  return length === null ? null : Math.floor(length / DAY);
}

function hiddenOf(shown: ShownFigures): string[] {
  return FIGURES.filter((figure) => shown[figure].kind === 'hidden');
}
