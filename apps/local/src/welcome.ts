import type { AreaPack, Persona } from '#libs/config';
import type { Instance } from './instance';
import { say } from './progress';

/** The last words of a start; the line `ready …` is for programs that wait for it. */
export function welcome(
  instance: Instance,
  { area, personas }: { area: AreaPack; personas: readonly Persona[] },
): void {
  const { publicUrl, port, dataFolder } = instance.settings;
  say('');
  say(`Area: ${area.name} (${area.id}).${area.sample === null ? '' : ` ${area.sample}`}`);
  if (personas.length > 0) {
    say('');
    say(`Everyone here is invented. Sign in at ${publicUrl}/personas as:`);
    for (const { label, name } of personas) say(`  ${label.padEnd(32)} ${name}`);
    say('');
    say('What to try first:');
    for (const { label, tryFirst } of personas)
      say(`  ${label}: ${tryFirst.map(({ text }) => text).join('; ')}`);
  }
  say('');
  if (instance.inboxUrl !== undefined) say(`Mail that was sent: ${instance.inboxUrl}`);
  say(`Data and logs: ${dataFolder}. Ctrl-C stops everything.`);
  say(`ready http://localhost:${port}`);
}
