import type { RouteId } from '#libs/domain';
import type { CardVersionLine } from '#libs/persistence';
import { momentInWords } from '../../formatting/moments';
import { routeName } from '../cases/safe-contact.page';
import { inSentence } from '../colleagues/name-in-words';
import { PART_NAMES, ROUTE_STATE_WORDS } from './card.copy';
import type { CardParts } from './card-reading';
import { SEEN_BY_WORDS } from './parts/part.copy';

export interface VersionView {
  readonly title: string;
  readonly detail: string;
  readonly by: string;
  readonly when: string;
}

/** The versions of the card and of each way on it, newest first: what changed, who wrote it, and when. */
export function versionsOf({ versions, nameOf, summary, now, timezone }: CardParts): readonly VersionView[] {
  const names = new Map(summary.card.routes.map((route, index) => [route.id, routeName(route, index)]));
  return versions.map((line) => ({
    title: titleOf(line, names),
    detail: line.of === 'route' ? routeDetail(line, versions) : '',
    by: line.by === null ? 'the service' : inSentence(nameOf(line.by)),
    when: momentInWords(line.at, { now, timezone }),
  }));
}

function titleOf(line: CardVersionLine, names: ReadonlyMap<RouteId, string>): string {
  if (line.of === 'card') return `Card, version ${line.version}: ${PART_NAMES[line.part] ?? line.part}`;
  return `${names.get(line.routeId) ?? 'A way to reach them'}, version ${line.version}`;
}

/** What is not as it was in the version before. */
function routeDetail(
  line: Extract<CardVersionLine, { of: 'route' }>,
  versions: readonly CardVersionLine[],
): string {
  const before = versions.find(
    (one): one is Extract<CardVersionLine, { of: 'route' }> =>
      one.of === 'route' && one.routeId === line.routeId && one.version === line.version - 1,
  );
  if (before === undefined) return 'First written down.';
  const said = [
    ...(before.state === line.state ? [] : [`${ROUTE_STATE_WORDS[line.state]}.`]),
    ...Object.entries(line.permissions)
      .filter(([channel, answer]) => before.permissions[channel as keyof typeof line.permissions] !== answer)
      .map(
        ([channel, answer]) =>
          `${CHANNELS[channel] ?? channel}: ${answer === 'unknown' ? 'not asked' : answer}.`,
      ),
    ...(before.seenBy.join() === line.seenBy.join()
      ? []
      : [`Seen by: ${line.seenBy.map((code) => SEEN_BY_WORDS[code]).join('; ') || 'nobody else'}.`]),
  ];
  return said.length === 0 ? 'Checked again.' : said.join(' ');
}

const CHANNELS: Readonly<Record<string, string>> = {
  call: 'Calls',
  text: 'Texts',
  voicemail: 'Voicemail',
  email: 'E-mail',
  post: 'Post',
};
