import type { Story } from './story';

/** Monday 2 March 2026: the officer to whom it was reported asks for support. */
export async function referral(story: Story): Promise<void> {
  await story.clock('2026-03-02', '10:05:30');
  const officer = await story.as('officer');
  await officer.open('/referrals/new');
  const person = {
    'Name to ask for': 'Sample Person Quill',
    'Age or date of birth': '31',
    'District the person lives in': 'Colchester',
  };
  await officer.send(person, 'Continue');
  await officer.send({ 'Number that is safe to call': '07700 900123' }, 'Continue');
  await officer.send({}, 'Continue');
  await officer.send({ 'Has the person agreed to be called?': 'Yes, they agreed' }, 'Continue');
  await officer.send({}, 'Send the referral');
  story.reference = /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await officer.words)?.[0] ?? 'no reference';
  await officer.open('/referrals');
  await officer.sees(story.reference);
}

/** An hour later, inside the promise; every page of the case is there from the first day. */
export async function firstConversation(story: Story): Promise<void> {
  await story.clock('2026-03-02', '11:05:30');
  const responder = await story.as('responder');
  await responder.open('/board');
  await responder.follow(story.reference);
  story.casePath = responder.path;
  await responder.follow('Record an attempt');
  const spoken = {
    'What happened?': 'Spoke with them; they would like support',
    'Which number or way?': 'Mobile number 1',
  };
  await responder.send(spoken, 'Save the attempt');
  const known = {
    'How did you know that it was them?': 'They said the code word',
    'Emotional support': 'Given',
    'How the criminal justice process works': 'Given',
    'The offer of counselling and advocacy': 'Given',
    'They said that this number is still safe': 'yes',
  };
  await responder.send(known, /^Save$/);
  await responder.sees('The conversation is on record.');
  await responder.sees(/1 working day: Kept/);
  await responder.press('Take this case');
}

/** What the person agrees to, and the service that they choose. */
export async function consentAndRouting(story: Story): Promise<void> {
  const responder = await story.as('responder');
  await responder.open(`${story.casePath}/consent`);
  await responder.follow(/Record an answer.*Willow Advocacy/);
  const agreed = {
    'What did they answer?': 'Yes',
    'Yes to what?': ['Name', 'Safe contact', 'Investigation', 'Age and needs', 'That we support them'],
    'Who answered?': 'The person',
    'How did they tell us?': 'On the phone',
  };
  await responder.send(agreed, 'Save the answer');
  await responder.open(`${story.casePath}/routing`);
  const wanted = { 'What support do they want?': 'Independent sexual violence accredited adviser' };
  await responder.send(wanted, 'Show and keep the answer');
  await responder.press(/Ask this service.*Willow Advocacy: advisers for adults/);
  await responder.send({ 'How soon?': 'Soon' }, 'Put it on the list');
  await responder.press('Send it now');
}

/** The adviser's own service says yes, names the adviser and holds a first session. */
export async function accepted(story: Story): Promise<void> {
  await story.clock('2026-03-03', '10:00:30');
  const coordinator = await story.as('coordinator');
  await coordinator.open('/provider/inbox');
  await coordinator.follow(story.reference);
  await coordinator.press(/^Accept$/);
  await coordinator.follow('Name a worker');
  await coordinator.send({ 'Who takes it on?': 'Sample Adviser Maple' }, 'Name them');
  await coordinator.sees('A worker is named.');
  const adviser = await story.as('adviser');
  await adviser.open('/provider/caseload?view=my');
  await adviser.follow(story.reference);
  await adviser.press('The first session was held');
  await adviser.open('/shared');
  await adviser.follow(story.reference);
  story.sharedPath = adviser.path;
}

/** The investigation is followed by all three from now on. */
export async function follow(story: Story): Promise<void> {
  const [responder, officer, adviser] = [
    await story.as('responder'),
    await story.as('officer'),
    await story.as('adviser'),
  ];
  await responder.open(`${story.casePath}/tracks`);
  await responder.press('Follow the investigation');
  story.tracks.set('responder', responder.path);
  await officer.open('/referrals');
  await officer.follow(story.reference);
  await officer.follow('Keep the investigation up to date');
  await officer.follow('Investigation 1');
  story.tracks.set('officer', officer.path);
  await adviser.open(story.sharedPath);
  await adviser.follow('Open the investigation');
  await adviser.follow('Investigation 1');
  story.tracks.set('adviser', adviser.path);
}
