import {
  AnswerCodeEvents,
  BeginSupportTasks,
  FireDeadlines,
  FireDuties,
  NoteOverdue,
  OpenMissingReviews,
  ReleaseCodeFigures,
} from '#libs/casework';
import type { Browser } from 'playwright-core';
import { disclosureOf } from '../../../support/disclosure';
import type { TestWeb } from '../../../support/web';
import { on, Reader, type Answers } from './reader';
import { ScreensVisited } from './screens-visited';

/** What happened in an investigation, who enters it and on which day; what the form asks besides. */
export type Step = readonly [by: string, day: string, what: string, more?: Answers];

/** Asked where a step is not what usually comes next. */
export const UNUSUAL = 'Why is it right all the same?';

/** One person's two years, told by those who stand beside them, each at a browser of their own. */
export class Story {
  readonly screens: ScreensVisited;
  casePath = '';
  reference = '';
  /** What the adviser's service reads of the person. */
  sharedPath = '';
  /** Where each of them finds the investigation. */
  readonly tracks = new Map<string, string>();
  private readonly readers = new Map<string, Reader>();

  constructor(
    private readonly browser: Browser,
    readonly web: TestWeb,
  ) {
    this.screens = new ScreensVisited(web);
  }

  async as(persona: string): Promise<Reader> {
    const { browser, web, screens } = this;
    const reader = this.readers.get(persona) ?? (await Reader.at(browser, { web, persona, screens }));
    this.readers.set(persona, reader);
    return reader;
  }

  async close(): Promise<void> {
    for (const reader of this.readers.values()) await reader.close();
  }

  get troubles(): readonly string[] {
    return [...this.readers.values()].flatMap(({ troubles }) => troubles);
  }

  async clock(day: string, time = '14:00:30'): Promise<void> {
    await this.web.instance.setNow(`${day}T${time}Z`);
  }

  /** What the worker does in between: duties opened and judged, deadlines fired, reviews and check-ins begun. */
  async worked(): Promise<void> {
    const { workerWork, ids, pack } = this.web.instance;
    const due = { wakeUps: null, via: 'sweep', limit: 500, graceMilliseconds: 0 } as const;
    const loops = [
      () => new FireDeadlines(workerWork, ids).execute(due),
      () => new AnswerCodeEvents(workerWork).execute({ limit: 100 }),
      () => new FireDuties(workerWork).execute({ limit: 100 }),
      () => new NoteOverdue(workerWork).execute({ limit: 100 }),
      () => new BeginSupportTasks(workerWork).execute({ limit: 200 }),
      () => new OpenMissingReviews(workerWork, ids, pack.care).execute({ limit: 200 }),
    ];
    for (const loop of loops) while ((await loop()) > 0);
  }

  /** Enters what happened through the investigation's own pages, one day after the other. */
  async happened(steps: readonly Step[]): Promise<void> {
    for (const [by, day, what, more = {}] of steps) {
      await this.clock(day);
      const reader = await this.as(by);
      await reader.open(`${this.trackOf(by)}/milestones`);
      await reader.follow(new RegExp(`^${what.replaceAll(/[()]/g, String.raw`\$&`)}$`));
      const { [UNUSUAL]: why, ...answers } = more;
      await reader.answer({ 'When did it happen?': on(day, '9am'), ...answers });
      await reader.press('Save what happened');
      if (why !== undefined) {
        await reader.sees('This is unusual');
        await reader.send({ [UNUSUAL]: why }, 'Save what happened');
      }
      await reader.sees('What happened is saved.');
      await this.worked();
    }
  }

  /** What the worker publishes once a quarter has been over for a month. */
  async published(): Promise<void> {
    const { workerWork, pack } = this.web.instance;
    await new ReleaseCodeFigures(workerWork, pack.timezone, disclosureOf(pack)).execute();
  }

  trackOf(persona: string): string {
    const path = this.tracks.get(persona);
    if (path === undefined) throw new Error(`${persona} does not follow the investigation`);
    return path;
  }
}
