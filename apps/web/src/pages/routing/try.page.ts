import type { TryRoutingOutcome } from '#libs/casework';
import type { Role } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { askedFields } from './asked.page';
import { routingPanel } from './panel.page';
import type { RoutingNames } from './routing-names';
import { TRY } from './table.copy';
import type { TryRaw } from './try.form';
import type { SarcPhone } from './windows.page';

export function tryPage(
  drawn: {
    readonly raw: TryRaw;
    readonly errors: readonly FieldError[];
    readonly outcome: Extract<TryRoutingOutcome, { kind: 'answered' }> | null;
  },
  { names, role, sarc }: { names: RoutingNames; role: Role; sarc: SarcPhone },
) {
  const { raw, errors, outcome } = drawn;
  const { decision, table } = outcome ?? { decision: null, table: null };
  return {
    copy: TRY,
    raw,
    errors,
    wrong: wrongFields(errors),
    byWords: raw.draft === '' ? TRY.inForce : TRY.onDraft,
    backHref: raw.draft === '' ? '/routing' : `/routing/drafts/${raw.draft}`,
    fields: askedFields(raw, { labels: names.labels, errors }),
    districtItems: [
      { value: '', text: TRY.districtUnknown },
      ...names.districts.map(({ code, name }) => ({ value: code, text: name })),
    ],
    toldItems: Object.entries(TRY.toldItems).map(([value, text]) => ({ value, text })),
    yesNo: [
      { value: 'yes', text: TRY.yes },
      { value: 'no', text: TRY.no },
    ],
    panel: decision === null ? null : routingPanel({ decision, table, names, role, sarc, links: null }),
  };
}
