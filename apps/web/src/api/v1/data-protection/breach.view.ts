import { ApiProperty } from '@nestjs/swagger';
import {
  BREACH_KINDS,
  BREACH_RISKS,
  breachRefusal,
  isoOf,
  type BreachAct,
  type BreachRecord,
  type Instant,
} from '#libs/domain';
import { entityTag } from '../../../request-reading/entity-tag';
import { AvailableActionView, availableOf } from '../access/available-action.view';
import {
  CodeProperty,
  ETagProperty,
  IdProperty,
  InstantProperty,
  NumberProperty,
  TextProperty,
  YesNoProperty,
} from '../openapi/properties';

const PATHS: Readonly<Record<BreachAct, string>> = {
  assess: 'assessment',
  report: 'regulator-told',
  'tell-people': 'people-told',
  close: 'closing',
};

/** One breach of personal data in codes and times; the account of it is sealed. */
export class BreachView {
  @IdProperty('The breach.')
  id: string;

  @TextProperty('The reference to say on the telephone.', 'BR-4F7K-9Q2D')
  reference: string;

  @CodeProperty(BREACH_KINDS, 'What happened.')
  kind: string;

  @CodeProperty(BREACH_RISKS, 'How great the risk to people is; null while nobody has judged it.', {
    nullable: true,
  })
  risk: string | null;

  @NumberProperty('How many people it is about, as far as is known.', 3)
  peopleAffected: number;

  @InstantProperty('When anybody here noticed: the hours run from then.')
  noticedAt: string;

  @InstantProperty('By when the regulator is told.')
  regulatorDueAt: string;

  @YesNoProperty(
    'Whether that has passed, and the regulator was not told although a risk is not unlikely.',
    false,
  )
  late: boolean;

  @InstantProperty('When the regulator was told.', { nullable: true })
  reportedAt: string | null;

  @InstantProperty('When the people it is about were told.', { nullable: true })
  peopleToldAt: string | null;

  @InstantProperty('When it was closed.', { nullable: true })
  closedAt: string | null;

  @IdProperty('Who answers for it.')
  ownerUserId: string;

  @ETagProperty()
  etag: string;

  @ApiProperty({ type: [AvailableActionView] })
  availableActions: AvailableActionView[];
}

export class OpenedBreachView extends BreachView {
  @TextProperty('What happened, in words; null when it cannot be read.', 'A letter went to a wrong address', {
    nullable: true,
  })
  words: string | null;
}

export class BreachPageView {
  @ApiProperty({ type: [BreachView], description: 'Live: by when the regulator is told.' })
  items: BreachView[];

  @TextProperty('For the next page; null at the end.', 'eyJzYW1wbGUiOnRydWV9', { nullable: true })
  nextCursor: string | null;
}

export class BreachRecordedView {
  @IdProperty('The breach.')
  id: string;

  @InstantProperty('By when the regulator is told.')
  regulatorDueAt: string;
}

export function breachView(breach: BreachRecord, now: Instant): BreachView {
  const { id, reference, kind, risk, peopleAffected, regulatorDueAt, reportedAt, closedAt } = breach;
  const path = `/api/v1/breaches/${id}`;
  const iso = (at: Instant | null) => at && isoOf(at);
  const late = closedAt === null && reportedAt === null && risk !== 'unlikely' && now > regulatorDueAt;
  const acts = (Object.keys(PATHS) as BreachAct[]).map((act) => ({
    action: act,
    method: 'POST' as const,
    href: `${path}/${PATHS[act]}`,
    may: breachRefusal(breach, act) === null,
  }));
  return {
    id,
    reference,
    kind,
    risk,
    peopleAffected,
    noticedAt: isoOf(breach.noticedAt),
    regulatorDueAt: isoOf(regulatorDueAt),
    late,
    reportedAt: iso(reportedAt),
    peopleToldAt: iso(breach.peopleToldAt),
    closedAt: iso(closedAt),
    ownerUserId: breach.ownerUserId,
    etag: entityTag(breach.revision),
    availableActions: availableOf([{ action: 'read', method: 'GET', href: path, may: true }, ...acts]),
  };
}
