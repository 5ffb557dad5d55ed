import type { Browser } from 'playwright-core';
import { launchChromium, withChromium } from '../support/chromium';
import { useWeb } from '../support/web';
import { complaint } from './support/two-years/complaints';
import * as court from './support/two-years/court';
import * as ending from './support/two-years/ending';
import * as figures from './support/two-years/figures';
import * as days from './support/two-years/first-days';
import * as investigation from './support/two-years/investigation';
import * as rights from './support/two-years/rights';
import * as support from './support/two-years/support-begins';
import { Story } from './support/two-years/story';
import * as together from './support/two-years/working-together';

jest.setTimeout(240_000);

/** One case from the report to the contact scheme and back again; each chapter goes on where the one before ended. */
withChromium(
  'two years of one case in Chromium without JavaScript (skipped where it is not installed)',
  () => {
    const web = useWeb();
    let browser: Browser;
    let story: Story;
    let broken = false;

    beforeAll(async () => {
      await web().listen();
      browser = await launchChromium();
      story = new Story(browser, web());
      await figures.othersAreReferred(story);
    });
    afterAll(async () => {
      await story?.close();
      await browser?.close();
    });

    const chapter = (title: string, parts: readonly ((story: Story) => Promise<unknown>)[]) =>
      it(title, async () => {
        if (broken) throw new Error('an earlier chapter did not come to its end');
        broken = true;
        for (const part of parts) await part(story);
        broken = false;
      });

    chapter('the officer reports what happened, and a responder speaks with the person inside the promise', [
      days.referral,
      days.firstConversation,
    ]);
    chapter('the person agrees, chooses an adviser, and the service takes them on', [
      days.consentAndRouting,
      days.accepted,
      days.follow,
    ]);
    chapter('P7 needs, risks, equality, outcomes and appointments are kept by those who stand beside them', [
      support.needs,
      support.equality,
      support.firstAnswers,
      support.appointments,
    ]);
    chapter('P7 notes stay in their walls, and one plan is led by the adviser', [
      together.notes,
      together.plan,
    ]);
    chapter('what the police do is entered, put right and opens the rights of the person', [
      investigation.report,
      rights.rights,
      (told) => rights.sheets(told, 'at the beginning'),
      together.tasks,
      support.risksAgain,
    ]);
    chapter('an arrest, a release and a change of bail ask at once whether contact is still safe', [
      investigation.arrest,
      together.disclosure,
      support.atTheService,
      together.review,
      investigation.bail,
      figures.quarter,
    ]);
    chapter('another report ends without a charge; this one ends with one, whatever the person says of it', [
      investigation.sideInvestigation,
      investigation.charge,
      (told) => rights.sheets(told, 'at the charge'),
    ]);
    chapter('special measures are granted, the trial moves twice, and there is a verdict', [
      court.beforeTrial,
      court.trial,
    ]);
    chapter('the person makes a statement, the sentence is passed, and they join the contact scheme', [
      court.sentence,
      (told) => rights.sheets(told, 'at the contact scheme'),
      rights.sheetsAtTheService,
      rights.catalogue,
    ]);
    chapter('a complaint is answered, and the person says how it was', [complaint, support.lastAnswers]);
    chapter('the case ends with the door open, and a year later the person comes back', [
      ending.ends,
      ending.checkIn,
      ending.comesBack,
      figures.lastQuarter,
    ]);

    it('visits every screen on which a case is followed', () => {
      expect(story.troubles).toEqual([]);
      expect(story.screens.unvisited).toEqual([]);
    });
  },
);
