import type { Story } from './story';

/** In the person's own words, seen by whom it is not about, acknowledged and answered within its time. */
export async function complaint(story: Story): Promise<void> {
  await story.clock('2028-02-21', '10:00:30');
  const responder = await story.as('responder');
  await responder.open(`${story.casePath}/complaints`);
  await responder.follow('Record a complaint');
  const said = {
    'What is it about?': 'Our service',
    'If it is about a worker of ours: who?': 'It names nobody',
    'What does the person complain of?': 'Sample: nobody rang about the second trial date.',
  };
  await responder.send(said, 'Record the complaint');
  await responder.follow(/^Read it/);
  await responder.sees('Received; to be acknowledged');
  const lead = await story.as('lead');
  const step = async (what: string, answers: Readonly<Record<string, string>> = {}) => {
    await lead.open('/complaints');
    await lead.follow(story.reference);
    await lead.follow(new RegExp(`^${what}`));
    await lead.send(answers, 'Record the step');
  };
  await step('It is acknowledged');
  await story.clock('2028-02-28', '10:00:30');
  await step('Answer it', { 'What was found?': 'They are right' });
  await lead.sees('Answered');
  await lead.follow(/^The answer was not enough/);
  await lead.send({}, 'Record the step');
  await story.clock('2028-03-06', '10:00:30');
  await step('Answer it', { 'What was found?': 'They are right' });
  await lead.follow(/^Close it/);
  await lead.send({}, 'Record the step');
  await lead.look('/cases/:id/complaints closed');
  await lead.open('/complaints');
  await lead.sees('There is none that you may see.');
}
