import { mayDo, type Act, type FigurePage, type StaffActor } from '#libs/domain';
import { FIGURE_PAGE_NAMES } from './measures.copy';

const PAGES: Readonly<Record<FigurePage, { readonly path: string; readonly act: Act }>> = {
  'county-promise': { path: '/promise', act: 'see-county-figure' },
  'live-figures': { path: '/figures/live', act: 'see-live-figures' },
  coverage: { path: '/figures/coverage', act: 'see-coverage' },
  reach: { path: '/figures/reach', act: 'see-coverage' },
  'victims-code': { path: '/figures/victims-code', act: 'see-code-figures' },
  'waiting-lists': { path: '/waiting-lists', act: 'see-waiting-lists' },
  quarters: { path: '/figures/quarters', act: 'see-snapshots' },
};

/** A page of figures by its name, with its address for whoever may open it. */
export interface FigurePageLink {
  readonly text: string;
  readonly path: string | null;
}

export function figurePageLink(page: FigurePage, actor: StaffActor): FigurePageLink {
  const { path, act } = PAGES[page];
  return { text: FIGURE_PAGE_NAMES[page], path: mayDo(actor, act) ? path : null };
}
