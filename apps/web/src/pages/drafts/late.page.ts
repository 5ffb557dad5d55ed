import type { DraftId, Instant, thinLimbs } from '#libs/domain';
import { distanceInWords, momentInWords } from '../../formatting/moments';
import type { LimbNameOf } from '../promise-words/limb-words';
import { LATE_PAGE } from './draft.copy';

export function latePage(
  view: {
    readonly draft: { readonly id: DraftId; readonly revision: number };
    readonly limbs: ReturnType<typeof thinLimbs>;
    readonly reportedAt: Instant;
  },
  { now, timezone, limbName }: { now: Instant; timezone: string; limbName: LimbNameOf },
) {
  const { draft, limbs, reportedAt } = view;
  const path = `/referrals/drafts/${draft.id}`;
  return {
    ...LATE_PAGE,
    reported: LATE_PAGE.reported(momentInWords(reportedAt, { now, timezone })),
    limbs: limbs.map(({ limb, dueAt, passed }) => {
      const due = momentInWords(dueAt, { now, timezone });
      return passed
        ? LATE_PAGE.passed(limbName(limb), due)
        : LATE_PAGE.thin(limbName(limb), due, distanceInWords(dueAt, now));
    }),
    action: `${path}/check`,
    revision: draft.revision,
    correctHref: `${path}/report?after=check#reportedDay`,
    backHref: `${path}/check`,
  };
}
