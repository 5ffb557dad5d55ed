import { pagePaths } from '../../../support/page-paths';
import type { TestWeb } from '../../../support/web';

/** Where somebody follows a case under the Victims' Code, for two years and after. */
const FEATURES =
  /^\/(cases|referrals|shared)\/:id\/(tracks|rechecks|notes|end|death|needs|reviews|outcomes|appointments|feedback|complaints|equality|rights|plan)(\/|$)|^\/(complaints|support-tasks|victims-code|figures\/victims-code)(\/|$)/;

/** Which screens of the route table somebody of the story has stood on. */
export class ScreensVisited {
  private readonly table: readonly { readonly route: string; readonly pattern: RegExp }[];
  private readonly seen = new Set<string>();
  private readonly seenBy = new Set<string>();
  private pictures = 0;

  constructor(web: TestWeb) {
    this.table = pagePaths(web)
      .map((route) => ({ route, pattern: new RegExp(`^${route.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`) }))
      .toSorted((one, other) => namedParts(one.route) - namedParts(other.route));
  }

  /**
   * Whether this member of staff stands on this screen for the first time. The screens around those of the story are
   * looked at by other journeys, and here only for their pictures.
   */
  isToBeLookedAt(persona: string, path: string): boolean {
    const route = this.routeOf(path);
    const state = `${persona} ${this.nameOf(path)}`;
    if (this.seenBy.has(state)) return false;
    this.seen.add(route);
    this.seenBy.add(state);
    return FEATURES.test(route) || process.env['SCREENSHOTS'] !== undefined;
  }

  /** An address that was opened, wherever it led. */
  stoodOn(path: string): void {
    this.seen.add(this.routeOf(path));
  }

  /** The screen, and the act that its address names where one form serves several. */
  nameOf(path: string): string {
    const { pathname } = new URL(path, 'http://waymark.invalid');
    const route = this.routeOf(path);
    const last = pathname.split('/').at(-1) ?? '';
    return /\/:(act|step|wall)$/.test(route) ? `${route} ${last}` : route;
  }

  /** The number of the next picture, so that they lie in the order of the story. */
  next(): string {
    this.pictures += 1;
    return String(this.pictures).padStart(3, '0');
  }

  get unvisited(): readonly string[] {
    return this.table
      .map(({ route }) => route)
      .filter((route) => FEATURES.test(route) && !this.seen.has(route));
  }

  private routeOf(path: string): string {
    const { pathname } = new URL(path, 'http://waymark.invalid');
    return this.table.find(({ pattern }) => pattern.test(pathname))?.route ?? pathname;
  }
}

const namedParts = (route: string) => (route.match(/:/g) ?? []).length;
