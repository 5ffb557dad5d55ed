import { on, type Reader } from './reader';
import type { Story } from './story';

/** What the Code gives, told by hand where no milestone tells it: met, refused, asked for again, not applicable. */
export async function rights(story: Story): Promise<void> {
  await story.clock('2026-03-10', '10:00:30');
  const responder = await story.as('responder');
  const path = `${story.casePath}/rights`;
  const asked = (what: string) => new RegExp(String.raw`^${what}`);
  await responder.open(path);
  await responder.follow(asked('Explain this time'));
  await responder.open(path);
  await responder.follow(/^Record that it was done.*Told about all local support services/);
  const done = { 'How do you know?': 'The person said so', 'When?': on('2026-03-09', '4pm') };
  await responder.send(done, 'Save that it was done');
  await responder.follow(/^The person does not want it.*Told about the victim personal statement/);
  const no = { 'What does the person want?': 'They do not want it', 'How did they tell you?': 'By phone' };
  await responder.send({ ...no, 'When?': on('2026-03-09', '4pm') }, 'Save what the person said');
  await responder.look('/cases/:id/rights one met and one refused');
  await responder.follow(asked('The person asks for it again'));
  await responder.send({ 'When?': on('2026-03-10', '9am') }, 'Start it again');
  await responder.follow(/^It does not apply.*Told about restorative justice \(offender under 18\)/);
  await responder.send(
    { 'Why does it not apply?': 'What it depends on is not so' },
    'Save that it does not apply',
  );
  await responder.follow('Record something that opens a right');
  const need = {
    'What happened?': 'The person needs an interpreter or a translation',
    'When?': on('2026-03-10', '9am'),
  };
  await responder.send(need, 'Save what happened');
  await responder.follow('Add a ground for Enhanced Rights');
  await responder.send({ 'On which ground?': 'Vulnerable or intimidated' }, 'Add the ground');
  await story.worked();
}

/** The page of rights and both sheets as they stand at this point of the story. */
export async function sheets(story: Story, point: string): Promise<void> {
  await rightsAndSheets(await story.as('responder'), `${story.casePath}/rights`, point);
}

/** As the adviser opens them at the service, to go through them with the person. */
export async function sheetsAtTheService(story: Story): Promise<void> {
  await rightsAndSheets(await story.as('adviser'), `${story.sharedPath}/rights`, 'at the service');
}

async function rightsAndSheets(reader: Reader, path: string, point: string): Promise<void> {
  for (const [sheet, link] of [
    ['sheet', 'Sheet for the person'],
    ['sheet/easy-read', 'Sheet in easy read'],
  ] as const) {
    await reader.open(path);
    await reader.follow(link);
    expect(await reader.words).not.toMatch(/Synergy|Waymark|Willow|Quill/);
    await reader.look(`/rights/${sheet} ${point}`);
  }
  await reader.open(path);
  await reader.look(`/rights ${point}`);
}

/** The catalogue behind it, as whoever keeps it reads it. */
export async function catalogue(story: Story): Promise<void> {
  const administrator = await story.as('administrator');
  await administrator.open('/victims-code');
  await administrator.follow('Compare 2021 with 2026-draft');
}
