import { PromiseActs } from '../../../support/promise';
import type { Story } from './story';

/** Enough other people of the same quarter that a count of them points at nobody. */
const OTHERS = 12;

export async function othersAreReferred(story: Story): Promise<void> {
  const promise = new PromiseActs(() => story.web.instance);
  for (let day = 9; day < 9 + OTHERS; day += 1) {
    const date = `2026-02-${String(day).padStart(2, '0')}`;
    await story.clock(date, '12:00:00');
    await promise.refer(`${date}T10:00:00Z`);
  }
  await story.worked();
}

/** A month after the quarter has ended the commissioner reads it: counts of people, and never of one. */
export async function quarter(story: Story): Promise<void> {
  await story.published();
  const commissioner = await story.as('commissioner');
  await commissioner.open('/figures/victims-code');
  await commissioner.sees('January to March 2026');
  await commissioner.sees('Referred to a victim support service');
  expect(await commissioner.words).not.toMatch(/Quill|WM-/);
}

/** The quarters of the trial: one person's rights are hidden among them. */
export async function lastQuarter(story: Story): Promise<void> {
  await story.published();
  const commissioner = await story.as('commissioner');
  await commissioner.open('/figures/victims-code');
  await commissioner.send({ Quarter: 'January to March 2028' }, 'Show');
  await commissioner.sees('Hidden because it might point at somebody');
  await commissioner.look('/figures/victims-code of one person');
}
