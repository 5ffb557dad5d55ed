import { channelsOf, PERMISSIONS, SEEN_BY, type Channel, type Permission, type Route } from '#libs/domain';
import { CHANNEL_QUESTIONS, ROUTE, SEEN_BY_WORDS, YES_NO } from './part.copy';
import {
  choicesOf,
  codeIn,
  codesIn,
  invalid,
  type PartContext,
  type PartForm,
  type PartRaw,
} from './part-form';

const DAYS = ['7', '14', '30', '60', '90'] as const;
const DAY = 86_400_000;

/** Calls, texts and voicemail have a page of their own, on which it is said who said so. */
const ASKED_ELSEWHERE: readonly Channel[] = ['call', 'text', 'voicemail'];

/** Who may answer or see what comes this way, and how long that may be relied on. */
export const ROUTE_FORM: PartForm = {
  title: ROUTE.title,
  intro: ROUTE.intro,
  single: ['email', 'post', 'recheckDays'],
  lists: ['seenBy'],
  refusedAt: 'seenBy',
  fields: (context) => [
    {
      kind: 'several',
      name: 'seenBy',
      label: ROUTE.seenBy,
      hint: ROUTE.seenByHint,
      items: choicesOf(SEEN_BY_WORDS),
    },
    ...askedHere(context).map((channel) => ({
      kind: 'choice' as const,
      name: channel,
      label: CHANNEL_QUESTIONS[channel],
      items: choicesOf(YES_NO),
    })),
    {
      kind: 'choice',
      name: 'recheckDays',
      label: ROUTE.recheck,
      hint: ROUTE.recheckHint,
      items: DAYS.map((value) => ({ value, text: ROUTE.days(Number(value)) })),
    },
  ],
  opening: ({ route }) => ({
    seenBy: route?.seenBy ?? [],
    email: route?.permissions.email ?? '',
    post: route?.permissions.post ?? '',
    recheckDays: route === null ? '' : daysOf(route),
  }),
  read: (raw, context) => {
    const { route } = context;
    const seenBy = codesIn(raw, 'seenBy', SEEN_BY);
    const days = codeIn(raw, 'recheckDays', DAYS);
    const permissions = permissionsIn(raw, context);
    const errors = [
      ...(seenBy === undefined ? [['seenBy', ROUTE.errors.seenBy] as const] : []),
      ...permissions.missing.map((channel) => [channel, ROUTE.errors.permission] as const),
      ...(days === undefined ? [['recheckDays', ROUTE.errors.recheck] as const] : []),
    ];
    if (route === null || seenBy === undefined || days === undefined || errors.length > 0) {
      return invalid(...errors);
    }
    const { said } = permissions;
    const change = {
      part: 'route',
      routeId: route.id,
      permissions: said,
      seenBy,
      recheckDays: Number(days),
    } as const;
    return { kind: 'valid', change };
  },
};

function askedHere({ route }: PartContext): readonly ('email' | 'post')[] {
  if (route === null || route.purpose === 'police-check') return [];
  const carried = channelsOf(route.kind).filter((channel) => !ASKED_ELSEWHERE.includes(channel));
  return (['email', 'post'] as const).filter((channel) => carried.includes(channel));
}

function permissionsIn(raw: PartRaw, context: PartContext) {
  const asked = askedHere(context).map((channel) => [channel, codeIn(raw, channel, PERMISSIONS)] as const);
  const said: Partial<Record<Channel, Permission>> = {};
  for (const [channel, permission] of asked) if (permission !== undefined) said[channel] = permission;
  return {
    said,
    missing: asked.filter(([, permission]) => permission === undefined).map(([channel]) => channel),
  };
}

/** Shown ticked only when it is one of the choices; another number of days is asked anew. */
function daysOf({ checkedAt, recheckAfter }: Route): string {
  return String(Math.round((recheckAfter - checkedAt) / DAY));
}
