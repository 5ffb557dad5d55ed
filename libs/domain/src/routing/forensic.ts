import type { AgeRange, CivilDate } from '../directory';
import { holdsDay } from '../directory';
import { HEALTH_CARE, type ForensicAct } from './codes';
import type { ForensicReading, HealthReading, WindowReading, WindowState } from './decision';
import type { HoursSince, RoutingFacts } from './facts';
import { BODY_STAGES, type BodyStage, type ForensicWindow, type HealthWindow } from './table';

type Happened = Pick<RoutingFacts, 'ageNow' | 'ageAtIncident' | 'acts' | 'hoursSince'>;

/** No age tells when puberty begins; of whoever was an adult it is known. Of a child both charts are read. */
const ADULT = 18;

/** Health care is asked about for three weeks; what happened longer ago has other needs, which a responder asks for. */
const HEALTH_ASKED_HOURS = 21 * 24;

/** The best first: how far a window reaches is told by the most generous of what is known. */
const STATES: readonly WindowState[] = ['open', 'may-be-open', 'not-known', 'outside'];

/**
 * What the forensic windows of a day say about what happened: every window that may concern the person, the shortest
 * first and none hidden. It prompts a telephone call and never decides that there is no time left: the centre does
 * (law.md §6; Faculty of Forensic and Legal Medicine, recommendations of January 2021).
 */
export function readForensic(
  facts: Happened,
  { windows, on }: { readonly windows: readonly ForensicWindow[]; readonly on: CivilDate },
): ForensicReading {
  const stages = stagesOf(facts);
  const concerned = windows.filter(
    (window) => holdsDay(window, on) && stages.includes(window.stage) && mayBe(facts.acts, [window.act]),
  );
  const readings = concerned.map(({ id, act, sample, stage, hours, source }): WindowReading => {
    const state = stateOf(hours, facts.hoursSince);
    return { windowId: id, act, sample, stage, hours, state, source };
  });
  const sorted = readings.toSorted((a, b) => a.hours - b.hours || (a.windowId < b.windowId ? -1 : 1));
  return { state: bestOf(sorted.map(({ state }) => state)), windows: sorted };
}

/** Care that helps for so many hours only, in the order of `HEALTH_CARE`; none when it happened weeks ago. */
export function readHealth(
  facts: Happened,
  { windows, on }: { readonly windows: readonly HealthWindow[]; readonly on: CivilDate },
): readonly HealthReading[] {
  const { acts, hoursSince } = facts;
  if (hoursSince !== null && hoursSince.least > HEALTH_ASKED_HOURS) return [];
  return windows
    .filter((window) => holdsDay(window, on) && mayBe(acts, window.acts))
    .map(({ care, hours, source }) => ({ care, hours, state: stateOf(hours, hoursSince), source }))
    .toSorted((a, b) => HEALTH_CARE.indexOf(a.care) - HEALTH_CARE.indexOf(b.care) || a.hours - b.hours);
}

/** Whether any of these acts may have happened: what nobody has said may have. */
export function mayBe(said: readonly ForensicAct[], acts: readonly ForensicAct[]): boolean {
  if (said.length === 0 || said.includes('unknown')) return true;
  return acts.some((act) => act === 'unknown' || said.includes(act));
}

/** Whether anything may still be found, by the most generous reading; yes where nobody knows when it was. */
export function mayStillBeFound({ state }: ForensicReading): boolean {
  return state !== 'outside';
}

/** How old they can have been when it happened; nobody was older then than now. */
export function ageWhenItHappened({
  ageNow,
  ageAtIncident,
}: Pick<Happened, 'ageNow' | 'ageAtIncident'>): AgeRange {
  return ageAtIncident ?? { least: 0, most: ageNow.most };
}

function stagesOf(facts: Happened): readonly BodyStage[] {
  return ageWhenItHappened(facts).least >= ADULT ? ['after-puberty'] : BODY_STAGES;
}

function stateOf(hours: number, since: HoursSince | null): WindowState {
  if (since === null) return 'not-known';
  if (since.most !== null && since.most <= hours) return 'open';
  return since.least <= hours ? 'may-be-open' : 'outside';
}

function bestOf(states: readonly WindowState[]): WindowState {
  return STATES.find((state) => states.includes(state)) ?? 'not-known';
}
