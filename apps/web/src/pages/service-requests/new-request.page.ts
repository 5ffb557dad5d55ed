import { REQUEST_BANDS, SUPPORT_KINDS, type SupportKind } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { caseFrame } from '../cases/case-frame.page';
import { wrongFields } from '../form-acts/wrong-fields';
import { serviceChoices } from './choices.page';
import { NO_SERVICE_YET, type NewRequestRaw } from './new-request.form';
import type { SupportParts } from './request-reading';
import type { RoutedFor } from './routed-choices';
import { BAND_HINTS, BAND_WORDS } from './request-words.copy';
import { NEW_REQUEST } from './request.copy';

/** First what support, then which service and how soon: the services in the order of the routing, each with its reasons. */
export function newRequestPage(
  parts: SupportParts,
  drawn: {
    readonly raw: NewRequestRaw;
    readonly kind: SupportKind | null;
    /** Null until somebody has said what support. */
    readonly routed: RoutedFor | null;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
) {
  const { summary, directory, actor } = parts;
  const { kind, routed } = drawn;
  const path = `/cases/${summary.caseId}`;
  const choices =
    kind === null || routed === null ? null : serviceChoices(routed, { directory, role: actor.role, kind });
  return {
    ...NEW_REQUEST,
    ...drawn,
    wrong: wrongFields(drawn.errors),
    frame: caseFrame(parts, 'support'),
    backHref: `${path}/support`,
    action: `${path}/requests/new`,
    kindName: drawn.kind === null ? null : directory.kindName(drawn.kind),
    kindItems: SUPPORT_KINDS.map((value) => ({ value, text: directory.kindName(value) })),
    serviceItems:
      choices === null
        ? []
        : [
            ...choices.items,
            ...(choices.items.length > 0 ? [{ divider: 'or' }] : []),
            { value: NO_SERVICE_YET, text: NEW_REQUEST.noneYet, hint: { text: NEW_REQUEST.noneYetHint } },
          ],
    named: choices?.named ?? [],
    leadNames: choices?.leads ?? [],
    decided: choices?.decided ?? null,
    reasonItems: choices?.reasons ?? [],
    bandItems: REQUEST_BANDS.map((value) => ({
      value,
      text: BAND_WORDS[value],
      hint: { text: BAND_HINTS[value] },
    })),
  };
}
