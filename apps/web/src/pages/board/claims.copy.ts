export const CLAIMED = {
  title: 'Colleagues see that you are calling.',
  lines: ['For a quarter of an hour, or until you record what happened.'],
};

export const RELEASED = {
  title: 'You are off this case.',
  lines: ['Colleagues see that nobody is calling now.'],
};

export const HELD = {
  title: 'A colleague is calling',
  why: 'Two calls close together can put the person at risk. Recording an attempt is always possible.',
  anyway: 'Call anyway',
  back: 'Leave it to them',
} as const;
