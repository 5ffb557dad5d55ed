import type { PackOpened } from '#libs/casework';
import { momentInPlainWords, parseInstant, type WithholdReason } from '#libs/domain';
import { WITHHOLD_WORDS } from './review.copy';

type Opened = Extract<PackOpened, { kind: 'opened' }>;

export function packPage({ request, pack }: Opened, timezone: string) {
  return {
    title: 'Everything we hold about you',
    back: `/data-protection/requests/${request.id}`,
    reference: pack.reference,
    prepared: inWords(pack.preparedAt, timezone),
    jsonHref: `/data-protection/requests/${request.id}/pack.json`,
    sections: pack.sections.map(({ title, entries }, index) => ({
      id: `section-${index + 1}`,
      title,
      entries: entries.map((entry) => ({
        title: entry.title,
        at: entry.at === null ? null : inWords(entry.at, timezone),
        reworded: entry.reworded === true,
        facts: entry.facts.map(([key, value]) => ({ key, value })),
      })),
    })),
    heldBack: pack.heldBack.map(({ reason, items }) => ({
      items: items === 1 ? '1 record' : `${items} records`,
      why: WITHHOLD_WORDS[reason as WithholdReason],
    })),
  };
}

function inWords(iso: string, timezone: string): string {
  const at = parseInstant(iso);
  return at.kind === 'instant' ? momentInPlainWords(at.at, timezone) : iso;
}
