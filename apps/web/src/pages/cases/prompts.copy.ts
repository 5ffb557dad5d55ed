import type { AgeStage } from '#libs/domain';

/** What whoever works on a case about a child must not miss, before they call. */
export const AGE_PROMPTS: Readonly<Record<Exclude<AgeStage, 'adult'>, { title: string; text: string }>> = {
  'under-13': {
    title: 'Under 13',
    text: 'Children’s social care or the police are always told. The SARC is asked through them, and somebody with parental responsibility decides with the child, if that is safe.',
  },
  '13-15': {
    title: '13 to 15',
    text: 'Ask about their safety every time you speak. They decide for themselves once it is judged that they understand the decision.',
  },
  '16-17': {
    title: '16 or 17',
    text: 'They decide for themselves. They are still a child: children’s social care is told when they are at risk.',
  },
};

export const PROMPT_LINKS = {
  person: 'Age and safety',
  soon: (day: string) =>
    `They are 18 from ${day}. Ask them now who may be told of their support from then on.`,
  soonTitle: 'Turning 18 soon',
  linkedTitle: 'The same person has another case',
  linked: (reference: string) => `Linked with ${reference}`,
  likeTitle: 'This looks like another referral',
  like: (reference: string) => `Compare it with ${reference}, and say whether it is the same person`,
} as const;

/** How many days before an 18th birthday a case says so. */
export const DAYS_BEFORE_18 = 90;
