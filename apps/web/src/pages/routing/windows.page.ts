import type { ForensicWindow, HealthWindow, RoutingDecision, WindowReading } from '#libs/domain';
import { calendarDay } from '../../formatting/moments';
import { spanWords } from './rule-words';
import {
  ACT_WORDS,
  FORENSIC_WORDS,
  HEALTH_STATE_WORDS,
  HEALTH_WORDS,
  MARK_WORDS,
  SAMPLE_WORDS,
  STAGE_WORDS,
  WINDOW_WORDS,
} from './routing-words.copy';

export interface SarcPhone {
  readonly name: string;
  readonly phone: string | null;
  readonly findAt: string;
}

/** What the windows say: to phone now, or to ask; every limit that may concern the person, each with its source. */
export function forensicView({ forensic, health }: RoutingDecision, sarc: SarcPhone) {
  const { state, windows } = forensic;
  const urgent = state !== 'outside';
  return {
    urgent,
    words: FORENSIC_WORDS[state],
    phone: sarc.phone === null ? null : { name: sarc.name, number: sarc.phone },
    findAt: sarc.findAt,
    windows: windows.map((window) => ({
      what: whatWords(window),
      limit: spanWords(window.hours),
      state: WINDOW_WORDS[window.state],
      source: sourceWords(window),
    })),
    health: health.map((window) => ({
      what: HEALTH_WORDS[window.care],
      limit: `Within ${spanWords(window.hours)}`,
      state: HEALTH_STATE_WORDS[window.state],
      source: sourceWords(window),
    })),
  };
}

function whatWords({ act, sample, stage }: Pick<WindowReading, 'act' | 'sample' | 'stage'>): string {
  return `${ACT_WORDS[act]}${SAMPLE_WORDS[sample]}, ${STAGE_WORDS[stage]}`;
}

function sourceWords({ source }: Pick<WindowReading, 'source'>): string {
  return `${source.text} (${MARK_WORDS[source.mark]})`;
}

/** The windows of a table as they stand, whomever they concern. */
export function windowRows(windows: readonly ForensicWindow[], health: readonly HealthWindow[]) {
  const period = ({ from, to }: { readonly from: string; readonly to: string | null }) =>
    to === null ? `Since ${calendarDay(from)}` : `${calendarDay(from)} until ${calendarDay(to)}`;
  return {
    windows: windows.map((window) => ({
      what: whatWords(window),
      limit: spanWords(window.hours),
      source: sourceWords(window),
      period: period(window),
    })),
    health: health.map((window) => ({
      what: HEALTH_WORDS[window.care],
      limit: spanWords(window.hours),
      source: sourceWords(window),
      period: period(window),
    })),
  };
}
