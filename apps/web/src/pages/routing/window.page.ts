import type { RoutingTable, WindowSource } from '#libs/domain';
import type { FieldError } from '../../errors/problem';
import { wrongFields } from '../form-acts/wrong-fields';
import { WINDOW_FORM } from './draft.copy';
import { windowRows } from './windows.page';
import type { WindowRaw } from './window.form';

/** One window of a table, of either kind, under the name it is changed by. */
export interface WindowFound {
  readonly what: string;
  readonly hours: number;
  readonly source: WindowSource;
}

export function findWindow({ windows, healthWindows }: RoutingTable, windowId: string): WindowFound | null {
  const rows = windowRows(windows, healthWindows);
  const forensic = windows.findIndex(({ id }) => id === windowId);
  const health = healthWindows.findIndex(({ care }) => care === windowId);
  const [window, row] =
    forensic >= 0
      ? [windows[forensic], rows.windows[forensic]]
      : [healthWindows[health], rows.health[health]];
  if (window === undefined || row === undefined) return null;
  return { what: row.what, hours: window.hours, source: window.source };
}

/** The windows of a draft, each with the way to change it. */
export function windowLinks({ windows, healthWindows }: RoutingTable, draftHref: string) {
  const rows = windowRows(windows, healthWindows);
  const href = (key: string) => `${draftHref}/windows/${key}`;
  return [
    ...windows.map(({ id }, index) => ({ ...rows.windows[index], href: href(id) })),
    ...healthWindows.map(({ care }, index) => ({ ...rows.health[index], href: href(care) })),
  ];
}

export function windowPage(
  window: WindowFound,
  drawn: {
    readonly raw: WindowRaw;
    readonly errors: readonly FieldError[];
    readonly idempotencyKey?: string;
  },
  hrefs: { readonly backHref: string; readonly action: string },
) {
  return {
    ...drawn,
    ...hrefs,
    copy: WINDOW_FORM,
    caption: window.what,
    wrong: wrongFields(drawn.errors),
    markItems: Object.entries(WINDOW_FORM.marks).map(([value, text]) => ({ value, text })),
  };
}
